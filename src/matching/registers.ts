import type { Wording } from '../../values/language.ts'

/** The registers whose answers come as files. */
export const registers = ['dukcapil', 'bpjs', 'dtsen', 'deaths'] as const
export type Register = (typeof registers)[number]

export const registerNames: Record<Register, Wording> = {
  dukcapil: { id: 'Dukcapil', en: 'the civil registry (Dukcapil)' },
  bpjs: { id: 'BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan' },
  dtsen: { id: 'DTSEN', en: 'the welfare register (DTSEN)' },
  deaths: { id: 'data kematian', en: 'the deaths' },
}

/** The table that keeps the newest answers of each register. */
export const recordTables: Record<Register, string> = {
  dukcapil: 'civil_record',
  bpjs: 'insured_record',
  dtsen: 'welfare_record',
  deaths: 'death_record',
}
