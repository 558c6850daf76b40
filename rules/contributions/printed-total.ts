import type { Rupiah } from '../../values/rupiah.ts'

/** What a total printed in a decree, a budget or the press turns out to be when it is computed again. */
export type PrintedTotal =
  | { readonly verdict: 'exact' }
  /** It rounds to the printed figure at the precision in which it was printed. */
  | { readonly verdict: 'rounds'; readonly difference: number }
  | {
      readonly verdict: 'mismatch'
      readonly expected: number
      readonly difference: number
      /** False: no whole number of person-months can give this total. */
      readonly divisible: boolean
    }

/**
 * Computes people × months × price again and compares it with a printed total; never trust a printed one. `precision` is
 * the unit in which it was printed (1 rupiah, or 1,000,000,000 for “Rp7 miliar”); truncating counts as rounding.
 */
export function checkPrintedTotal(
  printed: number,
  programme: { readonly people: number; readonly months: number; readonly price: Rupiah },
  precision = 1,
): PrintedTotal {
  const expected = programme.people * programme.months * programme.price
  const difference = printed - expected
  if (difference === 0) return { verdict: 'exact' }
  const rounded = Math.abs(difference) <= precision / 2 || (difference < 0 && -difference < precision)
  if (precision > 1 && rounded) return { verdict: 'rounds', difference }
  return { verdict: 'mismatch', expected, difference, divisible: printed % programme.price === 0 }
}

/**
 * Computes a printed percentage again from its printed numerator and denominator. A figure whose parts do not give it was
 * misprinted somewhere: digits of the Bali denominator of March 2025 were swapped like this.
 */
export function checkPrintedShare(
  printedPercent: number,
  of: { readonly numerator: number; readonly denominator: number },
): { readonly verdict: 'exact' } | { readonly verdict: 'mismatch'; readonly expected: number } {
  const expected = Math.round((of.numerator / of.denominator) * 10_000) / 100
  return expected === printedPercent ? { verdict: 'exact' } : { verdict: 'mismatch', expected }
}

/** Adds the parts of a printed sum again; the difference is printed minus computed. */
export function checkPrintedSum(
  printed: number,
  parts: readonly number[],
): { readonly verdict: 'exact' | 'mismatch'; readonly difference: number } {
  const difference = printed - parts.reduce((sum, part) => sum + part, 0)
  return { verdict: difference === 0 ? 'exact' : 'mismatch', difference }
}
