import { day } from '../../values/days.ts'
import { rupiah } from '../../values/rupiah.ts'
import { parameter } from '../kit/parameter.ts'
import { dayOfMonth, type IncomeBand, months, percent } from '../kit/units.ts'
import { readOn, startOfLaw } from './checked.ts'

/** JKM: one price for everybody. */
export const jkmPrice = parameter({
  name: 'jkm-contribution',
  title: { id: 'Iuran JKM BPU per bulan', en: 'JKM contribution of a non-wage worker, per month' },
  unit: 'rupiah-per-month',
  history: [
    {
      from: startOfLaw,
      value: rupiah(6800),
      law: { law: 'pp-44-2015' },
      checkedOn: readOn,
      verified: true,
      sources: ['S09', 'S12'],
    },
  ],
})

/** JKK: a share of the base of the income band. */
export const jkkShare = parameter({
  name: 'jkk-contribution-share',
  title: { id: 'Iuran JKK BPU, bagian dari dasar penghasilan', en: 'JKK contribution, share of the income base' },
  unit: 'percent',
  history: [
    {
      from: startOfLaw,
      value: percent(1),
      law: { law: 'pp-44-2015', annex: 'II' },
      checkedOn: readOn,
      verified: true,
      sources: ['S12', 'S67'],
    },
  ],
})

/** JHT (optional): a share of the same base; no relief ever touched it. */
export const jhtShare = parameter({
  name: 'jht-contribution-share',
  title: { id: 'Iuran JHT BPU, bagian dari dasar penghasilan', en: 'JHT contribution, share of the income base' },
  unit: 'percent',
  history: [
    {
      from: startOfLaw,
      value: percent(2),
      law: { law: 'pp-46-2015', annex: 'I' },
      checkedOn: readOn,
      verified: true,
      sources: ['S12', 'S67'],
    },
  ],
})

const band = (floor: number, base: number, verified = false): IncomeBand => ({
  floor: rupiah(floor),
  base: rupiah(base),
  verified,
})

/** From which reported income which base counts. The lowest and the highest row were read, those between were not. */
export const incomeBands = parameter({
  name: 'income-bands',
  title: { id: 'Tingkat penghasilan BPU dan dasar iurannya', en: 'Income bands of non-wage workers and their bases' },
  unit: 'income-bands',
  history: [
    {
      from: startOfLaw,
      value: [
        band(0, 1_000_000, true),
        ...Array.from({ length: 8 }, (_, step) => band(1_100_000 + step * 200_000, 1_200_000 + step * 200_000)),
        ...Array.from({ length: 11 }, (_, step) => band(2_700_000 + step * 500_000, 2_950_000 + step * 500_000)),
        ...Array.from({ length: 12 }, (_, step) => band(8_200_000 + step * 1_000_000, 8_700_000 + step * 1_000_000)),
        band(20_200_000, 20_700_000, true),
      ],
      law: { law: 'pp-44-2015', annex: 'II' },
      checkedOn: readOn,
      verified: false,
      sources: ['S11', 'S12'],
      note: {
        id: 'Baris pertama (dasar Rp1.000.000) dan terakhir (JKK paling tinggi Rp207.000) sudah dibaca; baris lain belum dicocokkan dengan lampirannya.',
        en: 'The first row (base Rp1.000.000) and the last (highest JKK Rp207.000) were read; the others have not been compared with the annex.',
      },
    },
  ],
})

const fullPrice = {
  value: percent(100),
  law: { law: 'pp-44-2015' },
  checkedOn: readOn,
  verified: true,
  sources: ['S12'],
} as const

const covidRelief = {
  value: percent(1),
  law: { law: 'pp-49-2020' },
  checkedOn: readOn,
  verified: false,
  sources: ['S75'],
} as const

const halfPrice = {
  value: percent(50),
  law: { law: 'pp-50-2025', article: '4(1)' },
  checkedOn: readOn,
  verified: true,
  sources: ['S08', 'S09', 'S10'],
} as const

/** What share of JKK and JKM a worker in transport pays, by contribution month. */
export const transportPays = parameter({
  name: 'jkk-jkm-payable-transport',
  title: {
    id: 'Bagian JKK dan JKM yang dibayar, BPU sektor transportasi',
    en: 'Share of JKK and JKM payable, transport workers',
  },
  unit: 'percent',
  history: [
    { ...fullPrice, from: day('2027-04-01'), law: { law: 'pp-50-2025', article: '4(1)' }, sources: ['S08', 'S09', 'S10'] },
    { ...halfPrice, from: day('2026-01-01') },
    { ...fullPrice, from: day('2021-02-01'), verified: false },
    { ...covidRelief, from: day('2020-08-01') },
    { ...fullPrice, from: startOfLaw },
  ],
})

/** What share of JKK and JKM every other non-wage worker pays, by contribution month. */
export const othersPay = parameter({
  name: 'jkk-jkm-payable-other',
  title: {
    id: 'Bagian JKK dan JKM yang dibayar, BPU di luar transportasi',
    en: 'Share of JKK and JKM payable, workers outside transport',
  },
  unit: 'percent',
  history: [
    { ...fullPrice, from: day('2027-01-01'), law: { law: 'pp-50-2025' }, sources: ['S08', 'S10'] },
    { ...halfPrice, from: day('2026-04-01'), law: { law: 'pp-50-2025' }, sources: ['S08', 'S10'] },
    { ...fullPrice, from: day('2021-02-01'), verified: false },
    { ...covidRelief, from: day('2020-08-01') },
    { ...fullPrice, from: startOfLaw },
  ],
})

/** Who pays the full price even while a relief runs. */
export const payersWithoutRelief = parameter({
  name: 'payers-without-relief',
  title: { id: 'Pembayar yang tidak mendapat keringanan', en: 'Payers to whom no relief applies' },
  unit: 'payers',
  history: [
    {
      from: day('2026-01-01'),
      value: ['APBN', 'APBD'],
      law: { law: 'pp-50-2025', article: '4' },
      checkedOn: readOn,
      verified: true,
      sources: ['S08'],
      conflict: {
        readings: [
          {
            says: { id: 'Hanya APBN dan APBD yang dikecualikan (bunyi pasal)', en: 'Only APBN and APBD are excluded (the text)' },
            sources: ['S08'],
          },
          {
            says: {
              id: 'APBDes ikut dikecualikan sebagai uang pemerintah',
              en: 'Village budgets are excluded too, as public money',
            },
            sources: [],
          },
        ],
        chosen: 0,
        why: {
          id: 'Pasal hanya menyebut APBN dan APBD. Status APBDes, CSR dan Baznas belum ditetapkan: tanyakan ke kantor cabang.',
          en: 'The text names APBN and APBD only. APBDes, CSR and Baznas are not settled: ask the branch.',
        },
      },
    },
    { from: startOfLaw, value: [], law: { law: 'pp-44-2015' }, checkedOn: readOn, verified: false },
  ],
})

/** The day of the contribution month by which a non-wage worker’s money must be there. */
export const dueDay = parameter({
  name: 'contribution-due-day',
  title: { id: 'Tanggal jatuh tempo iuran BPU', en: 'Due day of a non-wage contribution' },
  unit: 'day-of-month',
  history: [
    { from: startOfLaw, value: dayOfMonth(15), law: { law: 'pp-44-2015' }, checkedOn: readOn, verified: true, sources: ['S07'] },
  ],
})

/** Unpaid months in a row that a membership survives. */
export const monthsUnpaidAllowed = parameter({
  name: 'months-unpaid-allowed',
  title: { id: 'Bulan menunggak berturut-turut yang masih ditenggang', en: 'Unpaid months in a row that a membership survives' },
  unit: 'months',
  history: [
    {
      from: startOfLaw,
      value: months(3),
      law: { law: 'perdir-22-2022', article: '12' },
      checkedOn: readOn,
      verified: true,
      sources: ['S13', 'S14'],
      conflict: {
        readings: [
          {
            says: {
              id: 'Berakhir bila lebih dari tiga bulan berturut-turut belum dibayar: sehari setelah jatuh tempo bulan keempat',
              en: 'Ends when more than three months in a row are unpaid: the day after the due day of the fourth',
            },
            sources: ['S13', 'S14'],
          },
          {
            says: {
              id: 'Tunggakan hanya dapat dibayar tiga bulan sejak perlindungan berakhir',
              en: 'Arrears may be paid for three months only, counted from the end of protection',
            },
            sources: ['S13'],
          },
        ],
        chosen: 0,
        why: {
          id: 'Keduanya ada dalam aturan yang sama; bayarlah sebelum bulan ketiga habis agar aman menurut keduanya.',
          en: 'Both stand in the same rule; pay before the third month ends to be safe under either.',
        },
      },
    },
  ],
})
