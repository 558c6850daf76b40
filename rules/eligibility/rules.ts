import { rule } from '../kit/rule.ts'
import { maximumAgeAtEntry, minimumAgeAtEntry } from '../parameters/limits.ts'
import { eligibilityCases } from './eligibility.cases.ts'
import { decideQuestion, eligibilityQuestionFacts } from './question.ts'

export const eligibilityRule = rule({
  name: 'eligibility',
  title: { id: 'Kelayakan didaftarkan', en: 'Eligibility to be enrolled' },
  description: {
    id: 'Apakah seseorang boleh didaftarkan sebagai pekerja rentan yang iurannya dibayar daerah.',
    en: 'Whether a person may be enrolled as a vulnerable worker whose contributions the region pays.',
  },
  dayMeans: { id: 'hari pendaftaran', en: 'the day of registration' },
  facts: eligibilityQuestionFacts,
  parameters: [minimumAgeAtEntry, maximumAgeAtEntry],
  cases: eligibilityCases,
  decide: decideQuestion,
})
