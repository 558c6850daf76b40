import { useMemo } from 'react'
import { formatShare } from '../../values/numbers.ts'
import { paths } from '../paths.ts'
import { homeText } from '../text/home.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { type Line, LineChart } from '../ui/charts/line-chart.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import style from './home.module.css'
import type { Home } from './home.ts'

/** Coverage against the target, in a sentence and as this year's line. */
export function HowFar({ home }: { home: Home }) {
  const text = useText(homeText)
  const { language } = useLanguage()
  const { coverage, year } = home
  const { universe, share, gap } = coverage
  const lines = useLines(home)
  const write = useMemo(() => (value: number) => formatShare(value, language), [language])
  const headline =
    universe === null || share === null || gap === null
      ? text.headlineOf(coverage.covered)
      : text.headline(formatShare(share, language), universe.workers, gap)
  return (
    <section className={`${pageStyle.panel} ${style.question} ${style.wide}`}>
      <div className={style.head}>
        <h2>{text.howFar}</h2>
        <PageLink to={paths.coverage()}>{text.toCoverage}</PageLink>
      </div>
      <p className={style.headline}>{headline}</p>
      <TargetNote coverage={coverage} year={year} />
      {lines.some((line) => line.points.length > 0) && <LineChart label={headline} lines={lines} height={180} write={write} />}
      {universe && (
        <p className="quiet small">
          {text.universeNote(universe.isDemo ? text.demoFigures : universe.source, universe.year)}
          {coverage.isPartial && ` · ${text.partial}`}
        </p>
      )}
    </section>
  )
}

function TargetNote({ coverage, year }: { coverage: Home['coverage']; year: number }) {
  const text = useText(homeText)
  const { language } = useLanguage()
  const { target, universe, covered } = coverage
  if (target === null) return <p className="quiet">{text.noTarget}</p>
  const missing = universe === null ? undefined : Math.ceil(target.share * universe.workers) - covered
  const note = missing === undefined ? '' : ` · ${missing > 0 ? text.short(missing) : text.reached}`
  return <p className="quiet">{text.target(formatShare(target.share, language), year) + note}</p>
}

function useLines({ coverage, year }: Home): Line[] {
  const text = useText(homeText)
  return useMemo(() => {
    const points = coverage.months.flatMap(({ month, share }) => (share === null ? [] : [{ month, value: share }]))
    const { target } = coverage
    const months = Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`)
    return [
      { name: text.lineCoverage, points },
      ...(target === null
        ? []
        : [{ name: text.lineTarget, isRest: true, points: months.map((month) => ({ month, value: target.share })) }]),
    ]
  }, [coverage, year, text])
}
