import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { enterPeople } from './entering.ts'
import type { IntakeRefusal } from './operations.ts'
import { rowsToSettle, type Settling } from './settling.ts'
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
  if (intake.mending_task !== null) return refused({ reason: 'being-mended' })
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

/** Keeps one row of everybody who is listed several times in an intake and is not in the registry, and dismisses the others (`rowsToSettle`). */
export async function settleDuplicates(ctx: Context, input: { intakeId: string }): Promise<Outcome<Settling, IntakeRefusal>> {
  const intake = await findIntake(ctx.db, ctx.region, input.intakeId)
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state !== 'checked' && intake.state !== 'accepted') return refused({ reason: 'not-checked', state: intake.state })
  if (intake.mending_task !== null) return refused({ reason: 'being-mended' })
  const { rows } = await sql<{ decision: string; count: number }>`
    with settled as (
      update intake_row r set decision = s.decision, decided_by_name = ${ctx.actor.name} from (${rowsToSettle(ctx.region, input.intakeId)}) as s
      where r.region = ${ctx.region} and r.file_id = s.file_id and r.sheet = s.sheet and r.row_number = s.row_number
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
