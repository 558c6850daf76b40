import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { copyInto } from '../platform/copying.ts'
import type { PairState } from './pairs.ts'
import { comparedColumns } from './registry-people.ts'
import type { Learned } from './search.ts'

/** A fingerprint of what two workers' records say, over their aliases in a query. */
function fingerprintOf(left: string, right: string): RawBuilder<string> {
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
 * they were then; else the pair is open again. Gives back what the run learned.
 */
export async function replaceFound(
  ctx: Context,
  run: { id: string; workers: number },
  first: IteratorResult<string, Learned>,
  rest: AsyncGenerator<string, Learned>,
): Promise<Learned> {
  await sql`create temporary table found (left_worker bigint, right_worker bigint, probability double precision, reasons jsonb,
    group_worker bigint, group_probability double precision, likelihood text) on commit drop`.execute(ctx.db)
  const columns = ['left_worker', 'right_worker', 'probability', 'reasons', 'group_worker', 'group_probability', 'likelihood']
  const read = readToEnd(first, rest)
  await copyInto(ctx, 'found', columns, read.lines)
  const learned = read.learned()
  await sql`analyze found`.execute(ctx.db)
  await addRun(ctx, run, learned)
  await sql`insert into duplicate_pair as known
      (region, left_worker, right_worker, probability, reasons, fingerprint, run_id, left_village, right_village, group_worker, group_probability, likelihood)
    select ${ctx.region}, f.left_worker, f.right_worker, f.probability, f.reasons, ${fingerprintOf('l', 'r')}, ${run.id}::uuid,
      l.village, r.village, f.group_worker, f.group_probability, f.likelihood
    from found f
      join worker l on l.region = ${ctx.region} and l.id = f.left_worker and l.removed_at is null
      join worker r on r.region = ${ctx.region} and r.id = f.right_worker and r.removed_at is null
    on conflict (region, left_worker, right_worker) do update set probability = excluded.probability, reasons = excluded.reasons,
      fingerprint = excluded.fingerprint, run_id = excluded.run_id, found_at = now(),
      left_village = excluded.left_village, right_village = excluded.right_village,
      group_worker = excluded.group_worker, group_probability = excluded.group_probability, likelihood = excluded.likelihood,
      state = case when known.state = 'same' or known.fingerprint = excluded.fingerprint then known.state else 'open' end`.execute(
    ctx.db,
  )
  await sql`delete from duplicate_pair where region = ${ctx.region} and state = 'open' and run_id <> ${run.id}::uuid`.execute(
    ctx.db,
  )
  return learned
}

/** The lines of a search for COPY, and what it learned, once the last line was read. */
function readToEnd(first: IteratorResult<string, Learned>, rest: AsyncGenerator<string, Learned>) {
  let learned: Learned | undefined
  async function* lines() {
    for (let next = first; ; next = await rest.next()) {
      if (next.done === true) {
        learned = next.value
        return
      }
      yield next.value
    }
  }
  return {
    lines: lines(),
    learned: () => {
      if (learned === undefined) throw new Error('a search ended without saying what it learned')
      return learned
    },
  }
}

async function addRun(
  ctx: Context,
  { id, workers }: { id: string; workers: number },
  { model, version }: Learned,
): Promise<void> {
  await sql`insert into duplicate_run (region, id, model_version, trained_on, model, workers, pairs, made_by, made_by_name)
    select ${ctx.region}, ${id}, ${version}, (m.model ->> 'trainedOn')::date, m.model, ${workers},
      (select count(*) from found), ${ctx.actor.id}, ${ctx.actor.name} from (select ${model}::jsonb as model) m`.execute(ctx.db)
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

/**
 * Lets the record that goes on stand in the pairs of the one merged into it, with the answers given, where it had none with the same
 * person: whoever hangs together with two records of one person goes on hanging together with that person.
 */
export async function carryPairsOver(ctx: Context, { kept, merged }: { kept: number; merged: number }): Promise<void> {
  await sql`insert into duplicate_pair (region, left_worker, right_worker, probability, reasons, fingerprint, state, run_id, found_at,
      decided_by, decided_by_name, decided_at, left_village, right_village, group_worker, group_probability, likelihood)
    select p.region, l.id, r.id, p.probability, p.reasons, ${fingerprintOf('l', 'r')}, p.state, p.run_id, p.found_at,
      p.decided_by, p.decided_by_name, p.decided_at, l.village, r.village, p.group_worker, p.group_probability, p.likelihood
    from duplicate_pair p
      cross join lateral (select case when p.left_worker = ${merged} then p.right_worker else p.left_worker end as id) other
      join worker l on l.region = p.region and l.id = least(other.id, ${kept}::bigint) and l.removed_at is null
      join worker r on r.region = p.region and r.id = greatest(other.id, ${kept}::bigint) and r.removed_at is null
    where p.region = ${ctx.region} and (p.left_worker = ${merged} or p.right_worker = ${merged}) and other.id <> ${kept}
      and p.state <> 'same'
    on conflict do nothing`.execute(ctx.db)
}
