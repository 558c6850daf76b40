import { rule } from '../kit/rule.ts'
import { deadlineCases, latePaymentCases } from './deadline.cases.ts'
import { deadline, deadlineFacts, deadlineParameters, latePayment, latePaymentFacts, latePaymentParameters } from './deadline.ts'
import { documentCases } from './documents.cases.ts'
import { documentFacts, documents } from './documents.ts'
import { heirCases } from './heirs.cases.ts'
import { heirFacts, heirParameters, heirs } from './heirs.ts'

export const heirsRule = rule({
  name: 'heirs',
  title: { id: 'Ahli waris JKM', en: 'Who receives JKM' },
  description: {
    id: 'Siapa yang berhak menerima, menurut urutan undang-undang.',
    en: 'Who receives it, in the order of the law.',
  },
  dayMeans: { id: 'hari meninggal, kecuali deathDate diisi', en: 'the day of death, unless deathDate is given' },
  facts: heirFacts,
  parameters: heirParameters,
  cases: heirCases,
  decide: heirs,
})

export const documentsRule = rule({
  name: 'documents',
  title: { id: 'Berkas klaim', en: 'Papers of a claim' },
  description: {
    id: 'Berkas yang diperlukan sebuah klaim, dan apa yang masih kurang.',
    en: 'The papers a claim needs, and what is missing.',
  },
  dayMeans: { id: 'hari klaim', en: 'the day of the claim' },
  facts: documentFacts,
  parameters: [],
  cases: documentCases,
  decide: documents,
})

export const deadlineRule = rule({
  name: 'deadline',
  title: { id: 'Tenggat', en: 'Time limits' },
  description: {
    id: 'Hari terakhir laporan, klaim, pembayaran, dan iuran; hari kerja menghitung libur nasional.',
    en: 'The last day of reports, claims, payments and contributions; working days count public holidays.',
  },
  dayMeans: { id: 'hari ini', en: 'today' },
  facts: deadlineFacts,
  parameters: deadlineParameters,
  cases: deadlineCases,
  decide: deadline,
})

export const latePaymentRule = rule({
  name: 'late-payment',
  title: { id: 'Ganti rugi keterlambatan JKM', en: 'Compensation for late JKM' },
  description: {
    id: 'Yang menjadi hak ahli waris bila JKM dibayar terlambat.',
    en: 'What the heirs are owed when JKM is paid late.',
  },
  dayMeans: { id: 'hari ini, kecuali paidOn diisi', en: 'today, unless paidOn is given' },
  facts: latePaymentFacts,
  parameters: latePaymentParameters,
  cases: latePaymentCases,
  decide: latePayment,
})
