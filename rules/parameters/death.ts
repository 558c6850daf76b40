import { day } from '../../values/days.ts'
import { rupiah } from '../../values/rupiah.ts'
import { type Entry, parameter } from '../kit/parameter.ts'
import { months, type Months, percent, workingDays } from '../kit/units.ts'
import { readOn, startOfLaw } from './checked.ts'

/** The day PP 82/2019 began. */
const raised = day('2019-12-02')

const before = { from: startOfLaw, law: { law: 'pp-44-2015' }, checkedOn: readOn, verified: true, sources: ['S05'] } as const
const after = {
  from: raised,
  law: { law: 'pp-82-2019', article: '34' },
  checkedOn: readOn,
  verified: true,
  sources: ['S05'],
} as const

export const jkmDeathSum = parameter({
  name: 'jkm-death-sum',
  title: { id: 'JKM: santunan sekaligus', en: 'JKM: death sum' },
  unit: 'rupiah',
  history: [
    { ...after, value: rupiah(20_000_000) },
    { ...before, value: rupiah(16_200_000) },
  ],
})

export const jkmPeriodic = parameter({
  name: 'jkm-periodic',
  title: { id: 'JKM: santunan berkala, dibayar sekaligus', en: 'JKM: periodic benefit, paid at once' },
  unit: 'rupiah',
  history: [
    { ...after, value: rupiah(12_000_000) },
    { ...before, value: rupiah(4_800_000) },
  ],
})

export const jkmFuneral = parameter({
  name: 'jkm-funeral',
  title: { id: 'JKM: biaya pemakaman', en: 'JKM: funeral benefit' },
  unit: 'rupiah',
  history: [
    { ...after, value: rupiah(10_000_000) },
    { ...before, value: rupiah(3_000_000) },
  ],
})

const noWaiting: Entry<Months> = {
  from: startOfLaw,
  value: months(0),
  law: { law: 'pp-44-2015' },
  checkedOn: readOn,
  verified: true,
  sources: ['S15', 'S19'],
  note: { id: 'Manfaat penuh sejak hari pertama', en: 'Full benefit from the first day' },
}

/** Months of membership before the full death benefit of a non-wage worker. The start day is open: see `jkmLaw`. */
export const jkmWaitingMonths = parameter({
  name: 'jkm-waiting-months',
  title: {
    id: 'JKM BPU: bulan kepesertaan sebelum manfaat penuh',
    en: 'JKM, non-wage: months of membership before the full benefit',
  },
  unit: 'months',
  history: [
    {
      from: day('2025-02-24'),
      value: months(3),
      law: { law: 'permenaker-1-2025' },
      checkedOn: readOn,
      verified: true,
      sources: ['S15', 'S16', 'S17', 'S18', 'S20'],
      note: {
        id: 'Diundangkan 24 Februari 2025; pasal tentang mulai berlakunya belum dibaca.',
        en: 'Promulgated on 24 February 2025; the article on its start has not been read.',
      },
      conflict: {
        readings: [
          {
            says: {
              id: 'Penuh bila meninggal pada atau setelah genap tiga bulan',
              en: 'Full on or after the day three months are complete',
            },
            sources: ['S16'],
          },
          {
            says: { id: 'Penuh hanya setelah lewat tiga bulan', en: 'Full only after three months have passed' },
            sources: ['S15'],
          },
        ],
        chosen: 0,
        why: {
          id: '“Kurang dari 3 bulan” berarti genap tiga bulan sudah cukup.',
          en: '“Less than 3 months” means that three complete months suffice.',
        },
      },
    },
    noWaiting,
  ],
})

/** What a non-wage worker’s family gets while the waiting months run. */
export const jkmWaitingSum = parameter({
  name: 'jkm-waiting-sum',
  title: { id: 'JKM BPU: manfaat selama masa tunggu', en: 'JKM, non-wage: benefit during the waiting months' },
  unit: 'rupiah',
  history: [
    {
      from: day('2025-02-24'),
      value: rupiah(10_000_000),
      law: { law: 'permenaker-1-2025' },
      checkedOn: readOn,
      verified: true,
      sources: ['S15', 'S16', 'S17', 'S18'],
      conflict: {
        readings: [
          {
            says: { id: 'Bantuan pemakaman Rp10.000.000', en: 'Funeral assistance of Rp10.000.000' },
            sources: ['S15', 'S17', 'S18'],
          },
          {
            says: { id: 'Santunan Rp8.000.000 dan pemakaman Rp2.000.000', en: 'Death sum Rp8.000.000 and funeral Rp2.000.000' },
            sources: ['S16', 'S17'],
          },
        ],
        chosen: 0,
        why: {
          id: 'Jumlahnya sama; lebih banyak sumber menyebut bantuan pemakaman.',
          en: 'The total is the same; more sources say funeral assistance.',
        },
      },
    },
  ],
})

/** Working days within which BPJS pays a complete JKM claim. */
export const jkmPaymentDays = parameter({
  name: 'jkm-payment-days',
  title: { id: 'JKM: hari kerja pembayaran sejak berkas lengkap', en: 'JKM: working days to pay a complete claim' },
  unit: 'working-days',
  history: [{ ...before, value: workingDays(3), law: { law: 'pp-44-2015', article: '40(3)' }, sources: ['S06', 'S96'] }],
})

/** What BPJS owes the heirs for every day of delay, as a share of the sum. */
export const jkmLatePercent = parameter({
  name: 'jkm-late-percent',
  title: { id: 'JKM: ganti rugi keterlambatan per hari', en: 'JKM: compensation for each day of delay' },
  unit: 'percent',
  history: [{ ...before, value: percent(1), law: { law: 'pp-44-2015', article: '40(4)' }, sources: ['S06', 'S96'] }],
})
