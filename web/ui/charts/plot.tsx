import { Skeleton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'

type PlotModule = typeof import('@observablehq/plot')
type Draw = (plot: PlotModule, width: number) => SVGSVGElement | HTMLElement

type PlotFigureProps = {
  /** What the picture says, for readers who cannot see it; the table of the same numbers stands beside it. */
  label: string
  height: number
  /** Draws with Observable Plot, which is loaded only now; drawn again when this changes, so keep it with `useCallback`. */
  draw: Draw
}

/** A picture drawn by Observable Plot at the width it is given. */
export function PlotFigure({ label, height, draw }: PlotFigureProps) {
  const { ref, width } = useElementSize<HTMLElement>()
  const place = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<PlotModule>()
  useEffect(() => void import('@observablehq/plot').then(setPlot), [])
  useEffect(() => {
    if (plot === undefined || width === 0) return
    const drawn = draw(plot, Math.floor(width))
    drawn.setAttribute('aria-hidden', 'true')
    drawn.style.margin = '0'
    // Plot writes its few rules of style into the picture, which the page's policy does not take; they stand in `base.css`.
    for (const style of drawn.querySelectorAll('style')) style.remove()
    place.current?.replaceChildren(drawn)
  }, [plot, width, draw])
  return (
    <figure ref={ref} aria-label={label} style={{ minHeight: height }}>
      {plot === undefined && <Skeleton height={height} />}
      <div ref={place} />
    </figure>
  )
}

/** How every picture writes its axes: the app's type, thousands marked, no colour of its own. */
export const plotStyle = {
  fontFamily: 'inherit',
  fontSize: '12px',
  background: 'none',
  color: 'currentColor',
  overflow: 'visible',
}
