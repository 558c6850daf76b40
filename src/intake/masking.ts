import { maskNik } from '../../values/nik.ts'

/** What stands in a list, with every sixteen digits (a NIK, a family card) masked, however they are set apart. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d(?:[ .\-\u00a0]?\d){15}/g, (found) => maskNik(found.replace(/\D/g, '')))
}
