import type { Context } from '../platform/context.ts'
import { countOfStanding, tallyWorkers } from '../registry/tallies.ts'
import type { Fault } from './answers/faults.ts'
import type { MatchSummary, ReadColumn, Received } from './matching.ts'
import type { Register } from './registers.ts'

/** Writes down that an answer was taken in. */
export async function addExchange(
  ctx: Context,
  { sha256, requestId, ...received }: Received & { requestId: string | null; sha256: string },
): Promise<void> {
  await ctx.db
    .insertInto('register_exchange')
    .values({
      region: ctx.region,
      id: received.exchangeId,
      register: received.register,
      file_name: received.fileName,
      sha256,
      answered_on: received.answeredOn,
      records: received.records,
      faulty: received.faulty,
      faults: JSON.stringify(received.faults),
      left_out: received.leftOut,
      not_found: received.notFound,
      strangers: received.strangers,
      unasked: received.unasked,
      columns: JSON.stringify(received.columns),
      received_by: received.receivedBy,
      request_id: requestId,
    })
    .execute()
}

/** The exchange in which the very same file was taken in before. */
export async function findSameAnswer(ctx: Context, register: Register, sha256: string): Promise<Received | undefined> {
  const row = await ctx.db
    .selectFrom('register_exchange')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('register', '=', register)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row === undefined ? undefined : receivedOf(row, false)
}

/** The newest answers, with who handed them in. */
export async function listExchanges(ctx: Context) {
  const rows = await ctx.db
    .selectFrom('register_exchange')
    .selectAll()
    .where('region', '=', ctx.region)
    .orderBy('received_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...receivedOf(row, true), receivedAt: row.received_at }))
}

type ExchangeRow = {
  id: string
  register: string
  file_name: string
  answered_on: string
  records: number
  faulty: number
  faults: unknown
  left_out: number
  not_found: number
  strangers: number
  unasked: number | null
  columns: unknown
  received_by: string
}

function receivedOf(row: ExchangeRow, isNew: boolean): Received {
  return {
    exchangeId: row.id,
    register: row.register as Register,
    fileName: row.file_name,
    answeredOn: row.answered_on,
    isNew,
    records: row.records,
    faulty: row.faulty,
    faults: (row.faults as (Omit<Fault, 'sheet'> & { sheet?: string })[]).map((fault) => ({ sheet: '', ...fault })),
    leftOut: row.left_out,
    notFound: row.not_found,
    strangers: row.strangers,
    unasked: row.unasked,
    columns: row.columns as ReadColumn[],
    receivedBy: row.received_by,
  }
}

/** What stands out in the whole registry, as far as the actor may look. */
export async function summariseMatches(ctx: Context): Promise<MatchSummary> {
  const tally = await tallyWorkers(ctx)
  const { people: workers, deceased, covered, unknown, nameDiffers, birthDateDiffers } = tally
  const noDecile = countOfStanding(tally, 'no-decile')
  const notAsked = countOfStanding(tally, 'not-asked')
  const answeredOn = await newestAnswers(ctx)
  return { workers, deceased, covered, unknown, nameDiffers, birthDateDiffers, noDecile, notAsked, answeredOn }
}

/** The newest day each register of the region spoke of; null when it has handed in nothing. */
export async function newestAnswers(ctx: Context): Promise<Record<Register, string | null>> {
  const rows = await ctx.db
    .selectFrom('register_exchange')
    .select((select) => ['register', select.fn.max('answered_on').as('day')])
    .where('region', '=', ctx.region)
    .groupBy('register')
    .execute()
  const dayOf = (register: Register) => rows.find((row) => row.register === register)?.day ?? null
  return { dukcapil: dayOf('dukcapil'), bpjs: dayOf('bpjs'), dtsen: dayOf('dtsen'), deaths: dayOf('deaths') }
}
