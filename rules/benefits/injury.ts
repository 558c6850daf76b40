import { type Day, isBefore } from '../../values/days.ts'
import { incomeBaseOf } from '../contributions/contribution.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { dayFact, type FactSchema, rupiahFact, yesNoFact } from '../kit/facts.ts'
import { type Ground, groundKind, judge } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { valueOn } from '../kit/parameter.ts'
import { startOfLaw } from '../parameters/checked.ts'
import { jkkClaimYears } from '../parameters/injury.ts'
import { injuredAsMember, type Membership, membershipFacts } from './membership.ts'

/** What every JKK benefit starts from. The day of the accident (or diagnosis) fixes the law; it defaults to the day of the question. */
export type InjuryFacts = Membership & {
  readonly accidentDate?: Day | undefined
  readonly workRelated?: boolean | undefined
  /** Reported monthly income; absent: the lowest base, as in government packages. */
  readonly income?: number | undefined
  readonly claimDate?: Day | undefined
}

export const injuryFacts: FactSchema<InjuryFacts> = {
  ...membershipFacts,
  accidentDate: dayFact(
    {
      id: 'hari kecelakaan atau diagnosis; kosong berarti hari pertanyaan',
      en: 'day of the accident or diagnosis; empty means the day of the question',
    },
    { absent: undefined },
  ),
  workRelated: yesNoFact(
    { id: 'akibat pekerjaan, termasuk perjalanan berangkat dan pulang', en: 'caused by work, the way there and back included' },
    { absent: true },
  ),
  income: rupiahFact(
    {
      id: 'penghasilan sebulan yang dilaporkan; kosong berarti dasar terendah',
      en: 'reported monthly income; empty means the lowest base',
    },
    { absent: undefined, unit: { id: 'rupiah per bulan', en: 'rupiah per month' } },
  ),
  claimDate: dayFact(
    { id: 'hari klaim diajukan; kosong berarti belum lewat waktu', en: 'day the claim was made; empty means in time' },
    { absent: undefined },
  ),
}

const byWork = groundKind({
  id: 'work-related',
  condition: { id: 'Kecelakaan kerja atau penyakit akibat kerja', en: 'Work accident or occupational disease' },
  law: { law: 'pp-44-2015', sources: ['S80'] },
})

const claimedInTime = groundKind({
  id: 'claimed-in-time',
  condition: {
    id: 'Klaim diajukan sebelum gugur (5 tahun; 2 tahun sebelum PP 82/2019)',
    en: 'Claimed before it expires (5 years; 2 before PP 82/2019)',
  },
  law: { law: 'pp-82-2019', article: '26', sources: ['S05'] },
})

/** The day that fixes the law of an injury. */
export function injuryDay(facts: InjuryFacts, on: Day): Day {
  return facts.accidentDate ?? on
}

/**
 * Decides a JKK benefit: the grounds common to all of them, then the benefit’s own, then its lines from the law of the day
 * of the accident and the income base `W`. Always an estimate: BPJS decides.
 */
export function decideInjury(
  facts: InjuryFacts,
  on: Day,
  benefit: { readonly grounds: readonly Ground[]; readonly lines: (base: number, accident: Day) => readonly Line[] },
): Decision {
  const accident = injuryDay(facts, on)
  if (isBefore(accident, startOfLaw)) return decideAmount([judge(lawInForce, false)], () => [], true)
  const covered =
    !isBefore(accident, facts.memberSince) && (facts.memberUntil === undefined || !isBefore(facts.memberUntil, accident))
  const expires = accident.add({ years: valueOn(jkkClaimYears, accident) })
  const grounds = [
    judge(lawInForce, true),
    judge(injuredAsMember, covered),
    judge(byWork, facts.workRelated ?? true),
    judge(claimedInTime, facts.claimDate === undefined || !isBefore(expires, facts.claimDate)),
    ...benefit.grounds,
  ]
  return decideAmount(grounds, () => benefit.lines(incomeBaseOf(facts.income, accident), accident), true)
}
