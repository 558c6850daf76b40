import { expect, test } from 'vitest'
import { formOf, planOf, typedOf } from './plan-of-form.ts'

const typed = { ...typedOf(undefined, 2027), quota: 100 }

test('a plan being typed shows person-months times price against the ceiling', () => {
  const plan = planOf({
    ...typed,
    budgetLines: [{ key: 0, source: 'APBD', fiscalYear: 2027, accountCode: '', ceiling: 20_000_000 }],
  })
  expect(plan).toMatchObject({ personMonths: 1200, pricePerMonth: 16_800, cost: 20_160_000, ceiling: 20_000_000 })
  expect(plan?.warnings.map((warning) => warning.kind)).toEqual(['ceiling-short'])
})

test('a window under three months is warned of while it is typed', () => {
  const plan = planOf({ ...typed, lastMonth: '2027-02', budgetLines: [{ ...typed.budgetLines[0], ceiling: 1e9 } as never] })
  expect(plan?.warnings.map((warning) => warning.kind)).toEqual(['short-window'])
})

test.each([
  ['no quota', { quota: '' }],
  ['months the wrong way round', { firstMonth: '2027-05', lastMonth: '2027-04' }],
  ['a month that is none', { lastMonth: '2027-13' }],
  ['a month before there was a law', { firstMonth: '2015-06', lastMonth: '2015-12' }],
])('with %s there is nothing to show yet', (_what, parts) => {
  expect(planOf({ ...typed, ...parts })).toBeUndefined()
})

test('sources with different payers are seen at once', () => {
  const [line] = typed.budgetLines
  if (line === undefined) throw new Error('a new programme has a line')
  expect(planOf({ ...typed, budgetLines: [line, { ...line, key: 1, source: 'CSR' }] })?.payersDiffer).toBe(true)
})

test('what is left empty is sent as nothing, not as empty text', () => {
  expect(formOf({ ...typed, legalBasis: ' ' })).toMatchObject({ legalBasis: null, budgetLines: [{ accountCode: null }] })
  expect(formOf(typed)).not.toHaveProperty('ruleSetId')
})
