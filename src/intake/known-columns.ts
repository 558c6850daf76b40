import { sql } from 'kysely'
import { type AreaCode, areaOfRegion, type Region } from '../../values/areas.ts'
import { type Actor, areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { type ClerkColumns, type Layout, type SaidOfSheet } from './columns/layout.ts'

/** Whose habits the columns of a list follow: somebody of the whole region hands in the region's layouts, an operator their village's. */
export function senderOf(actor: Actor, region: Region, village: AreaCode): AreaCode {
  return areasOf(actor, region) === 'all' ? areaOfRegion(region) : village
}

type Sent = { readonly sender: string | null; readonly village: string }

/** What was said of earlier lists of the same senders, or of their villages, by the fingerprint of the layout: one query for all lists. */
export async function knownColumns(
  ctx: Context,
  lists: readonly Sent[],
): Promise<(list: Sent) => ReadonlyMap<string, Omit<SaidOfSheet, 'headerRows'>>> {
  const areas = [...new Set(lists.flatMap(({ sender, village }) => [village, ...(sender === null ? [] : [sender])]))]
  const rows =
    areas.length === 0
      ? []
      : await ctx.db
          .selectFrom('column_mapping')
          .selectAll()
          .where('region', '=', ctx.region)
          .where('sender', 'in', areas)
          .orderBy('remembered_at', 'desc')
          .limit(5000)
          .execute()
  return ({ sender, village }) =>
    new Map(
      [village, sender]
        .flatMap((area) => rows.filter((row) => row.sender === area))
        .map((row) => [
          row.fingerprint,
          {
            columns: row.columns as ClerkColumns,
            remembered: { list: row.from_list, by: row.remembered_by_name, at: row.remembered_at },
          },
        ]),
    )
}

/** Remembers what the clerk said about the columns of a list for the next one of its sender. */
export async function rememberColumns(
  ctx: Context,
  list: { readonly name: string; readonly sender: string },
  layouts: readonly Layout[],
): Promise<void> {
  const said = layouts.filter((layout) => layout.columns.some(({ by }) => by === 'clerk'))
  for (const layout of said) {
    const columns = Object.fromEntries(
      layout.columns.flatMap(({ column, field, by }) => (by === 'clerk' ? [[column, field ?? null]] : [])),
    )
    const told = {
      columns: JSON.stringify(columns),
      from_list: list.name,
      remembered_by: ctx.actor.id,
      remembered_by_name: ctx.actor.name,
    }
    await ctx.db
      .insertInto('column_mapping')
      .values({ region: ctx.region, sender: list.sender, fingerprint: layout.fingerprint, ...told })
      .onConflict((conflict) =>
        conflict.columns(['region', 'sender', 'fingerprint']).doUpdateSet({ ...told, remembered_at: sql`now()` }),
      )
      .execute()
  }
}
