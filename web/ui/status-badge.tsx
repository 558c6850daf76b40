import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLoader2,
  type TablerIcon,
} from '@tabler/icons-react'
import style from './parts.module.css'

/** What a state means to a reader, whatever it is called: well, needs care, wrong, under way, or simply so. */
export type Tone = 'good' | 'warn' | 'bad' | 'now' | 'calm'

const icons: Record<Tone, TablerIcon> = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  now: IconLoader2,
  calm: IconCircleDashed,
}

/** A state with its icon and its word: colour never stands alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  const Icon = icons[tone]
  return (
    <span className={style.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
