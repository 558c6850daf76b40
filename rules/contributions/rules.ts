import { choiceFact, type FactSchema, rupiahFact } from '../kit/facts.ts'
import { rule } from '../kit/rule.ts'
import { payerKinds } from '../kit/units.ts'
import { contributionCases } from './contribution.cases.ts'
import { type ContributionFacts, contributionParameters, contributionPerMonth, packages, sectors } from './contribution.ts'
import { lapseCases } from './lapse.cases.ts'
import { lapse, lapseFacts, lapseParameters } from './lapse.ts'

const contributionFacts: FactSchema<ContributionFacts> = {
  package: choiceFact(
    packages,
    { id: 'paket: JKK dan JKM, atau dengan JHT', en: 'package: JKK and JKM, or with JHT' },
    { absent: 'JKK_JKM' },
  ),
  payer: choiceFact(payerKinds, {
    id: 'siapa yang membayar bulan itu (DBH CHT dan DBH sawit adalah APBD)',
    en: 'who pays that month (DBH CHT and DBH sawit are APBD)',
  }),
  income: rupiahFact(
    { id: 'penghasilan sebulan; kosong berarti dasar terendah', en: 'monthly income; empty means the lowest base' },
    { absent: undefined, unit: { id: 'rupiah per bulan', en: 'rupiah per month' } },
  ),
  sector: choiceFact(sectors, { id: 'sektor (keringanan PP 50/2025)', en: 'sector (relief of PP 50/2025)' }, { absent: 'other' }),
}

export const contributionRule = rule<ContributionFacts>({
  name: 'contribution',
  title: { id: 'Iuran sebulan', en: 'Contribution for a month' },
  description: {
    id: 'Berapa iuran seorang pekerja BPU untuk satu bulan, menurut siapa yang membayar.',
    en: 'What one month costs for a non-wage worker, depending on who pays.',
  },
  dayMeans: { id: 'satu hari dalam bulan iuran', en: 'any day of the contribution month' },
  facts: contributionFacts,
  parameters: contributionParameters,
  cases: contributionCases,
  decide: contributionPerMonth,
})

export const lapseRule = rule({
  name: 'lapse',
  title: { id: 'Tunggakan dan berakhirnya kepesertaan', en: 'Arrears and the end of membership' },
  description: {
    id: 'Apakah kepesertaan masih hidup, berapa bulan tertunggak, dan berapa hari lagi dapat diselamatkan.',
    en: 'Whether a membership still lives, how many months are owed, and how many days are left to save it.',
  },
  dayMeans: { id: 'hari ini', en: 'today' },
  facts: lapseFacts,
  parameters: lapseParameters,
  cases: lapseCases,
  decide: lapse,
})
