import { expect, test } from 'vitest'
import { parseAddress, writeAddress } from './address.ts'

test('an address keeps text as text, also where it looks like a number', () => {
  expect(parseAddress('?village=51.03&nik=0012')).toEqual({ village: '51.03', nik: '0012' })
})

test('what is empty is left out of the address', () => {
  expect(writeAddress({ search: '', sort: '-name', village: undefined })).toBe('?sort=-name')
  expect(writeAddress({ search: undefined })).toBe('')
})
