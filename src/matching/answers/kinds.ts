import { type Register, registers } from '../registers.ts'
import type { Field } from './fields.ts'
import type { AnswerTable } from './table.ts'

/** Columns without which nothing of an answer can be used: of each set at least one. */
export const neededFields: Record<Register, readonly (readonly Field[])[]> = {
  dukcapil: [['nik'], ['status']],
  bpjs: [['nik'], ['status']],
  dtsen: [['nik'], ['decile']],
  deaths: [['nik'], ['diedOn', 'certificate', 'status']],
}

/** The needed columns that a table lacks. Verdicts per field say as much as a status does. */
export function lackingFields(table: AnswerTable, register: Register): Field[] {
  return neededFields[register].flatMap((oneOf) => {
    if (oneOf.some((field) => table.values.has(field))) return []
    if (register === 'dukcapil' && table.verdicts.size > 0) return []
    return oneOf.slice(0, 1)
  })
}

/** The register whose answer a table is rather than the one it was handed in as; nothing when it may well be that one's. */
export function otherRegister(table: AnswerTable, register: Register): Register | undefined {
  const scores = scoresOf(table)
  const best = registers.reduce((left, right) => (scores[right] > scores[left] ? right : left))
  if (best === register || scores[best] < 3) return undefined
  const isLacking = lackingFields(table, register).length > 0
  return isLacking || scores[best] - scores[register] >= 2 ? best : undefined
}

/** How much in a table speaks for each register. */
function scoresOf(table: AnswerTable): Record<Register, number> {
  const { columns, verdicts } = table
  const has = (field: Field) => columns.some(({ meaning }) => meaning?.field === field)
  const heads = (words: RegExp) => columns.some(({ head }) => words.test(head))
  const statuses = columns.filter(({ meaning }) => meaning?.field === 'status' || meaning === undefined)
  const mostly = (share: 'civilStatus' | 'insuredStatus') =>
    statuses.some(({ contents }) => contents.filled > 0 && contents[share] > 0.5)
  const saysInsured = mostly('insuredStatus') && !mostly('civilStatus')
  const compares = columns.filter(({ contents }) => contents.filled > 0 && contents.verdict > 0.5).length
  return {
    dukcapil:
      (verdicts.size > 0 || compares > 0 ? 4 : 0) + (mostly('civilStatus') && !saysInsured ? 3 : 0) + (heads(/hidup/i) ? 2 : 0),
    bpjs:
      (has('segment') ? 3 : 0) +
      (has('programmes') ? 2 : 0) +
      (has('memberNumber') ? 3 : 0) +
      (heads(/kepesertaan|peserta/i) ? 2 : 0) +
      (saysInsured ? 3 : 0),
    dtsen: has('decile') ? 4 : 0,
    deaths: (has('diedOn') ? 4 : 0) + (has('certificate') ? 3 : 0),
  }
}
