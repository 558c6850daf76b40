import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { SearchTerms } from './workers.ts'

/** Who was found by a name or a masked NIK: at most so many, and whether there may be more. */
export type FoundWorkers = { ids: number[]; isMore: boolean }

/** How many people a search looks up: nobody reads further, and a name that fits a tenth of a region costs what a rare one does. */
export const mostFound = 5000

/**
 * Looks workers up by parts of their name, or by the stretch and the end of their NIK; `villages` narrows the search before it is cut off.
 * Nothing when the search names nobody in particular.
 */
export async function findWorkers(
  ctx: Context,
  terms: SearchTerms,
  villages: readonly string[] | undefined,
): Promise<FoundWorkers | undefined> {
  if (terms.kind === 'nothing' || (terms.kind === 'nik' && terms.tail === '')) return undefined
  const found =
    terms.kind === 'name'
      ? sql<{
          id: number
        }>`select workers_found(${terms.patterns}, ${villages === undefined ? null : [...villages]}::text[], ${mostFound + 1}) as id`
      : sql<{ id: number }>`select workers_numbered(${terms.from}, ${terms.to}, ${terms.tail}, ${mostFound + 1}) as id`
  const { rows } = await found.execute(ctx.db)
  return { ids: rows.slice(0, mostFound).map((row) => row.id), isMore: rows.length > mostFound }
}

/** How many of many are counted: beyond them a list says `10.000+`. */
export const mostCounted = 10_000
