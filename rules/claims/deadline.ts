import { type Day, daysBetween, formatDay, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { rupiah } from '../../values/rupiah.ts'
import { type Decision, decideAmount, decideYesNo, type Line } from '../kit/decide.ts'
import type { Citation } from '../kit/cite.ts'
import { choiceFact, dayFact, type FactSchema, rupiahFact } from '../kit/facts.ts'
import { groundKind, judge, judgeWith } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { type Parameter, valueOn } from '../kit/parameter.ts'
import { startOfLaw } from '../parameters/checked.ts'
import { dueDay } from '../parameters/contributions.ts'
import { jkmLatePercent, jkmPaymentDays } from '../parameters/death.ts'
import { jkkClaimYears, jkkPaymentDays } from '../parameters/injury.ts'
import { firstReportHours, secondReportHours } from '../parameters/limits.ts'
import { jhtPaymentDays } from '../parameters/savings.ts'
import { addWorkingDays, holidaysKnownFor, workingDayOnOrAfter } from './working-days.ts'

/** What has a time limit: reports of an accident, claims, payments by BPJS, and the contribution of a month. */
export const deadlineKinds = [
  'accident-report-1',
  'accident-report-2',
  'jkk-claim',
  'jkm-payment',
  'jkk-payment',
  'jht-payment',
  'contribution',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** `start` begins the time: the event, the doctor’s statement, the complete file, or any day of the contribution month. */
export type DeadlineFacts = { readonly kind: DeadlineKind; readonly start: Day; readonly done?: Day | undefined }

export const deadlineFacts: FactSchema<DeadlineFacts> = {
  kind: choiceFact(deadlineKinds, { id: 'jenis tenggat', en: 'what has a time limit' }),
  start: dayFact({
    id: 'hari mulai: kejadian, pernyataan dokter, berkas lengkap, atau satu hari dalam bulan iuran',
    en: 'day it begins: the event, the doctor’s statement, the complete file, or a day of the contribution month',
  }),
  done: dayFact(
    { id: 'hari dilaksanakan; kosong berarti belum', en: 'day it was done; empty means not yet' },
    { absent: undefined },
  ),
}

export const deadlineParameters = [
  firstReportHours,
  secondReportHours,
  jkkClaimYears,
  jkmPaymentDays,
  jkkPaymentDays,
  jhtPaymentDays,
  dueDay,
] as const

/** The last day on which something is still in time. */
export function deadlineOf(kind: DeadlineKind, start: Day): Day {
  switch (kind) {
    case 'accident-report-1':
      return start.add({ days: valueOn(firstReportHours, start) / 24 })
    case 'accident-report-2':
      return start.add({ days: valueOn(secondReportHours, start) / 24 })
    case 'jkk-claim':
      return start.add({ years: valueOn(jkkClaimYears, start) })
    case 'jkm-payment':
      return addWorkingDays(start, valueOn(jkmPaymentDays, start))
    case 'jkk-payment':
      return addWorkingDays(start, valueOn(jkkPaymentDays, start))
    case 'jht-payment':
      return addWorkingDays(start, valueOn(jhtPaymentDays, start))
    case 'contribution':
      return workingDayOnOrAfter(start.with({ day: valueOn(dueDay, start) }))
  }
}

/** Whether something is, or was, in time on a day; the ground names the last day and what is left. */
export function deadline(facts: DeadlineFacts, on: Day): Decision {
  if (isBefore(facts.start, startOfLaw)) return decideYesNo([judge(lawInForce, false)], false)
  const last = deadlineOf(facts.kind, facts.start)
  const reached = facts.done ?? on
  const kind = inTime[facts.kind]
  const grounds = [judge(lawInForce, true), judgeWith(kind, !isBefore(last, reached), leftOf(last, reached))]
  const counted = facts.kind.endsWith('payment') || facts.kind === 'contribution'
  return decideYesNo(counted ? [...grounds, judge(holidaysKnown, holidaysKnownFor(last))] : grounds, false)
}

/** A payment of JKM that came late. */
export type LatePaymentFacts = { readonly completeOn: Day; readonly paidOn?: Day | undefined; readonly amount: number }

export const latePaymentFacts: FactSchema<LatePaymentFacts> = {
  completeOn: dayFact({ id: 'hari berkas klaim lengkap diterima', en: 'day the complete claim was received' }),
  paidOn: dayFact(
    { id: 'hari dibayar; kosong berarti belum', en: 'day it was paid; empty means not yet' },
    { absent: undefined },
  ),
  amount: rupiahFact({ id: 'jumlah santunan', en: 'the sum due' }),
}

export const latePaymentParameters: readonly Parameter[] = [jkmPaymentDays, jkmLatePercent]

/** What BPJS owes the heirs for paying JKM late: 1 % of the sum for every day after the third working day. */
export function latePayment(facts: LatePaymentFacts, on: Day): Decision {
  if (isBefore(facts.completeOn, startOfLaw)) return decideAmount([judge(lawInForce, false)], () => [], true)
  const last = deadlineOf('jkm-payment', facts.completeOn)
  const late = Math.max(0, daysBetween(last, facts.paidOn ?? on))
  const share = valueOn(jkmLatePercent, facts.completeOn)
  const grounds = [
    judge(lawInForce, true),
    judgeWith(paidLate, late > 0, leftOf(last, facts.paidOn ?? on)),
    judge(holidaysKnown, holidaysKnownFor(last)),
  ]
  const lines = (): Line[] => [
    {
      label: { id: `${late} hari × ${share} % dari santunan`, en: `${late} days × ${share} % of the sum` },
      amount: rupiah(Math.round((facts.amount * share * late) / 100)),
    },
  ]
  return decideAmount(grounds, lines, true)
}

const inTimeGround = (condition: Wording, law: Citation) => groundKind({ id: 'in-time', condition, law })

const inTime = {
  'accident-report-1': inTimeGround(
    { id: 'Laporan tahap I (3 KK1) dalam 2×24 jam setelah kejadian', en: 'First report (3 KK1) within 2×24 hours of the event' },
    { law: 'pp-44-2015', sources: ['S30', 'S85'] },
  ),
  'accident-report-2': inTimeGround(
    {
      id: 'Laporan tahap II (3a KK2) dalam 2×24 jam setelah pernyataan dokter',
      en: 'Second report (3a KK2) within 2×24 hours of the doctor’s statement',
    },
    { law: 'pp-44-2015', sources: ['S32'] },
  ),
  'jkk-claim': inTimeGround(
    {
      id: 'Klaim JKK sebelum gugur (5 tahun; 2 tahun sebelum PP 82/2019)',
      en: 'JKK claim before it expires (5 years; 2 before PP 82/2019)',
    },
    { law: 'pp-82-2019', article: '26', sources: ['S05'] },
  ),
  'jkm-payment': inTimeGround(
    { id: 'JKM dibayar dalam 3 hari kerja sejak berkas lengkap', en: 'JKM paid within 3 working days of the complete file' },
    { law: 'pp-44-2015', article: '40(3)', sources: ['S06', 'S96'] },
  ),
  'jkk-payment': inTimeGround(
    { id: 'JKK dibayar dalam 7 hari kerja (belum diverifikasi)', en: 'JKK paid within 7 working days (not verified)' },
    { law: 'permenaker-5-2021' },
  ),
  'jht-payment': inTimeGround(
    { id: 'JHT dibayar dalam 5 hari kerja (belum diverifikasi)', en: 'JHT paid within 5 working days (not verified)' },
    { law: 'permenaker-4-2022' },
  ),
  contribution: inTimeGround(
    {
      id: 'Iuran BPU dibayar paling lambat tanggal 15 bulan iuran, atau hari kerja berikutnya',
      en: 'Contribution paid by the 15th of its month, or the next working day',
    },
    { law: 'pp-44-2015', sources: ['S07'] },
  ),
} as const satisfies Record<DeadlineKind, unknown>

const paidLate = groundKind({
  id: 'paid-late',
  condition: {
    id: 'JKM dibayar lewat dari 3 hari kerja sejak berkas lengkap',
    en: 'JKM paid later than 3 working days after the complete file',
  },
  law: { law: 'pp-44-2015', article: '40(4)', sources: ['S06', 'S96'] },
})

const holidaysKnown = groundKind({
  id: 'holidays-known',
  condition: {
    id: 'Hari libur nasional tahun itu sudah dimasukkan (belum diverifikasi)',
    en: 'Public holidays of that year are entered (not verified)',
  },
  law: { law: 'skb-libur' },
  effect: 'changes-amount',
})

function leftOf(last: Day, reached: Day): Wording {
  const left = daysBetween(reached, last)
  const days = Math.abs(left)
  return {
    id: `Hari terakhir ${formatDay(last, 'id')}; ${left >= 0 ? `tersisa ${days} hari` : `terlambat ${days} hari`}`,
    en: `Last day ${formatDay(last, 'en')}; ${left >= 0 ? `${days} days left` : `${days} days late`}`,
  }
}
