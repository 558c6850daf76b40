import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { mostFound } from './bounds.ts'
import type { SearchTerms } from './workers.ts'

/** Who was found by a name or a masked NIK: at most so many, and whether there may be more. */
export type FoundWorkers = { ids: number[]; isMore: boolean }

/**
 * Looks workers up by parts of their name, or by the stretch and the end of their NIK, also those who left; `villages` narrows the search
 * before it is cut off. Nothing when nobody is searched.
 */
export async function findWorkers(
  ctx: Context,
  terms: SearchTerms,
  villages: readonly string[] | undefined,
): Promise<FoundWorkers | undefined> {
  if (terms.kind === 'nothing') return undefined
  const { rows } = await sql<{ id: number }>`${lookedUp(ctx, terms, villages === undefined ? null : [...villages])}`.execute(
    ctx.db,
  )
  return { ids: rows.slice(0, mostFound).map((row) => row.id), isMore: rows.length > mostFound }
}

function lookedUp(
  ctx: Context,
  terms: Exclude<SearchTerms, { kind: 'nothing' }>,
  villages: string[] | null,
): RawBuilder<unknown> {
  const most = mostFound + 1
  if (terms.kind === 'name') return sql`select workers_found(${terms.patterns}, ${villages}::text[], ${most}) as id`
  const { from, to, tail } = terms
  if (tail !== '') return sql`select workers_numbered(${from}, ${to}, ${tail}, ${most}) as id`
  const between = (
    stands: RawBuilder<unknown>,
  ) => sql`(select id from worker where region = ${ctx.region} and nik >= ${from} and nik <= ${to}
    and (${villages}::text[] is null or village = any (${villages}::text[])) and ${stands} order by nik limit ${most})`
  return sql`${between(sql`removed_at is null`)} union all ${between(sql`removed_at is not null`)} limit ${most}`
}
