import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { copyInto, copyValue } from '../platform/copying.ts'
import type { FieldCompared } from './compare.ts'
import type { LinkageModel } from './model.ts'
import { comparedColumns } from './registry-people.ts'

export type PairState = 'open' | 'same' | 'different' | 'unsure'

/** Two workers by id, the lower first, who may be one person. */
export type FoundPair = { left: number; right: number; probability: number; reasons: readonly FieldCompared[] }

export type DuplicateRun = { id: string; model: LinkageModel; workers: number }

/** A fingerprint of what two workers' records say, over their aliases in a query. */
export function fingerprintOf(left: string, right: string): RawBuilder<string> {
  const columns = [left, right].flatMap((alias) =>
    comparedColumns.map((column) => sql`coalesce(${sql.ref(`${alias}.${column}`)}::text, '')`),
  )
  return sql<string>`md5(concat_ws('|', ${sql.join(columns)}))`
}

/** The fingerprint of two workers' records as they are now; nothing when one has left the registry. */
export async function findFingerprint(ctx: Context, left: number, right: number): Promise<string | undefined> {
  const { rows } = await sql<{ fingerprint: string }>`select ${fingerprintOf('l', 'r')} as fingerprint from worker l, worker r
    where l.region = ${ctx.region} and r.region = l.region and l.id = ${left} and r.id = ${right}
      and l.removed_at is null and r.removed_at is null`.execute(ctx.db)
  return rows[0]?.fingerprint
}

/**
 * Keeps what a run found, in place of what the last one left open. An answer given before stands while the data of both people are as
 * they were then; else the pair is open again. Says how many pairs of the run wait now.
 */
export async function replaceFound(ctx: Context, run: DuplicateRun, pairs: Iterable<FoundPair>): Promise<void> {
  await sql`create temporary table found (left_worker bigint, right_worker bigint, probability double precision, reasons jsonb)
    on commit drop`.execute(ctx.db)
  await copyInto(ctx, 'found', ['left_worker', 'right_worker', 'probability', 'reasons'], linesOf(pairs))
  await sql`analyze found`.execute(ctx.db)
  await addRun(ctx, run)
  await sql`insert into duplicate_pair as known (region, left_worker, right_worker, probability, reasons, fingerprint, run_id)
    select ${ctx.region}, f.left_worker, f.right_worker, f.probability, f.reasons, ${fingerprintOf('l', 'r')}, ${run.id}::uuid
    from found f
      join worker l on l.region = ${ctx.region} and l.id = f.left_worker and l.removed_at is null
      join worker r on r.region = ${ctx.region} and r.id = f.right_worker and r.removed_at is null
    on conflict (region, left_worker, right_worker) do update set probability = excluded.probability, reasons = excluded.reasons,
      fingerprint = excluded.fingerprint, run_id = excluded.run_id, found_at = now(),
      state = case when known.state = 'same' or known.fingerprint = excluded.fingerprint then known.state else 'open' end`.execute(
    ctx.db,
  )
  await sql`delete from duplicate_pair where region = ${ctx.region} and state = 'open' and run_id <> ${run.id}::uuid`.execute(
    ctx.db,
  )
}

async function addRun(ctx: Context, { id, model, workers }: DuplicateRun): Promise<void> {
  await sql`insert into duplicate_run (region, id, model_version, trained_on, model, workers, pairs, made_by, made_by_name)
    values (${ctx.region}, ${id}, ${model.version}, ${model.trainedOn}, ${JSON.stringify(model)}, ${workers},
      (select count(*) from found), ${ctx.actor.id}, ${ctx.actor.name})`.execute(ctx.db)
}

function* linesOf(pairs: Iterable<FoundPair>): Generator<string> {
  for (const { left, right, probability, reasons } of pairs)
    yield `${left}\t${right}\t${probability}\t${copyValue(JSON.stringify(reasons))}\n`
}

/** A pair as a list holds it, with both NIKs whole: the door masks them, or says in the audit trail that it did not. */
export type ListedPair = {
  left: number
  right: number
  leftNik: string | null
  rightNik: string | null
  leftName: string
  rightName: string
  probability: number
  reasons: readonly FieldCompared[]
  state: PairState
}

/** Where a list of pairs goes on: after the pair of this probability and these workers. */
export type PairPlace = Pick<ListedPair, 'probability' | 'left' | 'right'>

export type PairFilter = { states: readonly PairState[]; threshold: number }

/** Pairs of people who still stand in the registry, the most probable first, as far as the actor sees both. */
export async function listPairs(ctx: Context, filter: PairFilter, limit: number, after?: PairPlace): Promise<ListedPair[]> {
  const goesOn =
    after === undefined
      ? sql`true`
      : sql`(-p.probability, p.left_worker, p.right_worker) > (${-after.probability}, ${after.left}, ${after.right})`
  const { rows } =
    await sql<ListedPair>`select p.left_worker as "left", p.right_worker as "right", l.nik as "leftNik", r.nik as "rightNik",
      l.full_name as "leftName", r.full_name as "rightName", p.probability, p.reasons, p.state
    from ${pairsFrom(ctx, filter)} and ${goesOn} order by p.probability desc, p.left_worker, p.right_worker limit ${limit}`.execute(
      ctx.db,
    )
  return rows
}

/** How many pairs a filter holds. */
export async function countPairs(ctx: Context, filter: PairFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${pairsFrom(ctx, filter)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Each person is looked up by number: without fresh counts of the pairs PostgreSQL would walk the list of workers once for each of them. */
function pairsFrom(ctx: Context, { states, threshold }: PairFilter): RawBuilder<unknown> {
  const person = (column: string) =>
    sql`(select w.nik, w.full_name from worker w where w.region = p.region and w.id = ${sql.ref(column)} and w.removed_at is null offset 0)`
  return sql`duplicate_pair p cross join lateral ${person('p.left_worker')} l cross join lateral ${person('p.right_worker')} r
    where p.region = ${ctx.region} and p.state = any (${[...states]}::text[]) and p.probability >= ${threshold}`
}

/** A pair held until the transaction ends; nothing when no run found it. */
export async function findPairToChange(ctx: Context, left: number, right: number) {
  return ctx.db
    .selectFrom('duplicate_pair')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('left_worker', '=', left)
    .where('right_worker', '=', right)
    .forUpdate()
    .executeTakeFirst()
}

/** Keeps an answer about a pair with the fingerprint of what it was given on; `open` takes an answer back. */
export async function setPairState(ctx: Context, left: number, right: number, state: PairState): Promise<void> {
  const by = state === 'open' ? sql`null, null, null::timestamptz` : sql`${ctx.actor.id}, ${ctx.actor.name}, now()`
  await sql`update duplicate_pair p set state = ${state}, fingerprint = ${fingerprintOf('l', 'r')},
      (decided_by, decided_by_name, decided_at) = (select ${by})
    from worker l, worker r
    where p.region = ${ctx.region} and p.left_worker = ${left} and p.right_worker = ${right}
      and l.region = p.region and l.id = p.left_worker and r.region = p.region and r.id = p.right_worker`.execute(ctx.db)
}

/** The newest run over the registry; nothing before the first. */
export async function findNewestRun(ctx: Context) {
  return ctx.db
    .selectFrom('duplicate_run')
    .select(['made_at as madeAt', 'made_by_name as madeByName', 'workers', 'pairs'])
    .where('region', '=', ctx.region)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Both people of a pair with where they stand and the lists they came from, whether or not they are still in the registry. */
export async function findBothPeople(ctx: Context, left: number, right: number) {
  return ctx.db
    .selectFrom('worker as w')
    .innerJoin('area as v', 'v.code', 'w.village')
    .leftJoin('stored_file as f', (join) => join.onRef('f.region', '=', 'w.region').onRef('f.id', '=', 'w.intake_file_id'))
    .selectAll('w')
    .select(['v.name as villageName', 'f.name as sourceFile'])
    .where('w.region', '=', ctx.region)
    .where('w.id', 'in', [left, right])
    .execute()
}

/** One pair with its reasons; nothing when no run found it. */
export async function findPair(ctx: Context, left: number, right: number) {
  const { rows } = await sql<{ probability: number; state: PairState; foundAt: string; reasons: FieldCompared[] }>`
    select probability, state, found_at as "foundAt", reasons from duplicate_pair
    where region = ${ctx.region} and left_worker = ${left} and right_worker = ${right}`.execute(ctx.db)
  return rows[0]
}
