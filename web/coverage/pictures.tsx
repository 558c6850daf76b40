import { useMemo } from 'react'
import { readSeries } from '../../src/coverage/api.ts'
import { formatShare } from '../../values/numbers.ts'
import { useAnswer } from '../app/load.ts'
import { useYear } from '../app/year.tsx'
import { paths } from '../paths.ts'
import { coverageText } from '../text/coverage.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { type AreaBar, BarsByArea } from '../ui/charts/bars-by-area.tsx'
import { type Line, LineChart } from '../ui/charts/line-chart.tsx'
import { type TileGroup, TileMap } from '../ui/charts/tile-map.tsx'
import type { Coverage } from './coverage-page.tsx'
import style from './coverage.module.css'

/** The same figures drawn: the year's line against its target, the districts, every village. */
export function Pictures({ coverage }: { coverage: Coverage }) {
  const text = useText(coverageText)
  const bars = useMemo(() => barsOf(coverage), [coverage])
  const groups = useMemo(() => groupsOf(coverage), [coverage])
  return (
    <div className={style.pictures}>
      <YearLine coverage={coverage} />
      <section>
        <h2 className={style.heading}>{text.byDistrict}</h2>
        <BarsByArea label={text.byDistrict} bars={bars} {...(coverage.target && { target: coverage.target.share })} />
      </section>
      <section className={style.wide}>
        <h2 className={style.heading}>{text.byVillage}</h2>
        <TileMap label={text.byVillage} groups={groups} partName={text.covered} wholeName={text.universe} />
      </section>
    </div>
  )
}

function YearLine({ coverage }: { coverage: Coverage }) {
  const text = useText(coverageText)
  const { language } = useLanguage()
  const { year } = useYear()
  const series = useAnswer(readSeries, { query: { year, segment: coverage.segment } }).data
  const write = useMemo(() => (share: number) => formatShare(share, language), [language])
  const lines = useMemo((): Line[] => {
    const known = series?.months.filter((each) => each.share !== null) ?? []
    const target = series?.target
    return [
      { name: text.lineCovered, points: known.map((each) => ({ month: each.month, value: each.share ?? 0 })) },
      ...(target
        ? [{ name: text.lineTarget, isRest: true, points: monthsOf(year).map((month) => ({ month, value: target.share })) }]
        : []),
    ]
  }, [series, text, year])
  const [first] = lines
  return (
    <section>
      <h2 className={style.heading}>{text.byMonth(year)}</h2>
      {series !== undefined && first?.points.length === 0 ? (
        <p className="quiet">{text.byMonthNone}</p>
      ) : (
        <LineChart label={text.byMonth(year)} lines={lines} height={200} write={write} />
      )}
    </section>
  )
}

function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`)
}

function barsOf(coverage: Coverage): AreaBar[] {
  return coverage.districts.map(({ area, name, covered, universe }) => ({
    id: area,
    name,
    part: covered,
    whole: universe?.workers ?? 0,
  }))
}

function groupsOf(coverage: Coverage): TileGroup[] {
  return coverage.districts.map((district) => ({
    id: district.area,
    name: district.name,
    tiles: coverage.villages
      .filter((village) => village.parent === district.area)
      .map(({ area, name, covered, universe }) => ({
        id: area,
        name,
        part: universe === null ? undefined : covered,
        whole: universe?.workers ?? 0,
        href: paths.memberships({ area, state: 'active' }),
      })),
  }))
}
