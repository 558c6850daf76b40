import { describe, expect, test } from 'vitest'
import { changeOf, maskField } from './audit-change.ts'

describe('What an audit line keeps of a change', () => {
  test('is only what differs, with the person masked', () => {
    const before = { nik: '5103014101800001', full_name: 'NI CONTOH', sex: 'P', birth_date: null }
    const after = { nik: '5103014101800002', full_name: 'NI CONTOH', sex: 'P', birth_date: '1980-01-01' }
    expect(changeOf(before, after)).toEqual({
      before: { nik: '510301******0001', birth_date: null },
      after: { nik: '510301******0002', birth_date: '1980-••-••' },
    })
  })

  test.each([
    ['full_name', 'NI WAYAN CONTOH', 'N• W•••• C•••••'],
    ['mother_name', 'NI LUH', 'N• L••'],
    ['phone', '081234567890', '********7890'],
    ['account_number', '0012345678', '******5678'],
    ['occupation', 'Petani', 'Petani'],
  ])('of %s `%s` is `%s`', (field, value, masked) => {
    expect(maskField(field, value)).toBe(masked)
  })
})
