import { type Day, day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { type Rupiah, rupiah } from '../../values/rupiah.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { addMonthsToEpochDay, type EpochDay, toEpochDay } from '../kit/epoch.ts'
import { dayFact, type FactSchema, yesNoFact } from '../kit/facts.ts'
import { groundKind, judge } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { findValue, valueOn } from '../kit/parameter.ts'
import { beginningOn, lawByDay } from '../kit/versions.ts'
import { jkmDeathSum, jkmFuneral, jkmPeriodic, jkmWaitingMonths, jkmWaitingSum } from '../parameters/death.ts'
import { diedAsMember, lastDayNumber, type Membership, membershipFacts } from './membership.ts'

/** A death not caused by work. The day of death defaults to the day of the question. */
export type JkmFacts = Membership & { readonly deathDate?: Day | undefined; readonly workRelated?: boolean | undefined }

export const jkmFacts: FactSchema<JkmFacts> = {
  ...membershipFacts,
  deathDate: dayFact(
    { id: 'hari meninggal; kosong berarti hari pertanyaan', en: 'day of death; empty means the day of the question' },
    { absent: undefined },
  ),
  workRelated: yesNoFact(
    { id: 'meninggal karena kecelakaan kerja (maka JKK yang membayar)', en: 'died of a work accident (then JKK pays)' },
    { absent: false },
  ),
}

/** A death as millions of them are held: day numbers only. */
export type JkmPerson = {
  readonly death: EpochDay
  readonly since: EpochDay
  readonly until: EpochDay
  readonly workRelated: boolean
}

/** What the sources leave open about the three-month rule. */
export type JkmSettings = {
  /** The first day of death under Permenaker 1/2025; its own article on this has not been read. */
  readonly waitingFrom: Day
  /** True: the day three months are complete already gives the full benefit. */
  readonly completedMonthsSuffice: boolean
}

export const defaultJkmSettings: JkmSettings = { waitingFrom: day('2025-02-24'), completedMonthsSuffice: true }

/** The law of JKM, resolved for every stretch of time: amounts alone, or decisions with all grounds. */
export type JkmLaw = {
  /** Rupiah for one death; 0 where JKM does not pay. */
  readonly amount: (person: JkmPerson) => number
  readonly decide: (person: JkmPerson) => Decision
  /** The same amounts for columns of day numbers; deaths are taken as not caused by work. */
  readonly amounts: (deaths: Int32Array, since: Int32Array, until: Int32Array, into: Float64Array) => void
}

export const jkmParameters = [jkmDeathSum, jkmPeriodic, jkmFuneral, jkmWaitingMonths, jkmWaitingSum] as const

/** The death benefit of a non-wage worker’s family: PP 44/2015, PP 82/2019, and the three-month rule of Permenaker 1/2025. */
export function jkm(facts: JkmFacts, on: Day): Decision {
  return standing.decide({
    death: toEpochDay(facts.deathDate ?? on),
    since: toEpochDay(facts.memberSince),
    until: lastDayNumber(facts),
    workRelated: facts.workRelated ?? false,
  })
}

type Law = {
  readonly full: number
  readonly waiting: number
  readonly waitingMonths: number
  readonly fullLines: Line[]
  readonly waitingLines: Line[]
}

/** Prepares the law of JKM, with other settings where a region has read more than we have. */
export function jkmLaw(settings: JkmSettings = defaultJkmSettings): JkmLaw {
  const months = beginningOn(jkmWaitingMonths, settings.waitingFrom)
  const sum = beginningOn(jkmWaitingSum, settings.waitingFrom)
  const slack = settings.completedMonthsSuffice ? 0 : 1
  const lawOn = lawByDay<Law>([jkmDeathSum, jkmPeriodic, jkmFuneral, months, sum], (on) => {
    const fullLines = linesOf(on)
    const waiting = findValue(sum, on) ?? rupiah(0)
    return {
      full: totalOf(fullLines),
      waiting,
      waitingMonths: valueOn(months, on),
      fullLines,
      waitingLines: [{ label: labels.waiting, amount: waiting }],
    }
  })
  const amountOf = (death: EpochDay, since: EpochDay, until: EpochDay): number => {
    if (death < since || death > until) return 0
    const law = lawOn(death)
    if (law === undefined) return 0
    return isWaiting(law, death - slack, since) ? law.waiting : law.full
  }
  return {
    amount: (person) => (person.workRelated ? 0 : amountOf(person.death, person.since, person.until)),
    decide: (person) => decideDeath(lawOn(person.death), person, slack),
    amounts: (deaths, since, until, into) => {
      for (let place = 0; place < deaths.length; place++) {
        into[place] = amountOf(deaths[place] as EpochDay, since[place] as EpochDay, until[place] as EpochDay)
      }
    },
  }
}

const labels = {
  sum: { id: 'Santunan sekaligus', en: 'Death sum' },
  periodic: { id: 'Santunan berkala, dibayar sekaligus', en: 'Periodic benefit, paid at once' },
  funeral: { id: 'Biaya pemakaman', en: 'Funeral benefit' },
  waiting: { id: 'Manfaat kematian dalam tiga bulan pertama', en: 'Death benefit within the first three months' },
} as const satisfies Record<string, Wording>

const notByWork = groundKind({
  id: 'not-work-related',
  condition: {
    id: 'Bukan akibat kecelakaan kerja (JKK atau JKM, tidak keduanya)',
    en: 'Not caused by work (JKK or JKM, never both)',
  },
  law: { law: 'pp-44-2015', sources: ['S04a'] },
})

const waitingOver = groundKind({
  id: 'waiting-months-over',
  condition: {
    id: 'Kepesertaan BPU sudah genap tiga bulan, maka manfaat penuh',
    en: 'Three months of membership are complete, so the full benefit',
  },
  law: { law: 'permenaker-1-2025', sources: ['S15', 'S16', 'S17', 'S18'] },
  effect: 'changes-amount',
})

const noWaitingYet = groundKind({
  id: 'waiting-months-over',
  condition: {
    id: 'Belum ada masa tunggu pada hari itu, maka manfaat penuh',
    en: 'No waiting months on that day, so the full benefit',
  },
  law: { law: 'pp-44-2015', sources: ['S15', 'S19'] },
  effect: 'changes-amount',
})

function decideDeath(law: Law | undefined, person: JkmPerson, slack: number): Decision {
  if (law === undefined) return decideAmount([judge(lawInForce, false)], () => [], true)
  const waiting = isWaiting(law, person.death - slack, person.since)
  const grounds = [
    judge(lawInForce, true),
    judge(diedAsMember, person.death >= person.since && person.death <= person.until),
    judge(notByWork, !person.workRelated),
    law.waitingMonths === 0 ? noWaitingYet.met : judge(waitingOver, !waiting),
  ]
  return decideAmount(grounds, () => (waiting ? law.waitingLines : law.fullLines), true)
}

/** 93 days are more than any three months: nearly everybody is answered without a calendar. */
function isWaiting(law: Law, death: number, since: EpochDay): boolean {
  if (law.waitingMonths === 0 || death - since > 31 * law.waitingMonths) return false
  return death < addMonthsToEpochDay(since, law.waitingMonths)
}

function linesOf(on: Day): Line[] {
  return [
    { label: labels.sum, amount: valueOn(jkmDeathSum, on) },
    { label: labels.periodic, amount: valueOn(jkmPeriodic, on) },
    { label: labels.funeral, amount: valueOn(jkmFuneral, on) },
  ]
}

function totalOf(lines: readonly Line[]): Rupiah {
  return rupiah(lines.reduce((total, line) => total + line.amount, 0))
}

const standing = jkmLaw()
