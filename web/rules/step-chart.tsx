import { useCallback } from 'react'
import { type Day, formatDay } from '../../values/days.ts'
import type { Parameter } from '../../rules/kit/parameter.ts'
import { showValue } from '../../rules/kit/show.ts'
import { rulesText } from '../text/rules.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { PlotFigure, plotStyle } from '../ui/charts/plot.tsx'

const height = 64
const timeOf = (on: Day | string) => new Date(`${on.toString()}T00:00:00Z`)

/** How a figure went from year to year, as steps, with a mark on the day that is asked. Only for figures that are one number. */
export function StepChart({ of, on }: { of: Parameter; on: Day }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) => {
      const points = stepsOf(of, on)
      const now = points.findLast((point) => point.from <= timeOf(on))
      return plot.plot({
        width,
        height,
        marginLeft: 4,
        marginRight: 12,
        marginTop: 8,
        marginBottom: 20,
        style: plotStyle,
        x: { type: 'utc', label: null, tickSize: 0, ticks: 3, tickFormat: '%Y' },
        y: { axis: null, zero: true, nice: true },
        marks: [
          plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          plot.ruleX([timeOf(on)], { stroke: 'var(--line-strong)', strokeDasharray: '2,2' }),
          plot.lineY(points, { x: 'from', y: 'value', curve: 'step-after', stroke: 'var(--chart)', strokeWidth: 2 }),
          ...(now === undefined || Number.isNaN(now.value)
            ? []
            : [plot.dot([{ at: timeOf(on), value: now.value }], { x: 'at', y: 'value', r: 3.5, fill: 'var(--chart)' })]),
          plot.tip(
            points.filter((point) => point.isChange),
            plot.pointerX({
              x: 'from',
              y: 'value',
              title: (point: Step) =>
                `${formatDay(point.from.toISOString().slice(0, 10), language)}\n${showValue(of, point.value, language)}`,
              fill: 'var(--surface)',
              stroke: 'var(--line-strong)',
            }),
          ),
        ],
      })
    },
    [of, on, language],
  )
  return <PlotFigure label={text.chartOf(of.title[language])} height={height} draw={draw} />
}

/** Tells whether a figure has a history worth a picture: more than one entry, each a number or nothing. */
export function hasSteps(of: Parameter): boolean {
  return of.history.length > 1 && of.history.every(({ value }) => value === null || typeof value === 'number')
}

type Step = { from: Date; value: number; isChange: boolean }

/** The steps oldest first, drawn out to the year after the last change or the day asked; where there was none, a gap. */
function stepsOf(of: Parameter, on: Day): Step[] {
  const steps = of.history
    .map(({ from, value }) => ({ from: timeOf(from), value: typeof value === 'number' ? value : Number.NaN, isChange: true }))
    .toReversed()
  const last = steps.at(-1)
  if (last === undefined) return []
  const endYear = Math.max(2028, on.year + 1, last.from.getUTCFullYear() + 1)
  return [...steps, { from: timeOf(`${endYear}-01-01`), value: last.value, isChange: false }]
}
