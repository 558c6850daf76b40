import type { registers } from '../../src/matching/api.ts'
import { matchingText } from '../text/matching.ts'
import { useText } from '../text/language.tsx'

export type Register = (typeof registers)[number]

/** The columns without which nothing of an answer can be used, as registers head them. */
export const neededColumns: Record<Register, string> = {
  dukcapil: 'NIK, STATUS',
  bpjs: 'NIK, STATUS',
  dtsen: 'NIK, DESIL',
  deaths: 'NIK',
}

/** Names a register in the reader's language. */
export function useRegisterName(): (register: Register) => string {
  const text = useText(matchingText)
  const names: Record<Register, string> = {
    dukcapil: text.civilRegistry,
    bpjs: text.insurer,
    dtsen: text.welfare,
    deaths: text.deaths,
  }
  return (register) => names[register]
}
