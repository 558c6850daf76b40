import { type Day, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { rupiah } from '../../values/rupiah.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { choiceFact, countFact, dayFact, type FactSchema, listFact, yesNoFact } from '../kit/facts.ts'
import { type Ground, groundKind, judge, judgeWith } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { findValue, valueOn } from '../kit/parameter.ts'
import { startOfLaw } from '../parameters/checked.ts'
import {
  scholarshipChildren,
  scholarshipEndAge,
  scholarshipMonthsForJkm,
  scholarshipOnce,
  scholarshipPerYear,
  scholarshipYears,
  schoolLevels,
  type SchoolLevel,
} from '../parameters/scholarship.ts'
import { type Child, mayStudyOnScholarship, schoolYearsOf } from './schooling.ts'

/** Why the family is owed it: death outside work, death by work accident, or total disability by work accident. */
export const scholarshipCauses = ['jkm-death', 'jkk-death', 'jkk-total-disability'] as const

export type ScholarshipFacts = {
  readonly cause: (typeof scholarshipCauses)[number]
  readonly children: readonly Child[]
  /** Months of contributions paid before the death; needed for `jkm-death`. */
  readonly monthsPaid?: number | undefined
  readonly eventDate?: Day | undefined
  /** From which day on the remaining entitlement is asked; the event by default. */
  readonly from?: Day | undefined
}

const childFacts: FactSchema<Child> = {
  birthDate: dayFact({ id: 'tanggal lahir anak', en: 'the child’s birth date' }),
  level: choiceFact(
    schoolLevels,
    {
      id: 'jenjang pada tahun ajaran itu; kosong berarti belum sekolah',
      en: 'level in that school year; empty means not at school yet',
    },
    {
      absent: undefined,
    },
  ),
  grade: countFact({ id: 'tahun ke berapa pada jenjang itu', en: 'which year of that level' }, { absent: undefined }),
  working: yesNoFact({ id: 'sudah bekerja', en: 'already works' }, { absent: false }),
  married: yesNoFact({ id: 'sudah menikah', en: 'already married' }, { absent: false }),
}

export const scholarshipFacts: FactSchema<ScholarshipFacts> = {
  cause: choiceFact(scholarshipCauses, { id: 'sebab beasiswa', en: 'why a scholarship is owed' }),
  children: listFact<Child>(childFacts, {
    id: 'anak-anak, dalam urutan yang dipilih keluarga',
    en: 'the children, in the order the family chooses',
  }),
  monthsPaid: countFact(
    { id: 'bulan iuran yang sudah dibayar (perlu untuk JKM)', en: 'months of contributions paid (needed for JKM)' },
    {
      absent: undefined,
      unit: { id: 'bulan', en: 'months' },
    },
  ),
  eventDate: dayFact(
    {
      id: 'hari meninggal atau cacat; kosong berarti hari pertanyaan',
      en: 'day of death or disability; empty means the day of the question',
    },
    {
      absent: undefined,
    },
  ),
  from: dayFact(
    {
      id: 'sisa hak dihitung sejak hari ini; kosong berarti sejak kejadian',
      en: 'day from which the rest is counted; empty means from the event',
    },
    {
      absent: undefined,
    },
  ),
}

export const scholarshipParameters = [
  scholarshipChildren,
  scholarshipMonthsForJkm,
  scholarshipEndAge,
  scholarshipOnce,
  ...Object.values(scholarshipPerYear),
  ...Object.values(scholarshipYears),
] as const

/** The whole entitlement that remains, a line for every child and school year. It is claimed anew every year; BPJS decides. */
export function scholarship(facts: ScholarshipFacts, on: Day): Decision {
  const event = facts.eventDate ?? on
  if (isBefore(event, startOfLaw)) return decideAmount([judge(lawInForce, false)], () => [], true)
  const from = facts.from === undefined || isBefore(facts.from, event) ? event : facts.from
  const most = valueOn(scholarshipChildren, event)
  const chosen = facts.children.filter((child) => mayStudyOnScholarship(child, from, event)).slice(0, most)
  const grounds = [
    judge(lawInForce, true),
    monthsGround(facts, event),
    judge(hasChild, chosen.length > 0),
    ...facts.children.map((child, place) => childGround(child, place, { chosen, from, event })),
    judge(withinChildren, facts.children.length <= most),
  ]
  return decideAmount(grounds, () => linesOf(facts, chosen, { from, event }), true)
}

/** The most a family can ever be paid under the law of a day: two children through every level. */
export function scholarshipCeiling(on: Day): number {
  const perChild = schoolLevels.reduce(
    (sum, level) => sum + (findValue(scholarshipPerYear[level], on) ?? 0) * (findValue(scholarshipYears[level], on) ?? 0),
    0,
  )
  return valueOn(scholarshipChildren, on) * (perChild > 0 ? perChild : valueOn(scholarshipOnce, on))
}

const enoughMonths = groundKind({
  id: 'months-paid',
  condition: {
    id: 'Iuran cukup lama: 3 tahun untuk JKM (5 tahun sebelum PP 82/2019), tanpa syarat untuk JKK',
    en: 'Paid long enough: 3 years for JKM (5 before PP 82/2019), no minimum for JKK',
  },
  law: { law: 'pp-82-2019', article: '34', sources: ['S05', 'S24', 'S71'] },
})

const hasChild = groundKind({
  id: 'has-child',
  condition: { id: 'Ada anak yang memenuhi syarat', en: 'There is a child who qualifies' },
  law: { law: 'permenaker-5-2021', sources: ['S23', 'S24'] },
})

const childQualifies = groundKind({
  id: 'child-qualifies',
  condition: {
    id: 'Anak di bawah 23 tahun, belum bekerja, belum menikah',
    en: 'The child is under 23, does not work and is not married',
  },
  law: { law: 'permenaker-5-2021', sources: ['S23', 'S24'] },
  effect: 'changes-amount',
})

const withinChildren = groundKind({
  id: 'children-within-limit',
  condition: {
    id: 'Tidak lebih dari dua anak (satu sebelum PP 82/2019)',
    en: 'Not more than two children (one before PP 82/2019)',
  },
  law: { law: 'pp-82-2019', sources: ['S05', 'S23'] },
  effect: 'changes-amount',
})

const levelNames: Record<SchoolLevel, Wording> = {
  TK: { id: 'TK', en: 'kindergarten' },
  SD: { id: 'SD', en: 'primary' },
  SMP: { id: 'SMP', en: 'lower secondary' },
  SMA: { id: 'SMA', en: 'upper secondary' },
  PT: { id: 'perguruan tinggi', en: 'higher education' },
}

function monthsGround(facts: ScholarshipFacts, event: Day): Ground {
  if (facts.cause !== 'jkm-death') return judge(enoughMonths, true)
  const least = valueOn(scholarshipMonthsForJkm, event)
  const paid = facts.monthsPaid
  if (paid === undefined) return judge(enoughMonths, undefined)
  return judgeWith(enoughMonths, paid >= least, {
    id: `${paid} bulan iuran, perlu ${least}`,
    en: `${paid} months paid, ${least} needed`,
  })
}

function childGround(child: Child, place: number, of: { chosen: readonly Child[]; from: Day; event: Day }): Ground {
  const qualifies = mayStudyOnScholarship(child, of.from, of.event)
  const outside = qualifies && !of.chosen.includes(child)
  return judgeWith(childQualifies, qualifies && !outside, {
    id: `Anak ke-${place + 1}${outside ? ': di luar jumlah anak yang dibayar' : ''}`,
    en: `Child ${place + 1}${outside ? ': beyond the number of children paid for' : ''}`,
  })
}

function linesOf(facts: ScholarshipFacts, chosen: readonly Child[], days: { from: Day; event: Day }): Line[] {
  const once = findValue(scholarshipOnce, days.event)
  return chosen.flatMap((child) => {
    const number = facts.children.indexOf(child) + 1
    if (once !== undefined)
      return [{ label: { id: `Anak ke-${number}: sekali bayar`, en: `Child ${number}: paid once` }, amount: once }]
    return schoolYearsOf(child, days.from, days.event).map(({ year, level, grade, amount }) => ({
      label: {
        id: `Anak ke-${number}, ${year}/${year + 1}, ${levelNames[level].id} tahun ke-${grade}`,
        en: `Child ${number}, ${year}/${year + 1}, ${levelNames[level].en} year ${grade}`,
      },
      amount: rupiah(amount),
    }))
  })
}
