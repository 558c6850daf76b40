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
  | { reason: 'no-such-row' }
  | { reason: 'unchanged' }
  | { reason: 'nothing-alike' }
  | { reason: 'no-such-repair' }
  | { reason: 'taken-back'; by: string }
  | { reason: 'not-yours'; by: string }

/** The intake held until the transaction ends, while it can still be mended; and what its rows are judged against. */
export async function findMendable(
  ctx: Context,
  intakeId: string,
): Promise<Outcome<{ terms: CheckTerms; on: number }, RepairRefusal>> {
  const { rows } = await sql<{ state: string; judgedOn: string }>`select i.state, i.judged_on as "judgedOn" from intake i
    where i.region = ${ctx.region} and i.id = ${intakeId}
      and exists (select from intake_file f where f.region = i.region and f.intake_id = i.id) for update`.execute(ctx.db)
  const intake = rows[0]
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state === 'waiting' || intake.state === 'reading') return refused({ reason: 'not-checked' })
  if (intake.state === 'accepted' || intake.state === 'undone' || intake.state === 'failed')
    return refused({ reason: 'closed', state: intake.state })
  const on = day(intake.judgedOn)
  return done({ terms: { on, ...usualEntryAges }, on: on.year * 10_000 + on.month * 100 + on.day })
}
