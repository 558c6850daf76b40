import { type Command, InvalidArgumentError } from 'commander'
import { done } from '../../values/outcome.ts'
import type { Asking } from '../platform/context.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { registerDuplicatesLink } from './link-command.ts'
import { beginListing } from './operations.ts'
import { wordDuplicatesRefusal } from './refusals.ts'
import { runDuplicates } from './run.ts'
import { type ListedPair, listPairs, type PairFilter, type PairPlace } from './pairs.ts'
import { likely } from './thresholds.ts'

type ThresholdOptions = CommonOptions & { threshold: number }

/** Adds `duplicates run|list|link`. */
export function registerDuplicatesCommands(program: Command): void {
  const duplicates = program.command('duplicates').description('siapa orang yang sama / who is who')
  registerDuplicatesLink(duplicates)
  withThreshold(
    duplicates.command('run').description('cari orang yang tercatat dua kali / find people who stand in the registry twice'),
  ).action((options: ThresholdOptions) =>
    atDesk(options, async ({ platform, asking, progress }) => {
      const outcome = await runDuplicates(platform, asking, { threshold: options.threshold, progress })
      if (!outcome.ok) return worded(outcome, wordDuplicatesRefusal)
      const { workers, pairs, waiting, milliseconds } = outcome.value
      const said = {
        id: `${workers} pekerja dibandingkan dalam ${Math.round(milliseconds / 100) / 10} detik: ${pairs} pasangan, ${waiting} menunggu jawaban`,
        en: `${workers} workers compared in ${Math.round(milliseconds / 100) / 10} seconds: ${pairs} pairs, ${waiting} wait for an answer`,
      }
      return done({ json: outcome.value, text: (language) => said[language] })
    }),
  )
  withThreshold(
    duplicates
      .command('list')
      .description(
        'pasangan yang mungkin satu orang, NIK utuh, tercatat / pairs that may be one person, NIK whole, left in the audit trail',
      ),
  ).action((options: ThresholdOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const filter: PairFilter = { states: ['open', 'same', 'unsure'], threshold: options.threshold }
      const begun = await carryOut(platform, asking, (ctx) => beginListing(ctx, filter))
      if (!begun.ok) return worded(begun, wordDuplicatesRefusal)
      const pages = allPairs(platform, asking, filter)
      if (options.json) return done({ jsonParts: jsonOf(pages), text: () => '' })
      const lines: string[] = []
      for await (const pairs of pages) for (const pair of pairs) lines.push(lineOf(pair))
      return done({ json: null, text: () => [...lines, `= ${begun.value.pairs}`].join('\n') })
    }),
  )
}

function withThreshold(command: Command): Command {
  return withCommonOptions(command).option(
    '--threshold <probability>',
    'peluang terkecil, 0–1 / smallest probability, 0–1',
    readProbability,
    likely,
  )
}

function readProbability(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Isi angka antara 0 dan 1, misalnya 0.5. / Give a number between 0 and 1, such as 0.5.')
  return value
}

/** Pairs read at a time. */
const pageSize = 5000

async function* allPairs(platform: Platform, asking: Asking, filter: PairFilter): AsyncGenerator<ListedPair[]> {
  let after: PairPlace | undefined
  for (;;) {
    const page = await look(platform, asking, (ctx) => listPairs(ctx, filter, pageSize, after))
    yield page
    after = page.at(-1)
    if (page.length < pageSize) return
  }
}

async function* jsonOf(pages: AsyncIterable<ListedPair[]>): AsyncGenerator<string> {
  let before = '['
  for await (const pairs of pages) {
    for (const { left, right, leftNik, rightNik, probability, reasons, state } of pairs) {
      const pair = { a: { id: left, nik: leftNik }, b: { id: right, nik: rightNik }, probability, reasons, state }
      yield `${before}${JSON.stringify(pair)}`
      before = ','
    }
  }
  yield before === '[' ? '[]' : ']'
}

function lineOf({ left, right, leftNik, rightNik, leftName, rightName, probability }: ListedPair): string {
  return [probability.toFixed(3), left, leftNik ?? '-', leftName, right, rightNik ?? '-', rightName].join('\t')
}
