import type { Command } from 'commander'
import { day, findDay, formatDay } from '../values/days.ts'
import { formatCount } from '../values/numbers.ts'
import { done, type Outcome, refused } from '../values/outcome.ts'
import { unreachable } from '../values/unreachable.ts'
import { answerRequest, carryOutAlone, findWaitingRequest } from './approvals/operations.ts'
import { recordChanged, wordApprovalRefusal } from './approvals/refusals.ts'
import { approvedWorks } from './approved-works.ts'
import { decreeWork } from './membership/freezing.ts'
import type { Details } from './platform/audit.ts'
import { carryOut, type Context } from './platform/context.ts'
import { type WordedRefusal, worded } from './platform/refusal.ts'
import { route, type Route } from './platform/route.ts'
import { atDesk, type CommonOptions, type Shown, withCommonOptions } from './platform/terminal.ts'
import { requestDecree as endpoint } from './programmes/api.ts'
import { groupOf } from './programmes/commands.ts'
import type { DecreeInput } from './programmes/decree.ts'
import { describeFreezing, requestDecree } from './programmes/decree-request.ts'
import { openProgramme } from './programmes/operations.ts'
import { type WordedWarning, wordedWarning } from './programmes/overview.ts'
import { wordProgrammeRefusal } from './programmes/refusals.ts'
import { type Decree, findDecree } from './programmes/store.ts'

export const decreeRoutes: Route[] = [
  route(endpoint, async ({ carryOut: run, params, body }) => {
    const input = { programme: params.code, number: body.number, decidedOn: day(body.decidedOn), because: body.because }
    const outcome = worded(await run((ctx) => requestDecree(ctx, input)), wordProgrammeRefusal)
    if (!outcome.ok) return outcome
    const { requestId, warnings } = outcome.value
    return done({ requestId, warnings: warnings.map(wordedWarning) })
  }),
]

/** What came of the command: a request that awaits somebody, the list frozen, or a request void as the list had changed. */
type Freezing =
  | { state: 'waiting'; requestId: string; approvals: number; needed: number }
  | { state: 'frozen'; decree: Decree; opened: number; warnings: WordedWarning[] }
  | { state: 'void' }

/**
 * The same command from two people: the first asks, the next approves what was asked with the same number and day, and the last needed
 * freezes. The command line without an account is the installation itself and freezes at once, which the history of requests shows.
 */
export async function freezeFromDesk(ctx: Context, input: DecreeInput): Promise<Outcome<Freezing, WordedRefusal>> {
  if (ctx.actor.kind === 'system') {
    const described = worded(await describeFreezing(ctx, input), wordProgrammeRefusal)
    if (!described.ok) return described
    const alone = worded(await carryOutAlone(ctx, decreeWork, described.value.ask), wordApprovalRefusal)
    if (!alone.ok) return alone
    return done(await frozen(ctx, String(described.value.ask.subject.id), alone.value.result ?? {}))
  }
  const programme = worded(await openProgramme(ctx, input.programme), wordProgrammeRefusal)
  if (!programme.ok) return programme
  const waiting = await findWaitingRequest(ctx, 'programmes.decree', programme.value.programme.id)
  const isSame = waiting?.payload['number'] === input.number.trim() && waiting.payload['decidedOn'] === input.decidedOn.toString()
  if (waiting === undefined || waiting.askedBy === ctx.actor.id || !isSame) {
    const asked = worded(await requestDecree(ctx, input), wordProgrammeRefusal)
    if (!asked.ok) return asked
    const { requestId, needed } = asked.value
    return done({ state: 'waiting', requestId, approvals: 0, needed })
  }
  return approveFromDesk(ctx, waiting.id, programme.value.programme.id)
}

async function approveFromDesk(ctx: Context, requestId: string, programmeId: string): Promise<Outcome<Freezing, WordedRefusal>> {
  const answered = worded(await answerRequest(ctx, { requestId, verdict: 'approve' }, approvedWorks), wordApprovalRefusal)
  if (!answered.ok) return answered
  const { state, approvals, needed, result } = answered.value
  if (state === 'approved') return done(await frozen(ctx, programmeId, result ?? {}))
  return done(state === 'void' ? { state } : { state: 'waiting', requestId, approvals, needed })
}

async function frozen(ctx: Context, programmeId: string, result: Details): Promise<Freezing> {
  const decree = await findDecree(ctx, programmeId)
  if (decree === undefined) throw new Error('the list just frozen has no decree')
  const changed = Number(result['changed'] ?? 0)
  const warnings = changed > 0 ? [wordedWarning({ kind: 'changed-since-run', people: changed })] : []
  return { state: 'frozen', decree, opened: Number(result['opened'] ?? 0), warnings }
}

type FreezeOptions = CommonOptions & { programme: string; number: string; date: string }

export function registerDecreeCommand(program: Command): void {
  withCommonOptions(
    groupOf(program, 'decree', 'SK penetapan / the decree')
      .command('freeze')
      .description(
        'bekukan daftar dengan SK: orang pertama meminta, orang kedua (--as) menyetujui dengan perintah yang sama / freeze the list by decree: the first person asks, the second approves by the same command',
      ),
  )
    .requiredOption('--programme <code>', 'kode program / code of the programme')
    .requiredOption('--number <number>', 'nomor SK / number of the decree')
    .requiredOption('--date <date>', 'tanggal SK / date of the decree')
    .action((options: FreezeOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const decidedOn = findDay(options.date)
        if (decidedOn === undefined) return refused(notADay(options.date))
        const input = { programme: options.programme, number: options.number, decidedOn }
        const outcome = await carryOut(platform, asking, (ctx) => freezeFromDesk(ctx, input))
        return outcome.ok ? shown(outcome.value, input) : outcome
      }),
    )
}

function shown(freezing: Freezing, { number, programme }: DecreeInput): Outcome<Shown, WordedRefusal> {
  switch (freezing.state) {
    case 'void':
      return refused(recordChanged)
    case 'waiting': {
      const { approvals, needed } = freezing
      return done({
        json: { request: freezing },
        text: (language) =>
          ({
            id: `Pembekuan daftar ${programme} dengan SK ${number} diminta dan menunggu orang lain (${approvals} dari ${needed} persetujuan). Penyetuju menjalankan perintah yang sama dengan --as.`,
            en: `The freezing of ${programme} by decree ${number} is asked for and awaits somebody else (${approvals} of ${needed} approvals). Whoever approves runs the same command with --as.`,
          })[language],
      })
    }
    case 'frozen': {
      const { decree: made, opened, warnings } = freezing
      return done({
        json: { decree: made, opened, warnings },
        text: (language) =>
          ({
            id: `SK ${made.number} tanggal ${formatDay(made.decidedOn, 'id')}: ${formatCount(made.people, 'id')} orang dibekukan, ${formatCount(made.waiting, 'id')} dalam daftar tunggu; ${formatCount(opened, 'id')} masa kepesertaan dibuka.`,
            en: `Decree ${made.number} of ${formatDay(made.decidedOn, 'en')}: ${formatCount(made.people, 'en')} people frozen, ${formatCount(made.waiting, 'en')} on the waiting list; ${formatCount(opened, 'en')} periods opened.`,
          })[language],
      })
    }
    default:
      return unreachable(freezing)
  }
}

function notADay(text: string): WordedRefusal {
  return {
    reason: 'not-a-day',
    status: 400,
    title: { id: `"${text}" bukan tanggal.`, en: `"${text}" is not a day.` },
    todo: { id: 'Tulis tahun-bulan-hari, misalnya 2026-12-01.', en: 'Write year-month-day, for example 2026-12-01.' },
  }
}
