import { type RawBuilder, sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { listedFrom, listedWhere } from '../registry/selection.ts'
import type { WorkerFilter } from '../registry/workers.ts'
import { breachHours, type BreachStep, breachStepNames, breachSteps, type RevealedKind } from './breach-steps.ts'
import { type PartOnly, seesWholeRegion, wholeRegionOnly } from './whole-region.ts'

export type NewBreach = {
  title: string
  /** When the office came to know of it, ISO: the clock of 3 × 24 hours runs from then. */
  noticedAt: string
  /** When and how it happened, as far as is known. */
  happened: string
  cause: string
  revealed: readonly RevealedKind[]
  handling: string
}

export type BreachRefusal =
  | PartOnly
  | { reason: 'no-such-breach' }
  | { reason: 'noticed-in-the-future' }
  | { reason: 'breach-closed' }
  | { reason: 'step-taken'; step: BreachStep }
  | { reason: 'steps-missing'; steps: BreachStep[] }
  | { reason: 'nobody-selected' }

/** Records a breach and starts its clock. Leaves an audit line. */
export async function recordBreach(
  ctx: Context,
  input: NewBreach,
): Promise<Outcome<{ id: string; dueAt: string }, BreachRefusal>> {
  if (!seesWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const noticed = Temporal.Instant.from(input.noticedAt)
  if (Temporal.Instant.compare(noticed, Temporal.Now.instant().add({ minutes: 5 })) > 0)
    return refused({ reason: 'noticed-in-the-future' })
  const id = ctx.newId()
  const dueAt = noticed.add({ hours: breachHours }).toString()
  await ctx.db
    .insertInto('breach')
    .values({
      region: ctx.region,
      id,
      title: input.title,
      noticed_at: noticed.toString(),
      due_at: dueAt,
      happened: input.happened,
      cause: input.cause,
      revealed: [...input.revealed],
      handling: input.handling,
      recorded_by: ctx.actor.id,
      recorded_by_name: ctx.actor.name,
    })
    .execute()
  await audit(
    ctx,
    'privacy.breach-recorded',
    { kind: 'breach', id },
    { title: input.title, due: dueAt, revealed: [...input.revealed] },
  )
  return done({ id, dueAt })
}

const columnsOf = {
  assessed: ['assessed_at', 'assessed_by_name'],
  contained: ['contained_at', 'contained_by_name'],
  'persons-notified': ['persons_notified_at', 'persons_notified_by_name'],
  'authority-notified': ['authority_notified_at', 'authority_notified_by_name'],
} as const satisfies Record<BreachStep, readonly [string, string]>

export type StepTaken = {
  breachId: string
  step: BreachStep
  handling?: string | undefined
  needsPublicNotice?: boolean | undefined
}

/** Notes that a step was taken, now, by whom; with the assessment also whether the public is to be told. Leaves an audit line. */
export async function takeStep(ctx: Context, input: StepTaken): Promise<Outcome<undefined, BreachRefusal>> {
  const breach = await holdBreach(ctx, input.breachId)
  if (!breach.ok) return breach
  const [at, by] = columnsOf[input.step]
  if (breach.value[at] !== null) return refused({ reason: 'step-taken', step: input.step })
  const now = Temporal.Now.instant().toString()
  await ctx.db
    .updateTable('breach')
    .set({
      [at]: now,
      [by]: ctx.actor.name,
      ...(input.handling && { handling: [breach.value.handling, input.handling].filter(Boolean).join('\n') }),
      ...(input.needsPublicNotice !== undefined && { needs_public_notice: input.needsPublicNotice }),
    })
    .where('region', '=', ctx.region)
    .where('id', '=', input.breachId)
    .execute()
  const isLate = now > breach.value.due_at && input.step.endsWith('notified')
  await audit(ctx, 'privacy.breach-step', { kind: 'breach', id: input.breachId }, { step: input.step, isLate })
  return done(undefined)
}

/** Puts the workers of a filter on the list of those affected. Says how many were added. Leaves an audit line. */
export async function addAffected(
  ctx: Context,
  input: { breachId: string; filter: WorkerFilter },
): Promise<Outcome<{ added: number; affected: number }, BreachRefusal>> {
  const breach = await holdBreach(ctx, input.breachId)
  if (!breach.ok) return breach
  const where = await listedWhere(ctx, input.filter)
  const added = await insertAffected(
    ctx,
    input.breachId,
    sql`select w.id, w.village from ${listedFrom(ctx.region, input.filter)} where ${where}`,
  )
  const affected = await countAffected(ctx, input.breachId)
  if (added === 0 && affected === 0) return refused({ reason: 'nobody-selected' })
  const filter = Object.entries(input.filter).flatMap(([name, value]) =>
    value === undefined || name === 'text' ? [] : [`${name}=${value}`],
  )
  await audit(ctx, 'privacy.breach-affected', { kind: 'breach', id: input.breachId }, { people: added, filter })
  return done({ added, affected })
}

async function insertAffected(ctx: Context, breachId: string, people: RawBuilder<unknown>): Promise<number> {
  const result = await sql`insert into breach_person (region, breach_id, worker_id, village)
    select ${ctx.region}, ${breachId}::uuid, id, village from (${people}) affected on conflict do nothing`.execute(ctx.db)
  return Number(result.numAffectedRows ?? 0)
}

/** Takes everybody off the list of those affected, to select anew. Leaves an audit line. */
export async function clearAffected(ctx: Context, breachId: string): Promise<Outcome<undefined, BreachRefusal>> {
  const breach = await holdBreach(ctx, breachId)
  if (!breach.ok) return breach
  const result = await ctx.db
    .deleteFrom('breach_person')
    .where('region', '=', ctx.region)
    .where('breach_id', '=', breachId)
    .executeTakeFirst()
  await audit(ctx, 'privacy.breach-affected', { kind: 'breach', id: breachId }, { removed: Number(result.numDeletedRows) })
  return done(undefined)
}

/** Closes a breach with a report of what was learned. Refuses while a step is missing. Leaves an audit line. */
export async function closeBreach(
  ctx: Context,
  input: { breachId: string; report: string },
): Promise<Outcome<undefined, BreachRefusal>> {
  const breach = await holdBreach(ctx, input.breachId)
  if (!breach.ok) return breach
  const steps = breachSteps.filter((step) => breach.value[columnsOf[step][0]] === null)
  if (steps.length > 0) return refused({ reason: 'steps-missing', steps })
  await ctx.db
    .updateTable('breach')
    .set({ closed_at: Temporal.Now.instant().toString(), closed_by_name: ctx.actor.name, report: input.report })
    .where('region', '=', ctx.region)
    .where('id', '=', input.breachId)
    .execute()
  await audit(ctx, 'privacy.breach-closed', { kind: 'breach', id: input.breachId })
  return done(undefined)
}

async function holdBreach(ctx: Context, id: string) {
  if (!seesWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const breach = await ctx.db
    .selectFrom('breach')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (breach === undefined) return refused({ reason: 'no-such-breach' })
  return breach.closed_at === null ? done(breach) : refused({ reason: 'breach-closed' })
}

export async function countAffected(ctx: Context, breachId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('breach_person')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', ctx.region)
    .where('breach_id', '=', breachId)
    .executeTakeFirstOrThrow()
  return count
}

export function wordBreachRefusal(refusal: BreachRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'whole-region-only':
      return wholeRegionOnly
    case 'no-such-breach':
      return notFound({ id: 'Insiden ini', en: 'This breach' })
    case 'noticed-in-the-future': {
      const wording = { id: 'Waktu diketahui ada di masa depan.', en: 'The moment it was noticed lies ahead.' }
      return { reason: refusal.reason, status: 422, title: wording, fields: { noticedAt: wording } }
    }
    case 'breach-closed':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Insiden ini sudah ditutup.', en: 'This breach is closed.' },
        todo: { id: 'Catat insiden baru bila ada perkembangan.', en: 'Record a new one if something more happened.' },
      }
    case 'step-taken': {
      const step = breachStepNames[refusal.step]
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: `Langkah "${step.id}" sudah dicatat.`, en: `The step "${step.en}" was noted already.` },
      }
    }
    case 'steps-missing':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Insiden belum dapat ditutup.', en: 'The breach cannot be closed yet.' },
        why: {
          id: `Belum dicatat: ${refusal.steps.map((step) => breachStepNames[step].id).join(', ')}.`,
          en: `Not noted yet: ${refusal.steps.map((step) => breachStepNames[step].en).join(', ')}.`,
        },
        todo: { id: 'Catat langkah itu lebih dahulu.', en: 'Note those steps first.' },
      }
    case 'nobody-selected':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Tidak ada pekerja dalam saringan ini.', en: 'No worker fits this selection.' },
        todo: { id: 'Longgarkan saringan.', en: 'Widen the selection.' },
      }
    default:
      return unreachable(refusal)
  }
}
