import { type Day, daysBetween, formatDay, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { addMonths, firstDayOf, formatMonth, type Month } from '../../values/months.ts'
import { rupiah } from '../../values/rupiah.ts'
import { deadlineOf } from '../claims/deadline.ts'
import { type Decision, decideAmount } from '../kit/decide.ts'
import { choiceFact, type FactSchema, monthFact, yesNoFact } from '../kit/facts.ts'
import { groundKind, judge, judgeWith } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { valueOn } from '../kit/parameter.ts'
import { type PayerKind, payerKinds } from '../kit/units.ts'
import { startOfLaw } from '../parameters/checked.ts'
import { dueDay, monthsUnpaidAllowed } from '../parameters/contributions.ts'
import { contributionParameters, contributionPerMonth, type Package, packages, type Sector, sectors } from './contribution.ts'

/** `active`: nothing is overdue. `in-arrears`: overdue, may still be paid. `ended`: a new registration starts from zero. `inactive`: ended, JHT already claimed. */
export type LapseState = 'active' | 'in-arrears' | 'ended' | 'inactive'

export type LapseFacts = {
  readonly paidThrough: Month
  readonly jhtClaimed?: boolean | undefined
  readonly payer?: PayerKind | undefined
  readonly package?: Package | undefined
  readonly sector?: Sector | undefined
}

/** Where a membership stands on a day. */
export type Lapse = {
  readonly state: LapseState
  /** Months whose due day has passed unpaid, oldest first. */
  readonly monthsOwed: readonly Month[]
  /** The last day to pay the next month. */
  readonly nextDue: Day
  /** The last day on which the membership can be saved; the day after, it has ended. */
  readonly lastDayToSave: Day
  /** Days from the day asked to `lastDayToSave`; negative once it has ended. */
  readonly daysLeft: number
}

export const lapseFacts: FactSchema<LapseFacts> = {
  paidThrough: monthFact({ id: 'bulan iuran terakhir yang sudah dibayar', en: 'last contribution month that was paid' }),
  jhtClaimed: yesNoFact({ id: 'JHT sudah diklaim', en: 'old-age savings already claimed' }, { absent: false }),
  payer: choiceFact(payerKinds, { id: 'siapa yang membayar', en: 'who pays' }, { absent: 'APBD' }),
  package: choiceFact(packages, { id: 'paket', en: 'package' }, { absent: 'JKK_JKM' }),
  sector: choiceFact(sectors, { id: 'sektor (keringanan PP 50/2025)', en: 'sector (relief of PP 50/2025)' }, { absent: 'other' }),
}

export const lapseParameters = [monthsUnpaidAllowed, dueDay, ...contributionParameters] as const

/**
 * Where a membership stands: a month is unpaid once its due day has passed, and more than three unpaid months in a row end
 * it. So it ends the day after the due day of the fourth month (BPJS Perdir 22/2022 § 12). There is no fine.
 */
export function lapseOf(paidThrough: Month, on: Day, jhtClaimed = false): Lapse {
  const allowed = valueOn(monthsUnpaidAllowed, on)
  const dueOf = (later: number) => deadlineOf('contribution', firstDayOf(addMonths(paidThrough, later)))
  const lastDayToSave = dueOf(allowed + 1)
  const ended = isBefore(lastDayToSave, on)
  const overdue = Array.from({ length: allowed }, (_, place) => place + 1).filter((later) => isBefore(dueOf(later), on))
  const state = ended ? (jhtClaimed ? 'inactive' : 'ended') : overdue.length > 0 ? 'in-arrears' : 'active'
  return {
    state,
    monthsOwed: ended ? [] : overdue.map((later) => addMonths(paidThrough, later)),
    nextDue: dueOf(overdue.length + 1),
    lastDayToSave,
    daysLeft: daysBetween(on, lastDayToSave),
  }
}

/** Whether a membership still lives, what it owes, payer-aware month by month, and how many days are left to save it. */
export function lapse(facts: LapseFacts, on: Day): Decision {
  if (isBefore(on, startOfLaw) || isBefore(firstDayOf(facts.paidThrough), startOfLaw)) {
    return decideAmount([judge(lawInForce, false)], () => [], false)
  }
  const found = lapseOf(facts.paidThrough, on, facts.jhtClaimed)
  const ended = found.state === 'ended' || found.state === 'inactive'
  const grounds = [
    judge(lawInForce, true),
    judgeWith(stillAlive, !ended, wordingOf(found)),
    judge(nothingOwed, !ended && found.monthsOwed.length === 0),
    judge(savingsNotClaimed, facts.jhtClaimed !== true),
  ]
  return decideAmount(grounds, () => found.monthsOwed.map((month) => owedLine(facts, month)), false)
}

const stillAlive = groundKind({
  id: 'not-lapsed',
  condition: { id: 'Tidak lebih dari tiga bulan berturut-turut belum dibayar', en: 'Not more than three months in a row unpaid' },
  law: { law: 'perdir-22-2022', article: '12', sources: ['S13', 'S14'] },
})

const nothingOwed = groundKind({
  id: 'nothing-owed',
  condition: { id: 'Tidak ada bulan yang lewat jatuh tempo', en: 'No month is overdue' },
  law: { law: 'pp-44-2015', sources: ['S07'] },
  effect: 'changes-amount',
})

const savingsNotClaimed = groundKind({
  id: 'savings-not-claimed',
  condition: {
    id: 'JHT belum diklaim (bila sudah, status menjadi nonaktif)',
    en: 'Old-age savings not claimed (else the status becomes inactive)',
  },
  law: { law: 'perdir-22-2022', article: '12', sources: ['S13'] },
  effect: 'changes-amount',
})

function wordingOf(found: Lapse): Wording {
  if (found.state === 'ended' || found.state === 'inactive') {
    return {
      id: `Berakhir setelah ${formatDay(found.lastDayToSave, 'id')}; pendaftaran ulang mulai dari nol`,
      en: `Ended after ${formatDay(found.lastDayToSave, 'en')}; re-registration starts from zero`,
    }
  }
  return {
    id: `${found.monthsOwed.length} bulan tertunggak; ${found.daysLeft} hari sampai ${formatDay(found.lastDayToSave, 'id')}`,
    en: `${found.monthsOwed.length} months owed; ${found.daysLeft} days until ${formatDay(found.lastDayToSave, 'en')}`,
  }
}

function owedLine(facts: LapseFacts, month: Month) {
  const price = contributionPerMonth(
    { package: facts.package ?? 'JKK_JKM', payer: facts.payer ?? 'APBD', sector: facts.sector },
    firstDayOf(month),
  )
  return {
    label: { id: `Iuran ${formatMonth(month, 'id')}`, en: `Contribution of ${formatMonth(month, 'en')}` },
    amount: rupiah(price.amount ?? 0),
  }
}
