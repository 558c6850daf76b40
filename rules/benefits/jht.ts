import { ageOn, type Day, isBefore } from '../../values/days.ts'
import { rupiah } from '../../values/rupiah.ts'
import { incomeBaseOf } from '../contributions/contribution.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { choiceFact, countFact, dayFact, type FactSchema, quantityFact, rupiahFact, yesNoFact } from '../kit/facts.ts'
import { groundKind, judge } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { valueOn } from '../kit/parameter.ts'
import { startOfLaw } from '../parameters/checked.ts'
import { incomeBands, jhtShare } from '../parameters/contributions.ts'
import { jhtAge, jhtHousingShare, jhtPartShare, jhtTaxNumberAbove, jhtYearsForPart } from '../parameters/savings.ts'

/** Why old-age savings are drawn: at 56, for disability, death, on leaving work, or a part after ten years. */
export const jhtReasons = ['age', 'total-disability', 'death', 'stopped-working', 'part', 'part-housing'] as const

export type JhtFacts = {
  readonly reason: (typeof jhtReasons)[number]
  readonly monthsPaid: number
  readonly income?: number | undefined
  /** Yearly return in per cent, as BPJS publishes it; it is not fixed by law. */
  readonly yearlyReturn?: number | undefined
  readonly birthDate?: Day | undefined
  readonly alreadyDrawn?: boolean | undefined
}

export const jhtFacts: FactSchema<JhtFacts> = {
  reason: choiceFact(jhtReasons, { id: 'sebab pengambilan', en: 'why it is drawn' }),
  monthsPaid: countFact(
    { id: 'bulan iuran JHT yang sudah dibayar', en: 'months of JHT contributions paid' },
    { unit: { id: 'bulan', en: 'months' } },
  ),
  income: rupiahFact(
    { id: 'penghasilan sebulan; kosong berarti dasar terendah', en: 'monthly income; empty means the lowest base' },
    { absent: undefined },
  ),
  yearlyReturn: quantityFact(
    { id: 'hasil pengembangan per tahun', en: 'yearly return' },
    { absent: 0, unit: { id: 'persen', en: 'per cent' } },
  ),
  birthDate: dayFact({ id: 'tanggal lahir (perlu untuk sebab umur)', en: 'birth date (needed for age)' }, { absent: undefined }),
  alreadyDrawn: yesNoFact({ id: 'sudah pernah mengambil sebagian', en: 'a part was already drawn' }, { absent: false }),
}

export const jhtParameters = [
  jhtShare,
  incomeBands,
  jhtAge,
  jhtYearsForPart,
  jhtPartShare,
  jhtHousingShare,
  jhtTaxNumberAbove,
] as const

/** An estimate of old-age savings: equal contributions and a return compounded monthly. The true balance is with BPJS. */
export function jht(facts: JhtFacts, on: Day): Decision {
  if (isBefore(on, startOfLaw)) return decideAmount([judge(lawInForce, false)], () => [], true)
  const part = facts.reason === 'part' || facts.reason === 'part-housing'
  const balance = balanceOf(facts, on)
  const grounds = [
    judge(lawInForce, true),
    judge(someMonths, facts.monthsPaid > 0),
    judge(
      oldEnough,
      facts.reason === 'age'
        ? facts.birthDate === undefined
          ? undefined
          : ageOn(facts.birthDate, on) >= valueOn(jhtAge, on)
        : true,
    ),
    judge(tenYears, !part || facts.monthsPaid >= 12 * valueOn(jhtYearsForPart, on)),
    judge(onlyOnce, !part || facts.alreadyDrawn !== true),
    judge(taxNumber, balance > valueOn(jhtTaxNumberAbove, on)),
  ]
  return decideAmount(grounds, () => [lineOf(facts, on, balance)], true)
}

function balanceOf(facts: JhtFacts, on: Day): number {
  const perMonth = (incomeBaseOf(facts.income, on) * valueOn(jhtShare, on)) / 100
  const monthly = (facts.yearlyReturn ?? 0) / 1200
  const grown = monthly === 0 ? facts.monthsPaid : ((1 + monthly) ** facts.monthsPaid - 1) / monthly
  return Math.round(perMonth * grown)
}

function lineOf(facts: JhtFacts, on: Day, balance: number): Line {
  if (facts.reason !== 'part' && facts.reason !== 'part-housing') {
    return { label: { id: 'Saldo JHT (perkiraan)', en: 'JHT balance (estimated)' }, amount: rupiah(balance) }
  }
  const share = valueOn(facts.reason === 'part' ? jhtPartShare : jhtHousingShare, on)
  const label = { id: `Paling banyak ${share} % dari saldo`, en: `At most ${share} % of the balance` }
  return { label, amount: rupiah(Math.round((balance * share) / 100)) }
}

const someMonths = groundKind({
  id: 'months-paid',
  condition: { id: 'Ada iuran JHT yang dibayar', en: 'JHT contributions were paid' },
  law: { law: 'pp-46-2015', sources: ['S67'] },
})
const oldEnough = groundKind({
  id: 'age-or-other-reason',
  condition: {
    id: 'Mencapai 56 tahun, atau sebab lain: cacat total tetap, meninggal, berhenti usaha',
    en: 'Reached 56, or another reason: total disability, death, end of work',
  },
  law: { law: 'permenaker-4-2022', sources: ['S67'] },
})
const tenYears = groundKind({
  id: 'ten-years',
  condition: { id: 'Pengambilan sebagian setelah 10 tahun kepesertaan', en: 'A part may be drawn after 10 years of membership' },
  law: { law: 'pp-46-2015', sources: ['S67'] },
})
const onlyOnce = groundKind({
  id: 'part-only-once',
  condition: { id: 'Pengambilan sebagian hanya satu kali', en: 'A part may be drawn only once' },
  law: { law: 'pp-46-2015', sources: ['S67'] },
})
const taxNumber = groundKind({
  id: 'tax-number-needed',
  condition: { id: 'Saldo di atas Rp50.000.000: NPWP diperlukan', en: 'Balance above Rp50.000.000: a tax number is needed' },
  law: { law: 'bpjs-form', sources: ['S27'] },
  effect: 'changes-amount',
})
