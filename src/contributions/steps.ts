import type { Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Rupiah, rupiah } from '../../values/rupiah.ts'
import { findLackOfAuthority } from '../membership/authority.ts'
import { audit, type Details } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { StepRefusal } from './refusals.ts'
import { legalSteps, type RunState, type RunStep } from './steps-api.ts'
import * as store from './store.ts'

/** How a run stands after a step. */
export type Moved = { runId: string; month: Month; state: RunState; people: number; amount: Rupiah }

export type Moving = Promise<Outcome<Moved, StepRefusal>>

/** Finds a run for a step and holds it: refuses who may not take it, a run that is not there, and one that is not so far. */
export async function findRunFor(ctx: Context, runId: string, step: RunStep): Promise<Outcome<store.Run, StepRefusal>> {
  const decides = step === 'approve' || step === 'refuse'
  const lack = findLackOfAuthority(ctx, legalSteps[step].by)
  if (lack !== undefined) return refused(lack)
  if (decides && ctx.actor.kind === 'system') return refused({ reason: 'person-needed' })
  const run = await store.findRunToChange(ctx.db, ctx.region, runId)
  if (run === undefined) return refused({ reason: 'no-such-run' })
  const state = run.state as RunState
  if (!legalSteps[step].from.includes(state)) return refused({ reason: 'wrong-step', step, state })
  if (decides && run.made_by === ctx.actor.id) return refused({ reason: 'own-run', madeBy: run.made_by_name })
  return done(run)
}

/** Says that a run moved: leaves the audit line, and answers how it stands. */
export async function moved(ctx: Context, run: store.Run, state: RunState, details: Details): Moving {
  const numbers = { month: run.month, people: run.people, amount: run.amount }
  const subject = { kind: 'contribution-run', id: run.id }
  await audit(ctx, `contributions.${state}`, subject, { ...numbers, from: run.state, ...details })
  return done(standing(run, state))
}

/** How a run stands in a state. */
export function standing(run: Pick<store.Run, 'id' | 'month' | 'people' | 'amount'>, state: RunState): Moved {
  return { runId: run.id, month: run.month as Month, state, people: run.people, amount: rupiah(run.amount) }
}

export function inFuture(ctx: Context, field: string): StepRefusal {
  return { reason: 'day-in-future', field, today: ctx.today.toString() }
}
