import { sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { type Field, fieldLabels } from './columns/fields.ts'
import type { Correction } from './corrections.ts'

/** Rows that are told one by one. */
const rowsTold = 200

/** The lists of an intake that correct earlier ones, each with how it turned out by now, and the later lists that corrected it. */
export async function findCorrections(ctx: Context, intakeId: string) {
  const lists = await ctx.db
    .selectFrom('intake_file')
    .select('id')
    .where('region', '=', ctx.region)
    .where('intake_id', '=', intakeId)
    .execute()
  const ids = lists.map(({ id }) => id)
  return { corrections: await correctionsOf(ctx, ids), correctedBy: await laterCorrections(ctx, intakeId) }
}

/** A list that corrects earlier ones, with how it turned out by now. */
export type CorrectingList = { fileId: string; name: string } & Correction & Corrected

/** Those of the given lists that correct earlier ones, in the order in which they were handed in. */
export async function correctionsOf(ctx: Context, fileIds: readonly string[]): Promise<CorrectingList[]> {
  if (fileIds.length === 0) return []
  const lists = await ctx.db
    .selectFrom('intake_file')
    .select(['id', 'name', 'correction'])
    .where('region', '=', ctx.region)
    .where('id', 'in', [...fileIds])
    .where('correction', 'is not', null)
    .orderBy('position')
    .execute()
  const counts = await countCorrected(
    ctx,
    lists.map(({ id }) => id),
  )
  const nothing = { corrected: 0, stillFaulty: 0, added: 0 }
  return lists.map(({ id, name, correction }) => ({
    fileId: id,
    name,
    ...(correction as Correction),
    ...(counts.get(id) ?? nothing),
  }))
}

type Corrected = { corrected: number; stillFaulty: number; added: number }

/** How many rows of lists stand for earlier ones and are good or still faulty now, and how many stand for none. */
async function countCorrected(ctx: Context, fileIds: readonly string[]): Promise<Map<string, Corrected>> {
  const { rows } = await sql<Corrected & { fileId: string }>`
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

/** The rows a list replaced, each with the fields that changed, those still faulty first; no whole NIK. */
export async function changedRows(ctx: Context, input: { intakeId: string; fileId: string }) {
  const { rows } =
    await sql<Changed>`select n.sheet, n.row_number as row, f.name as "oldList", o.row_number as "oldRow", n.full_name as "fullName", n.verdict,
      ${toldOf('o')} as before, ${toldOf('n')} as after
    from intake_row n join intake_row o on o.region = n.region and o.replaced_by_file = n.file_id and o.replaced_by_sheet = n.sheet and o.replaced_by_row = n.row_number
      join intake_file f on f.region = o.region and f.id = o.file_id
    where n.region = ${ctx.region} and n.file_id = ${input.fileId}
      and exists (select from intake_file m where m.region = n.region and m.id = n.file_id and m.intake_id = ${input.intakeId})
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

async function laterCorrections(ctx: Context, intakeId: string) {
  const { rows } = await sql<{ fileId: string; intakeId: string; name: string; rows: number; at: string }>`
    select f.id as "fileId", f.intake_id as "intakeId", f.name, count(*) as rows, i.created_at as at
    from intake_file m join intake_row o on o.region = m.region and o.file_id = m.id
      join intake_file f on f.region = o.region and f.id = o.replaced_by_file join intake i on i.region = f.region and i.id = f.intake_id
    where m.region = ${ctx.region} and m.intake_id = ${intakeId} group by f.id, f.intake_id, f.name, i.created_at order by i.created_at`.execute(
    ctx.db,
  )
  return rows
}
