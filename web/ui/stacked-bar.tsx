import style from './stacked-bar.module.css'

/** One part of a whole: what it is, how much, and how firmly it is shown. */
export type BarPart = { name: string; value: number; shown: 'firm' | 'half' | 'faint' }

type StackedBarProps = {
  /** The parts in words with their numbers: what a reader hears who cannot see the bar. */
  label: string
  whole: number
  parts: readonly BarPart[]
}

/** One whole as a bar with its parts side by side; what is left stays empty. The numbers stand beside it, written by the page. */
export function StackedBar({ label, whole, parts }: StackedBarProps) {
  return (
    <figure className={style.bar} aria-label={label}>
      {parts
        .filter((part) => part.value > 0 && whole > 0)
        .map((part) => (
          <span key={part.name} data-shown={part.shown} style={{ width: `${Math.min(100, (part.value / whole) * 100)}%` }} />
        ))}
    </figure>
  )
}
