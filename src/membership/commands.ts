import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import { parse } from 'csv-parse'
import { findDay } from '../../values/days.ts'
import { formatDay } from '../../values/days.ts'
import { formatCount } from '../../values/numbers.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, type Shown, withCommonOptions } from '../platform/terminal.ts'
import { endPeriod, openPeriodsFromDecree, recordMemberNumbers, replacePeriod } from './operations.ts'
import { countByProgramme } from './periods.ts'
import { findMembership, findWorkerByNik } from './person.ts'
import { findProgrammeFacts } from './programme.ts'
import { endReasonNames, endReasons, type EndReason } from './reasons-api.ts'
import { wordMembershipRefusal } from './refusals.ts'

export function registerMembershipCommands(program: Command): void {
  const membership = program.command('membership').description('kepesertaan / membership')
  addReading(membership)
  addChanges(membership)
}

function addReading(membership: Command): void {
  withCommonOptions(
    membership
      .command('list')
      .description('jumlah peserta per program / members by programme')
      .option('--on <date>', 'pada hari / on the day'),
  ).action((options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const programmes = await look(platform, asking, countByProgramme)
      return done({
        json: { programmes },
        text: (language) =>
          programmes
            .map((row) =>
              [row.programmeCode, row.active + row.lapsing, row.upcoming, row.ended]
                .map((cell) => (typeof cell === 'number' ? formatCount(cell, language) : cell))
                .join('\t'),
            )
            .join('\n'),
      })
    }),
  )
  withCommonOptions(
    membership
      .command('person <nik>')
      .description('kepesertaan seseorang / a person’s membership')
      .option('--on <date>', 'pada hari / on the day'),
  ).action((nik: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const found = await look(platform, asking, async (ctx) => {
        const workerId = await findWorkerByNik(ctx, nik)
        return workerId === undefined ? undefined : findMembership(ctx, workerId)
      })
      if (found === undefined) return refused(wordMembershipRefusal({ reason: 'no-such-person' }))
      const lines = found.periods.map(
        (period) => `${period.programmeCode}\t${period.firstDay}\t${period.lastDay}\t${period.endReason ?? ''}`,
      )
      return done({ json: found, text: () => [found.fullName, ...lines].join('\n') })
    }),
  )
}

function addChanges(membership: Command): void {
  withCommonOptions(
    membership
      .command('open')
      .description('buka kepesertaan dari SK / open covers from the decree')
      .requiredOption('--programme <code>', 'program'),
  ).action((options: CommonOptions & { programme: string }) =>
    atDesk(options, async ({ platform, asking }) =>
      shownOpened(await carryOut(platform, asking, (ctx) => openOf(ctx, options.programme))),
    ),
  )
  withCommonOptions(
    membership
      .command('end <period>')
      .description('akhiri kepesertaan / end a cover')
      .requiredOption('--reason <reason>', endReasons.join(', '))
      .requiredOption('--last-day <date>', 'hari terakhir / last day'),
  ).action((period: string, options: CommonOptions & { reason: string; lastDay: string }) =>
    atDesk(options, async ({ platform, asking }) => {
      const reason = endReasons.find((each) => each === options.reason)
      const lastDay = findDay(options.lastDay)
      if (reason === undefined || lastDay === undefined) return refused(unreadable)
      const outcome = await carryOut(platform, asking, (ctx) => endPeriod(ctx, { periodId: Number(period), reason, lastDay }))
      return shown(
        outcome,
        (value, language) => `${endReasonNames[reason as EndReason][language]}: ${formatDay(value.lastDay, language)}`,
      )
    }),
  )
  withCommonOptions(
    membership.command('replace <period>').description('isi tempat dari daftar tunggu / give the place to the next waiting'),
  ).action((period: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const outcome = await carryOut(platform, asking, (ctx) => replacePeriod(ctx, { periodId: Number(period) }))
      return shown(outcome, (value, language) => `${value.fullName} (${value.position}): ${formatDay(value.firstDay, language)}`)
    }),
  )
  withCommonOptions(
    membership
      .command('numbers <file>')
      .description(
        'catat nomor peserta dari CSV berkolom nik,member_number / record member numbers from a CSV of nik,member_number',
      ),
  ).action((file: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const numbers = await readNumbers(file)
      const outcome = await carryOut(platform, asking, (ctx) => recordMemberNumbers(ctx, { numbers }))
      return shown(outcome, (value, language) => formatCount(value.recorded, language))
    }),
  )
}

async function openOf(ctx: Context, programme: string) {
  const found = await findProgrammeFacts(ctx.db, ctx.region, programme)
  if (found === undefined) return refused({ reason: 'no-such-programme' as const })
  if (found.decreeId === null) return refused({ reason: 'no-decree' as const, programme: found.code })
  return openPeriodsFromDecree(ctx, { decreeId: found.decreeId })
}

function shownOpened(outcome: Awaited<ReturnType<typeof openOf>>): Outcome<Shown, WordedRefusal> {
  return shown(outcome, (value, language) => {
    const opened = formatCount(value.opened, language)
    if (!value.isNew)
      return language === 'id' ? `${opened} kepesertaan sudah dibuka sebelumnya.` : `${opened} covers were open already.`
    return language === 'id' ? `${opened} kepesertaan dibuka.` : `${opened} covers opened.`
  })
}

function shown<Value>(
  outcome: Outcome<Value, Parameters<typeof wordMembershipRefusal>[0]>,
  text: (value: Value, language: 'id' | 'en') => string,
): Outcome<Shown, WordedRefusal> {
  if (!outcome.ok) return worded(outcome, wordMembershipRefusal)
  return done({ json: outcome.value, text: (language) => text(outcome.value, language) })
}

async function readNumbers(file: string): Promise<{ nik: string; memberNumber: string }[]> {
  const rows: AsyncIterable<{ nik: string; member_number: string }> = createReadStream(file).pipe(
    parse({ columns: true, bom: true, trim: true, delimiter: [',', ';'] }),
  )
  const numbers = []
  for await (const row of rows) numbers.push({ nik: row.nik, memberNumber: row.member_number })
  return numbers
}

const unreadable: WordedRefusal = {
  reason: 'unreadable',
  status: 400,
  title: { id: 'Alasan atau tanggalnya tidak dikenal.', en: 'The reason or the day is not known.' },
  todo: {
    id: `Alasan: ${endReasons.join(', ')}; tanggal: 2026-11-01.`,
    en: `Reasons: ${endReasons.join(', ')}; day: 2026-11-01.`,
  },
}
