import { useCallback } from 'react'
import { formatCount, formatShare } from '../../../values/numbers.ts'
import { useLanguage } from '../../text/language.tsx'
import { PlotFigure, plotStyle } from './plot.tsx'

/** One area (or any other group) with its part and its whole. */
export type AreaBar = { id: string; name: string; part: number; whole: number }

type BarsByAreaProps = {
  label: string
  bars: readonly AreaBar[]
  /** A share of one that every area ought to reach: drawn as a line. */
  target?: number
}

/** Bars of a share by area, longest first, each with its per cent and its numbers; grey shows the whole. */
export function BarsByArea({ label, bars, target }: BarsByAreaProps) {
  const { language } = useLanguage()
  const draw = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number) => {
      const rows = bars.map((bar) => ({ ...bar, share: bar.whole === 0 ? 0 : bar.part / bar.whole }))
      const isNarrow = width < 480
      const written = (row: { share: number; part: number; whole: number }) =>
        isNarrow
          ? formatShare(row.share, language)
          : `${formatShare(row.share, language)}   ${formatCount(row.part, language)} / ${formatCount(row.whole, language)}`
      return plot.plot({
        width,
        height: rows.length * 28 + 24,
        marginLeft: isNarrow ? 104 : 144,
        marginRight: isNarrow ? 56 : 184,
        marginTop: 4,
        marginBottom: 20,
        style: plotStyle,
        x: { domain: [0, 1], axis: null },
        y: { label: null, tickSize: 0, domain: rows.sort((left, right) => right.share - left.share).map((row) => row.name) },
        marks: [
          plot.barX(rows, { x: 1, y: 'name', fill: 'var(--surface-sunken)', insetTop: 6, insetBottom: 6 }),
          plot.barX(rows, { x: 'share', y: 'name', fill: 'var(--chart)', insetTop: 6, insetBottom: 6 }),
          plot.text(rows, { x: 1, y: 'name', text: written, textAnchor: 'start', dx: 8, fontVariant: 'tabular-nums' }),
          ...(target === undefined
            ? []
            : [
                plot.ruleX([target], { stroke: 'var(--programme-fill)', strokeWidth: 2 }),
                plot.text([target], {
                  x: (share) => share,
                  frameAnchor: 'bottom',
                  dy: 16,
                  text: (share: number) => formatShare(share, language),
                  fill: 'var(--programme)',
                }),
              ]),
        ],
      })
    },
    [bars, target, language],
  )
  return <PlotFigure label={label} height={bars.length * 28 + 24} draw={draw} />
}
