import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { rupiah } from '../../values/rupiah.ts'
import { groundKind } from './ground.ts'
import { type Entry, parameter } from './parameter.ts'
import { months, type Months, percent } from './units.ts'

const from = day('2020-01-01')
const title = { id: 'Masa tunggu', en: 'Waiting months' }
const entry: Entry<Months> = {
  from,
  value: months(3),
  law: { law: 'pp-44-2015' },
  checkedOn: from,
  verified: true,
  sources: ['S05'],
}
const declared = { name: 'waiting', title, unit: 'months' } as const

test('a figure with its unit, source and citation is accepted', () => {
  expect(parameter({ ...declared, history: [entry] }).history).toHaveLength(1)
})

test('a wrong unit does not compile', () => {
  // @ts-expect-error rupiah are no months
  expect(parameter({ ...declared, history: [{ ...entry, value: rupiah(3) }] })).toBeDefined()
  // @ts-expect-error a bare number has no unit
  expect(parameter({ ...declared, history: [{ ...entry, value: 3 }] })).toBeDefined()
  // @ts-expect-error per cent are no months
  expect(parameter({ ...declared, history: [{ ...entry, value: percent(3) }] })).toBeDefined()
  // @ts-expect-error there is no such unit
  expect(parameter({ ...declared, unit: 'fortnights', history: [entry] })).toBeDefined()
})

test('a missing citation does not compile', () => {
  const { law: _law, ...uncited } = entry
  // @ts-expect-error the law is missing
  expect(parameter({ ...declared, history: [uncited] })).toBeDefined()
  // @ts-expect-error nobody knows this instrument
  expect(parameter({ ...declared, history: [{ ...entry, law: { law: 'pp-99-2099' } }] })).toBeDefined()
  // @ts-expect-error a ground without a law
  expect(groundKind({ id: 'alive', condition: title })).toBeDefined()
})

test('verified without a source, or a source nobody listed, does not compile', () => {
  const { sources: _sources, ...unsourced } = entry
  // @ts-expect-error verified by nothing
  expect(parameter({ ...declared, history: [unsourced] })).toBeDefined()
  // @ts-expect-error no source was read
  expect(parameter({ ...declared, history: [{ ...entry, sources: [] }] })).toBeDefined()
  // @ts-expect-error there is no source of this number
  expect(parameter({ ...declared, history: [{ ...entry, sources: ['S999'] }] })).toBeDefined()
})

test('a misplaced key does not compile', () => {
  // @ts-expect-error `checkedOn` belongs to an entry
  expect(parameter({ ...declared, checkedOn: from, history: [entry] })).toBeDefined()
  // @ts-expect-error `unit` belongs to the figure
  expect(parameter({ ...declared, history: [{ ...entry, unit: 'months' }] })).toBeDefined()
  // @ts-expect-error `until` does not exist: the end is the next start
  expect(parameter({ ...declared, history: [{ ...entry, until: from }] })).toBeDefined()
})

test('a history out of order does not load', () => {
  const older = { ...entry, from: day('2019-01-01') }
  expect(parameter({ ...declared, history: [entry, older] }).history).toHaveLength(2)
  expect(() => parameter({ ...declared, history: [older, entry] })).toThrow(/newest first/)
  expect(() => parameter({ ...declared, history: [entry, entry] })).toThrow(/newest first/)
  expect(() => parameter({ ...declared, history: [] })).toThrow(/no history/)
})

test('a conflict that chooses a reading which is not there does not load', () => {
  const conflict = { readings: [{ says: title, sources: [] }], chosen: 1, why: title }
  expect(() => parameter({ ...declared, history: [{ ...entry, conflict }] })).toThrow(/chooses a reading/)
})
