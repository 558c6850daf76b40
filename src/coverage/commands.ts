import type { Command } from 'commander'
import type { Language } from '../../values/language.ts'
import { formatDay } from '../../values/days.ts'
import { formatCount, formatShare } from '../../values/numbers.ts'
import { done, refused } from '../../values/outcome.ts'
import { look } from '../platform/context.ts'
import type { WordedRefusal } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { coverageOn } from './areas.ts'
import type { AreaCoverage } from './coverage.ts'
import { coverageSegments } from './segments-api.ts'
import { largestGaps } from './gaps.ts'

/** Villages shown in the list of gaps on a terminal. */
const gapsShown = 10

export function registerCoverageCommands(program: Command): void {
  withCommonOptions(
    program
      .command('coverage')
      .description('cakupan per wilayah / coverage by area')
      .option('--on <date>', 'pada hari / on the day')
      .option('--segment <segment>', coverageSegments.join(', '), 'RENTAN'),
  ).action((options: CommonOptions & { segment: string }) =>
    atDesk(options, async ({ platform, asking }) => {
      const segment = coverageSegments.find((each) => each === options.segment)
      if (segment === undefined) return refused(unknownSegment)
      const coverage = await look(platform, asking, (ctx) => coverageOn(ctx, ctx.today, segment))
      return done({
        json: { ...coverage, gaps: largestGaps(coverage.villages, gapsShown) },
        text: (language) =>
          [
            sentenceOf(coverage.whole, coverage.on, language),
            ...coverage.districts.map((row) => lineOf(row, language)),
            ...largestGaps(coverage.villages, gapsShown).map((row) => lineOf(row, language)),
          ].join('\n'),
      })
    }),
  )
}

/** The headline in words, numerator and denominator in it. */
function sentenceOf(whole: AreaCoverage, on: string, language: Language): string {
  const covered = formatCount(whole.covered, language)
  if (whole.universe === null || whole.share === null) {
    return language === 'id'
      ? `${formatDay(on, 'id')}: ${covered} pekerja terlindungi; semesta ${whole.name} belum dicatat.`
      : `${formatDay(on, 'en')}: ${covered} workers covered; no universe is recorded for ${whole.name}.`
  }
  const [share, workers, gap] = [
    formatShare(whole.share, language),
    formatCount(whole.universe.workers, language),
    formatCount(whole.gap ?? 0, language),
  ]
  return language === 'id'
    ? `${formatDay(on, 'id')}: ${share} dari ${workers} pekerja terlindungi (${covered}); ${gap} belum.`
    : `${formatDay(on, 'en')}: ${share} of ${workers} workers covered (${covered}); ${gap} are not.`
}

function lineOf(row: AreaCoverage, language: Language): string {
  const share = row.share === null ? '–' : formatShare(row.share, language)
  const workers = row.universe === null ? '–' : formatCount(row.universe.workers, language)
  return [row.area, row.name, formatCount(row.covered, language), workers, share].join('\t')
}

const unknownSegment: WordedRefusal = {
  reason: 'unknown-segment',
  status: 400,
  title: { id: 'Segmen itu tidak dikenal.', en: 'There is no such segment.' },
  todo: { id: `Pilih ${coverageSegments.join(', ')}.`, en: `Choose ${coverageSegments.join(', ')}.` },
}
