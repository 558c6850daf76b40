import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { EligibilityQuestion } from './question.ts'

const on = day('2026-11-01')
const farmer: EligibilityQuestion = {
  nik: '5103014911944459',
  birthDate: day('1994-11-09'),
  occupation: 'Br. Tani',
  hasActivity: null,
  citizen: true,
  resident: true,
  knownToCivilRegistry: true,
  deceased: false,
  alreadyCovered: false,
  decile: 3,
  landHectares: null,
}
const refusal = { granted: false, amount: null } as const

export const eligibilityCases: readonly Case<EligibilityQuestion>[] = [
  {
    name: { id: 'Buruh tani 31 tahun memenuhi semua syarat', en: 'A farm labourer of 31 meets every condition' },
    on,
    facts: farmer,
    granted: true,
    amount: null,
  },
  {
    name: { id: 'Sehari sebelum ulang tahun ke-18: terlalu muda', en: 'A day before the 18th birthday: too young' },
    on,
    facts: { ...farmer, birthDate: day('2008-11-02') },
    ...refusal,
    unmet: ['age-at-entry'],
    sources: ['S33', 'S34'],
  },
  {
    name: { id: 'Genap 18 tahun: boleh', en: 'The 18th birthday: admitted' },
    on,
    facts: { ...farmer, birthDate: day('2008-11-01') },
    granted: true,
    amount: null,
  },
  {
    name: { id: 'Sehari sebelum ulang tahun ke-65: boleh', en: 'A day before the 65th birthday: admitted' },
    on,
    facts: { ...farmer, birthDate: day('1961-11-02') },
    granted: true,
    amount: null,
  },
  {
    name: { id: 'Genap 65 tahun: terlalu tua untuk didaftarkan', en: 'The 65th birthday: too old to be enrolled' },
    on,
    facts: { ...farmer, birthDate: day('1961-11-01') },
    ...refusal,
    unmet: ['age-at-entry'],
  },
  {
    name: { id: 'Daerah yang membaca “18–65” menerima umur 65', en: 'A region that reads “18–65” admits 65' },
    on,
    facts: { ...farmer, birthDate: day('1961-11-01'), maximumAgeIncluded: true },
    granted: true,
    amount: null,
    sources: ['S33'],
  },
  {
    name: { id: 'Pegawai negeri tidak boleh', en: 'A civil servant is barred' },
    on,
    facts: { ...farmer, occupation: 'P.N.S' },
    ...refusal,
    unmet: ['occupation-allowed'],
    sources: ['S97'],
  },
  {
    name: { id: 'Karyawan swasta adalah penerima upah', en: 'A private employee is a wage earner' },
    on,
    facts: { ...farmer, occupation: 'Kary. Swasta' },
    ...refusal,
    unmet: ['occupation-allowed'],
  },
  {
    name: { id: 'Ibu rumah tangga tanpa kegiatan ekonomi', en: 'A homemaker without an economic activity' },
    on,
    facts: { ...farmer, occupation: 'MENGURUS RUMAH TANGGA' },
    ...refusal,
    unmet: ['is-working'],
    sources: ['S56'],
  },
  {
    name: {
      id: 'Ibu rumah tangga yang ternyata berdagang, menurut petugas',
      en: 'A homemaker who in fact trades, says the surveyor',
    },
    on,
    facts: { ...farmer, occupation: 'Mengurus Rumah Tangga', hasActivity: true },
    granted: true,
    amount: null,
  },
  {
    name: { id: 'Sudah meninggal menurut Dukcapil', en: 'Deceased according to the civil registry' },
    on,
    facts: { ...farmer, deceased: true },
    ...refusal,
    unmet: ['not-deceased'],
  },
  {
    name: { id: 'Sudah dibayar provinsi', en: 'Already paid by the province' },
    on,
    facts: { ...farmer, alreadyCovered: true },
    ...refusal,
    unmet: ['not-already-covered'],
    sources: ['S35'],
  },
  {
    name: { id: 'Desil 6 melebihi batas daerah 5', en: 'Decile 6 is above the region’s ceiling of 5' },
    on,
    facts: { ...farmer, decile: 6, decileCeiling: 5 },
    ...refusal,
    unmet: ['decile-ceiling'],
  },
  {
    name: { id: 'NIK dengan 15 angka', en: 'A NIK of 15 digits' },
    on,
    facts: { ...farmer, nik: '510301491194445' },
    ...refusal,
    unmet: ['nik-valid'],
  },
]
