import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { DifferingField } from './layouts-api.ts'

/**
 * Works out anew where the civil registry has another value than we have, of all workers or of those given. A difference that somebody
 * decided to leave stays decided until one of its two values changes. A name differs when it does so without titles, signs and spaces.
 */
export async function refreshDifferences(ctx: Context, workers: RawBuilder<unknown>): Promise<void> {
  await sql`create temporary table differing on commit drop as
    select w.id as worker_id, w.village, f.field, f.ours, f.theirs, c.answered_on
    from worker w join civil_record c on c.region = w.region and c.nik = w.nik
      cross join lateral (values
        ('full_name', w.full_name, c.full_name,
          case when upper(w.full_name) = upper(c.full_name) then false else plain_name(w.full_name) is distinct from plain_name(c.full_name) end),
        ('birth_date', w.birth_date::text, c.birth_date::text, w.birth_date is distinct from c.birth_date),
        ('sex', w.sex, c.sex, w.sex is distinct from c.sex),
        ('mother_name', w.mother_name, c.mother_name,
          case when upper(w.mother_name) = upper(c.mother_name) then false else plain_name(w.mother_name) is distinct from plain_name(c.mother_name) end),
        ('family_card', w.family_card, c.family_card, w.family_card is distinct from c.family_card)) as f (field, ours, theirs, differs)
    where w.region = ${ctx.region} and w.removed_at is null and ${workers} and f.differs and f.theirs is not null`.execute(ctx.db)
  await sql`analyze differing`.execute(ctx.db)
  await sql`delete from register_difference d using worker w
    where d.region = ${ctx.region} and w.region = d.region and w.id = d.worker_id and ${workers}
      and not exists (select from differing n where n.worker_id = d.worker_id and n.field = d.field)`.execute(ctx.db)
  await sql`insert into register_difference as known (region, worker_id, field, village, ours, theirs, answered_on)
    select ${ctx.region}, worker_id, field, village, ours, theirs, answered_on from differing
    on conflict (region, worker_id, field) do update set village = excluded.village, ours = excluded.ours, theirs = excluded.theirs,
      answered_on = excluded.answered_on,
      state = case when (known.ours, known.theirs) is not distinct from (excluded.ours, excluded.theirs) then known.state else 'open' end
    where (known.village, known.ours, known.theirs, known.answered_on)
      is distinct from (excluded.village, excluded.ours, excluded.theirs, excluded.answered_on)`.execute(ctx.db)
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
  theirs: string
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
  const { rows } =
    await sql<ListedDifference>`select d.worker_id as "workerId", w.full_name as name, w.nik, v.name as "villageName",
      d.field, d.ours, d.theirs, d.answered_on as "answeredOn", d.decided_by_name as "decidedByName"
    from (select * from register_difference d where ${matching(ctx, filter)} and ${goesOn}
        order by d.field, d.worker_id limit ${limit}) d
      join worker w on w.region = d.region and w.id = d.worker_id join area v on v.code = d.village
    order by d.field, d.worker_id`.execute(ctx.db)
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

/** How many differences wait in each field. */
export async function countDifferences(
  ctx: Context,
): Promise<{ field: DifferingField; state: 'open' | 'ours'; count: number }[]> {
  const { rows } = await sql<{ field: DifferingField; state: 'open' | 'ours'; count: number }>`
    select field, state, sum(people)::bigint as count from difference_tally where region = ${ctx.region} group by 1, 2 order by 1, 2`.execute(
    ctx.db,
  )
  return rows
}

/** The condition of a filter over the alias `d`: the differences, or where no worker is named their tally. */
export function matching(ctx: Context, { state, field, village, workerId }: DifferenceFilter): RawBuilder<unknown> {
  const is = (column: string, value: string | number | undefined) =>
    value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`
  return sql`d.region = ${ctx.region} and d.state = ${state} and ${is('d.field', field)} and ${is('d.village', village)}
    and ${is('d.worker_id', workerId)}`
}
