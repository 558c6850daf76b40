import { contributionLaw, type Package } from '../../rules/contributions/contribution.ts'
import type { PayerKind } from '../../rules/kit/units.ts'
import type { Wording } from '../../values/language.ts'
import { addMonths, type Month, monthsFromTo } from '../../values/months.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatRupiah, rupiah, type Rupiah, sumRupiah, timesRupiah } from '../../values/rupiah.ts'
import { unreachable } from '../../values/unreachable.ts'

/** Where the money of a programme comes from. */
export const sources = ['APBD', 'APBD-PROVINSI', 'APBDES', 'DBH-CHT', 'DBH-SAWIT', 'CSR', 'BAZNAS'] as const
export type Source = (typeof sources)[number]

/** Who pays in the eyes of the law: shared revenue (DBH) is spent through the regional budget. */
export const payerOfSource: Record<Source, PayerKind> = {
  APBD: 'APBD',
  'APBD-PROVINSI': 'APBD',
  APBDES: 'APBDES',
  'DBH-CHT': 'APBD',
  'DBH-SAWIT': 'APBD',
  CSR: 'CSR',
  BAZNAS: 'BAZNAS',
}

/** How much a source may pay in a fiscal year. */
export type BudgetLine = { source: Source; fiscalYear: number; accountCode: string | null; ceiling: Rupiah }

/** What a programme buys and for whom, as far as money goes. */
export type Plan = {
  firstMonth: Month
  lastMonth: Month
  package: Package
  payer: PayerKind
  quota: number
  budgetLines: readonly Pick<BudgetLine, 'ceiling'>[]
}

/** The first month there is a law for. */
export const firstMonthOfLaw = '2015-07' as Month

/** What a plan costs when every place of the quota is filled in every month; counted by person-month, each month at its own price. */
export function costOf(plan: Omit<Plan, 'budgetLines'>): {
  months: number
  personMonths: number
  pricePerMonth: Rupiah
  cost: Rupiah
} {
  const months = monthsFromTo(plan.firstMonth, plan.lastMonth)
  const facts = { package: plan.package, payer: plan.payer }
  const prices = Array.from({ length: months }, (_, index) => contributionLaw(addMonths(plan.firstMonth, index))(facts))
  const cost = sumRupiah(prices.map((price) => timesRupiah(price, plan.quota)))
  return { months, personMonths: months * plan.quota, pricePerMonth: prices[0] ?? rupiah(0), cost }
}

/** Something to think about before going on; nothing is refused for it. */
export type Warning =
  | { kind: 'short-window'; months: number }
  | { kind: 'ceiling-short'; needed: Rupiah; ceiling: Rupiah }
  | { kind: 'changed-since-run'; people: number }

/** Months of cover after which a natural death pays in full (Permenaker 1/2025). */
const monthsUntilFullDeathBenefit = 3

/** What there is to say about a plan. */
export function warningsOf(plan: Plan): Warning[] {
  const { months, cost } = costOf(plan)
  const ceiling = sumRupiah(plan.budgetLines.map((line) => line.ceiling))
  const warnings: Warning[] = []
  if (months < monthsUntilFullDeathBenefit) warnings.push({ kind: 'short-window', months })
  if (ceiling < cost) warnings.push({ kind: 'ceiling-short', needed: cost, ceiling })
  return warnings
}

/** A warning in the words a person needs. */
export function wordWarning(warning: Warning): { title: Wording; why: Wording; todo: Wording } {
  switch (warning.kind) {
    case 'short-window':
      return {
        title: { id: `Perlindungan hanya ${warning.months} bulan.`, en: `The cover lasts only ${warning.months} months.` },
        why: {
          id: 'Kematian biasa dalam tiga bulan pertama hanya dibayar Rp10.000.000, bukan Rp42.000.000 (Permenaker 1/2025).',
          en: 'A natural death in the first three months pays Rp10.000.000 instead of Rp42.000.000 (Permenaker 1/2025).',
        },
        todo: {
          id: 'Perpanjang masa program, atau pastikan peserta lanjut tanpa jeda.',
          en: 'Lengthen the programme, or see that people go on without a gap.',
        },
      }
    case 'ceiling-short':
      return {
        title: {
          id: `Pagu ${formatRupiah(warning.ceiling)} kurang ${formatRupiah(warning.needed - warning.ceiling)} dari kebutuhan ${formatRupiah(warning.needed)}.`,
          en: `The ceiling ${formatRupiah(warning.ceiling)} is ${formatRupiah(warning.needed - warning.ceiling)} short of the ${formatRupiah(warning.needed)} needed.`,
        },
        why: { id: 'Iuran bulan-bulan terakhir tidak akan terbayar.', en: 'The last months could not be paid.' },
        todo: {
          id: 'Tambah pagu, kurangi kuota, atau perpendek masa program.',
          en: 'Raise the ceiling, lower the quota or shorten the programme.',
        },
      }
    case 'changed-since-run':
      return {
        title: {
          id: `${formatCount(warning.people, 'id')} orang dalam kuota sejak penilaian diketahui meninggal, sudah terlindungi, atau dihapus dari daftar.`,
          en: `${formatCount(warning.people, 'en')} people within the quota are since known to be dead, covered already or removed.`,
        },
        why: { id: 'Iuran mereka akan terbuang.', en: 'Their contributions would be wasted.' },
        todo: { id: 'Jalankan lagi penilaian sebelum SK ditetapkan.', en: 'Judge again before the decree is made.' },
      }
    default:
      return unreachable(warning)
  }
}
