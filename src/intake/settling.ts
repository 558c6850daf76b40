import { type RawBuilder, sql } from 'kysely'
import type { Region } from '../../values/areas.ts'
import type { Context } from '../platform/context.ts'

/** How many rows of people listed several times would enter, and how many would be left out. */
export type Settling = { kept: number; dismissed: number }

/**
 * The rows that settling the duplicates of an intake decides, each with its decision: of everybody who is certainly or probably listed several
 * times and is not in the registry one row enters, the one with the fewest other findings, then the first. Rows that two names share, rows
 * that are only possibly one person, and people who stand in another open list too are left to an officer.
 */
export function rowsToSettle(region: Region, intakeId: string): RawBuilder<unknown> {
  return sql`select file_id, sheet, row_number, case when enters then 'enter' else 'dismiss' end as decision from (
      select placed.*, place = 1 and not is_known as enters from (
        select listed.*, bool_or(is_known_alone) over same as is_known, bool_or(is_open_alone) over same as is_open, row_number() over (
          partition by person order by case verdict when 'refused' then 1 else 0 end, has_other, jsonb_array_length(findings), position, sheet, row_number) as place
        from (${listedSeveralTimes(region, intakeId)}) as listed window same as (partition by person)
      ) as placed
    ) as settled
    where verdict = 'review' and not is_open and not (enters and has_other)`
}

/** Rows found to be one person with somebody, undecided so far; what was found before findings named whom they met goes by the NIK. */
function listedSeveralTimes(region: Region, intakeId: string): RawBuilder<unknown> {
  return sql`select r.file_id, r.sheet, r.row_number, r.verdict, r.findings, f.position,
      coalesce(told.match ->> 'person', case when told.match is null then r.nik end, concat_ws(' ', r.file_id, r.sheet, r.row_number)) as person,
      coalesce((told.match ->> 'isKnown')::boolean, false) or exists (select from worker w where w.region = r.region and w.nik = r.nik and w.removed_at is null) as is_known_alone,
      coalesce((told.match ->> 'isOpen')::boolean, false) as is_open_alone,
      r.nik is null or exists (
        select from jsonb_array_elements(r.findings) as finding where finding ->> 'severity' = 'review' and finding ->> 'code' <> 'duplicate') as has_other
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
      cross join lateral (select finding -> 'match' as match from jsonb_array_elements(r.findings) as finding where finding ->> 'code' = 'duplicate' limit 1) as told
    where r.region = ${region} and f.intake_id = ${intakeId} and r.decision is null
      and not r.findings @> '[{"code": "nik-shared"}]' and coalesce(told.match ->> 'likelihood', 'certain') <> 'possible'`
}

/** What settling the duplicates of an intake would do now, without doing it. */
export async function foreseeSettling(ctx: Context, intakeId: string): Promise<Settling> {
  const { rows } =
    await sql<Settling>`select count(*) filter (where decision = 'enter') as kept, count(*) filter (where decision = 'dismiss') as dismissed
    from (${rowsToSettle(ctx.region, intakeId)}) as settled`.execute(ctx.db)
  return rows[0] ?? { kept: 0, dismissed: 0 }
}
