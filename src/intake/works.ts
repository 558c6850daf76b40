import { done } from '../../values/outcome.ts'
import { carryOut } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import type { TaskWork } from '../platform/tasks.ts'
import { actAtLength } from './accepting.ts'
import { readIntake } from './operations.ts'
import { wordIntakeRefusal } from './refusals.ts'
import { mendAtLength, type Mending } from './repairs/long-repairs.ts'
import { wordRepairRefusal } from './repairs/refusals.ts'
import { setIntakeState } from './store.ts'

/** The work of the queue that belongs to intake. Reading that breaks leaves an intake that says so and can be undone. */
export const intakeWorks: Record<string, TaskWork> = {
  'intake.read': async (platform, { actor, region, payload, progress }) => {
    const intakeId = String(payload['intakeId'])
    try {
      const outcome = worded(await readIntake(platform, { actor, region }, intakeId, progress), wordIntakeRefusal)
      return outcome.ok ? done({ intakeId }) : outcome
    } catch (error) {
      await carryOut(platform, { actor, region }, async (ctx) => done(await setIntakeState(ctx, intakeId, 'failed')))
      throw error
    }
  },
  'intake.act': async (platform, { actor, region, payload, progress }) => {
    const act = payload['act'] === 'undo' ? 'undo' : 'accept'
    const asked = { intakeId: String(payload['intakeId']), act } as const
    return worded(await actAtLength(platform, { actor, region }, asked, progress), wordIntakeRefusal)
  },
  'intake.mend': async (platform, { actor, region, payload, progress }) => {
    const mending = JSON.parse(String(payload['mending'])) as Mending
    const asked = { intakeId: String(payload['intakeId']), repairId: String(payload['repairId']), mending }
    return worded(await mendAtLength(platform, { actor, region }, asked, progress), wordRepairRefusal)
  },
}
