import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import { type DocumentFacts, papersFor } from './documents.ts'

const on = day('2026-03-01')

export const documentCases: readonly Case<DocumentFacts>[] = [
  {
    name: { id: 'JKM tanpa akta kematian belum lengkap', en: 'JKM without a death certificate is incomplete' },
    on,
    facts: { claim: 'jkm', have: ['bpjs-card', 'worker-ktp', 'heir-ktp', 'family-card', 'heir-statement', 'bank-book'] },
    granted: false,
    amount: null,
    unmet: ['death-certificate'],
    sources: ['S27'],
  },
  {
    name: { id: 'JKM lengkap', en: 'JKM complete' },
    on,
    facts: {
      claim: 'jkm',
      have: ['bpjs-card', 'worker-ktp', 'heir-ktp', 'family-card', 'death-certificate', 'heir-statement', 'bank-book'],
    },
    granted: true,
    amount: null,
    sources: ['S27'],
  },
  {
    name: { id: 'Janda sebagai ahli waris membawa buku nikah', en: 'A widow brings the marriage book' },
    on,
    facts: { claim: 'jkm', spouseHeir: true, have: papersFor({ claim: 'jkm' }) },
    granted: false,
    amount: null,
    unmet: ['marriage-book'],
    sources: ['S27b'],
  },
  {
    name: { id: 'Kecelakaan lalu lintas memerlukan laporan polisi', en: 'A traffic accident needs a police report' },
    on,
    facts: { claim: 'jkk-care', traffic: true, have: papersFor({ claim: 'jkk-care' }) },
    granted: false,
    amount: null,
    unmet: ['police-report'],
    sources: ['S29', 'S31'],
  },
  {
    name: { id: 'Beasiswa: rapor terakhir belum ada', en: 'Scholarship: the latest report card is missing' },
    on,
    facts: {
      claim: 'scholarship',
      have: ['application-form', 'birth-certificate', 'family-card', 'school-statement', 'bank-book', 'guardian-ktp'],
    },
    granted: false,
    amount: null,
    unmet: ['report-card'],
    sources: ['S23'],
  },
]
