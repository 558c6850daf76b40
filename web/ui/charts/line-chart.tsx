import { useCallback } from 'react'
import { formatMonth, month } from '../../../values/months.ts'
import { formatCount } from '../../../values/numbers.ts'
import { useLanguage } from '../../text/language.tsx'
import { categoryColours, restColour } from '../theme.ts'
import { PlotFigure, plotStyle } from './plot.tsx'

/** One line: its name and its values by month (`2027-01`); at most six lines have a colour of their own. */
export type Line = { name: string; points: readonly { month: string; value: number }[]; isRest?: boolean }

type LineChartProps = { label: string; lines: readonly Line[]; height?: number; write?: (value: number) => string }

/** Lines over months, each named at its end, so that no key has to be looked up. */
export function LineChart({ label, lines, height = 280, write }: LineChartProps) {
  const { language } = useLanguage()
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) => {
      const colours = lines.map((line, place) => (line.isRest ? restColour : (categoryColours[place] ?? restColour)))
      const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, name: line.name })))
      const months = [...new Set(points.map((point) => point.month))].sort()
      const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor(width / 110))))
      const written = write ?? ((value: number) => formatCount(value, language))
      return plot.plot({
        width,
        height,
        marginLeft: 72,
        marginRight: width < 480 ? 16 : 136,
        style: plotStyle,
        x: {
          type: 'point',
          padding: 0.1,
          tickSize: 0,
          domain: months,
          label: null,
          ticks: months.filter((_, place) => place % every === 0),
          tickFormat: (text: string) => formatMonth(month(text), language).replace(/^(\S{3})\S*/, '$1'),
        },
        y: { label: null, grid: true, zero: true, tickSize: 0, tickFormat: written, ticks: 5 },
        color: { domain: lines.map((line) => line.name), range: colours, legend: width < 480 },
        marks: [
          plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          plot.lineY(points, { x: 'month', y: 'value', stroke: 'name', strokeWidth: 2 }),
          ...(width < 480
            ? []
            : [
                plot.text(
                  points,
                  plot.selectLast({ x: 'month', y: 'value', z: 'name', text: 'name', textAnchor: 'start', dx: 8 }),
                ),
              ]),
          plot.tip(
            points,
            plot.pointerX({
              x: 'month',
              y: 'value',
              title: (point: { name: string; month: string; value: number }) =>
                `${point.name}\n${formatMonth(month(point.month), language)}: ${written(point.value)}`,
              fill: 'var(--surface)',
              stroke: 'var(--line-strong)',
            }),
          ),
        ],
      })
    },
    [lines, height, write, language],
  )
  return <PlotFigure label={label} height={height} draw={draw} />
}
