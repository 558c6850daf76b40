import { type RawBuilder, sql } from 'kysely'
import type { Lines } from '../duplicates/newcomer-search.ts'
import type { Context } from '../platform/context.ts'
import { copyOut } from '../platform/copying.ts'

/** Where somebody stands whom a row is compared with: in the rows themselves, in others of the intake, in other open lists, in the registry. */
export const standings = ['mine', 'rest', 'open', 'worker'] as const
export type Standing = (typeof standings)[number]

/**
 * What is compared of a row, under the names of `mine`. A family card in the place of the NIK is read as the card it is; when the two were
 * exchanged, the NIK is the number in the card's place.
 */
const compared = sql`
    case when not ${hasFamilyCard()} then coalesce(r.nik, r.nik_written) when ${isExchanged()} then r.family_card end as nik_compared,
    case when not ${hasFamilyCard()} then r.family_card else r.nik_written end as kk,
    r.full_name, r.birth_date, r.sex, nullif(r.mother_name, '') as mother_name,
    nullif(concat_ws(', ', nullif(r.address, ''), nullif(r.hamlet, '')), '') as address, r.village, nullif(r.phone, '') as phone`

function hasFamilyCard(): RawBuilder<boolean> {
  return sql`(r.nik is null and coalesce(r.findings @> '[{"code": "kk-in-nik"}]', false))`
}

function isExchanged(): RawBuilder<boolean> {
  return sql`substr(r.family_card, 7, 6) in (to_char(r.birth_date, 'DDMMYY'), (to_char(r.birth_date, 'DD')::int + 40) || to_char(r.birth_date, 'MMYY'))`
}

const place = sql`f.name || case when r.sheet = '' then '' else ' / ' || r.sheet end || ' / ' || r.row_number`

/** Puts the rows of an intake that fit a condition (over `r`) into the temporary table `mine`, numbered, and says how many there are. */
export async function gatherRows(ctx: Context, intakeId: string, which: RawBuilder<unknown>): Promise<number> {
  await sql`create temporary table mine on commit drop as
    select (row_number() over ())::int as ordinal, r.file_id, r.sheet, r.row_number, r.nik, r.name_key, ${place} as place, ${compared}
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and ${which}`.execute(ctx.db)
  // Without statistics the joins below would be planned for a table of any size.
  await sql`analyze mine (ordinal, file_id, row_number, nik, nik_compared, birth_date)`.execute(ctx.db)
  return countRows(ctx, 'mine')
}

/**
 * Puts the other rows of the intake into `rest`, and the rows of other lists that may still enter into `open`; of both only those near one of
 * `mine` when `narrow`.
 */
export async function gatherOthers(ctx: Context, intakeId: string, narrow: boolean): Promise<{ rest: number; open: number }> {
  const near = narrow ? isNearby : sql`true`
  await sql`create temporary table rest on commit drop as
    select (row_number() over ())::int as ordinal, r.file_id, r.sheet, r.row_number, ${place} as place, ${compared}
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and ${near}
      and not exists (select from mine m where m.file_id = r.file_id and m.sheet = r.sheet and m.row_number = r.row_number)`.execute(
    ctx.db,
  )
  await sql`create temporary table open on commit drop as
    select (row_number() over ())::int as ordinal, r.file_id, r.sheet, r.row_number, ${place} as place, ${compared}
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id and f.undone_at is null
      join intake i on i.region = f.region and i.id = f.intake_id and i.id <> ${intakeId}
    where r.region = ${ctx.region} and ${near} and r.decision is distinct from 'dismiss'
      and (i.state = 'checked' and r.verdict <> 'refused' or i.state = 'accepted' and r.verdict = 'review' and r.decision is null)`.execute(
    ctx.db,
  )
  await sql`analyze rest (ordinal), open (ordinal)`.execute(ctx.db)
  return { rest: await countRows(ctx, 'rest'), open: await countRows(ctx, 'open') }
}

/** A row that shares a birth date, a name, a family card, or a NIK but for its end with one of `mine`. */
const isNearby = sql`(r.birth_date in (select birth_date from mine) or r.name_key in (select name_key from mine) or r.family_card in (select kk from mine)
  or left(coalesce(r.nik, r.nik_written), 15) in (select left(nik_compared, 15) from mine where length(nik_compared) >= 15))`

async function countRows(ctx: Context, table: 'mine' | 'rest' | 'open'): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** How many stand in the registry. */
export async function countKnown(ctx: Context): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from worker where region = ${ctx.region} and removed_at is null`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

const rowLine = 'ordinal, nik_compared, kk, full_name, birth_date, sex, mother_name, address, village, phone'
const workerLine = 'id, nik, family_card, full_name, birth_date, sex, mother_name, address, village, phone'

/** The people of a standing as lines; of the registry only those who share a NIK but for its end, a birth date or a name with one of `mine` when `narrow`. */
export function linesOf(ctx: Context, standing: Exclude<Standing, 'mine'>, narrow = false): () => Lines {
  if (standing !== 'worker') return () => copyOut(ctx, `select ${rowLine} from ${standing}`)
  const workers = `select ${workerLine} from worker where region = ${ctx.client.escapeLiteral(ctx.region)} and removed_at is null`
  return () => copyOut(ctx, narrow ? `${workers} and id in (${nearbyWorkers(ctx)})` : workers)
}

/** The rows of `mine` after one number up to and with another, as lines. */
export function rowsBetween(ctx: Context, after: number, last: number): () => Lines {
  return () => copyOut(ctx, `select ${rowLine} from mine where ordinal > ${after} and ordinal <= ${last}`)
}

/** So few rows that looking each up is quicker than going through the registry. */
export const fewRows = 50

/** Ids of workers by the three indexes there are: NIK, birth date (also the one that the NIK holds), name. */
function nearbyWorkers(ctx: Context): string {
  const region = ctx.client.escapeLiteral(ctx.region)
  return `select w.id from mine m join worker w on w.region = ${region} and w.nik between rpad(left(m.nik_compared, 15), 16, '0') and rpad(left(m.nik_compared, 15), 16, '9')
      where length(m.nik_compared) >= 15
    union select w.id from mine m join worker w on w.region = ${region} and w.removed_at is null and coalesce(w.birth_date, '0001-01-01'::date) = m.birth_date
    union select w.id from mine m join worker w on w.region = ${region} and w.removed_at is null and w.full_name = m.full_name`
}

/** A sample of the registry, for how common names are there; the same in every run, and smaller for a few rows. */
export function sampleOf(ctx: Context, known: number, narrow: boolean): () => Lines {
  const share = Math.min(100, (100 * (narrow ? 4000 : 25_000)) / Math.max(known, 1))
  return () =>
    copyOut(
      ctx,
      `select ${workerLine} from worker tablesample bernoulli (${share.toFixed(4)}) repeatable (1)
       where region = ${ctx.client.escapeLiteral(ctx.region)} and removed_at is null`,
    )
}
