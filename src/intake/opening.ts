import { auditOpening } from '../platform/audit-once.ts'
import type { Context } from '../platform/context.ts'

/** Whoever checks a list sees the numbers as they were written, else nobody could mend them: so the opening is on record, once an opening. */
export async function noteListsOpened(ctx: Context, intakeId: string): Promise<void> {
  await auditOpening(ctx, 'intake.opened', { kind: 'intake', id: intakeId })
}
