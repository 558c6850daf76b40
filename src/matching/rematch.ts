import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { overWholeLists } from '../registry/planning.ts'
import { refreshDifferences } from './differences.ts'

/** Whose match is worked out: of all, of those recorded since a worker's number, of the workers named, or of one. */
export type Rematched = { sinceWorkerId?: number; workerIds?: readonly number[]; onlyWorkerId?: number }

/**
 * Works out anew what the registers say of workers, in one statement. Says how many rows changed. Intake calls it after it has added
 * workers, a merge or a correction for the workers it changed; it leaves no audit line of its own.
 */
export async function rematch(ctx: Context, input: Rematched = {}): Promise<number> {
  const { sinceWorkerId, onlyWorkerId } = input
  const workerIds = onlyWorkerId === undefined ? input.workerIds : [onlyWorkerId]
  const named = workerIds === undefined ? sql`true` : sql`w.id = any (${[...workerIds]}::bigint[])`
  const wanted = sinceWorkerId === undefined ? named : sql`w.id >= ${sinceWorkerId}`
  const isMany = workerIds === undefined || workerIds.length > fewWorkers
  const changed = isMany ? await overWholeLists(ctx, () => workOut(ctx, wanted)) : await workOut(ctx, wanted)
  if (isMany) await overWholeLists(ctx, () => refreshDifferences(ctx, wanted))
  else await refreshDifferences(ctx, wanted)
  return Number(changed.numAffectedRows ?? 0)
}

/** Of more workers than these the lists are joined as wholes. */
const fewWorkers = 200

function workOut({ db, region }: Context, wanted: RawBuilder<unknown>) {
  return sql`
    with covered as (
      select nik, (array_agg(segment order by (segment = 'PU') desc, segment))[1] as segment from insured_record
      where region = ${region} and is_active and (programmes = '' or programmes ~ '\\m(JKK|JKM)\\M') group by nik
    ), worked_out as (
      select w.id, w.village,
        case when not (select exists (select from register_exchange where region = ${region} and register = 'dukcapil')) then 'not-asked'
          when c.nik is null then 'unknown' when c.is_alive then 'alive' else 'deceased' end as civil,
        case when c.verdicts is not null and (c.full_name is null or coalesce(c.values_on, c.answered_on) < c.verdicts_on)
            then coalesce(verdict_of(c.verdicts, 'full_name', w.full_name), plain_name(c.full_name) = plain_name(w.full_name))
          when c.full_name is null then null when upper(c.full_name) = upper(w.full_name) then true
          else plain_name(c.full_name) = plain_name(w.full_name) end as name_agrees,
        case when c.verdicts is not null and (c.birth_date is null or coalesce(c.values_on, c.answered_on) < c.verdicts_on)
            then coalesce(verdict_of(c.verdicts, 'birth_date', w.birth_date::text), c.birth_date = w.birth_date)
          else c.birth_date = w.birth_date end as birth_date_agrees,
        covered.segment as covered_by, d.decile, x.died_on,
        c.is_alive is false or x.nik is not null as is_deceased
      from worker w
      left join civil_record c on c.region = ${region} and c.nik = w.nik
      left join covered on covered.nik = w.nik
      left join welfare_record d on d.region = ${region} and d.nik = w.nik
      left join death_record x on x.region = ${region} and x.nik = w.nik
      where w.region = ${region} and w.removed_at is null and ${wanted}
    )
    insert into worker_match as known
      (region, worker_id, village, civil, name_agrees, birth_date_agrees, covered_by, decile, died_on, is_deceased)
    select ${region}, id, village, civil, name_agrees, birth_date_agrees, covered_by, decile, died_on, is_deceased from worked_out
    on conflict (region, worker_id) do update set village = excluded.village, civil = excluded.civil, name_agrees = excluded.name_agrees,
      birth_date_agrees = excluded.birth_date_agrees, covered_by = excluded.covered_by, decile = excluded.decile,
      died_on = excluded.died_on, is_deceased = excluded.is_deceased, matched_at = now()
    where (known.village, known.civil, known.name_agrees, known.birth_date_agrees, known.covered_by, known.decile, known.died_on, known.is_deceased)
      is distinct from (excluded.village, excluded.civil, excluded.name_agrees, excluded.birth_date_agrees, excluded.covered_by,
        excluded.decile, excluded.died_on, excluded.is_deceased)`.execute(db)
}
