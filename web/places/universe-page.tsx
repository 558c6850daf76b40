import { Group, Select } from '@mantine/core'
import { useMemo } from 'react'
import { readUniverse } from '../../src/places/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatCount } from '../../values/numbers.ts'
import { useLoad } from '../app/load.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { placesText, segmentText } from '../text/places.ts'
import { useAddress } from '../ui/address.ts'
import { BarsByArea } from '../ui/charts/bars-by-area.tsx'
import { DayText } from '../ui/day-text.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { ReportPage, type ReportView } from '../ui/report-page.tsx'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { PlacesTabs } from './places-tabs.tsx'
import style from './places.module.css'

type Figure = AnswerOf<typeof readUniverse>['figures'][number]

/** How many workers each area has, by year and by who is counted, with source and date. */
export function UniversePage() {
  const text = useText(placesText)
  const asked = useLoad(readUniverse, { query: {} })
  const { address, change } = useAddress()
  const figures = asked.is === 'here' ? asked.value.figures : []
  const years = [...new Set(figures.map((figure) => String(figure.year)))]
  const year = address['year'] ?? years[0]
  const segments = [...new Set(figures.filter((figure) => String(figure.year) === year).map((figure) => figure.segment))]
  const segment = address['segment'] ?? segments.find((one) => one === 'RENTAN') ?? segments[0]
  const chosen = figures.filter((figure) => String(figure.year) === year && figure.segment === segment)
  const state: PageState<Figure[] | undefined> =
    asked.is === 'here' ? { is: 'here', value: chosen.length > 0 ? chosen : undefined } : asked
  const names: Record<string, string> = useText(segmentText)
  return (
    <ReportPage
      words={{ title: text.title, empty: { title: text.noUniverse, what: text.noUniverseWhat }, forbidden: text.forWhom }}
      state={state}
      view={useUniverseView()}
      choices={
        <div className={style.choices}>
          <PlacesTabs />
          {figures.length > 0 && (
            <Group gap="xs">
              <Select
                w={120}
                aria-label={text.year}
                data={years}
                value={year ?? null}
                allowDeselect={false}
                onChange={(wanted) => change({ year: wanted ?? undefined })}
              />
              <Select
                w={216}
                aria-label={text.segment}
                data={segments.map((one) => ({ value: one, label: names[one] ?? one }))}
                value={segment ?? null}
                allowDeselect={false}
                onChange={(wanted) => change({ segment: wanted ?? undefined })}
              />
            </Group>
          )}
        </div>
      }
    />
  )
}

function useUniverseView(): (figures: Figure[]) => ReportView {
  const text = useText(placesText)
  const sources = (figures: readonly Figure[]) =>
    [...new Map(figures.map((figure) => [figure.source, figure.sourceDate]))].map(([name, date]) => ({ name, date }))
  return (figures) => {
    const whole = figures.find((figure) => figure.level === 'regency') ?? figures[0]
    return {
      headline: [whole && headlineOf(text, whole), figures.some((figure) => figure.isDemo) && text.headlineDemo]
        .filter(Boolean)
        .join(' '),
      picture: <ByDistrict figures={figures} whole={whole?.workers ?? 0} />,
      table: <FiguresTable figures={figures} />,
      asOf: figures.reduce((latest, figure) => (figure.sourceDate > latest ? figure.sourceDate : latest), ''),
      sources: sources(figures),
    }
  }
}

function headlineOf(text: ReturnType<typeof useText<typeof placesText>>, whole: Figure): string {
  const wording = segmentText[whole.segment as keyof typeof segmentText]
  return text.headline(whole.workers, wording, whole.name, whole.year)
}

function ByDistrict({ figures, whole }: { figures: readonly Figure[]; whole: number }) {
  const text = useText(placesText)
  const bars = useMemo(
    () =>
      figures
        .filter((figure) => figure.level === 'district')
        .map((figure) => ({ id: figure.area, name: figure.name, part: figure.workers, whole })),
    [figures, whole],
  )
  return <BarsByArea label={text.byDistrict} bars={bars} />
}

/** Each area after the one it is part of; what is invented says so in its own line. */
function FiguresTable({ figures }: { figures: readonly Figure[] }) {
  const text = useText(placesText)
  const { language } = useLanguage()
  const rows = figures.toSorted((left, right) => (left.area < right.area ? -1 : 1))
  const inner = (figure: Figure) => (figure.level === 'village' ? style.inner : undefined)
  return (
    <NumbersTable
      label={text.byArea}
      rows={rows}
      keyOf={(figure) => figure.area}
      columns={[
        {
          id: 'name',
          title: text.name,
          cell: (figure) => {
            const name = figure.level === 'village' ? figure.name : <strong>{figure.name}</strong>
            return <span className={inner(figure)}>{name}</span>
          },
        },
        { id: 'area', title: text.code, cell: (figure) => <span className="figures">{figure.area}</span> },
        { id: 'workers', title: text.workers, isNumber: true, cell: (figure) => formatCount(figure.workers, language) },
        {
          id: 'source',
          title: text.source,
          cell: (figure) => (
            <span className={style.named}>
              {figure.source}
              {figure.isDemo && <StatusBadge tone="warn">{text.example}</StatusBadge>}
            </span>
          ),
        },
        { id: 'asOf', title: text.sourceDate, cell: (figure) => <DayText iso={figure.sourceDate} /> },
      ]}
    />
  )
}
