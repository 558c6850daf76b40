import { type RawBuilder, sql } from 'kysely'
import { Readable } from 'node:stream'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import { type Asking, carryOut, type Context } from '../platform/context.ts'
import { discardFile, downloadName, keepFile, receiveFile } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import type { Progress } from '../platform/tasks.ts'
import { cursorBatches } from '../registry/cursor.ts'
import { mediaTypes, sheetBytes, type SheetColumn, type SheetFormat } from '../registry/sheets.ts'
import { type AskedColumn, askedHeads, layouts, type RequestLayout, type Scope } from './layouts-api.ts'
import type { MatchingRefusal } from './refusals.ts'
import type { Register } from './registers.ts'
import { periodsOf } from './standing.ts'

/** What is asked of a register: whom about, how the file is laid out, and its format. */
export type NewRequest = {
  register: Register
  who: Scope
  village?: string | undefined
  layout?: string | undefined
  format: SheetFormat
}

/** A request that was made: its file is kept and can be fetched again. */
export type MadeRequest = { requestId: string; fileId: string; fileName: string; people: number; leftOut: number }

/**
 * Makes the file with which a register is asked, holding nothing of a person but what the layout tells, and writes down who was asked
 * about and when. Refuses an empty one. Leaves an audit line.
 */
export async function makeRequest(
  platform: Platform,
  asking: Asking,
  input: NewRequest & { progress: Progress },
): Promise<Outcome<MadeRequest, MatchingRefusal>> {
  let written: string | undefined
  const outcome = await carryOut(platform, asking, async (ctx): Promise<Outcome<MadeRequest, MatchingRefusal>> => {
    if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
    const layout = layouts[input.register].find((one) => one.id === input.layout) ?? layouts[input.register][0]
    const counted = await countAsked(ctx, input)
    if (counted.people === 0) return refused({ reason: 'nobody-to-ask', leftOut: counted.leftOut })
    const id = ctx.newId()
    const name = downloadName(`permintaan ${input.register} ${input.village ?? ''}`, ctx.today.toString(), input.format)
    const bytes = Readable.from(sheetBytes(input.format, sheetOf(ctx, input, layout, counted.people)))
    written = ctx.newId()
    const file = await receiveFile(platform, { id: written, name, mediaType: mediaTypes[input.format], bytes })
    await keepFile(ctx, file)
    await addRequest(ctx, { id, input, layout, counted, file })
    await markAsked(ctx, id, input)
    const { register, who, village, format } = input
    const details = { register, who, village, layout: layout.id, format, people: counted.people, columns: layout.asked.join(',') }
    await audit(ctx, 'matching.asked', { kind: 'request', id }, details)
    return done({ requestId: id, fileId: file.id, fileName: name, ...counted })
  }).catch(async (error: unknown) => {
    if (written !== undefined) await discardFile(platform, written)
    throw error
  })
  return outcome
}

type Counted = { people: number; leftOut: number }

async function countAsked(ctx: Context, input: NewRequest): Promise<Counted> {
  const { rows } = await sql<Counted>`select count(*) filter (where w.nik is not null) as people,
    count(*) filter (where w.nik is null) as "leftOut" from ${await askedFrom(ctx, input)}`.execute(ctx.db)
  return rows[0] ?? { people: 0, leftOut: 0 }
}

/** Everybody of the scope, also who has no NIK. */
async function askedFrom(ctx: Context, { register, who, village }: NewRequest): Promise<RawBuilder<unknown>> {
  const days = (await periodsOf(ctx))[register]
  const stale = ctx.today.subtract({ days }).toString()
  const scope: Record<Scope, RawBuilder<unknown>> = {
    all: sql`true`,
    never: sql`s.worker_id is null`,
    due: sql`greatest(s.answered_on, s.asked_on) < ${stale}::date`,
  }
  const lives = village === undefined ? sql`true` : sql`w.village = ${village}`
  return sql`worker w left join register_standing s on s.region = w.region and s.worker_id = w.id and s.register = ${register}
    where w.region = ${ctx.region} and w.removed_at is null and ${lives} and ${scope[who]}`
}

type AskedRow = Record<AskedColumn, string | null> & { place: number }

function sheetOf(ctx: Context, input: NewRequest, layout: RequestLayout, people: number) {
  const told: SheetColumn<AskedRow>[] = layout.asked.map((column) => ({
    header: askedHeads[column],
    width: column === 'name' ? 32 : 20,
    isDigits: column === 'nik' || column === 'familyCard',
    value: (row) => row[column],
  }))
  const filled: SheetColumn<AskedRow>[] = layout.answered.map((header) => ({ header, width: 20, value: () => null }))
  return {
    name: 'Permintaan',
    columns: [{ header: 'NO', width: 8, value: (row: AskedRow) => row.place }, ...told, ...filled],
    batches: askedRows(ctx, input, people),
  }
}

async function* askedRows(ctx: Context, input: NewRequest & { progress?: Progress }, people: number): AsyncGenerator<AskedRow[]> {
  const query = sql<
    Omit<AskedRow, 'place'>
  >`select w.nik, w.family_card as "familyCard", w.full_name as name, w.birth_date as "birthDate", w.sex
    from ${await askedFrom(ctx, input)} and w.nik is not null order by w.village, w.id`
  let place = 0
  for await (const rows of cursorBatches(ctx, query)) {
    yield rows.map((row) => ({ ...row, place: (place += 1) }))
    input.progress?.(place, people, { id: 'Menulis berkas permintaan', en: 'Writing the file of the request' })
  }
}

type Added = {
  id: string
  input: NewRequest
  layout: RequestLayout
  counted: Counted
  file: { id: string; name: string }
}

async function addRequest(ctx: Context, { id, input, layout, counted, file }: Added): Promise<void> {
  await ctx.db
    .insertInto('register_request')
    .values({
      region: ctx.region,
      id,
      register: input.register,
      layout: layout.id,
      who: input.who,
      village: input.village ?? null,
      format: input.format,
      columns: layout.asked.map((column) => askedHeads[column]),
      people: counted.people,
      left_out: counted.leftOut,
      file_id: file.id,
      file_name: file.name,
      asked_on: ctx.today.toString(),
      made_by: ctx.actor.id,
      made_by_name: ctx.actor.name,
    })
    .execute()
}

async function markAsked(ctx: Context, requestId: string, input: NewRequest): Promise<void> {
  await sql`insert into register_standing as known (region, register, worker_id, village, asked_on, request_id)
    select w.region, ${input.register}, w.id, w.village, ${ctx.today.toString()}::date, ${requestId}::uuid
    from ${await askedFrom(ctx, input)} and w.nik is not null
    on conflict (region, register, worker_id) do update set asked_on = excluded.asked_on, request_id = excluded.request_id`.execute(
    ctx.db,
  )
}

/** A request as a list shows it. */
export type ListedRequest = {
  requestId: string
  register: Register
  layout: string
  who: Scope
  villageName: string | null
  format: SheetFormat
  columns: string[]
  people: number
  leftOut: number
  fileName: string
  fileId: string
  askedOn: string
  madeByName: string
  madeAt: string
  answeredBy: string | null
}

/** The newest requests, at most 200, or the one asked for. */
export async function listRequests(ctx: Context, requestId?: string): Promise<ListedRequest[]> {
  const which = requestId === undefined ? sql`true` : sql`r.id = ${requestId}::uuid`
  const { rows } =
    await sql<ListedRequest>`select r.id as "requestId", r.register, r.layout, r.who, v.name as "villageName", r.format,
      r.columns, r.people, r.left_out as "leftOut", r.file_name as "fileName", r.file_id as "fileId", r.asked_on as "askedOn",
      r.made_by_name as "madeByName", r.made_at as "madeAt", r.answered_by as "answeredBy"
    from register_request r left join area v on v.code = r.village
    where r.region = ${ctx.region} and ${which} order by r.made_at desc limit 200`.execute(ctx.db)
  return rows
}

/** Announces that the file of a request is fetched, with an audit line: it holds whole NIKs (UU 27/2022). */
export async function fetchRequest(ctx: Context, requestId: string): Promise<Outcome<ListedRequest, MatchingRefusal>> {
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const [request] = await listRequests(ctx, requestId)
  if (request === undefined) return refused({ reason: 'no-such-request' })
  await audit(ctx, 'matching.request-fetched', { kind: 'request', id: requestId }, { people: request.people })
  return done(request)
}

/** Writes down which answer a request got. */
export async function markRequestAnswered(ctx: Context, requestId: string, exchangeId: string): Promise<void> {
  await ctx.db
    .updateTable('register_request')
    .set({ answered_by: exchangeId })
    .where('region', '=', ctx.region)
    .where('id', '=', requestId)
    .execute()
}
