import { day } from '../../values/days.ts'
import { rupiah } from '../../values/rupiah.ts'
import { type Parameter, parameter } from '../kit/parameter.ts'
import { type Percent, percent, wages, workingDays, years } from '../kit/units.ts'
import type { Wording } from '../../values/language.ts'
import type { SourceId } from '../law/sources.ts'
import { readOn, startOfLaw } from './checked.ts'

const raised = day('2019-12-02')

const old = { from: startOfLaw, law: { law: 'pp-44-2015', annex: 'III' }, checkedOn: readOn } as const
const now = { from: raised, law: { law: 'pp-82-2019', annex: 'III' }, checkedOn: readOn } as const

/** A cap or sum that PP 82/2019 raised: the new figure as read in sources, the old one as generally known. */
function raisedSum(
  name: string,
  title: Wording,
  sums: { now: number; before: number | null; sources: SourceId[] },
): Parameter<'rupiah'> {
  const [first, ...rest] = sums.sources
  const value = rupiah(sums.now)
  const entry =
    first === undefined
      ? { ...now, value, verified: false as const }
      : { ...now, value, verified: true as const, sources: [first, ...rest] as const }
  const earlier = sums.before === null ? null : rupiah(sums.before)
  return parameter({ name, title, unit: 'rupiah', history: [entry, { ...old, value: earlier, verified: false }] })
}

export const transportLandCap = raisedSum(
  'jkk-transport-land',
  { id: 'JKK: pengangkutan darat, sungai, danau, paling banyak', en: 'JKK: transport by land, river or lake, at most' },
  { now: 5_000_000, before: 1_000_000, sources: ['S03', 'S04'] },
)
export const transportSeaCap = raisedSum(
  'jkk-transport-sea',
  { id: 'JKK: pengangkutan laut, paling banyak', en: 'JKK: transport by sea, at most' },
  { now: 2_000_000, before: 1_500_000, sources: ['S04'] },
)
export const transportAirCap = raisedSum(
  'jkk-transport-air',
  { id: 'JKK: pengangkutan udara, paling banyak', en: 'JKK: transport by air, at most' },
  { now: 10_000_000, before: 2_500_000, sources: ['S04'] },
)
export const jkkPeriodic = raisedSum(
  'jkk-periodic',
  { id: 'JKK: santunan berkala, dibayar sekaligus', en: 'JKK: periodic benefit, paid at once' },
  { now: 12_000_000, before: 4_800_000, sources: ['S04'] },
)
export const jkkFuneral = raisedSum(
  'jkk-funeral',
  { id: 'JKK: biaya pemakaman', en: 'JKK: funeral benefit' },
  { now: 10_000_000, before: 3_000_000, sources: ['S04'] },
)
export const homeCareCap = raisedSum(
  'jkk-home-care',
  { id: 'JKK: perawatan di rumah, paling banyak (paling lama 1 tahun)', en: 'JKK: home care, at most (for one year at most)' },
  { now: 20_000_000, before: null, sources: ['S03'] },
)
export const denturesCap = raisedSum(
  'jkk-dentures',
  { id: 'JKK: gigi tiruan per kasus, paling banyak', en: 'JKK: dentures per case, at most' },
  { now: 5_000_000, before: 3_000_000, sources: [] },
)
export const hearingAidCap = raisedSum(
  'jkk-hearing-aid',
  { id: 'JKK: alat bantu dengar, paling banyak', en: 'JKK: hearing aid, at most' },
  { now: 2_500_000, before: null, sources: [] },
)
export const glassesCap = raisedSum(
  'jkk-glasses',
  { id: 'JKK: kacamata, paling banyak', en: 'JKK: glasses, at most' },
  { now: 1_000_000, before: null, sources: [] },
)

const share = (name: string, title: Wording, values: { now: number; before: number }): Parameter<'percent'> =>
  parameter({
    name,
    title,
    unit: 'percent',
    history: [
      { ...now, value: percent(values.now), verified: true, sources: ['S04'] },
      { ...old, value: percent(values.before), verified: false },
    ],
  })

/** Orthosis and prosthesis: this much above the price list of the government rehabilitation hospital. */
export const prosthesisMarkUp: Parameter<'percent'> = share(
  'jkk-prosthesis-mark-up',
  {
    id: 'JKK: orthose dan prothese, tambahan di atas harga RS rehabilitasi pemerintah',
    en: 'JKK: orthosis and prosthesis, above the government price list',
  },
  { now: 40, before: 40 },
)
export const incapacityFirst = share(
  'jkk-incapacity-months-1-6',
  { id: 'STMB bulan 1–6', en: 'Temporary incapacity, months 1–6' },
  { now: 100, before: 100 },
)
export const incapacitySecond = share(
  'jkk-incapacity-months-7-12',
  { id: 'STMB bulan 7–12', en: 'Temporary incapacity, months 7–12' },
  { now: 100, before: 75 },
)
export const incapacityLater = share(
  'jkk-incapacity-months-13',
  { id: 'STMB mulai bulan 13', en: 'Temporary incapacity, from month 13' },
  { now: 50, before: 50 },
)

const always = { from: startOfLaw, law: { law: 'pp-44-2015', annex: 'III' }, checkedOn: readOn, verified: true } as const

/** The multiple of the monthly income from which death and disability are counted. */
export const wageMultiple = parameter({
  name: 'jkk-wage-multiple',
  title: { id: 'JKK: kelipatan upah sebulan', en: 'JKK: multiple of the monthly income' },
  unit: 'wages',
  history: [{ ...always, value: wages(80), sources: ['S04', 'S60'] }],
})
export const deathShare = parameter({
  name: 'jkk-death-share',
  title: { id: 'JKK: santunan kematian, bagian dari 80 kali upah', en: 'JKK: death, share of 80 monthly incomes' },
  unit: 'percent',
  history: [{ ...always, value: percent(60), sources: ['S04', 'S60'] }],
})
export const totalDisabilityShare = parameter({
  name: 'jkk-total-disability-share',
  title: {
    id: 'JKK: cacat total tetap, bagian dari 80 kali upah',
    en: 'JKK: total permanent disability, share of 80 monthly incomes',
  },
  unit: 'percent',
  history: [{ ...always, value: percent(70), sources: ['S04'] }],
})

/** The most that several losses together may be worth. */
export const partialDisabilityCeiling: Parameter<'percent'> = parameter({
  name: 'jkk-partial-disability-ceiling',
  title: { id: 'JKK: jumlah persentase beberapa cacat, paling banyak', en: 'JKK: several losses together, at most' },
  unit: 'percent',
  history: [
    {
      ...old,
      value: percent(70) as Percent,
      verified: false,
      note: {
        id: 'Belum dibaca. Aturan ASN (BKN 4/2020) memakai 100 %: skema lain, jangan disalin.',
        en: 'Not read. The civil-servant rule (BKN 4/2020) uses 100 %: another scheme, not to be copied.',
      },
    },
  ],
})

/** Years after the accident or the diagnosis within which a JKK claim must be made. */
export const jkkClaimYears = parameter({
  name: 'jkk-claim-years',
  title: { id: 'JKK: tahun sampai klaim gugur', en: 'JKK: years until a claim expires' },
  unit: 'years',
  history: [
    {
      from: raised,
      value: years(5),
      law: { law: 'pp-82-2019', article: '26' },
      checkedOn: readOn,
      verified: true,
      sources: ['S05'],
    },
    {
      from: startOfLaw,
      value: years(2),
      law: { law: 'pp-44-2015', article: '26' },
      checkedOn: readOn,
      verified: true,
      sources: ['S05'],
    },
  ],
})

export const jkkPaymentDays = parameter({
  name: 'jkk-payment-days',
  title: { id: 'JKK: hari kerja pembayaran sejak berkas lengkap', en: 'JKK: working days to pay a complete claim' },
  unit: 'working-days',
  history: [{ ...old, value: workingDays(7), law: { law: 'permenaker-5-2021' }, verified: false }],
})
