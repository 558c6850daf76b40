import { type RawBuilder, sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import type { Layout } from './columns/layout.ts'
import { tellable } from './finding-scope.ts'
import { findingNames, wordingOf } from './finding-wording.ts'
import type { RowFinding } from './intake.ts'
import { mendableOf } from './repairs/alike.ts'
import { type StoredRow, writtenIn } from './repairs/rechecking.ts'
import { type Layouts, layoutsOf, stored } from './repairs/store.ts'

export type RowsQuery = {
  intakeId: string
  verdict?: Verdict
  code?: string
  fileId?: string
  open?: boolean
  text?: string
  after?: string
  limit: number
}

type Verdict = 'refused' | 'review' | 'accepted'

/** The faulty come first. */
const verdicts: readonly Verdict[] = ['refused', 'review', 'accepted']

/** After which row a stretch begins, and how many match in all: counted once, at the first stretch. */
type Mark = { verdict: number; position: number; sheet: string; row: number; count: number }

type ListedRow = StoredRow & {
  file: string
  position: number
  decision: 'enter' | 'dismiss' | null
  decidedBy: string | null
  villageName: string | null
  nikShown: string
}

/** Rows of an intake, refused first, then those in review, each in the order of its list; NIK masked. */
export async function listRows(ctx: Context, query: RowsQuery) {
  const mark = readMark(query.after)
  const rows: ListedRow[] = []
  for (let place = mark?.verdict ?? 0; place < verdicts.length && rows.length <= query.limit; place += 1) {
    const verdict = verdicts[place] as Verdict
    if (query.verdict !== undefined && query.verdict !== verdict) continue
    const after = mark?.verdict === place ? mark : undefined
    rows.push(...(await stretchOf(ctx, query, verdict, after, query.limit + 1 - rows.length)))
  }
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  // A first page that is not full holds everybody.
  const count = mark?.count ?? (rows.length <= query.limit ? rows.length : await countRows(ctx, query))
  const next =
    rows.length > query.limit && last !== undefined
      ? writeMark({ verdict: verdicts.indexOf(last.verdict), position: last.position, sheet: last.sheet, row: last.row, count })
      : null
  const layouts = await layoutsOf(ctx, query.intakeId, new Set(page.map((row) => row.fileId)))
  const told = tellable(ctx)
  return { rows: page.map((row) => describeRow(row, layouts, told)), count, next }
}

/** One row of an intake as lists show it; nothing when there is none for this reader. */
export async function findShownRow(ctx: Context, intakeId: string, name: { fileId: string; sheet: string; row: number }) {
  const { rows } =
    await sql<ListedRow>`select ${listed} from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and r.file_id = ${name.fileId} and r.sheet = ${name.sheet} and r.row_number = ${name.row}`.execute(
      ctx.db,
    )
  const row = rows[0]
  return row && describeRow(row, await layoutsOf(ctx, intakeId, new Set([row.fileId])), tellable(ctx))
}

const listed = sql`${stored}, f.name as file, f.position, r.decision, r.decided_by_name as "decidedBy", coalesce(r.nik, r.nik_written) as "nikShown",
  (select a.name from area a where a.code = r.village and a.level = 'village') as "villageName"`

/** List by list, so that a stretch in the middle of a long intake costs what the first one does. */
async function stretchOf(
  ctx: Context,
  query: RowsQuery,
  verdict: Verdict,
  after: Mark | undefined,
  most: number,
): Promise<ListedRow[]> {
  const beyond =
    after === undefined
      ? sql``
      : sql`and (f.position > ${after.position} or (r.sheet, r.row_number) > (${after.sheet}, ${after.row}::int))`
  const { rows } = await sql<ListedRow>`select ${listed} from intake_file f cross join lateral (
      select * from intake_row r where r.region = f.region and r.file_id = f.id and r.verdict = ${verdict} ${conditionsOf(query)} ${beyond}
      order by r.sheet, r.row_number limit ${most}
    ) r
    where f.region = ${ctx.region} and f.intake_id = ${query.intakeId} and f.position >= ${after?.position ?? 0}
      ${query.fileId === undefined ? sql`` : sql`and f.id = ${query.fileId}`}
    order by f.position, r.sheet, r.row_number limit ${most}`.execute(ctx.db)
  return rows
}

function conditionsOf({ code, open, text }: RowsQuery): RawBuilder<unknown> {
  const pattern = text?.replace(/[\\%_]/g, '\\$&')
  return sql`${code === undefined ? sql`` : sql`and r.findings is not null and r.findings @> ${JSON.stringify([{ code }])}::jsonb`}
    ${open === true ? sql`and r.verdict = 'review' and r.decision is null` : sql``}
    ${pattern === undefined ? sql`` : sql`and (r.full_name ilike ${`%${pattern}%`} or r.nik_written like ${`${pattern}%`})`}`
}

/** How many rows match: from the counts of the lists where these tell it. */
async function countRows(ctx: Context, query: RowsQuery): Promise<number> {
  const { verdict, code, open, text, fileId } = query
  const isCounted = code === undefined && open !== true && text === undefined
  const ofList = fileId === undefined ? sql`` : sql`and f.id = ${fileId}`
  const lists = sql`f.region = ${ctx.region} and f.intake_id = ${query.intakeId} ${ofList}`
  const counted = sql.ref(`f.${verdict ?? 'rows'}`)
  const { rows } = isCounted
    ? await sql<{
        count: number
      }>`select coalesce(sum(${counted}), 0)::bigint as count from intake_file f where ${lists}`.execute(ctx.db)
    : await sql<{
        count: number
      }>`select count(*) as count from intake_file f join intake_row r on r.region = f.region and r.file_id = f.id
        where ${lists} ${verdict === undefined ? sql`` : sql`and r.verdict = ${verdict}`} ${conditionsOf(query)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

function describeRow(row: ListedRow, layouts: Layouts, told: (finding: RowFinding) => RowFinding) {
  const layout = layouts.of(row)
  const { fileId, file, sheet, village, villageName, verdict, decision, decidedBy, fullName, birthDate, sex, occupation } = row
  return {
    fileId,
    file,
    sheet,
    row: row.row,
    village,
    villageName,
    canEnter: row.nik !== null,
    verdict,
    decision,
    decidedBy,
    nik: maskNik(row.nikShown),
    familyCard: maskNik(row.familyCard ?? ''),
    fullName,
    birthDate,
    sex,
    occupation,
    address: row.address,
    hamlet: row.hamlet,
    income: row.income,
    mended: Object.keys(row.repaired ?? {}),
    written: layout === undefined ? {} : writtenCells(row, layout),
    findings: (row.findings ?? []).map(told).map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      field: mendableOf(finding) ?? finding.field,
      name: findingNames[finding.code],
      sentence: sentenceOf(finding),
    })),
  }
}

/** What the village wrote in the cells in which something was found; a NIK and a card number masked. */
function writtenCells(row: StoredRow, layout: Layout): Record<string, string> {
  const fields = new Set((row.findings ?? []).flatMap((finding) => mendableOf(finding) ?? []))
  return Object.fromEntries(
    [...fields].map((field) => {
      const written = writtenIn(row, layout, field)
      return [field, field === 'nik' || field === 'familyCard' ? maskNik(written) : written]
    }),
  )
}

function sentenceOf(finding: RowFinding) {
  const { id, en } = wordingOf(finding)
  const masked = (text: string) => text.replace(/\d{13,}/g, maskNik)
  return { id: masked(id), en: masked(en) }
}

function writeMark(mark: Mark): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url')
}

function readMark(text: string | undefined): Mark | undefined {
  try {
    const mark: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'))
    const isMark =
      typeof mark === 'object' &&
      mark !== null &&
      ['verdict', 'position', 'row', 'count'].every((name) => Number.isSafeInteger((mark as Record<string, unknown>)[name])) &&
      typeof (mark as Mark).sheet === 'string'
    return isMark ? (mark as Mark) : undefined
  } catch {
    return undefined
  }
}
