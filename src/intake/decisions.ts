import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { enterPeople } from './entering.ts'
import type { IntakeRefusal } from './operations.ts'
import { findIntake } from './store.ts'

export type RowName = { fileId: string; sheet: string; row: number }

/** An officer decides rows in review: they enter the registry with the others, or are left out. Only rows with a readable NIK can enter. */
export async function decideRows(
  ctx: Context,
  input: { intakeId: string; rows: readonly RowName[]; decision: 'enter' | 'dismiss' },
): Promise<Outcome<{ decided: number }, IntakeRefusal>> {
  const intake = await findIntake(ctx.db, ctx.region, input.intakeId)
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state !== 'checked' && intake.state !== 'accepted') return refused({ reason: 'not-checked', state: intake.state })
  const { numAffectedRows } = await sql`update intake_row r set decision = ${input.decision}, decided_by_name = ${ctx.actor.name}
    from json_to_recordset(${JSON.stringify(input.rows)}::json) as wanted("fileId" uuid, sheet text, row int), intake_file f
    where r.region = ${ctx.region} and r.file_id = wanted."fileId" and r.sheet = wanted.sheet and r.row_number = wanted.row and r.verdict = 'review'
      and (${input.decision} = 'dismiss' or r.nik is not null) and f.region = r.region and f.id = r.file_id and f.intake_id = ${input.intakeId}`.execute(
    ctx.db,
  )
  const decided = Number(numAffectedRows ?? 0)
  await enterIfAccepted(ctx, intake)
  await audit(ctx, 'intake.rows-decided', { kind: 'intake', id: input.intakeId }, { decided, decision: input.decision })
  return done({ decided })
}

/**
 * Keeps one row of everybody who is listed several times in an intake and is not in the registry, and dismisses the others: the row with the
 * fewest other findings, then the first. Rows that two names share are left for a person to judge.
 */
export async function settleDuplicates(
  ctx: Context,
  input: { intakeId: string },
): Promise<Outcome<{ kept: number; dismissed: number }, IntakeRefusal>> {
  const intake = await findIntake(ctx.db, ctx.region, input.intakeId)
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state !== 'checked' && intake.state !== 'accepted') return refused({ reason: 'not-checked', state: intake.state })
  const { rows } = await sql<{ decision: string; count: number }>`
    with listed as (
      select r.file_id, r.sheet, r.row_number, r.verdict, r.findings, row_number() over (
        partition by r.nik order by case r.verdict when 'refused' then 1 else 0 end, jsonb_array_length(r.findings), f.position, r.sheet, r.row_number) as place,
        exists (select from worker w where w.region = r.region and w.nik = r.nik and w.removed_at is null) as is_known
      from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
      where r.region = ${ctx.region} and f.intake_id = ${input.intakeId} and r.decision is null and r.findings @> '[{"code": "duplicate"}]' and not r.findings @> '[{"code": "nik-shared"}]'
    ), settled as (
      update intake_row r set decision = case when l.place = 1 and not l.is_known then 'enter' else 'dismiss' end, decided_by_name = ${ctx.actor.name}
      from listed l where r.region = ${ctx.region} and r.file_id = l.file_id and r.sheet = l.sheet and r.row_number = l.row_number and r.verdict = 'review'
        and not (l.place = 1 and not l.is_known and exists (
          select from jsonb_array_elements(l.findings) as finding where finding ->> 'severity' = 'review' and finding ->> 'code' <> 'duplicate'))
      returning r.decision
    )
    select decision, count(*) as count from settled group by decision`.execute(ctx.db)
  const count = (decision: string) => rows.find((row) => row.decision === decision)?.count ?? 0
  await enterIfAccepted(ctx, intake)
  await audit(
    ctx,
    'intake.duplicates-settled',
    { kind: 'intake', id: input.intakeId },
    { kept: count('enter'), dismissed: count('dismiss') },
  )
  return done({ kept: count('enter'), dismissed: count('dismiss') })
}

/** In an intake that was accepted before, what is decided later enters at once. */
async function enterIfAccepted(ctx: Context, intake: { id: string; state: string }): Promise<void> {
  if (intake.state === 'accepted') await enterPeople(ctx, intake.id)
}
