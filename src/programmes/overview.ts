import { done, type Outcome } from '../../values/outcome.ts'
import { type Rupiah, sumRupiah } from '../../values/rupiah.ts'
import { findWaitingRequest } from '../approvals/operations.ts'
import type { Context } from '../platform/context.ts'
import { openProgramme, type Planned } from './operations.ts'
import { type BudgetLine, costOf, type Warning, wordWarning } from './programmes.ts'
import { countRanking } from './ranking.ts'
import type { ProgrammeRefusal } from './refusals.ts'
import { type Decree, findDecree, listProgrammes, type Programme } from './store.ts'

/** A programme as people see it: its plan, what it costs, how far it is, and what there is to say about it. */
export type Overview = Programme & {
  state: 'planned' | 'judged' | 'decreed'
  months: number
  personMonths: number
  pricePerMonth: Rupiah
  cost: Rupiah
  ceiling: Rupiah
  budgetLines: BudgetLine[]
  withinQuota: number
  waiting: number
  decree: Decree | null
  freezing: Freezing | null
  warnings: WordedWarning[]
}

/** A freezing that was asked for and awaits another person. */
export type Freezing = { requestId: string; askedByName: string; isMine: boolean; number: string; decidedOn: string }

export type WordedWarning = { kind: Warning['kind'] } & ReturnType<typeof wordWarning>

/** One programme as people see it. */
export async function readOverview(ctx: Context, codeOrId: string): Promise<Outcome<Overview, ProgrammeRefusal>> {
  const planned = await openProgramme(ctx, codeOrId)
  return planned.ok ? done(await overviewOf(ctx, planned.value)) : planned
}

/** Every programme of the region as people see it: a handful a year. */
export async function listOverviews(ctx: Context): Promise<Overview[]> {
  const overviews: Overview[] = []
  for (const { id } of await listProgrammes(ctx)) {
    const overview = await readOverview(ctx, id)
    if (overview.ok) overviews.push(overview.value)
  }
  return overviews
}

/** Adds to a plan what is worked out from it and from the ranking. */
export async function overviewOf(ctx: Context, { programme, budgetLines, warnings }: Planned): Promise<Overview> {
  const decree = (await findDecree(ctx, programme.id)) ?? null
  const state = decree !== null ? 'decreed' : programme.eligibilityRunId !== null ? 'judged' : 'planned'
  return {
    ...programme,
    ...costOf(programme),
    ...(await countRanking(ctx, programme.id)),
    state,
    ceiling: sumRupiah(budgetLines.map((line) => line.ceiling)),
    budgetLines: [...budgetLines],
    decree,
    freezing: decree === null ? await freezingOf(ctx, programme.id) : null,
    warnings: warnings.map(wordedWarning),
  }
}

async function freezingOf(ctx: Context, programmeId: string): Promise<Freezing | null> {
  const request = await findWaitingRequest(ctx, 'programmes.decree', programmeId)
  if (request === undefined) return null
  const { number, decidedOn } = request.payload as Pick<Freezing, 'number' | 'decidedOn'>
  return { requestId: request.id, askedByName: request.askedByName, isMine: request.askedBy === ctx.actor.id, number, decidedOn }
}

/** A warning with its words, as the doors give it out. */
export function wordedWarning(warning: Warning): WordedWarning {
  return { kind: warning.kind, ...wordWarning(warning) }
}
