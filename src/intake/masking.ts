import { maskNik } from '../../values/nik.ts'

/** What stands in a list, with every number as long as a NIK or a family card masked, however its digits are set apart, a few lost or not. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d(?:[ .\-\u00a0]?\d){13,}/g, (found) => maskNik(found.replace(/\D/g, '')))
}
