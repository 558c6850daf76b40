import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf, hasRole } from '../platform/actor.ts'
import { audit, auditEach } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { correctWorkers } from '../registry/bulk-corrections.ts'
import { type DifferenceFilter, matching } from './differences.ts'
import type { DifferingField } from './layouts-api.ts'
import type { MatchingRefusal } from './operations.ts'
import { rematch } from './rematch.ts'

/** What is done about differences: which field, and of whom: some workers, one village, or everybody. */
export type Deciding = { field: DifferingField; workerIds?: readonly number[] | undefined; village?: string | undefined }

/**
 * Takes over the civil registry's value of a field, for some workers or all of a kind. The value before and the value now are both kept as
 * a correction, and each person's record gets its audit line. Matches these workers anew.
 */
export async function takeOver(ctx: Context, input: Deciding): Promise<Outcome<{ corrected: number }, MatchingRefusal>> {
  const lack = lackOf(ctx)
  if (lack !== undefined) return refused(lack)
  await sql`create temporary table taking on commit drop as
    select d.worker_id, d.theirs as value, d.answered_on from register_difference d
    where ${matching(ctx, filterOf(input))} and ${named(input)}`.execute(ctx.db)
  const { rows } = await sql<{ worker_id: number; answered_on: string }>`select worker_id, answered_on from taking`.execute(
    ctx.db,
  )
  if (rows.length === 0) return refused({ reason: 'nothing-differs' })
  const newest = rows.reduce((latest, { answered_on }) => (answered_on > latest ? answered_on : latest), '')
  const corrected = await correctWorkers(ctx, input.field, {
    values: sql`select worker_id, value from taking`,
    ground: `Jawaban Dukcapil sampai ${newest} / Answer of Dukcapil up to ${newest}`,
  })
  const workers = rows.map((row) => row.worker_id)
  await auditEach(ctx, 'matching.taken-over', { kind: 'worker', ids: workers }, { field: input.field, answeredOn: newest })
  await rematch(ctx, { workerIds: workers })
  await sql`drop table taking`.execute(ctx.db)
  return done({ corrected })
}

/** Keeps our own value where the civil registry has another: it is not asked about again until one of the two changes. Leaves an audit line. */
export async function keepOurs(ctx: Context, input: Deciding): Promise<Outcome<{ kept: number }, MatchingRefusal>> {
  const lack = lackOf(ctx)
  if (lack !== undefined) return refused(lack)
  const result =
    await sql`update register_difference d set state = 'ours', decided_by_name = ${ctx.actor.name}, decided_at = now()
    where ${matching(ctx, filterOf(input))} and ${named(input)}`.execute(ctx.db)
  const kept = Number(result.numAffectedRows ?? 0)
  if (kept === 0) return refused({ reason: 'nothing-differs' })
  await audit(ctx, 'matching.ours-kept', { kind: 'region', id: ctx.region }, { field: input.field, kept, village: input.village })
  return done({ kept })
}

function lackOf(ctx: Context): MatchingRefusal | undefined {
  if (!hasRole(ctx.actor, ['officer'], ctx.region)) return { reason: 'officers-only' }
  return areasOf(ctx.actor, ctx.region) === 'all' ? undefined : { reason: 'whole-region-only' }
}

const filterOf = ({ field, village }: Deciding): DifferenceFilter => ({ state: 'open', field, village })

const named = ({ workerIds }: Deciding) =>
  workerIds === undefined ? sql`true` : sql`d.worker_id = any (${[...workerIds]}::bigint[])`
