import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { rupiah } from '../../values/rupiah.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { type EpochDay, toEpochDay } from '../kit/epoch.ts'
import { groundKind, judge } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { valueOn } from '../kit/parameter.ts'
import { lawByDay } from '../kit/versions.ts'
import { incomeBands } from '../parameters/contributions.ts'
import { jkmDeathSum } from '../parameters/death.ts'
import { deathShare, jkkClaimYears, jkkFuneral, jkkPeriodic, wageMultiple } from '../parameters/injury.ts'
import { incomeBaseOf } from '../contributions/contribution.ts'
import { type InjuryFacts, decideInjury } from './injury.ts'
import { injuredAsMember } from './membership.ts'

/** A death as millions of them are held: day numbers and the income base `W` in rupiah. */
export type JkkDeathPerson = {
  readonly accident: EpochDay
  readonly since: EpochDay
  readonly until: EpochDay
  readonly base: number
}

/** The law of death by work accident, resolved for every stretch of time. */
export type JkkDeathLaw = {
  /** Rupiah for one death; 0 where the accident lies outside the membership. */
  readonly amount: (person: JkkDeathPerson) => number
  readonly decide: (person: JkkDeathPerson) => Decision
  readonly amounts: (accidents: Int32Array, since: Int32Array, until: Int32Array, bases: Int32Array, into: Float64Array) => void
}

export const jkkDeathParameters = [
  wageMultiple,
  deathShare,
  jkkPeriodic,
  jkkFuneral,
  jkmDeathSum,
  jkkClaimYears,
  incomeBands,
] as const

/** Death by work accident: 60 % × 80 × W, never less than the JKM death sum, with periodic and funeral benefit. */
export function jkkDeath(facts: InjuryFacts, on: Day): Decision {
  return decideInjury(facts, on, {
    grounds: [judge(aboveDeathSum, sumAboveFloor(facts, on))],
    lines: (base, accident) => lawOn(toEpochDay(accident))?.lines(base) ?? [],
  })
}

/** Prepares the law of death by work accident for lists of millions; cause and time of claim are taken as in order. */
export function jkkDeathLaw(): JkkDeathLaw {
  return {
    amount: ({ accident, since, until, base }) => amountOf(accident, since, until, base),
    decide: decideDeath,
    amounts: (accidents, since, until, bases, into) => {
      for (let place = 0; place < accidents.length; place++) {
        const accident = accidents[place] as EpochDay
        into[place] = amountOf(accident, since[place] as EpochDay, until[place] as EpochDay, bases[place] ?? 0)
      }
    },
  }
}

type Law = { readonly perBase: number; readonly floor: number; readonly fixed: number; readonly lines: (base: number) => Line[] }

const lawOn = lawByDay<Law>(jkkDeathParameters, (on) => {
  const perBase = (valueOn(deathShare, on) * valueOn(wageMultiple, on)) / 100
  const floor = valueOn(jkmDeathSum, on)
  const periodic = valueOn(jkkPeriodic, on)
  const funeral = valueOn(jkkFuneral, on)
  return {
    perBase,
    floor,
    fixed: periodic + funeral,
    lines: (base) => [
      { label: labels.sum, amount: rupiah(Math.max(floor, Math.round(base * perBase))) },
      { label: labels.periodic, amount: periodic },
      { label: labels.funeral, amount: funeral },
    ],
  }
})

const labels = {
  sum: { id: 'Santunan kematian (60 % × 80 × upah sebulan)', en: 'Death benefit (60 % × 80 × monthly income)' },
  periodic: { id: 'Santunan berkala, dibayar sekaligus', en: 'Periodic benefit, paid at once' },
  funeral: { id: 'Biaya pemakaman', en: 'Funeral benefit' },
} as const satisfies Record<string, Wording>

const aboveDeathSum = groundKind({
  id: 'not-below-jkm',
  condition: {
    id: 'Hitungan dari upah tidak di bawah santunan JKM',
    en: 'The sum from the income is not below the JKM death sum',
  },
  law: { law: 'pp-44-2015', annex: 'III', sources: ['S04', 'S60'] },
  effect: 'changes-amount',
})

function amountOf(accident: EpochDay, since: EpochDay, until: EpochDay, base: number): number {
  if (accident < since || accident > until) return 0
  const law = lawOn(accident)
  return law === undefined ? 0 : Math.max(law.floor, Math.round(base * law.perBase)) + law.fixed
}

function sumAboveFloor(facts: InjuryFacts, on: Day): boolean {
  const accident = facts.accidentDate ?? on
  const law = lawOn(toEpochDay(accident))
  return law !== undefined && incomeBaseOf(facts.income, accident) * law.perBase >= law.floor
}

function decideDeath(person: JkkDeathPerson): Decision {
  const law = lawOn(person.accident)
  if (law === undefined) return decideAmount([judge(lawInForce, false)], () => [], true)
  const grounds = [
    judge(lawInForce, true),
    judge(injuredAsMember, person.accident >= person.since && person.accident <= person.until),
    judge(aboveDeathSum, person.base * law.perBase >= law.floor),
  ]
  return decideAmount(grounds, () => law.lines(person.base), true)
}
