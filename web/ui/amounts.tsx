import { formatCount, formatShare } from '../../values/numbers.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useLanguage } from '../text/language.tsx'

/** An amount of money: whole rupiah, written `Rp16.800`. */
export function Amount({ rupiah }: { rupiah: number }) {
  return <span className="figures">{formatRupiah(rupiah)}</span>
}

/** A count of people, months or things: `1.234.567`. */
export function Count({ of }: { of: number }) {
  const { language } = useLanguage()
  return <span className="figures">{formatCount(of, language)}</span>
}

/** A part of a whole in per cent with one decimal; a dash where the whole is zero. */
export function Share({ part, whole }: { part: number; whole: number }) {
  const { language } = useLanguage()
  return <span className="figures">{whole === 0 ? '–' : formatShare(part / whole, language)}</span>
}
