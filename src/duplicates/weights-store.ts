import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Weights } from './weights.ts'

/** A search teaches weights when it went through enough people to tell how rare names are, and found enough pairs to learn from. */
const enough = { workers: 20_000, pairs: 200 }

/** The newest weights that a search of the registry or a list that came in has taught; nothing before the first. */
export async function findWeights(ctx: Context): Promise<Weights | undefined> {
  const { rows } = await sql<{ weights: Weights }>`select weights from (
      select made_at, weights from linkage_weights where region = ${ctx.region}
      union all select made_at, jsonb_build_object('version', model_version, 'trainedOn', trained_on, 'records', workers,
        'fields', model -> 'fields', 'mixture', model -> 'mixture') from (
          select * from duplicate_run where region = ${ctx.region} and workers >= ${enough.workers} and pairs >= ${enough.pairs} order by made_at desc limit 1) as run
    ) as taught order by made_at desc limit 1`.execute(ctx.db)
  return rows[0]?.weights
}

/** Keeps what lists that came in have taught. */
export async function keepWeights(ctx: Context, weights: Weights): Promise<void> {
  await sql`insert into linkage_weights (region, id, version, trained_on, records, weights, made_by, made_by_name)
    values (${ctx.region}, ${ctx.newId()}, ${weights.version}, ${weights.trainedOn}, ${weights.records}, ${JSON.stringify(weights)},
      ${ctx.actor.id}, ${ctx.actor.name})`.execute(ctx.db)
}
