import type { Package } from '../../rules/contributions/contribution.ts'
import type { Day } from '../../values/days.ts'
import type { Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { sumRupiah } from '../../values/rupiah.ts'
import { chooseRuleSet, judgeRegistry } from '../eligibility/operations.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { overWholeLists } from '../registry/planning.ts'
import { type BudgetLine, costOf, firstMonthOfLaw, payerOfSource, type Warning, warningsOf } from './programmes.ts'
import { clearRanking, type RankCounts, rankEligible, replaceQuota } from './ranking.ts'
import type { ProgrammeRefusal } from './refusals.ts'
import {
  findDecree,
  findProgramme,
  insertProgramme,
  listBudgetLines,
  type Programme,
  replaceBudgetLines,
  setRun,
  updateProgramme,
} from './store.ts'

/** What an officer decides about a programme. Without a rule set the newest of the year counts. */
export type ProgrammeInput = {
  code: string
  name: string
  year: number
  firstMonth: Month
  lastMonth: Month
  package: Package
  quota: number
  budgetLines: readonly BudgetLine[]
  ruleSetId?: string | undefined
  legalBasis?: string | null | undefined
}

export type Planned = { programme: Programme; budgetLines: readonly BudgetLine[]; warnings: Warning[] }

/** Creates a programme. Warns of windows under three months and of ceilings that do not carry the quota. Leaves an audit line. */
export async function createProgramme(ctx: Context, input: ProgrammeInput): Promise<Outcome<Planned, ProgrammeRefusal>> {
  const code = input.code.trim().toUpperCase()
  if ((await findProgramme(ctx, code)) !== undefined) return refused({ reason: 'code-taken', code })
  const planned = await plan(ctx, { ...input, code })
  if (!planned.ok) return planned
  const programme = { ...planned.value, id: ctx.newId() }
  await insertProgramme(ctx, programme)
  await replaceBudgetLines(ctx, programme.id, input.budgetLines)
  await audit(ctx, 'programmes.programme-created', { kind: 'programme', id: programme.id }, detailsOf(input, code))
  return openProgramme(ctx, programme.id)
}

/** Changes a programme whose list is not frozen. Another rule set makes its ranking void; another quota moves the line in it. Leaves an audit line. */
export async function changeProgramme(
  ctx: Context,
  codeOrId: string,
  input: ProgrammeInput,
): Promise<Outcome<Planned, ProgrammeRefusal>> {
  const before = await findProgramme(ctx, codeOrId, true)
  if (before === undefined) return refused({ reason: 'no-such-programme' })
  const decree = await findDecree(ctx, before.id)
  if (decree !== undefined) return refused({ reason: 'already-decreed', number: decree.number })
  const code = input.code.trim().toUpperCase()
  const holder = await findProgramme(ctx, code)
  if (holder !== undefined && holder.id !== before.id) return refused({ reason: 'code-taken', code })
  const planned = await plan(ctx, { ...input, code, ruleSetId: input.ruleSetId ?? before.ruleSetId })
  if (!planned.ok) return planned
  const keepsRanking = planned.value.ruleSetId === before.ruleSetId
  await updateProgramme(ctx, { ...planned.value, id: before.id, eligibilityRunId: keepsRanking ? before.eligibilityRunId : null })
  if (!keepsRanking) await clearRanking(ctx, before.id)
  else if (input.quota !== before.quota) await replaceQuota(ctx, before.id, input.quota)
  await replaceBudgetLines(ctx, before.id, input.budgetLines)
  const details = {
    ...detailsOf(input, code),
    quotaBefore: before.quota,
    windowBefore: `${before.firstMonth}..${before.lastMonth}`,
  }
  await audit(ctx, 'programmes.programme-changed', { kind: 'programme', id: before.id }, details)
  return openProgramme(ctx, before.id)
}

/** One programme with its money and what there is to say about it. */
export async function openProgramme(ctx: Context, codeOrId: string): Promise<Outcome<Planned, ProgrammeRefusal>> {
  const programme = await findProgramme(ctx, codeOrId)
  if (programme === undefined) return refused({ reason: 'no-such-programme' })
  const budgetLines = await listBudgetLines(ctx, programme.id)
  return done({ programme, budgetLines, warnings: warningsOf({ ...programme, budgetLines }) })
}

export type RunForProgramme = { programme: string; on?: Day | undefined; progress?: (done: number, total: number) => void }

/** What a run gave: who was judged, who is eligible, who is within the quota, who waits, and who is paid for by another decree. */
export type RunResult = RankCounts & {
  runId: string
  programme: string
  judgedOn: string
  people: number
  eligible: number
  neverAsked: string[]
}

/** Judges the registry by the rule set of a programme and ranks the eligible anew. Refuses once the list is frozen. Leaves audit lines. */
export async function runEligibility(ctx: Context, input: RunForProgramme): Promise<Outcome<RunResult, ProgrammeRefusal>> {
  const programme = await findProgramme(ctx, input.programme, true)
  if (programme === undefined) return refused({ reason: 'no-such-programme' })
  const decree = await findDecree(ctx, programme.id)
  if (decree !== undefined) return refused({ reason: 'already-decreed', number: decree.number })
  const judged = await judgeRegistry(ctx, {
    ruleSetId: programme.ruleSetId,
    on: input.on,
    ...(input.progress && { progress: input.progress }),
  })
  if (!judged.ok) return judged
  const { id: runId, judgedOn, people, eligible, neverAsked } = judged.value
  const ranked = await overWholeLists(ctx, () => rankEligible(ctx, programme, runId))
  await setRun(ctx, programme.id, runId)
  await audit(ctx, 'programmes.ranked', { kind: 'programme', id: programme.id }, { runId, eligible, ...ranked })
  return done({ runId, programme: programme.code, judgedOn, people, eligible, neverAsked, ...ranked })
}

type PlannedColumns = Omit<Programme, 'id' | 'madeAt' | 'madeByName' | 'eligibilityRunId'>

/** Checks what was decided, in order of precedence, and settles who pays and by which rules. */
async function plan(ctx: Context, input: ProgrammeInput): Promise<Outcome<PlannedColumns, ProgrammeRefusal>> {
  const { firstMonth, lastMonth, budgetLines } = input
  if (lastMonth < firstMonth) return refused({ reason: 'window-backwards', firstMonth, lastMonth })
  if (firstMonth < firstMonthOfLaw) return refused({ reason: 'before-the-law', firstMonth })
  const keys = budgetLines.map((line) => `${line.fiscalYear} ${line.source}`)
  const twice = budgetLines.find((_, index) => keys.indexOf(keys[index] ?? '') < index)
  if (twice !== undefined) return refused({ reason: 'source-twice', source: twice.source })
  const payers = [...new Set(budgetLines.map((line) => payerOfSource[line.source]))]
  if (payers.length > 1) return refused({ reason: 'payers-differ', payers })
  const ruleSet = await chooseRuleSet(ctx, { id: input.ruleSetId, year: input.year })
  if (!ruleSet.ok) return ruleSet
  return done({
    code: input.code,
    name: input.name,
    year: input.year,
    firstMonth,
    lastMonth,
    package: input.package,
    payer: payers[0] ?? 'APBD',
    quota: input.quota,
    ruleSetId: ruleSet.value.id,
    legalBasis: input.legalBasis ?? null,
  })
}

function detailsOf(input: ProgrammeInput, code: string) {
  const ceiling = sumRupiah(input.budgetLines.map((line) => line.ceiling))
  const payer = payerOfSource[input.budgetLines[0]?.source ?? 'APBD']
  const { personMonths, cost } = costOf({ ...input, payer })
  const window = `${input.firstMonth}..${input.lastMonth}`
  return { code, window, package: input.package, quota: input.quota, personMonths, cost, ceiling }
}
