/** A whole number of rupiah, positive or negative, always a safe integer. */
export type Rupiah = number & { readonly __unit: 'rupiah' }

/** Brands a whole number as rupiah; throws on fractions and on numbers too large to be exact. */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of rupiah: ${amount}`)
  return amount as Rupiah
}

export const zeroRupiah = 0 as Rupiah

/** Adds amounts; throws when the sum is no longer exact. */
export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0
  for (const amount of amounts) total += amount
  return rupiah(total)
}

/** Multiplies an amount by a whole count (people, months). */
export function timesRupiah(amount: Rupiah, count: number): Rupiah {
  return rupiah(amount * count)
}

/** Writes an amount as officials do: `Rp16.800`, in both languages. */
export function formatRupiah(amount: number): string {
  const digits = Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return `${amount < 0 ? '-' : ''}Rp${digits}`
}
