import type { Command } from 'commander'
import { type Day, findDay } from '../../values/days.ts'
import { findMonth, formatMonth, type Month } from '../../values/months.ts'
import { formatCount } from '../../values/numbers.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { formatRupiah, rupiah } from '../../values/rupiah.ts'
import type { Asked } from '../approvals/approvals.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, type Shown, withCommonOptions } from '../platform/terminal.ts'
import { approveRun, refuseRun } from './approval.ts'
import { findRunId, reconcileRun, recordBilling } from './operations.ts'
import { confirmPayment, recordPayment, returnPayment } from './payment.ts'
import { type ContributionRefusal, wordContributionRefusal } from './refusals.ts'
import { runContributions } from './run.ts'
import { findRun, listRuns } from './runs.ts'
import type { Moved } from './steps.ts'
import { runStateNames } from './steps-api.ts'

type MonthOptions = CommonOptions & { programme: string; month: string }

export function registerContributionsCommands(program: Command): void {
  const contributions = program.command('contributions').description('iuran bulanan / monthly contributions')
  addRun(contributions)
  addReading(contributions)
  addSteps(contributions)
}

function addRun(contributions: Command): void {
  ofMonth(contributions.command('run').description('hitung iuran satu bulan / compute the contributions of a month')).action(
    (options: MonthOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const month = findMonth(options.month)
        if (month === undefined) return refused(notReadable)
        const outcome = await carryOut(platform, asking, (ctx) => runContributions(ctx, { programme: options.programme, month }))
        if (!outcome.ok) return worded(outcome, wordContributionRefusal)
        const run = outcome.value
        return done({
          json: run,
          text: (language) => {
            const sentence = `${formatMonth(run.month, language)}: ${formatCount(run.people, language)} × ${formatRupiah(run.rate)} = ${formatRupiah(run.amount)}`
            if (run.isNew) return sentence
            return `${sentence} (${language === 'id' ? 'sudah dihitung, tidak ada yang berubah' : 'computed before, nothing changed'})`
          },
        })
      }),
  )
}

function addReading(contributions: Command): void {
  withCommonOptions(contributions.command('list').description('daftar iuran / list of runs')).action((options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const runs = await look(platform, asking, (ctx) => listRuns(ctx, {}))
      return done({
        json: { runs },
        text: (language) =>
          runs
            .map((run) =>
              [run.programmeCode, run.month, runStateNames[run.state][language], run.people, formatRupiah(run.amount)].join('\t'),
            )
            .join('\n'),
      })
    }),
  )
  ofMonth(contributions.command('show').description('iuran satu bulan beserta dasarnya / a run with its grounds')).action(
    (options: MonthOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const found = await look(platform, asking, async (ctx) => {
          const id = await runIdOf(ctx, options)
          return id.ok ? done(await findRun(ctx, id.value)) : id
        })
        if (!found.ok) return found
        const run = found.value
        if (run === undefined) return refused(wordContributionRefusal({ reason: 'no-such-run' }))
        return done({
          json: run,
          text: (language) =>
            [
              `${run.programmeCode} ${run.month}: ${runStateNames[run.state][language]}, ${formatCount(run.people, language)} × ${formatRupiah(run.rate)} = ${formatRupiah(run.amount)}`,
              ...run.grounds.decision.lines.map((line) => `  ${line.label[language]}: ${formatRupiah(line.amount)}`),
              ...run.funding.map(
                (line) => `  ${line.source}: ${formatCount(line.people, language)}, ${formatRupiah(line.amount)}`,
              ),
            ].join('\n'),
        })
      }),
  )
}

function addSteps(contributions: Command): void {
  ofMonth(contributions.command('approve').description('setujui / approve')).action((options: MonthOptions) =>
    step(options, (ctx, runId) => approveRun(ctx, { runId })),
  )
  ofMonth(contributions.command('refuse').description('tolak / refuse'))
    .requiredOption('--why <text>', 'alasan / reason')
    .action((options: MonthOptions & { why: string }) =>
      step(options, (ctx, runId) => refuseRun(ctx, { runId, why: options.why })),
    )
  ofMonth(contributions.command('bill').description('catat kode iuran / record the billing code'))
    .requiredOption('--code <code>', 'kode iuran / billing code')
    .option('--day <date>', 'hari / day')
    .action((options: MonthOptions & { code: string; day?: string }) =>
      stepOn(options, (ctx, runId, on) => recordBilling(ctx, { runId, billingCode: options.code, billedOn: on })),
    )
  ofMonth(
    contributions
      .command('pay')
      .description(
        'catat SP2D, berlaku setelah dikonfirmasi orang lain / record the payment, which counts once another has confirmed it',
      ),
  )
    .requiredOption('--sp2d <number>', 'nomor SP2D / number of the SP2D')
    .option('--receipt <number>', 'nomor kuitansi / number of the receipt')
    .option('--day <date>', 'hari / day')
    .action((options: MonthOptions & { sp2d: string; receipt?: string; day?: string }) =>
      stepOn(options, (ctx, runId, on) =>
        recordPayment(ctx, { runId, disbursementNumber: options.sp2d, paidOn: on, receiptNumber: options.receipt }),
      ),
    )
  ofMonth(contributions.command('confirm').description('konfirmasi pembayaran / confirm the payment')).action(
    (options: MonthOptions) => step(options, (ctx, runId) => confirmPayment(ctx, { runId })),
  )
  ofMonth(contributions.command('return').description('catat pembayaran kembali / record a returned payment'))
    .requiredOption('--why <text>', 'alasan / reason')
    .action((options: MonthOptions & { why: string }) =>
      step(options, (ctx, runId) => returnPayment(ctx, { runId, why: options.why })),
    )
  addReconcile(contributions)
}

function addReconcile(contributions: Command): void {
  ofMonth(contributions.command('reconcile').description('rekonsiliasi / reconcile'))
    .requiredOption('--receipt <number>', 'nomor kuitansi / number of the receipt')
    .requiredOption('--amount <rupiah>', 'jumlah menurut kuitansi / amount of the receipt')
    .requiredOption('--minutes <number>', 'nomor berita acara / number of the minutes')
    .option('--why <text>', 'sebab selisih / reason of a difference')
    .option('--day <date>', 'hari / day')
    .action((options: MonthOptions & { receipt: string; amount: string; minutes: string; why?: string; day?: string }) =>
      stepOn(options, (ctx, runId, on) =>
        reconcileRun(ctx, {
          runId,
          receiptNumber: options.receipt,
          receiptAmount: rupiah(Number(options.amount)),
          minutesNumber: options.minutes,
          reconciledOn: on,
          differenceReason: options.why,
        }),
      ),
    )
}

function ofMonth(command: Command): Command {
  return withCommonOptions(
    command
      .requiredOption('--programme <code>', 'kode program / code of the programme')
      .requiredOption('--month <yyyy-mm>', 'bulan / month'),
  )
}

type Stepping = (ctx: Context, runId: string) => Promise<Outcome<Moved, ContributionRefusal>>

function step(options: MonthOptions, work: Stepping): Promise<void> {
  return atDesk(options, async ({ platform, asking }) => {
    if (findMonth(options.month) === undefined) return refused(notReadable)
    const outcome = await carryOut(platform, asking, async (ctx): Promise<Outcome<Moved, ContributionRefusal>> => {
      const runId = await findRunId(ctx, { programme: options.programme, month: options.month as Month })
      return runId.ok ? work(ctx, runId.value) : runId
    })
    return shownMove(outcome)
  })
}

function stepOn(
  options: MonthOptions & { day?: string },
  work: (ctx: Context, runId: string, on: Day) => Promise<Outcome<Moved, ContributionRefusal>>,
): Promise<void> {
  const on = options.day === undefined ? undefined : findDay(options.day)
  if (options.day !== undefined && on === undefined) return atDesk(options, async () => refused(notReadable))
  return step(options, (ctx, runId) => work(ctx, runId, on ?? ctx.today))
}

function shownMove(outcome: Outcome<Moved | (Moved & Asked), ContributionRefusal>): Outcome<Shown, WordedRefusal> {
  if (!outcome.ok) return worded(outcome, wordContributionRefusal)
  const { month, state, people, amount } = outcome.value
  const waits = 'requestId' in outcome.value ? awaitsAnother : undefined
  return done({
    json: outcome.value,
    text: (language) =>
      `${formatMonth(month, language)}: ${waits?.[language] ?? runStateNames[state][language]}, ${formatCount(people, language)}, ${formatRupiah(amount)}`,
  })
}

const awaitsAnother = {
  id: 'pembayaran dicatat, menunggu konfirmasi orang lain',
  en: 'payment recorded, awaits somebody else’s confirmation',
}

async function runIdOf(ctx: Context, options: MonthOptions): Promise<Outcome<string, WordedRefusal>> {
  const month = findMonth(options.month)
  if (month === undefined) return refused(notReadable)
  return worded(await findRunId(ctx, { programme: options.programme, month }), wordContributionRefusal)
}

const notReadable: WordedRefusal = {
  reason: 'not-readable',
  status: 400,
  title: { id: 'Bulan atau tanggalnya tidak terbaca.', en: 'The month or the day cannot be read.' },
  todo: {
    id: 'Tulis bulan seperti 2027-01 dan hari seperti 2027-01-15.',
    en: 'Write a month as 2027-01 and a day as 2027-01-15.',
  },
}
