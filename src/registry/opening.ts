import { auditOpening } from '../platform/audit-once.ts'
import type { Context } from '../platform/context.ts'

/** Leaves an audit line that the reader opened a person's file, once an opening; the person may ask who did (UU 27/2022). */
export async function noteFileOpened(ctx: Context, workerId: number): Promise<void> {
  await auditOpening(ctx, 'registry.file-opened', { kind: 'worker', id: workerId })
}
