import type { Day } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import { usualEntryAges } from './checks/check-row.ts'
import { type LeftOut, readPeople } from './read-people.ts'
import { ReadingRefused, type ReadingRefusal } from './reading/rows.ts'
import type { Layout } from './columns/layout.ts'
import { openRowWriter, settleList } from './store.ts'

type ListToRead = { id: string; name: string; village: string; stored_file_id: string }

export type ListsToRead = { lists: readonly ListToRead[]; judgedOn: Day; report: (rows: number, name: string) => void }

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
  { lists, judgedOn, report }: ListsToRead,
): Promise<{ lists: number; rows: number }> {
  const writer = await openRowWriter(ctx)
  const taken: Read[] = []
  let rows = 0
  try {
    for (const list of lists) {
      const read: Read = { list, layouts: [], leftOut: [], refusal: undefined }
      taken.push(read)
      for await (const people of peopleOf(read, pathOf(platform, list.stored_file_id), judgedOn)) {
        await writer.write(list, people)
        rows += people.length
        report(rows, list.name)
      }
      if (rows >= rowsPerTransaction) break
    }
  } catch (error) {
    await writer.abandon()
    throw error
  }
  const counts = await writer.end(taken.filter((read) => read.refusal === undefined).map((read) => read.list.id))
  for (const { list, layouts, leftOut, refusal } of taken) {
    const nobody = { rows: 0, accepted: 0, review: 0, refused: 0 }
    if (refusal === undefined)
      await settleList(ctx, list.id, { state: 'read', counts: counts.get(list.id) ?? nobody, layouts, leftOut })
    else await settleList(ctx, list.id, { state: 'unreadable', refusal })
  }
  return { lists: taken.length, rows }
}

/** The people of a list in batches; notes the layouts, the lines left out, and why it broke off if it did. */
async function* peopleOf(read: Read, path: string, judgedOn: Day) {
  try {
    for await (const part of readPeople({ name: read.list.name, path }, { on: judgedOn, ...usualEntryAges })) {
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
