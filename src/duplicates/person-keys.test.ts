import { expect, test } from 'vitest'
import { keyMaker } from './person-keys.ts'
import { lineFields } from './person-lines.ts'

type Person = Partial<Record<(typeof lineFields)[number]['name'], string>>

const asep: Person = {
  nik: '3216051203850007',
  kk: '3216051010110003',
  fullName: 'ASEP HIDAYAT',
  birthDate: '1985-03-12',
  sex: 'L',
  motherName: 'SITI AMINAH',
  village: '32.16.05.2003',
  phone: '081234567890',
}

/** Whether two people would be compared: what `meetings.ts` asks of their keys. */
function meet(left: Person, right: Person): boolean {
  const keysOf = (person: Person) => {
    const {
      number,
      person: personal,
      undated,
      isDoubtful,
      isUndated,
    } = keyMaker()(lineFields.map(({ name }) => person[name] ?? ''))
    return { number, personal, undated, isDoubtful, isUndated }
  }
  const [one, other] = [keysOf(left), keysOf(right)]
  const share = (kind: 'number' | 'personal' | 'undated') => one[kind].some((key) => other[kind].includes(key))
  return (
    share('number') ||
    ((one.isDoubtful || other.isDoubtful) && share('personal')) ||
    ((one.isUndated || other.isUndated) && share('undated'))
  )
}

test.each<[string, Person]>([
  ['the NIK is missing', { nik: '' }],
  ['the NIK lost its last digit', { nik: '3216051203850000' }],
  ['the NIK lost a digit in the middle', { nik: '321605120385007' }],
  ['the NIK has a wrong digit in the area', { nik: '3218051203850007' }],
  ['the NIK has a wrong digit in the date', { nik: '3216051204850007' }],
  ['the NIK has two digits of the serial swapped', { nik: '3216051203850070' }],
  ['the family card stands in place of the NIK', { nik: '3216051010110003' }],
  ['the name is misspelt', { fullName: 'ASEEP HIDAYATT', nik: '' }],
  ['the name is turned round', { fullName: 'HIDAYAT ASEP', nik: '' }],
  ['day and month are swapped', { birthDate: '1985-12-03', nik: '' }],
  ['the space in the name is misplaced', { fullName: 'ASE PHIDAYAT', nik: '', phone: '', motherName: '', kk: '' }],
  ['the name is quite another', { fullName: 'UJANG', nik: '', phone: '', motherName: '' }],
  ['the birth date is missing', { birthDate: '', nik: '' }],
  ['nothing but name and village is left', { birthDate: '', nik: '', kk: '', phone: '', motherName: '' }],
])('a person is found again when %s', (_, damage) => {
  expect(meet(asep, { ...asep, ...damage })).toBe(true)
})

test.each<[string, Person]>([
  ['a brother', { nik: '3216053007900002', fullName: 'KOSIM ROSADI', birthDate: '1990-07-30' }],
  [
    'a stranger of the same birth date',
    { nik: '3216071203850003', fullName: 'DEDI SAPUTRA', kk: '', motherName: 'EUIS', phone: '' },
  ],
])('two sound NIKs that have nothing in common are not compared: %s', (_, other) => {
  expect(meet(asep, { ...asep, ...other })).toBe(false)
})

test('two people of one name and birth date meet, so that they can be told apart', () => {
  expect(meet(asep, { ...asep, nik: '3275011203850001', kk: '', motherName: 'IMAS', phone: '' })).toBe(true)
})
