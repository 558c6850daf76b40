import { sql } from 'kysely'
import { day } from '../../../values/days.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { Context } from '../../platform/context.ts'
import { type CheckTerms, usualEntryAges } from '../checks/check-row.ts'

/** Why a row is not mended, in order of precedence. */
export type RepairRefusal =
  | { reason: 'no-such-intake' }
  | { reason: 'not-checked' }
  | { reason: 'closed'; state: 'accepted' | 'undone' | 'failed' }
  | { reason: 'being-mended' }
  | { reason: 'no-such-village' }
  | { reason: 'no-such-row' }
  | { reason: 'unchanged' }
  | { reason: 'nothing-alike' }
  | { reason: 'no-such-repair' }
  | { reason: 'taken-back'; by: string }
  | { reason: 'not-yours'; by: string }

/** The task that mends many rows of an intake now, if one does: whoever would change its rows meanwhile is told to wait. */
export async function findMendingTask(ctx: Context, intakeId: string): Promise<string | null> {
  const found = await ctx.db
    .selectFrom('intake')
    .select('mending_task')
    .where('region', '=', ctx.region)
    .where('id', '=', intakeId)
    .executeTakeFirst()
  return found?.mending_task ?? null
}

/** Notes which task mends many rows of an intake, or that none does any more. */
export async function noteMendingTask(ctx: Context, intakeId: string, taskId: string | null): Promise<void> {
  await ctx.db
    .updateTable('intake')
    .set({ mending_task: taskId })
    .where('region', '=', ctx.region)
    .where('id', '=', intakeId)
    .execute()
}

/**
 * The intake held until the transaction ends, while it can still be mended; and what its rows are judged against. While a task mends it, only
 * that task may (`isTask`).
 */
export async function findMendable(
  ctx: Context,
  intakeId: string,
  { isTask = false }: { isTask?: boolean } = {},
): Promise<Outcome<{ terms: CheckTerms; on: number }, RepairRefusal>> {
  // Asked before the intake is held: the task holds it for as long as it works.
  if (!isTask && (await findMendingTask(ctx, intakeId)) !== null) return refused({ reason: 'being-mended' })
  const { rows } = await sql<{
    state: string
    judgedOn: string
    isMended: boolean
  }>`select i.state, i.judged_on as "judgedOn", i.mending_task is not null as "isMended" from intake i
    where i.region = ${ctx.region} and i.id = ${intakeId}
      and exists (select from intake_file f where f.region = i.region and f.intake_id = i.id) for update`.execute(ctx.db)
  const intake = rows[0]
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state === 'waiting' || intake.state === 'reading') return refused({ reason: 'not-checked' })
  if (intake.state === 'accepted' || intake.state === 'undone' || intake.state === 'failed')
    return refused({ reason: 'closed', state: intake.state })
  if (intake.isMended && !isTask) return refused({ reason: 'being-mended' })
  const on = day(intake.judgedOn)
  return done({ terms: { on, ...usualEntryAges }, on: on.year * 10_000 + on.month * 100 + on.day })
}
