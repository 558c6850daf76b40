import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { CareFacts, TransportFacts } from './jkk-costs.ts'

const member = { memberSince: day('2019-01-01') }

export const transportCases: readonly Case<TransportFacts>[] = [
  {
    name: { id: 'Ambulans darat dan pesawat, keduanya di bawah batas', en: 'Ambulance and plane, both below the caps' },
    on: day('2025-06-01'),
    facts: { ...member, land: 750_000, air: 4_200_000 },
    granted: true,
    amount: 4_950_000,
    sources: ['S04'],
  },
  {
    name: { id: 'Tiga moda melebihi batas: jumlah batasnya', en: 'Three modes above the caps: the caps together' },
    on: day('2025-06-01'),
    facts: { ...member, land: 6_000_000, sea: 3_000_000, air: 20_000_000 },
    granted: true,
    amount: 17_000_000,
    lines: [5_000_000, 2_000_000, 10_000_000],
    unmet: ['within-cap'],
    sources: ['S04'],
  },
  {
    name: { id: 'Batas lama pada 1 Desember 2019', en: 'The old cap on 1 December 2019' },
    on: day('2019-12-01'),
    facts: { ...member, land: 6_000_000 },
    granted: true,
    amount: 1_000_000,
  },
  {
    name: { id: 'Batas baru pada 2 Desember 2019', en: 'The new cap on 2 December 2019' },
    on: day('2019-12-02'),
    facts: { ...member, land: 6_000_000 },
    granted: true,
    amount: 5_000_000,
  },
  {
    name: { id: 'Tanpa kuitansi', en: 'No receipt' },
    on: day('2025-06-01'),
    facts: member,
    granted: false,
    amount: null,
    unmet: ['costs-receipted'],
  },
]

export const careCases: readonly Case<CareFacts>[] = [
  {
    name: { id: 'Perawatan di rumah sampai batas', en: 'Home care up to the cap' },
    on: day('2025-06-01'),
    facts: { ...member, homeCare: 27_500_000 },
    granted: true,
    amount: 20_000_000,
    unmet: ['within-cap'],
    sources: ['S03'],
  },
  {
    name: { id: 'Perawatan di rumah belum ada sebelum PP 82/2019', en: 'No home care before PP 82/2019' },
    on: day('2019-12-01'),
    facts: { ...member, homeCare: 5_000_000 },
    granted: true,
    amount: 0,
    unmet: ['within-cap'],
  },
  {
    name: { id: 'Perawatan di rumah sejak 2 Desember 2019', en: 'Home care since 2 December 2019' },
    on: day('2019-12-02'),
    facts: { ...member, homeCare: 5_000_000 },
    granted: true,
    amount: 5_000_000,
  },
  {
    name: { id: 'Kaki palsu: harga daftar dan 40 %', en: 'An artificial leg: list price and 40 %' },
    on: day('2025-06-01'),
    facts: { ...member, prosthesis: 10_000_000 },
    granted: true,
    amount: 14_000_000,
    sources: ['S04'],
  },
  {
    name: { id: 'Kacamata dan gigi tiruan', en: 'Glasses and dentures' },
    on: day('2025-06-01'),
    facts: { ...member, glasses: 800_000, dentures: 5_500_000 },
    granted: true,
    amount: 5_800_000,
  },
]
