import { sql } from 'kysely'
import { type Asking, type Context, keep } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import type { IntakeState } from './store.ts'

/** How far the reading of one list has come; moments in milliseconds. */
export type ListRead = { fileId: string; rows: number; beganAt: number; endedAt?: number }

/** Milliseconds between two writings. */
const writeInterval = 250

/**
 * Writes beside the work how far each list has been read, some times a second: the rows themselves are seen only when their transaction ends.
 * `settle` waits for the last writing; what could not be written is of no consequence.
 */
export function followReading(platform: Platform, asked: Asking): { tell(list: ListRead): void; settle(): Promise<void> } {
  const waiting = new Map<string, ListRead>()
  let last = 0
  let writing = Promise.resolve()
  const write = () => {
    const lists = [...waiting.values()]
    waiting.clear()
    last = Date.now()
    if (lists.length > 0) writing = writing.then(() => keep(platform, asked, (ctx) => noteReading(ctx, lists))).catch(() => {})
  }
  return {
    tell(list) {
      waiting.set(list.fileId, list)
      if (Date.now() - last >= writeInterval) write()
    },
    async settle() {
      write()
      await writing
    },
  }
}

/** A list that the work itself is just writing to is passed over: nobody waits for a note. */
async function noteReading(ctx: Context, lists: readonly ListRead[]): Promise<void> {
  await sql`update intake_file f set rows_read = n.rows, reading_began_at = to_timestamp(n."beganAt" / 1000), reading_ended_at = to_timestamp(n."endedAt" / 1000)
    from json_to_recordset(${JSON.stringify(lists)}::json) as n("fileId" uuid, rows int, "beganAt" float8, "endedAt" float8)
      join (select id from intake_file where region = ${ctx.region} and id = any (${lists.map((list) => list.fileId)}::uuid[]) and state = 'waiting'
        for no key update skip locked) as free on free.id = n."fileId"
    where f.region = ${ctx.region} and f.id = n."fileId"`.execute(ctx.db)
}

/** One list while its intake is read. */
export type ListProgress = {
  id: string
  name: string
  bytes: number
  state: 'waiting' | 'reading' | 'read' | 'unreadable'
  rows: number
  /** Seconds it was or has been read for. */
  seconds: number
  /** Seconds it still takes, as far as lists read before tell; null when they do not. */
  secondsLeft: number | null
}

export type IntakeProgress = {
  state: IntakeState
  rows: number
  rowsPerSecond: number
  secondsLeft: number | null
  lists: ListProgress[]
}

type Noted = Omit<ListProgress, 'secondsLeft'>

/** How far an intake has been read, list by list; nothing when there is none for this reader. Time left is told from bytes read a second. */
export async function findProgress(ctx: Context, intakeId: string): Promise<IntakeProgress | undefined> {
  const intake = await ctx.db
    .selectFrom('intake')
    .select('state')
    .where('region', '=', ctx.region)
    .where('id', '=', intakeId)
    .executeTakeFirst()
  const { rows: lists } = await sql<Noted>`select f.id, f.name, coalesce(s.byte_size, 0) as bytes,
      case when f.state <> 'waiting' then f.state when f.reading_ended_at is not null then 'read' when f.reading_began_at is not null then 'reading' else 'waiting' end as state,
      greatest(f.rows, f.rows_read) as rows,
      coalesce(extract(epoch from coalesce(f.reading_ended_at, clock_timestamp()) - f.reading_began_at), 0)::float8 as seconds
    from intake_file f left join stored_file s on s.region = f.region and s.id = f.stored_file_id
    where f.region = ${ctx.region} and f.intake_id = ${intakeId} order by f.position`.execute(ctx.db)
  if (intake === undefined || lists.length === 0) return undefined
  return { state: intake.state as IntakeState, ...paceOf(lists) }
}

/** The pace so far and what it leaves to wait. */
export function paceOf(lists: readonly Noted[]): Omit<IntakeProgress, 'state'> {
  const read = lists.filter((list) => list.state === 'read' && list.rows > 0)
  const sum = (of: readonly Noted[], value: (list: Noted) => number) => of.reduce((total, list) => total + value(list), 0)
  const rowsPerByte =
    sum(read, (list) => list.rows) /
    Math.max(
      1,
      sum(read, (list) => list.bytes),
    )
  const begun = lists.filter((list) => list.state === 'read' || list.state === 'reading')
  const rows = sum(begun, (list) => list.rows)
  const seconds = sum(begun, (list) => list.seconds)
  const rowsPerSecond = seconds > 0 ? rows / seconds : 0
  const leftOf = (list: Noted): number | null => {
    if (list.state === 'read' || list.state === 'unreadable') return 0
    if (rowsPerByte === 0 || rowsPerSecond === 0) return null
    return Math.max(0, list.bytes * rowsPerByte - list.rows) / rowsPerSecond
  }
  const left = lists.map(leftOf)
  return {
    rows,
    rowsPerSecond,
    secondsLeft: left.some((each) => each === null) ? null : left.reduce<number>((total, each) => total + (each ?? 0), 0),
    lists: lists.map((list, place) => ({ ...list, secondsLeft: left[place] ?? null })),
  }
}
