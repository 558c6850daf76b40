import { describe, expect, test } from 'vitest'
import { day } from '../values/days.ts'
import { rules, parameters } from './book.ts'
import { changeDays } from './kit/versions.ts'
import { earliestDay } from './kit/parameter.ts'
import { warningsOf } from './kit/warnings.ts'

for (const rule of rules) {
  describe(`${rule.title.en}`, () => {
    for (const each of rule.cases) {
      test(`${each.on.toString()} ${each.name.en}`, () => {
        const decision = each.decide()
        expect({ granted: decision.granted, amount: decision.amount }).toEqual({ granted: each.granted, amount: each.amount })
        const lines = decision.lines.map((line) => line.amount)
        expect(lines).toEqual(each.lines ?? lines)
        const unmet = decision.grounds.filter((ground) => !ground.met).map((ground) => ground.id)
        expect(unmet).toEqual(expect.arrayContaining([...(each.unmet ?? [])]))
      })

      test(`${each.name.en}: the same facts as JSON give the same answer`, () => {
        const asked = rule.ask(JSON.parse(JSON.stringify(each.facts)), each.on)
        expect(asked).toMatchObject({ ok: true, value: { granted: each.granted, amount: each.amount } })
      })
    }

    test('every ground is cited and worded in both languages', () => {
      for (const each of rule.cases) {
        for (const ground of each.decide().grounds) {
          expect(ground.law.law).not.toBe('')
          expect(ground.condition.id).not.toBe('')
          expect(ground.condition.en).not.toBe(ground.condition.id)
        }
      }
    })
  })
}

describe('coverage of time', () => {
  const horizon = day('2040-12-01')
  for (const rule of rules) {
    test(`${rule.name} answers on every day a value changes, the day before, and every month to 2040`, () => {
      const days = changeDays(rule.parameters).flatMap((on) => [on.subtract({ days: 1 }), on])
      for (let on = day('2015-07-01'); Temporal.PlainDate.compare(on, horizon) <= 0; on = on.add({ months: 1 })) days.push(on)
      for (const on of days) {
        for (const each of rule.cases) {
          const asked = rule.ask(JSON.parse(JSON.stringify(each.facts)), on)
          if (!asked.ok) throw new Error(`${rule.name} refused on ${on.toString()}`)
          expect(asked.value.amount ?? 0).toBeGreaterThanOrEqual(0)
        }
      }
    })
  }

  test('a change of value has a worked case on its day and on the day before, for every benefit', () => {
    const raised = day('2019-12-02')
    for (const name of ['jkm', 'jkk-death', 'jkk-disability', 'jkk-incapacity', 'jkk-transport', 'jkk-care', 'scholarship']) {
      const days = rules.find((rule) => rule.name === name)?.cases.map((each) => each.on.toString()) ?? []
      expect(days).toEqual(expect.arrayContaining([raised.toString(), raised.subtract({ days: 1 }).toString()]))
    }
  })
})

describe('the figures', () => {
  test('no two have one name, and each begins no later than 2025', () => {
    expect(new Set(parameters.map((each) => each.name)).size).toBe(parameters.length)
    for (const each of parameters) expect(earliestDay(each).year).toBeLessThanOrEqual(2025)
  })

  test('unread ones and conflicts are reported; a year after the last reading every one is', () => {
    const today = warningsOf(parameters, day('2026-11-21'))
    expect(today).toContainEqual({ name: 'jkm-waiting-months', kind: 'conflict' })
    expect(today).toContainEqual({ name: 'jkk-dentures', kind: 'unverified' })
    expect(today.filter((each) => each.kind === 'stale')).toEqual([])
    expect(warningsOf(parameters, day('2027-11-21')).filter((each) => each.kind === 'stale')).toHaveLength(parameters.length)
  })
})
