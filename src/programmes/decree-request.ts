import { sql } from 'kysely'
import type { Language, Wording } from '../../values/language.ts'
import { formatMonth } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Rupiah, sumRupiah } from '../../values/rupiah.ts'
import type { Asked, AskApproval } from '../approvals/approvals.ts'
import type { Facts } from '../approvals/facts-api.ts'
import { requestApproval } from '../approvals/operations.ts'
import { wordApprovalRefusal } from '../approvals/refusals.ts'
import type { Context } from '../platform/context.ts'
import { overWholeLists } from '../registry/planning.ts'
import { checkFreezing, type DecreeInput, type Freezable } from './decree.ts'
import { costOf, type Warning } from './programmes.ts'
import type { ProgrammeRefusal } from './refusals.ts'
import { findProgramme, listBudgetLines } from './store.ts'

/** What is asked when a list is to be frozen, and what there is to think of. */
export type FreezingAsked = { ask: AskApproval; warnings: Warning[] }

/** Asks for a list to be frozen by decree; refused as the freezing itself would be. Leaves an audit line. */
export async function requestDecree(
  ctx: Context,
  input: DecreeInput & { because?: string | undefined },
): Promise<Outcome<Asked & { warnings: Warning[] }, ProgrammeRefusal>> {
  const described = await describeFreezing(ctx, input)
  if (!described.ok) return described
  const { ask, warnings } = described.value
  const asked = await requestApproval(ctx, { ...ask, because: input.because })
  return asked.ok
    ? done({ ...asked.value, warnings })
    : refused({ reason: 'not-asked', words: wordApprovalRefusal(asked.refusal) })
}

/** Puts a freezing into the form in which two people decide it. */
export async function describeFreezing(ctx: Context, input: DecreeInput): Promise<Outcome<FreezingAsked, ProgrammeRefusal>> {
  const checked = await checkFreezing(ctx, input)
  if (!checked.ok) return checked
  const { programme, number, people, changed } = checked.value
  const budgetLines = await listBudgetLines(ctx, programme.id)
  const ceiling = sumRupiah(budgetLines.map((line) => line.ceiling))
  const { cost } = costOf({ ...programme, quota: people })
  const decidedOn = input.decidedOn.toString()
  const ask: AskApproval = {
    operation: 'programmes.decree',
    subject: { kind: 'programme', id: programme.id },
    title: {
      id: `Bekukan daftar ${programme.code} dengan SK ${number}`,
      en: `Freeze the list of ${programme.code} by decree ${number}`,
    },
    before: {
      list: { label: labels.list, words: stillMoving },
      covers: { label: labels.covers, count: 0 },
      ...unchanging(programme, ceiling),
    },
    after: { ...factsAfter(checked.value, { decidedOn, cost }), ...unchanging(programme, ceiling) },
    people,
    amount: cost,
    payload: { number, decidedOn },
    fingerprint: await fingerprintOf(ctx, programme),
  }
  return done({ ask, warnings: changed > 0 ? [{ kind: 'changed-since-run', people: changed }] : [] })
}

/** What a programme's list is like now, for a request to be compared with; nothing when the programme is gone. */
export async function fingerprintOfList(ctx: Context, programmeId: string): Promise<string | undefined> {
  const programme = await findProgramme(ctx, programmeId, true)
  return programme && fingerprintOf(ctx, programme)
}

/** The plan and who stands in which place, by NIK: another person, order, quota, price or rule set makes another list. */
async function fingerprintOf(
  ctx: Context,
  programme: Omit<Freezable['programme'], 'eligibilityRunId'> & { eligibilityRunId: string | null },
): Promise<string> {
  const { rows } = await overWholeLists(ctx, () =>
    sql<{
      list: string
    }>`select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', r.position, r.place, r.worker_id, w.nik), E'\n'
        order by r.position), ''), 'UTF8')), 'hex') as list
      from ranking r join worker w on w.region = r.region and w.id = r.worker_id
      where r.region = ${ctx.region} and r.programme_id = ${programme.id}`.execute(ctx.db),
  )
  const { ruleSetId, eligibilityRunId, quota, firstMonth, lastMonth, package: bought, payer } = programme
  return [ruleSetId, eligibilityRunId, quota, firstMonth, lastMonth, bought, payer, rows[0]?.list].join('|')
}

const stillMoving: Wording = { id: 'Peringkat, masih dapat berubah', en: 'A ranking that can still change' }
const fixed: Wording = { id: 'Dibekukan, tidak berubah lagi', en: 'Frozen, never to change' }

const labels = {
  list: { id: 'Daftar', en: 'List' },
  number: { id: 'Nomor SK', en: 'Number of the decree' },
  decidedOn: { id: 'Tanggal SK', en: 'Day of the decree' },
  people: { id: 'Dalam kuota', en: 'Within the quota' },
  waiting: { id: 'Daftar tunggu', en: 'Waiting list' },
  covers: { id: 'Kepesertaan dibuka', en: 'Covers opened' },
  months: { id: 'Masa perlindungan', en: 'Months of cover' },
  cost: { id: 'Iuran seluruh masa', en: 'Contributions over all months' },
  ceiling: { id: 'Pagu', en: 'Budget ceiling' },
  changed: { id: 'Berubah sejak penilaian', en: 'Changed since the judging' },
} satisfies Record<string, Wording>

function factsAfter(
  { number, people, waiting, changed }: Freezable,
  { decidedOn, cost }: { decidedOn: string; cost: Rupiah },
): Facts {
  return {
    list: { label: labels.list, words: fixed },
    number: { label: labels.number, text: number },
    decidedOn: { label: labels.decidedOn, day: decidedOn },
    people: { label: labels.people, count: people },
    waiting: { label: labels.waiting, count: waiting },
    covers: { label: labels.covers, count: people },
    cost: { label: labels.cost, rupiah: cost },
    ...(changed > 0 && { changed: { label: labels.changed, count: changed } }),
  }
}

/** What the freezing leaves as it is, to be read beside what it changes. */
function unchanging({ firstMonth, lastMonth }: Freezable['programme'], ceiling: Rupiah): Facts {
  const span = (language: Language) => `${formatMonth(firstMonth, language)} – ${formatMonth(lastMonth, language)}`
  return {
    months: { label: labels.months, words: { id: span('id'), en: span('en') } },
    ceiling: { label: labels.ceiling, rupiah: ceiling },
  }
}
