import { sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { type Field, fieldLabels } from './columns/fields.ts'
import type { Correction } from './corrections.ts'
import { listOf } from './mapping.ts'

/** How a list that corrects earlier ones turned out, row by row; the counts are of now, so they move as an officer decides. */
export type CorrectionCounts = Correction & { corrected: number; stillFaulty: number; added: number }

/** Rows that are told one by one. */
const rowsTold = 200

/** What a list corrects, what was changed in each row, and which later lists corrected it; nothing when it is not this reader's. */
export async function findCorrection(ctx: Context, input: { intakeId: string; fileId: string }) {
  const list = await listOf(ctx, input.intakeId, input.fileId)
  if (list === undefined) return undefined
  const correction = list.correction as Correction | null
  const counts = correction && { ...correction, ...(await countCorrected(ctx, [input.fileId])).get(input.fileId) }
  return {
    correction: counts && { corrected: 0, stillFaulty: 0, added: 0, ...counts },
    rows: correction === null ? [] : await changedRows(ctx, input.fileId),
    correctedBy: await correctionsOf(ctx, input.fileId),
  }
}

/** How many rows of lists stand for earlier ones and are good or still faulty now, and how many stand for none. */
export async function countCorrected(
  ctx: Context,
  fileIds: readonly string[],
): Promise<Map<string, Pick<CorrectionCounts, 'corrected' | 'stillFaulty' | 'added'>>> {
  const { rows } = await sql<{ fileId: string; corrected: number; stillFaulty: number; added: number }>`
    select n.file_id as "fileId", count(*) filter (where o.file_id is not null and (n.verdict = 'accepted' or n.decision = 'enter')) as corrected,
      count(*) filter (where o.file_id is not null and n.verdict <> 'accepted' and n.decision is distinct from 'enter') as "stillFaulty",
      count(*) filter (where o.file_id is null) as added
    from intake_row n left join intake_row o on o.region = n.region and o.replaced_by_file = n.file_id and o.replaced_by_sheet = n.sheet and o.replaced_by_row = n.row_number
    where n.region = ${ctx.region} and n.file_id = any (${fileIds}::uuid[]) group by n.file_id`.execute(ctx.db)
  return new Map(rows.map(({ fileId, ...counts }) => [fileId, counts]))
}

const told = {
  nik: 'nik_written',
  familyCard: 'family_card',
  fullName: 'full_name',
  birthPlace: 'birth_place',
  birthDate: 'birth_date',
  sex: 'sex',
  motherName: 'mother_name',
  address: 'address',
  hamlet: 'hamlet',
  rtRw: 'rt_rw',
  occupation: 'occupation',
  income: 'income',
  phone: 'phone',
} as const satisfies Partial<Record<Field, string>>

type Told = { [Name in keyof typeof told]: string | null }
type Changed = {
  sheet: string
  row: number
  oldList: string
  oldRow: number
  fullName: string
  verdict: 'accepted' | 'review' | 'refused'
  before: Told
  after: Told
}

const toldOf = (alias: string) =>
  sql.raw(
    `jsonb_build_object(${Object.entries(told)
      .map(([field, column]) => `'${field}', ${alias}.${column}::text`)
      .join(', ')})`,
  )

async function changedRows(ctx: Context, fileId: string) {
  const { rows } =
    await sql<Changed>`select n.sheet, n.row_number as row, f.name as "oldList", o.row_number as "oldRow", n.full_name as "fullName", n.verdict,
      ${toldOf('o')} as before, ${toldOf('n')} as after
    from intake_row n join intake_row o on o.region = n.region and o.replaced_by_file = n.file_id and o.replaced_by_sheet = n.sheet and o.replaced_by_row = n.row_number
      join intake_file f on f.region = o.region and f.id = o.file_id
    where n.region = ${ctx.region} and n.file_id = ${fileId}
    order by case n.verdict when 'refused' then 0 when 'review' then 1 else 2 end, n.sheet, n.row_number limit ${rowsTold}`.execute(
      ctx.db,
    )
  return rows.map(({ before, after, ...row }) => ({ ...row, fields: differing(before, after) }))
}

function differing(before: Told, after: Told) {
  return (Object.keys(told) as (keyof Told)[]).flatMap((field) => {
    const [left, right] = [before[field] ?? '', after[field] ?? '']
    const shown = (text: string) => (field === 'nik' || field === 'familyCard' ? maskNik(text) : text)
    return left === right ? [] : [{ label: fieldLabels[field], before: shown(left), after: shown(right) }]
  })
}

async function correctionsOf(ctx: Context, fileId: string) {
  const { rows } = await sql<{ fileId: string; intakeId: string; name: string; rows: number; at: string }>`
    select f.id as "fileId", f.intake_id as "intakeId", f.name, count(*) as rows, i.created_at as at
    from intake_row o join intake_file f on f.region = o.region and f.id = o.replaced_by_file join intake i on i.region = f.region and i.id = f.intake_id
    where o.region = ${ctx.region} and o.file_id = ${fileId} group by f.id, f.intake_id, f.name, i.created_at order by i.created_at`.execute(
    ctx.db,
  )
  return rows
}
