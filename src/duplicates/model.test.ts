import { beforeAll, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { compare } from './compare.ts'
import { type LinkageModel, type PersonRecord, trainModel } from './model.ts'

const given = 'ASEP DEDI UJANG AGUS RUDI IWAN HENDRA DENI EMAN MAMAN NANA ODING ATANG KOSIM NARDI'.split(' ')
const last = 'HIDAYAT GUNAWAN SAPUTRA MULYANA PERMANA NUGRAHA RUSMANA SOBARI ROSADI KARYANA'.split(' ')
const mothers = 'SITI AMINAH,EUIS LESTARI,IMAS ROHAYATI,TETI SUSANTI,NENG MARYATI,ROS KURNIASIH,ANAH SADIAH'.split(',')
const two = (value: number) => String(value).padStart(2, '0')

/** The same chance in every run. */
function chance(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * limit)
  }
}

/** Four thousand people; every tenth has a second record with a slip. */
function people(): PersonRecord[] {
  const draw = chance(3)
  const pick = (words: readonly string[]) => words[draw(words.length)] ?? ''
  return Array.from({ length: 4000 }, (_, at) => at).flatMap((at) => {
    const birthDate = `${1960 + draw(45)}-${two(1 + draw(12))}-${two(1 + draw(28))}`
    const district = two(1 + draw(20))
    const person: PersonRecord = {
      nik: `3216${district}${birthDate.slice(8)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}000${1 + draw(9)}`,
      fullName: `${pick(given)} ${pick(last)}`,
      sex: 'L',
      birthDate,
      village: `32.16.${district}.${2001 + draw(9)}`,
      motherName: `${pick(mothers)} ${pick(last)}`,
    }
    if (at % 10 !== 0) return [person]
    const again =
      at % 20 === 0 ? { ...person, nik: '' } : { ...person, birthDate: `${birthDate.slice(0, 4)}-01-01`, motherName: '' }
    return [person, at % 30 === 0 ? { ...again, nik: `${person.nik?.slice(0, 15) ?? ''}0` } : again]
  })
}

let model: LinkageModel
const records = people()

beforeAll(async () => {
  model = JSON.parse(JSON.stringify(await trainModel(records, day('2026-11-01')))) as LinkageModel
}, 60_000)

const known = records.find((record) => record.fullName === 'ASEP HIDAYAT') ?? {}

test('a model says when and from how many records it was learned, and survives being stored', () => {
  expect(model).toMatchObject({ version: 1, trainedOn: '2026-11-01', records: records.length })
})

test('one person written twice, with a lost digit and a shortened name, is found', () => {
  const nik = `${known.nik?.slice(0, 15) ?? ''}0`
  const { probability, fields } = compare(known, { ...known, nik, fullName: 'ASEP HIDAYATH, S.PD' }, model)
  expect(probability).toBeGreaterThan(0.9)
  expect(fields.map(({ field, verdict }) => `${field} ${verdict}`)).toEqual([
    'nik near',
    'fullName near',
    'sex agrees',
    'birthDate agrees',
    'village agrees',
    'motherName agrees',
  ])
})

test('a brother of the same house is another person', () => {
  const brother = {
    ...known,
    nik: `${known.nik?.slice(0, 6) ?? ''}0302700002`,
    fullName: 'KOSIM ROSADI',
    birthDate: '1970-02-03',
  }
  expect(compare(known, brother, model).probability).toBeLessThan(0.05)
})

test('two people compare the same both ways', () => {
  const [left = {}, right = {}] = [records[40], records[41]]
  expect(compare(left, right, model).probability).toBeCloseTo(compare(right, left, model).probability, 12)
})
