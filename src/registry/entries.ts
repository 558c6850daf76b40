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
  const result = await sql`insert into worker (region, ${columns})
    select ${ctx.region}, ${columns} from (${people}) as entering
    on conflict (region, nik) where removed_at is null do nothing`.execute(ctx.db)
  return Number(result.numAffectedRows ?? 0)
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
