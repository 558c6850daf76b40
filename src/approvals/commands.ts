import type { Command } from 'commander'
import { formatCount } from '../../values/numbers.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, type Shown, withCommonOptions } from '../platform/terminal.ts'
import type { ApprovedWorks, Verdict } from './approvals.ts'
import { answerRequest, withdrawRequest } from './operations.ts'
import { type Box, findRequest, listRequests, type RequestRow } from './reading.ts'
import { recordChanged, wordApprovalRefusal } from './refusals.ts'
import { ruleOf } from './two-person.ts'

type ListOptions = CommonOptions & { mine?: boolean; all?: boolean }

/** How many requests a terminal is shown: the oldest of an inbox, the newest of every other list. */
const shownAtOnce = 200

/** The commands of approvals, over the work that the doors have joined. */
export function registerApprovalsCommands(program: Command, works: ApprovedWorks): void {
  const approvals = program.command('approvals').description('persetujuan dua orang / what takes two people')
  withCommonOptions(approvals.command('list').description('yang menunggu jawaban (--as) / what awaits an answer'))
    .option('--mine', 'permintaan sendiri / one’s own requests')
    .option('--all', 'semua permintaan dan keputusannya / every request and how it ended')
    .action((options: ListOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const box: Box = options.all ? 'all' : options.mine ? 'mine' : 'inbox'
        const { rows, count } = await look(platform, asking, (ctx) => listRequests(ctx, { box }, { limit: shownAtOnce }))
        return done({ json: { count, requests: rows }, text: (language) => rows.map((row) => lineOf(row, language)).join('\n') })
      }),
    )
  withCommonOptions(approvals.command('show <request>').description('satu permintaan / one request')).action(
    (id: string, options: CommonOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const found = isId(id) ? await look(platform, asking, (ctx) => findRequest(ctx, id)) : undefined
        if (found === undefined) return refused(wordApprovalRefusal({ reason: 'no-such-request' }))
        return done({ json: found, text: (language) => lineOf(found, language) })
      }),
  )
  addAnswers(approvals, works)
}

function addAnswers(approvals: Command, works: ApprovedWorks): void {
  withCommonOptions(approvals.command('approve <request>').description('setujui / approve')).action(
    (id: string, options: CommonOptions) => answer(options, works, { id, verdict: 'approve' }),
  )
  withCommonOptions(approvals.command('refuse <request>').description('tolak / refuse'))
    .requiredOption('--why <text>', 'alasan / reason')
    .action((id: string, options: CommonOptions & { why: string }) =>
      answer(options, works, { id, verdict: 'refuse', reason: options.why }),
    )
  withCommonOptions(
    approvals.command('withdraw <request>').description('tarik permintaan sendiri / take one’s own request back'),
  ).action((id: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const withdraw = (ctx: Context) => withdrawRequest(ctx, { requestId: id }, works)
      const outcome = worded(isId(id) ? await carryOut(platform, asking, withdraw) : noSuch, wordApprovalRefusal)
      if (!outcome.ok) return outcome
      return done({
        json: outcome.value,
        text: (language) => ({ id: 'Permintaan ditarik.', en: 'The request was taken back.' })[language],
      })
    }),
  )
}

type Answer = { id: string; verdict: Verdict; reason?: string }

function answer(options: CommonOptions, works: ApprovedWorks, { id, ...given }: Answer): Promise<void> {
  return atDesk(options, async ({ platform, asking }): Promise<Outcome<Shown, WordedRefusal>> => {
    const give = (ctx: Context) => answerRequest(ctx, { requestId: id, ...given }, works)
    const outcome = worded(isId(id) ? await carryOut(platform, asking, give) : noSuch, wordApprovalRefusal)
    if (!outcome.ok) return outcome
    const { state, approvals, needed } = outcome.value
    if (state === 'void') return refused(recordChanged)
    const words = {
      waiting: {
        id: `Persetujuan tercatat (${approvals} dari ${needed}).`,
        en: `The approval is noted (${approvals} of ${needed}).`,
      },
      approved: { id: 'Disetujui dan dikerjakan.', en: 'Approved and done.' },
      refused: { id: 'Ditolak; pengaju membaca alasannya.', en: 'Refused; whoever asked reads why.' },
    }
    return done({ json: outcome.value, text: (language) => words[state][language] })
  })
}

const noSuch = refused({ reason: 'no-such-request' as const })

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

function lineOf(row: RequestRow, language: 'id' | 'en'): string {
  const figures = [
    row.people === null ? '' : formatCount(row.people, language),
    row.amount === null ? '' : formatRupiah(row.amount),
  ]
  const name = ruleOf(row.operation).name[language]
  const progress = `${row.approvals}/${row.needed}`
  return [row.id, row.state, progress, name, row.title[language], row.askedByName, ...figures].join('\t')
}
