import type { Day } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import { copyInto, copyValue } from '../platform/copying.ts'
import type { ListSource } from '../reading/rows.ts'
import type { Fault } from './answers/faults.ts'
import { comparedFields } from './answers/fields.ts'
import { type LineRead, recordColumns } from './answers/lines.ts'
import { readAnswer } from './answers/reading.ts'
import type { AnswerTable } from './answers/table.ts'
import { faultsKept, type ReadColumn } from './matching.ts'
import { recordTables, type Register } from './registers.ts'

/** What the lines of an answer came to. */
export type Staged = {
  records: number
  faulty: number
  /** Of the faulty, how many nobody has filled in. */
  unfilled: number
  faults: Fault[]
  leftOut: number
  notFound: number
  /** Of those not found, how many are said to be so by words rather than by a blank line. */
  notFoundInWords: number
  columns: ReadColumn[]
}

export type Answer = { register: Register; source: ListSource; on: Day; progress: (lines: number) => void }

/**
 * Streams the lines of an answer into `incoming_answer`, a table of the transaction: `is_known` is false where the register does not know the
 * NIK, and nothing where the line cannot be used. Throws `AnswerRefused` when the file is no answer.
 */
export async function stageAnswer(ctx: Context, { register, source, on, progress }: Answer): Promise<Staged> {
  const columns = recordColumns[register]
  await ctx.client.query('drop table if exists incoming_answer')
  await ctx.client.query(
    `create temporary table incoming_answer on commit drop as
      select 0 as place, null::boolean as is_known, ${columns.join(', ')} from ${recordTables[register]} limit 0`,
  )
  const staged: Staged = {
    records: 0,
    faulty: 0,
    unfilled: 0,
    faults: [],
    leftOut: 0,
    notFound: 0,
    notFoundInWords: 0,
    columns: [],
  }
  const nothing = '\t\\N'.repeat(columns.length - 1)
  async function* lines() {
    let place = 0
    for await (const { sheet, row, read, table } of readAnswer(source, register, on)) {
      if (table !== undefined) staged.columns.push(...columnsOf(table))
      count(staged, read, { sheet, line: row })
      if (++place % 1000 === 0) progress(place)
      if (read.kind === 'record') yield `${place}\tt\t${read.values.map(copyValue).join('\t')}\n`
      else if (read.kind === 'not-known') yield `${place}\tf\t${read.nik}${nothing}\n`
      else if (read.kind === 'fault' && read.nik !== undefined) yield `${place}\t\\N\t${read.nik}${nothing}\n`
    }
  }
  await copyInto(ctx, 'incoming_answer', ['place', 'is_known', ...columns], lines())
  await ctx.client.query('analyze incoming_answer')
  return staged
}

function count(staged: Staged, read: LineRead, at: { sheet: string; line: number }): void {
  switch (read.kind) {
    case 'record':
      staged.records += 1
      return
    case 'not-known':
      staged.notFound += 1
      if (!read.isBlank) staged.notFoundInWords += 1
      return
    case 'left-out':
      staged.leftOut += 1
      return
    case 'fault':
      staged.faulty += 1
      if (read.reason === 'answer-empty') staged.unfilled += 1
      if (staged.faults.length < faultsKept) staged.faults.push({ ...at, reason: read.reason, value: read.value })
  }
}

/** What the columns of a table were taken for, in the order in which they stand. */
function columnsOf(table: AnswerTable): ReadColumn[] {
  const taken = [
    ...[...table.values].map(([field, column]) => ({ field, column, holds: 'value' as const })),
    ...[...table.verdicts].map(([field, column]) => ({ field, column, holds: 'verdict' as const })),
    ...comparedFields.flatMap((field) => {
      const column = table.ours.get(field)
      return column === undefined ? [] : [{ field, column, holds: 'ours' as const }]
    }),
  ]
  return taken
    .toSorted((left, right) => left.column - right.column)
    .map(({ field, column, holds }) => ({
      sheet: table.sheet,
      head: table.columns[column]?.head.slice(0, 80) ?? '',
      field,
      holds,
    }))
}
