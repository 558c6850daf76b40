import { day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { rupiah } from '../../values/rupiah.ts'
import { parameter } from '../kit/parameter.ts'
import { heads, months, years } from '../kit/units.ts'
import { readOn, startOfLaw } from './checked.ts'

/** Levels of schooling in the order a child walks them: kindergarten, primary, lower and upper secondary, higher. */
export const schoolLevels = ['TK', 'SD', 'SMP', 'SMA', 'PT'] as const
export type SchoolLevel = (typeof schoolLevels)[number]

const raised = day('2019-12-02')
const table = {
  from: raised,
  law: { law: 'pp-82-2019', annex: 'III' },
  checkedOn: readOn,
  verified: true,
  sources: ['S23', 'S24'],
} as const
const none = {
  from: startOfLaw,
  value: null,
  law: { law: 'pp-44-2015' },
  checkedOn: readOn,
  verified: true,
  sources: ['S23a'],
} as const

const perYear = (level: SchoolLevel, title: Wording, amount: number) =>
  parameter({
    name: `scholarship-${level.toLowerCase()}-per-year`,
    title,
    unit: 'rupiah-per-year',
    history: [{ ...table, value: rupiah(amount) }, none],
  })
const atMost = (level: SchoolLevel, title: Wording, count: number) =>
  parameter({
    name: `scholarship-${level.toLowerCase()}-years`,
    title,
    unit: 'years',
    history: [{ ...table, value: years(count) }, none],
  })

/** What a child gets a year at each level. Before PP 82/2019 there was one sum for one child. */
export const scholarshipPerYear = {
  TK: perYear('TK', { id: 'Beasiswa TK per tahun', en: 'Scholarship, kindergarten, per year' }, 1_500_000),
  SD: perYear('SD', { id: 'Beasiswa SD per tahun', en: 'Scholarship, primary, per year' }, 1_500_000),
  SMP: perYear('SMP', { id: 'Beasiswa SMP per tahun', en: 'Scholarship, lower secondary, per year' }, 2_000_000),
  SMA: perYear('SMA', { id: 'Beasiswa SMA per tahun', en: 'Scholarship, upper secondary, per year' }, 3_000_000),
  PT: perYear(
    'PT',
    { id: 'Beasiswa perguruan tinggi (S1) atau pelatihan per tahun', en: 'Scholarship, higher education or training, per year' },
    12_000_000,
  ),
} as const

/** For how many years at each level. */
export const scholarshipYears = {
  TK: atMost('TK', { id: 'Beasiswa TK, paling lama', en: 'Scholarship, kindergarten, at most' }, 2),
  SD: atMost('SD', { id: 'Beasiswa SD, paling lama', en: 'Scholarship, primary, at most' }, 6),
  SMP: atMost('SMP', { id: 'Beasiswa SMP, paling lama', en: 'Scholarship, lower secondary, at most' }, 3),
  SMA: atMost('SMA', { id: 'Beasiswa SMA, paling lama', en: 'Scholarship, upper secondary, at most' }, 3),
  PT: atMost('PT', { id: 'Beasiswa perguruan tinggi, paling lama', en: 'Scholarship, higher education, at most' }, 5),
} as const

/** The one sum for one child under PP 44/2015. */
export const scholarshipOnce = parameter({
  name: 'scholarship-once',
  title: { id: 'Beasiswa sekali bayar (PP 44/2015)', en: 'Scholarship paid once (PP 44/2015)' },
  unit: 'rupiah',
  history: [
    { ...table, value: null },
    { ...none, value: rupiah(12_000_000) },
  ],
})

export const scholarshipChildren = parameter({
  name: 'scholarship-children',
  title: { id: 'Beasiswa: jumlah anak, paling banyak', en: 'Scholarship: children, at most' },
  unit: 'heads',
  history: [
    { ...table, value: heads(2), sources: ['S05', 'S23'] },
    { ...none, value: heads(1), sources: ['S05', 'S23a'] },
  ],
})

export const scholarshipMonthsForJkm = parameter({
  name: 'scholarship-jkm-months',
  title: { id: 'Beasiswa JKM: bulan iuran paling sedikit', en: 'Scholarship under JKM: months of contributions at least' },
  unit: 'months',
  history: [
    {
      ...table,
      value: months(36),
      sources: ['S05', 'S24'],
      note: {
        id: 'Apakah tiga tahun itu harus tidak terputus belum ditemukan.',
        en: 'Whether the three years must be unbroken was not found.',
      },
    },
    { ...none, value: months(60), sources: ['S05'] },
  ],
})

/** The birthday at which it ends. */
export const scholarshipEndAge = parameter({
  name: 'scholarship-end-age',
  title: { id: 'Beasiswa berakhir pada umur', en: 'Scholarship ends at the age of' },
  unit: 'years',
  history: [{ ...none, value: years(23), law: { law: 'permenaker-5-2021' }, sources: ['S23', 'S24'] }],
})
