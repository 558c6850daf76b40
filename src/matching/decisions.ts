import { type RawBuilder, sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf, hasRole } from '../platform/actor.ts'
import { audit, auditEach } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Progress } from '../platform/tasks.ts'
import { correctWorkers } from '../registry/bulk-corrections.ts'
import { type DifferenceFilter, matching } from './differences.ts'
import { type DifferingField, type TellableField, tellableFields } from './layouts-api.ts'
import type { MatchingRefusal } from './refusals.ts'
import { rematch } from './rematch.ts'

/** What is done about differences: which field, and of whom: some workers, one village, or everybody. */
export type Deciding = {
  field: DifferingField
  workerIds?: readonly number[] | undefined
  village?: string | undefined
  /** The number under which the decision is kept; given again after a crash it is not carried out twice. */
  decisionId?: string | undefined
  progress?: Progress | undefined
}

/** A decision that was carried out, and of how many people. */
export type Decided = { decisionId: string; field: DifferingField; people: number }

/** How many workers are set right at once: a second's work, after which the progress is told. */
const stretchSize = 10_000

/**
 * Takes over the civil registry's value of a field, for some workers or all of a kind, as one decision that can be taken back. The value before
 * and the value now are both kept as a correction, and each person's record gets its audit line. Matches these workers anew. All of it happens
 * or nothing.
 */
export async function takeOver(ctx: Context, input: Deciding): Promise<Outcome<Decided, MatchingRefusal>> {
  const lack = lackOf(ctx)
  if (lack !== undefined) return refused(lack)
  const known = await findCarriedOut(ctx, input)
  if (known !== undefined) return done(known)
  const { decisionId = ctx.newId() } = input
  const field = tellableFields.find((one) => one === input.field)
  await sql`create temporary table taking on commit drop as
    select row_number() over (order by d.worker_id) as place, d.worker_id, d.theirs as value, d.answered_on from register_difference d
    where ${matching(ctx, filterOf(input))} and ${named(input)}`.execute(ctx.db)
  const { rows } = await sql<{
    people: number
    told: number
    newest: string | null
  }>`select count(*) as people, count(value) as told,
    max(answered_on) filter (where value is not null) as newest from taking`.execute(ctx.db)
  const { people = 0, told = 0, newest = null } = rows[0] ?? {}
  if (people === 0) return refused({ reason: 'nothing-differs' })
  if (told === 0 || field === undefined) return refused({ reason: 'value-not-told' })
  const values = sql`select place, worker_id, value from taking where value is not null`
  await setRight(ctx, {
    field,
    values,
    ground: `Jawaban Dukcapil sampai ${newest} / Answer of Dukcapil up to ${newest}`,
    batchId: decisionId,
    act: 'matching.taken-over',
    details: { field, answeredOn: newest },
    people: told,
    progress: input.progress,
  })
  await sql`drop table taking`.execute(ctx.db)
  await addDecision(ctx, input, { kind: 'taken-over', decisionId, people: told, answeredOn: newest })
  return done({ decisionId, field, people: told })
}

/**
 * Keeps our own value where the civil registry has another, as one decision that can be taken back: it is not asked about again until one of the
 * two changes. Leaves an audit line.
 */
export async function keepOurs(ctx: Context, input: Deciding): Promise<Outcome<Decided, MatchingRefusal>> {
  const lack = lackOf(ctx)
  if (lack !== undefined) return refused(lack)
  const carriedOut = await findCarriedOut(ctx, input)
  if (carriedOut !== undefined) return done(carriedOut)
  const { field, decisionId = ctx.newId() } = input
  const result =
    await sql`update register_difference d set state = 'ours', decided_by_name = ${ctx.actor.name}, decided_at = now(),
      decision_id = ${decisionId}::uuid
    where ${matching(ctx, filterOf(input))} and ${named(input)}`.execute(ctx.db)
  const people = Number(result.numAffectedRows ?? 0)
  if (people === 0) return refused({ reason: 'nothing-differs' })
  await addDecision(ctx, input, { kind: 'ours-kept', decisionId, people, answeredOn: null })
  return done({ decisionId, field, people })
}

type SettingRight = {
  field: TellableField
  /** A query of `place` (from 1, perhaps with gaps), `worker_id` and `value`. */
  values: RawBuilder<unknown>
  ground: string
  batchId?: string
  act: string
  details: Record<string, string | null>
  people: number
  progress?: Progress | undefined
}

/** Sets workers right stretch by stretch, each with its audit line, and matches them anew. */
export async function setRight(ctx: Context, wanted: SettingRight): Promise<void> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(place), 0) as last from (${wanted.values}) v`.execute(ctx.db)
  const last = rows[0]?.last ?? 0
  let changed = 0
  for (let from = 0; from < last; from += stretchSize) {
    const stretch = sql`select worker_id, value from (${wanted.values}) v where place > ${from} and place <= ${from + stretchSize}`
    changed += await correctWorkers(ctx, wanted.field, { values: stretch, ground: wanted.ground, batchId: wanted.batchId })
    const chosen = await sql<{ worker_id: number }>`select worker_id from (${stretch}) s`.execute(ctx.db)
    const ids = chosen.rows.map((row) => row.worker_id)
    await auditEach(ctx, wanted.act, { kind: 'worker', ids }, wanted.details)
    await rematch(ctx, { workerIds: ids })
    wanted.progress?.(changed, wanted.people, { id: 'Mengubah nilai pekerja', en: 'Changing values of workers' })
  }
}

/** Why the actor may not decide about differences; nothing when they may. */
export function lackOf(ctx: Context): MatchingRefusal | undefined {
  if (!hasRole(ctx.actor, ['officer'], ctx.region)) return { reason: 'officers-only' }
  return areasOf(ctx.actor, ctx.region) === 'all' ? undefined : { reason: 'whole-region-only' }
}

type Carried = { kind: 'taken-over' | 'ours-kept'; decisionId: string; people: number; answeredOn: string | null }

async function addDecision(ctx: Context, { field, village, workerIds }: Deciding, carried: Carried): Promise<void> {
  const { kind, decisionId, people, answeredOn } = carried
  await ctx.db
    .insertInto('register_decision')
    .values({
      region: ctx.region,
      id: decisionId,
      kind,
      field,
      village: village ?? null,
      chosen: workerIds !== undefined,
      people,
      answered_on: answeredOn,
      made_by: ctx.actor.id,
      made_by_name: ctx.actor.name,
    })
    .execute()
  const act = kind === 'taken-over' ? 'matching.values-taken-over' : 'matching.ours-kept'
  await audit(ctx, act, { kind: 'decision', id: decisionId }, { field, people, village: village ?? null })
}

/** A decision of this number that was carried out before: the process may have been killed after it was kept. */
async function findCarriedOut(ctx: Context, { decisionId, field }: Deciding): Promise<Decided | undefined> {
  if (decisionId === undefined) return undefined
  const row = await ctx.db
    .selectFrom('register_decision')
    .select('people')
    .where('region', '=', ctx.region)
    .where('id', '=', decisionId)
    .executeTakeFirst()
  return row && { decisionId, field, people: row.people }
}

const filterOf = ({ field, village }: Deciding): DifferenceFilter => ({ state: 'open', field, village })

const named = ({ workerIds }: Deciding) =>
  workerIds === undefined ? sql`true` : sql`d.worker_id = any (${[...workerIds]}::bigint[])`
