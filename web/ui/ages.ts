import type { Day } from '../../values/days.ts'
import { daysBetween } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { uiText } from '../text/ui.ts'
import { say } from '../text/words.ts'

/** Writes how far a day lies from today: "3 hari lagi", "2 hari lalu"; a due day that has passed is "terlambat 2 hari". */
export function ageOfDay(on: Day, today: Day, language: Language, isDue = false): string {
  const text = say(uiText, language)
  const days = daysBetween(today, on)
  if (days === 0) return text.today
  if (days === 1) return text.tomorrow
  if (days > 1) return text.daysAhead(days)
  if (isDue) return text.daysLate(-days)
  if (days === -1) return text.yesterday
  if (days > -60) return text.daysAgo(-days)
  if (days > -730) return text.monthsAgo(Math.floor(-days / 30.4))
  return text.yearsAgo(Math.floor(-days / 365.25))
}

/** Writes how much time is left, to the unit a person waits in: seconds, minutes or hours, rounded up. */
export function timeLeft(seconds: number, language: Language): string {
  const text = say(uiText, language)
  if (seconds < 60) return text.seconds(Math.max(1, Math.ceil(seconds)))
  if (seconds < 5400) return text.minutes(Math.ceil(seconds / 60))
  return text.hours(Math.ceil(seconds / 3600))
}
