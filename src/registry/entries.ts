import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** The columns of a set of people who enter the registry, in order. */
export const entryColumns = [
  'village',
  'nik',
  'family_card',
  'full_name',
  'birth_place',
  'birth_date',
  'sex',
  'mother_name',
  'address',
  'neighbourhood',
  'occupation',
  'occupation_kind',
  'monthly_income',
  'phone',
  'intake_file_id',
] as const

/**
 * Enters a set of people, given as a query of `entryColumns`. Whoever's NIK stands in the registry already is passed over.
 * Says how many entered. The caller leaves the audit line of its own act.
 */
export async function enterWorkers(ctx: Context, people: RawBuilder<unknown>): Promise<number> {
  const columns = sql.join(entryColumns.map((column) => sql.ref(column)))
  await ctx.client.query(`select pg_advisory_xact_lock_shared(hashtext('ucok.entering' || $1))`, [ctx.region])
  const result = await sql`insert into worker (region, ${columns})
    select ${ctx.region}, ${columns} from (${people}) as entering
    on conflict (region, nik) where removed_at is null do nothing`.execute(ctx.db)
  return Number(result.numAffectedRows ?? 0)
}

/**
 * The number up to which everybody has entered the registry: whoever enters from now on has a higher one. Waits for those who are entering just
 * now in other transactions, whose numbers may be lower than some that stand there already; going back to the savepoint lets the next ones in.
 */
export async function lastSettledEntry(ctx: Context): Promise<number> {
  await ctx.client.query('savepoint settling')
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.entering' || $1))`, [ctx.region])
  const newest = await newestEntry(ctx)
  await ctx.client.query('rollback to savepoint settling')
  return newest
}

/** The number of the newest entry; 0 in an empty registry. Whoever enters later has a higher one. */
export async function newestEntry(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('worker')
    .select(({ fn }) => fn.max<number | null>('id').as('newest'))
    .where('region', '=', ctx.region)
    .executeTakeFirst()
  return row?.newest ?? 0
}

/** Ends the entries that came with a list, when its intake is undone. Says how many. */
export async function removeWorkersOf(ctx: Context, fileIds: readonly string[]): Promise<number> {
  if (fileIds.length === 0) return 0
  const result = await ctx.db
    .updateTable('worker')
    .set({ removed_at: sql<string>`now()` })
    .where('intake_file_id', 'in', [...fileIds])
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
