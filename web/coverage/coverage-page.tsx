import { SegmentedControl } from '@mantine/core'
import { readAreas, takeFile } from '../../src/coverage/api.ts'
import { type CoverageSegment, coverageSegments } from '../../src/coverage/segments-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatShare } from '../../values/numbers.ts'
import { addressOf } from '../app/call.ts'
import { useLoad } from '../app/load.ts'
import { useSession } from '../app/session.tsx'
import { useYear } from '../app/year.tsx'
import { coverageText } from '../text/coverage.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { ReportPage, type ReportSource } from '../ui/report-page.tsx'
import { AreaTable } from './area-table.tsx'
import { CoverageFigures } from './coverage-figures.tsx'
import { CustomarySection } from './customary-section.tsx'
import { GapSection } from './gap-section.tsx'
import { Pictures } from './pictures.tsx'

/** Coverage on a day, as the server tells it. */
export type Coverage = AnswerOf<typeof readAreas>

/** How many workers are protected, of how many, and where the gap is: the whole, by district, village, month and customary village. */
export function CoveragePage() {
  const text = useText(coverageText)
  const { address, change } = useAddress()
  const { on, isPast } = useDayOfYear()
  const segment = coverageSegments.find((each) => each === address['segment']) ?? 'RENTAN'
  const query = { segment, ...(isPast && { on }) }
  const state = useLoad(readAreas, { query })
  const headlineOf = useHeadline()
  const sourcesOf = useSources()
  const names: Record<CoverageSegment, string> = {
    RENTAN: text.segmentRentan,
    BPU: text.segmentBpu,
    ALL: text.segmentAll,
  }
  return (
    <ReportPage
      words={{ title: text.title, empty: { title: text.none, what: text.noneWhat }, forbidden: text.forWhom }}
      choices={
        <SegmentedControl
          aria-label={text.segment}
          value={segment}
          onChange={(value) => change({ segment: value === 'RENTAN' ? undefined : value })}
          data={coverageSegments.map((value) => ({ value, label: names[value] }))}
        />
      }
      state={state}
      view={(coverage) => ({
        headline: headlineOf(coverage),
        figures: <CoverageFigures coverage={coverage} />,
        picture: <Pictures coverage={coverage} />,
        table: <AreaTable coverage={coverage} />,
        asOf: coverage.on,
        sources: sourcesOf(coverage),
        exports: [
          { label: 'XLSX', href: addressOf(takeFile, { query: { ...query, format: 'xlsx' } }) },
          { label: 'CSV', href: addressOf(takeFile, { query: { ...query, format: 'csv' } }) },
        ],
      })}
    >
      <GapSection query={query} />
      <CustomarySection query={query} />
    </ReportPage>
  )
}

/** The day a chosen year is looked at: today in this year, its last day in a past one. */
function useDayOfYear(): { on: string; isPast: boolean } {
  const { today } = useSession()
  const { year } = useYear()
  const isPast = year < Number(today.slice(0, 4))
  return { on: isPast ? `${year}-12-31` : today, isPast }
}

function useHeadline(): (coverage: Coverage) => string {
  const text = useText(coverageText)
  const { language } = useLanguage()
  const who: Record<CoverageSegment, string> = { RENTAN: text.whoRentan, BPU: text.whoBpu, ALL: text.whoAll }
  return ({ whole, segment }) =>
    whole.universe === null || whole.share === null || whole.gap === null
      ? text.headlineNoUniverse(whole.covered, who[segment])
      : text.headline(formatShare(whole.share, language), whole.universe.workers, who[segment], whole.gap)
}

function useSources(): (coverage: Coverage) => ReportSource[] {
  const text = useText(coverageText)
  return ({ whole, on, insuredAnsweredOn, segment }) => [
    { name: text.sourceMembers, date: on },
    ...(whole.universe === null
      ? []
      : [
          {
            name: `${text.universe} ${whole.universe.year}: ${whole.universe.source}`,
            date: whole.universe.sourceDate,
          },
        ]),
    ...(segment === 'RENTAN' || insuredAnsweredOn === null ? [] : [{ name: text.others, date: insuredAnsweredOn }]),
  ]
}
