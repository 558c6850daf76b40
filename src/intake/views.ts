import { sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import { numberMark } from '../platform/marks.ts'
import type { Context } from '../platform/context.ts'
import { fieldLabels } from './columns/fields.ts'
import type { Layout } from './columns/layout.ts'
import { findingNames, wordingOf } from './finding-wording.ts'
import { comparedSeverity, type RowFinding } from './intake.ts'
import type { LeftOut } from './read-people.ts'
import { wordingOfReadingRefusal } from '../reading/wording.ts'
import type { ReadingRefusal } from '../reading/rows.ts'
import { mendableOf } from './repairs/alike.ts'
import type { MendableField } from './repairs/corrections.ts'
import { countWithoutVillage } from './repairs/villages.ts'
import { foreseeSettling } from './settling.ts'

type IntakeRow = {
  id: string
  title: string
  state: 'waiting' | 'reading' | 'checked' | 'accepted' | 'undone' | 'failed'
  judgedOn: string
  taskId: string | null
  mendingTaskId: string | null
  createdBy: string
  createdAt: string
  acceptedBy: string | null
  acceptedAt: string | null
  lists: number
  rows: number
  accepted: number
  review: number
  refused: number
  open: number
}

const summary = sql`select i.id, i.title, i.state, i.judged_on as "judgedOn", i.task_id as "taskId", i.mending_task as "mendingTaskId", i.created_by_name as "createdBy", i.created_at as "createdAt",
    i.accepted_by_name as "acceptedBy", i.accepted_at as "acceptedAt", count(f.id) as lists, coalesce(sum(f.rows), 0)::bigint as rows,
    coalesce(sum(f.accepted), 0)::bigint as accepted, coalesce(sum(f.review), 0)::bigint as review, coalesce(sum(f.refused), 0)::bigint as refused,
    (select count(*) from intake_row r join intake_file o on o.region = r.region and o.id = r.file_id
      where r.region = i.region and o.intake_id = i.id and r.verdict = 'review' and r.decision is null and i.state in ('checked', 'accepted')) as open
  from intake i join intake_file f on f.region = i.region and f.intake_id = i.id`

/** Intakes, the newest first; row-level security leaves out lists of other villages. */
export async function listIntakes(ctx: Context, query: { state?: string; text?: string; after?: string; limit: number }) {
  const conditions = sql`i.region = ${ctx.region} ${query.state === undefined ? sql`` : sql`and i.state = ${query.state}`}
    ${query.text === undefined ? sql`` : sql`and (i.title ilike ${`%${query.text}%`} or f.name ilike ${`%${query.text}%`})`}`
  const offset = numberMark(query.after)
  const { rows } =
    await sql<IntakeRow>`${summary} where ${conditions} group by i.region, i.id order by i.created_at desc, i.id limit ${query.limit} offset ${offset}`.execute(
      ctx.db,
    )
  const { rows: counted } = await sql<{
    count: number
  }>`select count(distinct i.id) as count from intake i join intake_file f on f.region = i.region and f.intake_id = i.id where ${conditions}`.execute(
    ctx.db,
  )
  const count = counted[0]?.count ?? 0
  return { rows, count, next: offset + rows.length < count ? String(offset + rows.length) : null }
}

/** One intake with its lists and its findings by kind, the gravest and most frequent first; nothing when this reader has no list in it. */
export async function findIntakeSummary(ctx: Context, intakeId: string) {
  const { rows } =
    await sql<IntakeRow>`${summary} where i.region = ${ctx.region} and i.id = ${intakeId} group by i.region, i.id`.execute(ctx.db)
  const intake = rows[0]
  if (intake === undefined) return undefined
  const lists = await ctx.db
    .selectFrom('intake_file as f')
    .innerJoin('area', 'area.code', 'f.village')
    .selectAll('f')
    .select('area.name as villageName')
    .where('f.region', '=', ctx.region)
    .where('f.intake_id', '=', intakeId)
    .orderBy('f.position')
    .execute()
  return {
    intake,
    lists: lists.map(describeList),
    findings: await countFindings(ctx, intakeId),
    decided: await countDecided(ctx, intakeId),
    duplicates: await foreseeSettling(ctx, intakeId),
    withoutVillage: await countWithoutVillage(ctx, intakeId),
  }
}

type Decided = { entering: number; dismissed: number; mayEnter: number; entered: number }

/** What became of the rows of an intake: how many were decided to enter or to be left out, may enter in all, and stand in the registry. */
async function countDecided(ctx: Context, intakeId: string): Promise<Decided> {
  const ofIntake = sql`intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId}`
  const { rows } = await sql<Decided>`
    select d.entering, d.dismissed, d.enter + (select count(*) from ${ofIntake} and r.verdict = 'accepted' and r.nik is not null and r.decision is null) as "mayEnter",
      (select count(*) from worker w join intake_file f on f.region = w.region and f.id = w.intake_file_id
        where w.region = ${ctx.region} and f.intake_id = ${intakeId} and w.removed_at is null) as entered
    from (select count(*) filter (where r.verdict = 'review' and r.decision = 'enter') as entering, count(*) filter (where r.decision = 'dismiss') as dismissed,
        count(*) filter (where r.decision = 'enter' and r.nik is not null) as enter
      from ${ofIntake} and r.decision is not null) d`.execute(ctx.db)
  return rows[0] ?? { entering: 0, dismissed: 0, mayEnter: 0, entered: 0 }
}

type ListRow = {
  id: string
  name: string
  village: string
  villageName: string
  state: string
  rows: number
  accepted: number
  review: number
  refused: number
  refusal: unknown
  left_out: unknown
  layouts: unknown
}

function describeList(list: ListRow) {
  const { id, name, village, villageName, rows, accepted, review, refused: refusedRows } = list
  const columns = ((list.layouts ?? []) as Layout[]).flatMap((layout) =>
    layout.columns.map((column) => ({
      sheet: layout.sheet,
      header: column.header,
      field: column.field ?? null,
      fieldName: column.field === undefined ? null : fieldLabels[column.field],
      confidence: column.confidence,
      samples: column.samples.slice(0, 3).map(withoutNumbers),
    })),
  )
  const refusal = list.refusal === null ? null : wordingOfReadingRefusal(list.refusal as ReadingRefusal)
  const refusedFor = (list.refusal as ReadingRefusal | null)?.reason ?? null
  const leftOut = ((list.left_out ?? []) as LeftOut[]).slice(0, 100).map((line) => ({ ...line, text: withoutNumbers(line.text) }))
  return {
    id,
    name,
    village,
    villageName,
    state: list.state as 'waiting' | 'read' | 'unreadable',
    rows,
    accepted,
    review,
    refused: refusedRows,
    refusal,
    refusedFor,
    leftOut,
    columns,
  }
}

/** What stands in a list, with every sixteen digits (a NIK, a family card) masked. */
function withoutNumbers(text: string): string {
  return text.replace(/\d{16}/g, maskNik)
}

async function countFindings(ctx: Context, intakeId: string) {
  const { rows } = await sql<Omit<RowFinding, 'detail'> & { rows: number; detail: string | null }>`
    select finding ->> 'code' as code, finding ->> 'severity' as severity, min(finding ->> 'field') as field, count(*) as rows, min(finding ->> 'detail') filter (where not finding ? 'match') as detail
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id, jsonb_array_elements(r.findings) as finding
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and r.findings is not null group by 1, 2
    order by case finding ->> 'severity' when 'refuse' then 0 when 'review' then 1 else 2 end, 4 desc`.execute(ctx.db)
  return rows.map(({ code, severity, field, rows: count, detail }) => ({
    code,
    severity,
    rows: count,
    field: mendedTogether({ code, severity, field }),
    name: findingNames[code],
    example: wordingOf({ code, ...(detail !== null && { detail: withoutNumbers(detail) }) }),
  }))
}

/** The cell that many rows have alike; a number, a name, an age and what a comparison found are each person's own. */
function mendedTogether(finding: RowFinding): MendableField | null {
  const field = mendableOf(finding)
  const isAlone =
    ['repaired', 'too-young', 'too-old', 'name-missing'].includes(finding.code) || Object.hasOwn(comparedSeverity, finding.code)
  return isAlone || field === 'nik' || field === 'familyCard' ? null : field
}
