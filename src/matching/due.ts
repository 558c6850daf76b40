import { type RawBuilder, sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from '../registry/cursor.ts'
import { type SheetColumn, sheetBytes, type SheetFormat } from '../registry/sheets.ts'
import { registerNames, type Register } from './registers.ts'
import { periodsOf } from './standing.ts'

/** Whose answer of a register is awaited: those it is time to ask about again, or those asked about and not answered yet. */
export const awaitings = ['due', 'waiting'] as const
export type Awaiting = (typeof awaitings)[number]

export type DueFilter = { register: Register; awaiting: Awaiting; village?: string | undefined }

/** A worker whose answer is due or awaited; `since` is the newest day of answering and asking, by which the list is ordered. */
export type DueRow = {
  workerId: number
  name: string
  nik: string | null
  villageName: string
  answeredOn: string | null
  askedOn: string | null
  since: string
}

/** A stretch of who is due, oldest first, and how many there are in all. */
export async function listDue(
  ctx: Context,
  filter: DueFilter,
  { after, limit }: { after: { since: string; workerId: number } | undefined; limit: number },
): Promise<{ rows: DueRow[]; count: number }> {
  const goesOn =
    after === undefined
      ? sql`true`
      : sql`(greatest(s.answered_on, s.asked_on), s.worker_id) > (${after.since}::date, ${after.workerId}::bigint)`
  const where = await dueWhere(ctx, filter)
  const { rows: tallied } = await sql<{ count: number; first: string | null }>`select coalesce(sum(s.people), 0)::bigint as count,
      min(greatest(s.answered_on, s.asked_on)) as first from standing_tally s
    where ${await standingWhere(ctx, filter)}`.execute(ctx.db)
  const { count = 0, first = null } = tallied[0] ?? {}
  // Whoever stands before the first of them need not be gone through.
  const begins = sql`greatest(s.answered_on, s.asked_on) >= ${first}::date`
  const { rows } = await sql<DueRow>`${selected(sql`${where} and ${begins} and ${goesOn}`)} limit ${limit}`.execute(ctx.db)
  return { rows, count }
}

/** The bytes of an export of exactly that list, with masked NIKs: the file to ask with is a request, which is logged. */
export async function* exportedDue(ctx: Context, filter: DueFilter, format: SheetFormat): AsyncGenerator<Uint8Array | string> {
  const where = await dueWhere(ctx, filter)
  const { id } = registerNames[filter.register]
  yield* sheetBytes(format, {
    name: 'Perlu ditanyakan',
    titles: [`${filter.awaiting === 'due' ? 'Perlu ditanyakan lagi' : 'Menunggu jawaban'}: ${id}`, `Per ${ctx.today.toString()}`],
    columns: exportColumns,
    batches: cursorBatches(ctx, sql<DueRow>`${selected(where)}`),
  })
}

const exportColumns: SheetColumn<DueRow>[] = [
  { header: 'NIK', width: 20, isDigits: true, value: (row) => (row.nik === null ? null : maskNik(row.nik)) },
  { header: 'NAMA', width: 32, value: (row) => row.name },
  { header: 'DESA_KELURAHAN', width: 20, value: (row) => row.villageName },
  { header: 'DIJAWAB', width: 12, value: (row) => row.answeredOn },
  { header: 'DITANYAKAN', width: 12, value: (row) => row.askedOn },
]

function selected(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select s.worker_id as "workerId", w.full_name as name, w.nik, v.name as "villageName", s.answered_on as "answeredOn",
      s.asked_on as "askedOn", greatest(s.answered_on, s.asked_on) as since
    from register_standing s join worker w on w.region = s.region and w.id = s.worker_id join area v on v.code = s.village
    where ${where} order by greatest(s.answered_on, s.asked_on), s.worker_id`
}

async function dueWhere(ctx: Context, filter: DueFilter): Promise<RawBuilder<unknown>> {
  return sql`${await standingWhere(ctx, filter)} and w.removed_at is null`
}

/** The condition of a filter over the alias `s`: what was asked and answered about workers, or its tally. */
async function standingWhere(ctx: Context, { register, awaiting, village }: DueFilter): Promise<RawBuilder<unknown>> {
  const stale = ctx.today.subtract({ days: (await periodsOf(ctx))[register] }).toString()
  const lives = village === undefined ? sql`true` : sql`s.village = ${village}`
  const newest = sql`greatest(s.answered_on, s.asked_on)`
  const which =
    awaiting === 'due'
      ? sql`${newest} < ${stale}::date`
      : sql`${newest} >= ${stale}::date and s.asked_on > coalesce(s.answered_on, '-infinity')`
  return sql`s.region = ${ctx.region} and s.register = ${register} and ${lives} and ${which}`
}
