import { sql } from 'kysely'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { matchCorrections } from './correction-matching.ts'

/** What a list says that corrects earlier ones, as it is kept with it: rows that say nothing new are not kept. */
export type Correction = {
  readonly of: { fileId: string; intakeId: string; name: string }[]
  /** Rows that stand as they stood, those that were faulty among them. */
  readonly unchanged: number
  readonly unchangedFaulty: number
  /** Rows changed of people who have entered the registry in the meantime: they are changed there, not here. */
  readonly late: number
}

/**
 * Recognises the lists of an intake that correct earlier ones, by the marks of a returned workbook or by their content. A row that changes
 * stands for the earlier one, which stays as it was written and is left out; a row that says nothing new is dropped, since the earlier one
 * stands; what was removed from a list stays as it was. Run before the rows are compared, so that nobody is taken for their own duplicate.
 */
export async function settleCorrections(ctx: Context, intakeId: string): Promise<void> {
  if (!(await matchCorrections(ctx, intakeId))) return
  await sql`create temporary table correction on commit drop as
    select m.*, o.intake_id as old_intake, o.name as old_name, ${isFaulty} as was_faulty,
      case when ${isSame} then 'unchanged' when i.state = 'accepted' and not ${isFaulty} then 'late'
        when not ${isFaulty} and n.verdict <> 'accepted' then 'unchanged' else 'replaced' end as kind
    from correction_match m
      join intake_row n on n.region = ${ctx.region} and n.file_id = m.file_id and n.sheet = m.sheet and n.row_number = m.row_number
      join intake_row r on r.region = ${ctx.region} and r.file_id = m.old_file and r.sheet = m.old_sheet and r.row_number = m.old_row
      join intake_file o on o.region = ${ctx.region} and o.id = m.old_file
      join intake i on i.region = ${ctx.region} and i.id = o.intake_id`.execute(ctx.db)
  await sql`update intake_row r set decision = 'dismiss', decided_by_name = ${ctx.actor.name},
      replaced_by_file = c.file_id, replaced_by_sheet = c.sheet, replaced_by_row = c.row_number
    from correction c where c.kind = 'replaced' and r.region = ${ctx.region} and r.file_id = c.old_file and r.sheet = c.old_sheet and r.row_number = c.old_row`.execute(
    ctx.db,
  )
  await sql`delete from intake_row r using correction c
    where c.kind <> 'replaced' and r.region = ${ctx.region} and r.file_id = c.file_id and r.sheet = c.sheet and r.row_number = c.row_number`.execute(
    ctx.db,
  )
  await noteCorrections(ctx, intakeId)
}

/** A row that is no good yet: neither accepted nor let in by an officer. */
const isFaulty = sql`(r.verdict <> 'accepted' and r.decision is distinct from 'enter')`

const told = ['nik_written', 'family_card', 'full_name', 'birth_place', 'birth_date', 'sex', 'mother_name', 'address']
const more = ['hamlet', 'rt_rw', 'village_written', 'occupation', 'income', 'phone']

/** Both rows say the same of the person. */
const isSame = sql.raw(
  `(${[...told, ...more].map((column) => `n.${column}`).join(', ')}) is not distinct from (${[...told, ...more].map((column) => `r.${column}`).join(', ')})`,
)

async function noteCorrections(ctx: Context, intakeId: string): Promise<void> {
  await sql`update intake_file f set accepted = 0, review = 0, refused = 0, correction = t.noted,
      rows = (select count(*) from intake_row r where r.region = f.region and r.file_id = f.id)
    from (
      select file_id, jsonb_build_object('of', (select jsonb_agg(distinct jsonb_build_object('fileId', o.old_file, 'intakeId', o.old_intake, 'name', o.old_name))
          from correction o where o.file_id = c.file_id),
        'unchanged', count(*) filter (where kind = 'unchanged'), 'unchangedFaulty', count(*) filter (where kind = 'unchanged' and was_faulty),
        'late', count(*) filter (where kind = 'late')) as noted
      from correction c group by file_id
    ) t where f.region = ${ctx.region} and f.id = t.file_id`.execute(ctx.db)
  const { rows } = await sql<{ intakeId: string; replaced: number; unchanged: number }>`select old_intake as "intakeId",
      count(*) filter (where kind = 'replaced') as replaced, count(*) filter (where kind = 'unchanged') as unchanged
    from correction group by old_intake`.execute(ctx.db)
  for (const { intakeId: corrected, ...counts } of rows)
    await audit(ctx, 'intake.corrected', { kind: 'intake', id: corrected }, { by: intakeId, ...counts })
}

/** Lets the rows that given lists stood for stand for themselves again: because those lists are undone, or read anew. */
export async function releaseReplaced(ctx: Context, fileIds: readonly string[]): Promise<void> {
  await sql`update intake_row set replaced_by_file = null, replaced_by_sheet = null, replaced_by_row = null, decision = null, decided_by_name = null
    where region = ${ctx.region} and replaced_by_file = any (${fileIds}::uuid[])`.execute(ctx.db)
}
