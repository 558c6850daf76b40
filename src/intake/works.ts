import { done } from '../../values/outcome.ts'
import { worded } from '../platform/refusal.ts'
import type { TaskWork } from '../platform/tasks.ts'
import { readIntake } from './operations.ts'
import { wordIntakeRefusal } from './refusals.ts'

/** The work of the queue that belongs to intake. */
export const intakeWorks: Record<string, TaskWork> = {
  'intake.read': async (platform, { actor, region, payload, progress }) => {
    const intakeId = String(payload['intakeId'])
    const outcome = worded(await readIntake(platform, { actor, region }, intakeId, progress), wordIntakeRefusal)
    return outcome.ok ? done({ intakeId }) : outcome
  },
}
