import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { ScholarshipFacts } from './scholarship.ts'

const infant = { birthDate: day('2024-03-01') }
const firstGrade = { birthDate: day('2019-02-01'), level: 'SD', grade: 1 } as const

export const scholarshipCases: readonly Case<ScholarshipFacts>[] = [
  {
    name: { id: 'Satu anak, seluruh jenjang: Rp87.000.000', en: 'One child, every level: Rp87.000.000' },
    on: day('2025-08-01'),
    facts: { cause: 'jkk-death', children: [infant] },
    granted: true,
    amount: 87_000_000,
    sources: ['S23'],
  },
  {
    name: { id: 'Dua anak, seluruh jenjang: Rp174.000.000', en: 'Two children, every level: Rp174.000.000' },
    on: day('2025-08-01'),
    facts: { cause: 'jkk-death', children: [infant, { ...infant }] },
    granted: true,
    amount: 174_000_000,
    sources: ['S23'],
  },
  {
    name: { id: 'Anak yang baru masuk SD: Rp84.000.000', en: 'A child starting primary school: Rp84.000.000' },
    on: day('2025-08-01'),
    facts: { cause: 'jkk-death', children: [firstGrade] },
    granted: true,
    amount: 84_000_000,
    sources: ['S23'],
  },
  {
    name: { id: 'Anak ketiga tidak menambah', en: 'A third child adds nothing' },
    on: day('2025-08-01'),
    facts: { cause: 'jkk-death', children: [infant, { ...infant }, firstGrade] },
    granted: true,
    amount: 174_000_000,
    unmet: ['children-within-limit'],
  },
  {
    name: { id: 'JKM dengan 36 bulan iuran', en: 'JKM with 36 months paid' },
    on: day('2025-08-01'),
    facts: { cause: 'jkm-death', monthsPaid: 36, children: [infant] },
    granted: true,
    amount: 87_000_000,
    sources: ['S05', 'S24'],
  },
  {
    name: {
      id: 'Pekalongan 2023: JKM enam bulan, belum berhak beasiswa',
      en: 'Pekalongan 2023: JKM after six months, no scholarship yet',
    },
    on: day('2023-06-20'),
    facts: { cause: 'jkm-death', monthsPaid: 6, children: [infant] },
    granted: false,
    amount: null,
    unmet: ['months-paid'],
    sources: ['S92'],
  },
  {
    name: { id: 'Sebelum PP 82/2019: sekali bayar untuk satu anak', en: 'Before PP 82/2019: one sum for one child' },
    on: day('2019-12-01'),
    facts: { cause: 'jkk-death', children: [{ birthDate: day('2012-05-05'), level: 'SD', grade: 2 }] },
    granted: true,
    amount: 12_000_000,
    sources: ['S23a'],
  },
  {
    name: { id: 'Sejak 2 Desember 2019: per tahun ajaran', en: 'Since 2 December 2019: per school year' },
    on: day('2019-12-02'),
    facts: { cause: 'jkk-death', children: [{ birthDate: day('2013-05-05'), level: 'SD', grade: 1 }] },
    granted: true,
    amount: 84_000_000,
  },
  {
    name: { id: 'Anak berumur 23 tahun tidak lagi', en: 'A child of 23 no longer' },
    on: day('2025-08-01'),
    facts: { cause: 'jkk-death', children: [{ birthDate: day('2002-08-01'), level: 'PT', grade: 4 }] },
    granted: false,
    amount: null,
    unmet: ['has-child', 'child-qualifies'],
    sources: ['S24'],
  },
  {
    name: {
      id: 'Sehari sebelum umur 23: tahun ajaran berjalan masih dibayar',
      en: 'A day before 23: the current school year is still paid',
    },
    on: day('2025-07-31'),
    facts: { cause: 'jkk-death', children: [{ birthDate: day('2002-08-01'), level: 'PT', grade: 4 }] },
    granted: true,
    amount: 12_000_000,
  },
  {
    name: { id: 'Anak yang sudah bekerja', en: 'A child who works' },
    on: day('2025-08-01'),
    facts: { cause: 'jkk-death', children: [{ birthDate: day('2006-08-01'), working: true }] },
    granted: false,
    amount: null,
    unmet: ['has-child', 'child-qualifies'],
    sources: ['S23'],
  },
]
