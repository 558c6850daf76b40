import { findDay } from '../../values/days.ts'
import { done } from '../../values/outcome.ts'
import { carryOut } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import type { TaskWork } from '../platform/tasks.ts'
import { runEligibility } from './operations.ts'
import { wordProgrammeRefusal } from './refusals.ts'

/** The kind of task that judges the registry for a programme and ranks the eligible. */
export const judgingKind = 'programmes.run-eligibility'

export type JudgingPayload = { programme: string; on: string | null }

/** Judges and ranks in one transaction: after a crash nothing of it is there, and it is done again from the beginning. */
const judge: TaskWork = async (platform, { actor, region, payload, progress }) => {
  const { programme, on } = payload as JudgingPayload
  const note = { id: 'Menilai kelayakan', en: 'Judging eligibility' }
  const outcome = await carryOut(platform, { actor, region }, (ctx) =>
    runEligibility(ctx, { programme, on: findDay(on ?? ''), progress: (count, total) => progress(count, total, note) }),
  )
  return outcome.ok ? done({ ...outcome.value }) : worded(outcome, wordProgrammeRefusal)
}

/** Every kind of work of this slice. */
export const programmesWorks: Record<string, TaskWork> = { [judgingKind]: judge }
