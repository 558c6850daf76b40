import type { Day } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import { usualEntryAges } from './checks/check-row.ts'
import { releaseReplaced } from './corrections.ts'
import { knownColumns, rememberColumns } from './known-columns.ts'
import { type LeftOut, readPeople, type ReadTerms, type SaidOfTable } from './read-people.ts'
import { activePartsOf } from '../reading/active-parts.ts'
import { type ListSource, ReadingRefused, type ReadingRefusal } from '../reading/rows.ts'
import type { Layout } from './columns/layout.ts'
import { openRowWriter } from './row-writer.ts'
import { dropRows, settleList } from './store.ts'
import type { ListRead } from './reading-progress.ts'
import { closeRepairsOf } from './repairs/store.ts'

type ListToRead = {
  id: string
  name: string
  village: string
  stored_file_id: string
  sender: string | null
  columns_said: unknown
}

/** What a clerk said about the columns of a list, and whether it is to be remembered for the next one. */
export type ColumnsSaid = { tables: readonly SaidOfTable[]; remembers: boolean }

export type ListsToRead = {
  lists: readonly ListToRead[]
  judgedOn: Day
  report: (rows: number, name: string, list: ListRead) => void
  settleReports: () => Promise<void>
}

/** Rows after which a transaction ends: what a killed process has to read again. */
const rowsPerTransaction = 25_000

/** Lines left out that are kept for a list. */
const linesKept = 1000

type Read = { list: ListToRead; layouts: Layout[]; leftOut: LeftOut[]; refusal: ReadingRefusal | undefined }

/**
 * Reads and checks lists from the first on, as many as make a transaction worth while, and writes their rows. A list that cannot be read is
 * settled with the reason, and none of its rows is kept. Says how many lists and rows were taken.
 */
export async function readSomeLists(
  ctx: Context,
  platform: Platform,
  { lists, judgedOn, report, settleReports }: ListsToRead,
): Promise<{ lists: number; rows: number }> {
  const ids = lists.map((list) => list.id)
  await releaseReplaced(ctx, ids)
  await dropRows(ctx, ids)
  await closeRepairsOf(ctx, ids)
  const knownOf = await knownColumns(ctx, lists)
  const writer = await openRowWriter(ctx)
  const taken: Read[] = []
  let rows = 0
  try {
    for (const list of lists) {
      const read: Read = { list, layouts: [], leftOut: [], refusal: undefined }
      taken.push(read)
      const said = list.columns_said as ColumnsSaid | null
      const terms = { on: judgedOn, ...usualEntryAges, known: knownOf(list), ...(said && { said: said.tables }) }
      let own = 0
      const told = { fileId: list.id, beganAt: Date.now() }
      report(rows, list.name, { ...told, rows: own })
      for await (const people of peopleOf(read, pathOf(platform, list.stored_file_id), terms)) {
        await writer.write(list, people)
        rows += people.length
        own += people.length
        report(rows, list.name, { ...told, rows: own })
      }
      if (read.refusal === undefined) report(rows, list.name, { ...told, rows: own, endedAt: Date.now() })
      if (rows >= rowsPerTransaction) break
    }
  } catch (error) {
    await writer.abandon()
    throw error
  }
  // Both write to the lists: whatever is still being told would stand in the way of what settles them.
  await settleReports()
  const counts = await writer.end(taken.filter((read) => read.refusal !== undefined).map((read) => read.list.id))
  for (const { list, layouts, leftOut, refusal } of taken) {
    const said = list.columns_said as ColumnsSaid | null
    if (refusal === undefined && said?.remembers)
      await rememberColumns(ctx, { name: list.name, sender: list.sender ?? list.village }, layouts)
    const nobody = { rows: 0, accepted: 0, review: 0, refused: 0 }
    if (refusal === undefined)
      await settleList(ctx, list.id, { state: 'read', counts: counts.get(list.id) ?? nobody, layouts, leftOut })
    else await settleList(ctx, list.id, { state: 'unreadable', refusal })
  }
  return { lists: taken.length, rows }
}

/** The people of a list in batches; notes the layouts, the lines left out, and why it broke off if it did. */
async function* peopleOf(read: Read, path: string, terms: ReadTerms) {
  try {
    read.leftOut.push(...(await partsLeftOut({ name: read.list.name, path })))
    for await (const part of readPeople({ name: read.list.name, path }, terms)) {
      if (part.kind === 'layout') read.layouts.push(part.layout)
      if (part.kind !== 'people') continue
      read.leftOut.push(...part.leftOut.slice(0, linesKept - read.leftOut.length))
      yield part.rows
    }
  } catch (error) {
    if (!(error instanceof ReadingRefused)) throw error
    read.refusal = error.refusal
  }
}

/** What of a workbook is not read at all, so that its sender can be told: macros are not run, links not followed. */
async function partsLeftOut(source: ListSource): Promise<LeftOut[]> {
  const { macros, links } = await activePartsOf(source)
  const part = (kind: 'macros' | 'links'): LeftOut => ({ sheet: '', row: 0, kind, text: source.name })
  return [...(macros ? [part('macros')] : []), ...(links ? [part('links')] : [])]
}
