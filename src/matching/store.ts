import type { Context } from '../platform/context.ts'
import { copyInto, copyValue } from '../platform/copying.ts'
import { countOfStanding, tallyWorkers } from '../registry/tallies.ts'
import { type AnswerFile, answerLines, type Opening } from './answer-file.ts'
import { type Fault, readAnswerLine, recordColumns } from './answer-lines.ts'
import { faultsKept, type MatchSummary, type Received } from './matching.ts'
import type { Field, Register } from './registers.ts'

const tables: Record<Register, string> = {
  dukcapil: 'civil_record',
  bpjs: 'insured_record',
  dtsen: 'welfare_record',
  deaths: 'death_record',
}

/** What tells two records of a register apart; the newest answer for it is kept. */
const identities: Record<Register, string> = { dukcapil: 'nik', bpjs: 'nik, segment', dtsen: 'nik', deaths: 'nik' }

export type Answer = {
  register: Register
  file: AnswerFile
  opening: Opening
  header: { line: number; columns: Map<Field, number> }
  progress: (lines: number) => void
}

/** Streams the lines of an answer into a table of the transaction; faulty ones are counted, good ones go on. */
export async function stageAnswer(ctx: Context, answer: Answer): Promise<{ records: number; faulty: number; faults: Fault[] }> {
  const { register, header } = answer
  const columns = recordColumns[register]
  await ctx.client.query('drop table if exists incoming_answer')
  await ctx.client.query(
    `create temporary table incoming_answer on commit drop as select 0 as line, ${columns.join(', ')} from ${tables[register]} limit 0`,
  )
  const count = { records: 0, faulty: 0, faults: [] as Fault[] }
  const fail = (fault: Fault) => {
    count.faulty += 1
    if (count.faults.length < faultsKept) count.faults.push(fault)
  }
  async function* lines() {
    for await (const { line, cells } of answerLines(answer.file.path, answer.opening)) {
      if (line <= header.line) continue
      if (cells === undefined) {
        fail({ line, reason: 'columns-broken', value: '' })
        continue
      }
      const read = readAnswerLine(register, cells, header.columns)
      if (read === 'not-known') continue
      if ('reason' in read) {
        fail({ line, ...read })
        continue
      }
      count.records += 1
      if (count.records % 1000 === 0) answer.progress(count.records)
      yield `${line}\t${read.values.map(copyValue).join('\t')}\n`
    }
  }
  await copyInto(ctx, 'incoming_answer', ['line', ...columns], lines())
  await ctx.client.query('analyze incoming_answer')
  return count
}

/** Takes the staged records over; of two lines for the same person the later stands, of two answers the later day. */
export async function mergeAnswer(
  ctx: Context,
  input: { register: Register; answeredOn: string; exchangeId: string },
): Promise<void> {
  const table = tables[input.register]
  const identity = identities[input.register]
  const columns = recordColumns[input.register]
  const updates = [...columns, 'answered_on', 'exchange_id'].map((column) => `${column} = excluded.${column}`)
  await ctx.client.query(
    `insert into ${table} (region, ${columns.join(', ')}, answered_on, exchange_id)
      select distinct on (${identity}) $1, ${columns.join(', ')}, $2::date, $3::uuid from incoming_answer order by ${identity}, line desc
      on conflict (region, ${identity}) do update set ${updates.join(', ')} where ${table}.answered_on <= excluded.answered_on`,
    [ctx.region, input.answeredOn, input.exchangeId],
  )
}

export async function addExchange(
  ctx: Context,
  received: Received & { requestId: string | null },
  sha256: string,
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
      received_by: ctx.actor.name,
      request_id: received.requestId,
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
  return rows.map((row) => ({ ...receivedOf(row, true), receivedBy: row.received_by, receivedAt: row.received_at }))
}

type ExchangeRow = {
  id: string
  register: string
  file_name: string
  answered_on: string
  records: number
  faulty: number
  faults: unknown
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
    faults: row.faults as Fault[],
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
