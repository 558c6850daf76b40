import { day, formatDay } from '../../values/days.ts'
import { useLanguage } from '../text/language.tsx'
import { ageOfDay } from './ages.ts'

type DayTextProps = {
  /** ISO day (`2026-11-01`), or a moment that starts with one. */
  iso: string
  /** Say beside it how far off it is; `due` says "terlambat" once it has passed. */
  age?: 'away' | 'due'
}

/** A day as officials write it, with its age where age matters: `1 November 2026 · 3 hari lagi`. */
export function DayText({ iso, age }: DayTextProps) {
  const { language } = useLanguage()
  const on = day(iso.slice(0, 10))
  return (
    <time dateTime={iso}>
      {formatDay(on, language)}
      {age && <span className="quiet"> · {ageOfDay(on, Temporal.Now.plainDateISO(), language, age === 'due')}</span>}
    </time>
  )
}

/** A moment: the day and the time of the reader's clock, `1 November 2026 14.05`. */
export function MomentText({ iso }: { iso: string }) {
  const { language } = useLanguage()
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(Temporal.Now.timeZoneId())
  const minute = String(at.minute).padStart(2, '0')
  const hour = String(at.hour).padStart(2, '0')
  return (
    <time dateTime={iso}>
      {formatDay(at.toPlainDate(), language)} {language === 'id' ? `${hour}.${minute}` : `${hour}:${minute}`}
    </time>
  )
}
