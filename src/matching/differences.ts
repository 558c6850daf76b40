import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { DifferingField } from './layouts-api.ts'

/**
 * Works out anew where the civil registry has another value than we have, of all workers or of those given. Where it told its value the two are
 * compared, a name without titles, signs and spaces; where it only compared, its verdict counts while we still have the value it was about.
 * Of the two the newer stands. A difference that somebody decided to leave stays decided until one of its two values changes.
 */
export async function refreshDifferences(ctx: Context, workers: RawBuilder<unknown>): Promise<void> {
  await sql`create temporary table differing on commit drop as
    select w.id as worker_id, w.village, f.field, f.ours, case when f.differs then f.theirs end as theirs,
      case when f.agrees is null then coalesce(c.values_on, c.answered_on) else c.verdicts_on end as answered_on,
      case when f.agrees is not null then (c.verdicts -> f.field ->> 'similarity')::smallint end as similarity
    from worker w join civil_record c on c.region = w.region and c.nik = w.nik
      cross join lateral (
        select field, ours, theirs, differs, case when c.verdicts is not null and (theirs is null or coalesce(c.values_on, c.answered_on) < c.verdicts_on)
          then verdict_of(c.verdicts, field, ours) end as agrees
        from (values
          ('full_name', w.full_name, c.full_name,
            case when upper(w.full_name) = upper(c.full_name) then false else plain_name(w.full_name) is distinct from plain_name(c.full_name) end),
          ('birth_date', w.birth_date::text, c.birth_date::text, w.birth_date is distinct from c.birth_date),
          ('sex', w.sex, c.sex, w.sex is distinct from c.sex),
          ('mother_name', w.mother_name, c.mother_name,
            case when upper(w.mother_name) = upper(c.mother_name) then false else plain_name(w.mother_name) is distinct from plain_name(c.mother_name) end),
          ('family_card', w.family_card, c.family_card, w.family_card is distinct from c.family_card),
          ('birth_place', w.birth_place, null, false), ('address', w.address, null, false)) as v (field, ours, theirs, differs)) as f
    where w.region = ${ctx.region} and w.removed_at is null and ${workers}
      and coalesce(not f.agrees, f.differs and f.theirs is not null)`.execute(ctx.db)
  await sql`analyze differing`.execute(ctx.db)
  await sql`delete from register_difference d using worker w
    where d.region = ${ctx.region} and w.region = d.region and w.id = d.worker_id and ${workers}
      and not exists (select from differing n where n.worker_id = d.worker_id and n.field = d.field)`.execute(ctx.db)
  await sql`insert into register_difference as known (region, worker_id, field, village, ours, theirs, similarity, answered_on)
    select ${ctx.region}, worker_id, field, village, ours, theirs, similarity, answered_on from differing
    on conflict (region, worker_id, field) do update set village = excluded.village, ours = excluded.ours, theirs = excluded.theirs,
      similarity = excluded.similarity, answered_on = excluded.answered_on,
      state = case when (known.ours, known.theirs) is not distinct from (excluded.ours, excluded.theirs) then known.state else 'open' end
    where (known.village, known.ours, known.theirs, known.similarity, known.answered_on)
      is distinct from (excluded.village, excluded.ours, excluded.theirs, excluded.similarity, excluded.answered_on)`.execute(
    ctx.db,
  )
  await sql`drop table differing`.execute(ctx.db)
}

/** Which differences are asked for; absent means any. */
export type DifferenceFilter = {
  state: 'open' | 'ours'
  field?: DifferingField | undefined
  village?: string | undefined
  workerId?: number | undefined
}

/** A difference as a list shows it, with family cards whole: the door masks them. */
export type ListedDifference = {
  workerId: number
  name: string
  nik: string | null
  villageName: string
  field: DifferingField
  ours: string | null
  /** Nothing where the register only said that ours differs. */
  theirs: string | null
  /** How near it says the two are, 0–100. */
  similarity: number | null
  answeredOn: string
  decidedByName: string | null
}

/** A stretch of differences in the order of field and worker, and how many match in all. */
export async function listDifferences(
  ctx: Context,
  filter: DifferenceFilter,
  { after, limit }: { after: { field: string; workerId: number } | undefined; limit: number },
): Promise<{ rows: ListedDifference[]; count: number }> {
  const goesOn = after === undefined ? sql`true` : sql`(d.field, d.worker_id) > (${after.field}, ${after.workerId}::bigint)`
  const stretch = sql`select * from register_difference d where ${matching(ctx, filter)} and ${goesOn}
    order by d.field, d.worker_id limit ${limit}`
  const { rows } = await selectedDifferences(stretch).execute(ctx.db)
  return { rows, count: await countListed(ctx, filter) }
}

/** Those of one worker are counted, those of villages and fields are in the tally. */
async function countListed(ctx: Context, filter: DifferenceFilter): Promise<number> {
  const counted =
    filter.workerId === undefined
      ? sql<{
          count: number
        }>`select coalesce(sum(d.people), 0)::bigint as count from difference_tally d where ${matching(ctx, filter)}`
      : sql<{ count: number }>`select count(*) as count from register_difference d where ${matching(ctx, filter)}`
  const { rows } = await counted.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Differences given as a query of their table, with whose they are, in the order of field and worker. */
export function selectedDifferences(differences: RawBuilder<unknown>): RawBuilder<ListedDifference> {
  return sql<ListedDifference>`select d.worker_id as "workerId", w.full_name as name, w.nik, v.name as "villageName",
      d.field, d.ours, d.theirs, d.similarity, d.answered_on as "answeredOn", d.decided_by_name as "decidedByName"
    from (${differences}) d join worker w on w.region = d.region and w.id = d.worker_id join area v on v.code = d.village
    order by d.field, d.worker_id`
}

/** How many differences there are of a field: in all, and with a value that can be taken over. */
export type DifferenceCount = { field: DifferingField; state: 'open' | 'ours'; count: number; told: number }

/** How many differences wait in each field, and how many were decided for our value; of the region or of one village. */
export async function countDifferences(ctx: Context, village?: string): Promise<DifferenceCount[]> {
  const where = village === undefined ? sql`true` : sql`village = ${village}`
  const { rows } = await sql<DifferenceCount>`
    select field, state, sum(people)::bigint as count, sum(told)::bigint as told from difference_tally
    where region = ${ctx.region} and ${where} group by 1, 2 order by 1, 2`.execute(ctx.db)
  return rows
}

/** The condition of a filter over the alias `d`: the differences, or where no worker is named their tally. */
export function matching(ctx: Context, { state, field, village, workerId }: DifferenceFilter): RawBuilder<unknown> {
  const is = (column: string, value: string | number | undefined) =>
    value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`
  return sql`d.region = ${ctx.region} and d.state = ${state} and ${is('d.field', field)} and ${is('d.village', village)}
    and ${is('d.worker_id', workerId)}`
}
