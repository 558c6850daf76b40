import { Tooltip } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import style from './parts.module.css'

type FigureProps = {
  label: string
  value: ReactNode
  /** What exactly is counted: shown on hover, focus and tap. */
  definition?: string
  /** One line below: the comparison, the rest, the date. */
  note?: ReactNode
}

/** One headline number with its name, its definition and a note. */
export function Figure({ label, value, definition, note }: FigureProps) {
  return (
    <div className={style.figure}>
      <dt className={style.figureLabel}>{definition ? <Term means={definition}>{label}</Term> : label}</dt>
      <dd className={style.figureValue}>{value}</dd>
      {note && <dd className={style.figureNote}>{note}</dd>}
    </div>
  )
}

/** Several figures side by side; they wrap on a phone. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={style.figures}>{children}</dl>
}

/** A word the reader may not know, with its explanation on hover, focus and tap. */
export function Term({ means, children }: { means: string; children: string }) {
  return (
    <Tooltip label={means} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={style.term}>
        {children}
        <IconInfoCircle size={12} aria-hidden />
      </button>
    </Tooltip>
  )
}
