import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { firstDayOf, type Month } from '../../values/months.ts'
import { formatRupiah, rupiah, type Rupiah } from '../../values/rupiah.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { type EpochDay, toEpochDay } from '../kit/epoch.ts'
import { groundKind, judge, judgeWith } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { valueOn } from '../kit/parameter.ts'
import { type IncomeBand, type PayerKind, payerKinds, type Percent } from '../kit/units.ts'
import { lawByDay } from '../kit/versions.ts'
import {
  incomeBands,
  jhtShare,
  jkkShare,
  jkmPrice,
  othersPay,
  payersWithoutRelief,
  transportPays,
} from '../parameters/contributions.ts'

/** What is bought: work injury and death, or both with old-age savings. */
export const packages = ['JKK_JKM', 'JKK_JKM_JHT'] as const
export type Package = (typeof packages)[number]

export const sectors = ['transport', 'other'] as const
export type Sector = (typeof sectors)[number]

/** Whose month costs what: `income` is the reported monthly income (absent: the lowest band, as in government packages). */
export type ContributionFacts = {
  readonly package: Package
  readonly payer: PayerKind
  readonly income?: number | undefined
  readonly sector?: Sector | undefined
}

/** The parts of one month’s price. */
export type MonthPrice = { readonly jkk: Rupiah; readonly jkm: Rupiah; readonly jht: Rupiah; readonly total: Rupiah }

type Law = {
  readonly bands: readonly IncomeBand[]
  readonly pays: Readonly<Record<Sector, Percent>>
  readonly withoutRelief: readonly PayerKind[]
  readonly price: (base: Rupiah, pays: Percent, kind: Package) => MonthPrice
}

export const contributionParameters = [
  incomeBands,
  jhtShare,
  jkkShare,
  jkmPrice,
  othersPay,
  payersWithoutRelief,
  transportPays,
] as const

const lawOn = lawByDay<Law>(contributionParameters, (on) => ({
  bands: valueOn(incomeBands, on),
  pays: { transport: valueOn(transportPays, on), other: valueOn(othersPay, on) },
  withoutRelief: valueOn(payersWithoutRelief, on),
  price: monthPrice(valueOn(jkkShare, on), valueOn(jkmPrice, on), valueOn(jhtShare, on)),
}))

/**
 * The price of one contribution month, payer-aware, with every ground. `on` is any day of the month.
 * PP 44/2015 Lampiran II; PP 46/2015; PP 50/2025 art. 4 halves JKK and JKM, never JHT, and not where APBN or APBD pays.
 */
export function contributionPerMonth(facts: ContributionFacts, on: Day): Decision {
  const law = lawOn(monthDay(on))
  if (law === undefined) return decideAmount([judge(lawInForce, false)], () => [], false)
  const pays = law.pays[facts.sector ?? 'other']
  const keepsRelief = !law.withoutRelief.includes(facts.payer)
  const { base } = bandOf(law.bands, facts.income ?? 0)
  const grounds = [
    judge(lawInForce, true),
    judgeWith(baseCounts, true, baseDetail(facts.income, base)),
    judge(reliefRuns, pays < 100),
    pays < 100 && facts.payer === 'APBDES' ? judgeWith(payerKeepsRelief, true, notSettled) : judge(payerKeepsRelief, keepsRelief),
    judge(withSavings, facts.package === 'JKK_JKM_JHT'),
  ]
  const price = law.price(base, keepsRelief ? pays : wholePrice, facts.package)
  return decideAmount(grounds, () => linesOf(price), false)
}

/**
 * Resolves the law of a month once and gives a function from facts to the month’s price in rupiah, for lists of millions.
 * Throws for a month before July 2015.
 */
export function contributionLaw(on: Day | Month): (facts: ContributionFacts) => Rupiah {
  const law = lawOn(typeof on === 'string' ? toEpochDay(firstDayOf(on)) : monthDay(on))
  if (law === undefined) throw new RangeError(`no contribution law on ${on.toString()}`)
  const prices = new Float64Array(8 * law.bands.length)
  const placeOf = { savings: law.bands.length, transport: 2 * law.bands.length, relief: 4 * law.bands.length }
  for (let part = 0; part < 8; part++) {
    const [savings, transport, relief] = [(part & 1) > 0, (part & 2) > 0, (part & 4) > 0]
    const pays = relief ? law.pays[transport ? 'transport' : 'other'] : wholePrice
    law.bands.forEach(({ base }, band) => {
      prices[part * law.bands.length + band] = law.price(base, pays, savings ? 'JKK_JKM_JHT' : 'JKK_JKM').total
    })
  }
  const reliefOf = payerTable((payer) => (law.withoutRelief.includes(payer) ? 0 : placeOf.relief))
  const bandAt = bandFinder(law.bands)
  return (facts) => {
    const place =
      bandAt(facts.income ?? 0) +
      (facts.package === 'JKK_JKM_JHT' ? placeOf.savings : 0) +
      (facts.sector === 'transport' ? placeOf.transport : 0) +
      reliefOf[facts.payer]
    return prices[place] as Rupiah
  }
}

/** The base on which benefits and contributions of a reported income are counted on a day. */
export function incomeBaseOf(income: number | undefined, on: Day): Rupiah {
  return bandOf(valueOn(incomeBands, on), income ?? 0).base
}

const wholePrice = 100 as Percent

const baseCounts = groundKind({
  id: 'income-base',
  condition: {
    id: 'Iuran dihitung dari dasar tingkat penghasilan',
    en: 'Contributions are counted on the base of the income band',
  },
  law: { law: 'pp-44-2015', annex: 'II' },
  effect: 'changes-amount',
})

const reliefRuns = groundKind({
  id: 'relief-in-force',
  condition: {
    id: 'Ada keringanan JKK dan JKM bagi sektor ini pada bulan iuran itu',
    en: 'A relief of JKK and JKM runs for this sector in that contribution month',
  },
  law: { law: 'pp-50-2025', article: '4(1)' },
  effect: 'changes-amount',
})

const payerKeepsRelief = groundKind({
  id: 'payer-keeps-relief',
  condition: {
    id: 'Iuran tidak dibayar dari APBN atau APBD, sehingga keringanan berlaku',
    en: 'Not paid from APBN or APBD, so a relief applies',
  },
  law: { law: 'pp-50-2025', article: '4' },
  effect: 'changes-amount',
})

const withSavings = groundKind({
  id: 'with-old-age-savings',
  condition: { id: 'Paket dengan JHT (pilihan)', en: 'Package with old-age savings (optional)' },
  law: { law: 'pp-46-2015', annex: 'I' },
  effect: 'changes-amount',
})

const notSettled: Wording = {
  id: 'Pasal hanya mengecualikan APBN dan APBD; untuk APBDes tanyakan ke kantor cabang.',
  en: 'The text excludes APBN and APBD only; for village budgets ask the branch.',
}

const labels = {
  jkk: { id: 'Iuran JKK', en: 'JKK contribution' },
  jkm: { id: 'Iuran JKM', en: 'JKM contribution' },
  jht: { id: 'Iuran JHT', en: 'JHT contribution' },
} as const satisfies Record<string, Wording>

function monthPrice(jkk: Percent, jkm: Rupiah, jht: Percent): Law['price'] {
  return (base, pays, kind) => {
    const parts = {
      jkk: rupiah(Math.round((base * jkk * pays) / 10_000)),
      jkm: rupiah(Math.round((jkm * pays) / 100)),
      jht: rupiah(kind === 'JKK_JKM_JHT' ? Math.round((base * jht) / 100) : 0),
    }
    return { ...parts, total: rupiah(parts.jkk + parts.jkm + parts.jht) }
  }
}

function linesOf(price: MonthPrice): Line[] {
  const lines = [
    { label: labels.jkk, amount: price.jkk },
    { label: labels.jkm, amount: price.jkm },
  ]
  return price.jht > 0 ? [...lines, { label: labels.jht, amount: price.jht }] : lines
}

function bandPlace(bands: readonly IncomeBand[], income: number): number {
  let place = 0
  for (let next = 1; next < bands.length; next++) {
    if (income < (bands[next]?.floor ?? Infinity)) break
    place = next
  }
  return place
}

/** Finds bands without searching: all floors are multiples of one step, so a table with an entry per step answers. */
function bandFinder(bands: readonly IncomeBand[]): (income: number) => number {
  const step = bands.reduce((common, band) => greatestCommonDivisor(common, band.floor), 0)
  const highest = (bands.at(-1)?.floor ?? 0) / step
  const table = Uint8Array.from({ length: highest + 1 }, (_, place) => bandPlace(bands, place * step))
  return (income) => table[Math.min(highest, Math.floor(income / step))] ?? 0
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right)
}

function payerTable(valueOf: (payer: PayerKind) => number): Record<PayerKind, number> {
  return Object.fromEntries(payerKinds.map((payer) => [payer, valueOf(payer)])) as Record<PayerKind, number>
}

function bandOf(bands: readonly IncomeBand[], income: number): IncomeBand {
  const band = bands[bandPlace(bands, income)]
  if (band === undefined) throw new RangeError('no income band')
  return band
}

function baseDetail(income: number | undefined, base: Rupiah): Wording {
  const reported = income === undefined ? null : formatRupiah(income)
  return reported === null
    ? { id: `Dasar terendah ${formatRupiah(base)}`, en: `Lowest base ${formatRupiah(base)}` }
    : { id: `Penghasilan ${reported}: dasar ${formatRupiah(base)}`, en: `Income ${reported}: base ${formatRupiah(base)}` }
}

function monthDay(on: Day): EpochDay {
  return toEpochDay(on.with({ day: 1 }))
}
