import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { findDay } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { done, refused } from '../../values/outcome.ts'
import { carryOut, look } from '../platform/context.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { registerAskingCommands } from './asking-commands.ts'
import { registerDifferencesCommands } from './differences-commands.ts'
import { faultWordings } from './answers/faults.ts'
import type { MatchSummary, Received } from './matching.ts'
import { receiveAnswer } from './operations.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { registerNames, registers } from './registers.ts'
import { summariseMatches } from './store.ts'

type MatchOptions = CommonOptions & { answeredOn?: string; request?: string }

export function registerMatchingCommands(program: Command): void {
  const match = program.command('match').description('padankan dengan register lain / match with other registers')
  for (const register of registers) {
    const name = registerNames[register]
    withCommonOptions(
      match
        .command(`${register} <file>`)
        .description(`terima jawaban ${name.id} (XLSX, XLS, ODS, CSV) / take in the answer of ${name.en}`)
        .option('--answered-on <date>', 'tanggal jawaban, bawaan hari ini / day of the answer, default today')
        .option('--request <id>', 'permintaan yang dijawab / the request it answers'),
    ).action((path: string, options: MatchOptions) =>
      atDesk(options, async ({ platform, asking, progress }) => {
        const answeredOn = options.answeredOn === undefined ? undefined : findDay(options.answeredOn)
        if (options.answeredOn !== undefined && answeredOn === undefined) return refused(notADay(options.answeredOn))
        const file = { name: basename(path), path: resolve(path) }
        const outcome = await carryOut(platform, asking, (ctx) =>
          receiveAnswer(ctx, {
            register,
            file,
            answeredOn,
            requestId: options.request,
            progress: (lines) => progress(lines, undefined, name),
          }),
        )
        if (!outcome.ok) return worded(outcome, wordMatchingRefusal)
        const summary = await look(platform, asking, summariseMatches)
        const faults = outcome.value.faults.map((fault) => ({ ...fault, wording: faultWordings[fault.reason] }))
        return done({
          json: { ...outcome.value, faults, summary },
          text: (language) => textOf(outcome.value, summary, language),
        })
      }),
    )
  }
  registerAskingCommands(match)
  registerDifferencesCommands(match)
  withCommonOptions(match.command('summary').description('hasil pemadanan / what stands out')).action((options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const summary = await look(platform, asking, summariseMatches)
      return done({ json: summary, text: (language) => summaryLines(summary, language).join('\n') })
    }),
  )
}

/** How many faulty lines a terminal shows; --json gives more. */
const faultsShown = 20

function textOf(received: Received, summary: MatchSummary, language: Language): string {
  const { records, faulty, faults, fileName, answeredOn } = received
  const said = {
    id: received.isNew
      ? `${fileName}: ${records} baris diterima (jawaban ${answeredOn}), ${faulty} baris keliru`
      : `${fileName}: berkas yang sama sudah diterima; tidak ada yang berubah`,
    en: received.isNew
      ? `${fileName}: ${records} lines taken in (answer of ${answeredOn}), ${faulty} faulty`
      : `${fileName}: the same file was taken in before; nothing changed`,
  }
  const lines = faults
    .slice(0, faultsShown)
    .map(
      (fault) =>
        `  ${language === 'id' ? 'baris' : 'line'} ${fault.line}: ${faultWordings[fault.reason][language]} ${fault.value}`,
    )
  return [said[language], ...unexpected(received, language), ...lines, ...summaryLines(summary, language)].join('\n')
}

/** What else the answer holds: whom the register does not know, whom we do not know, and whom nobody asked about. */
function unexpected({ isNew, notFound, strangers, unasked }: Received, language: Language): string[] {
  const said: [number, { id: string; en: string }][] = [
    [notFound, { id: 'tidak dikenal register itu', en: 'not known to the register' }],
    [strangers, { id: 'NIK bukan milik pekerja mana pun', en: 'NIKs that no worker has' }],
    [unasked ?? 0, { id: 'NIK yang tidak pernah ditanyakan', en: 'NIKs that were never asked about' }],
  ]
  return isNew ? said.filter(([count]) => count > 0).map(([count, what]) => `  ${count} ${what[language]}`) : []
}

function summaryLines(summary: MatchSummary, language: Language): string[] {
  const covered = summary.covered.reduce((sum, segment) => sum + segment.workers, 0)
  const segments = summary.covered.map(({ segment, workers }) => `${segment} ${workers}`).join(', ')
  const lines: [{ id: string; en: string }, string | number][] = [
    [{ id: 'Pekerja', en: 'Workers' }, summary.workers],
    [{ id: 'Meninggal', en: 'Deceased' }, summary.deceased],
    [{ id: 'Sudah terlindungi', en: 'Already covered' }, segments === '' ? covered : `${covered} (${segments})`],
    [{ id: 'Tidak dikenal Dukcapil', en: 'Unknown to Dukcapil' }, summary.unknown],
    [{ id: 'Nama berbeda', en: 'Name differs' }, summary.nameDiffers],
    [{ id: 'Tanggal lahir berbeda', en: 'Birth date differs' }, summary.birthDateDiffers],
    [{ id: 'Tanpa desil', en: 'No decile' }, summary.noDecile],
    [{ id: 'Belum ditanyakan ke Dukcapil', en: 'Dukcapil not asked' }, summary.notAsked],
  ]
  return lines.map(([name, value]) => `${name[language]}: ${value}`)
}

function notADay(text: string): WordedRefusal {
  return {
    reason: 'not-a-day',
    status: 400,
    title: { id: `"${text}" bukan tanggal.`, en: `"${text}" is not a day.` },
    todo: { id: 'Tulis tahun-bulan-hari, misalnya 2026-11-01.', en: 'Write year-month-day, for example 2026-11-01.' },
  }
}
