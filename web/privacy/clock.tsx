import { useEffect, useState } from 'react'
import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { StatusBadge } from '../ui/status-badge.tsx'

/** Hours before the end from which a clock asks for care. */
const soon = 24

/** How much of a legal time is left, in hours, renewed each minute; late is said as late. */
export function Clock({ dueAt }: { dueAt: string }) {
  const text = useText(privacyText)
  const hours = useHoursUntil(dueAt)
  if (hours < 0) return <StatusBadge tone="bad">{text.hoursLate(Math.ceil(-hours))}</StatusBadge>
  return <StatusBadge tone={hours <= soon ? 'warn' : 'calm'}>{text.hoursLeft(Math.floor(hours))}</StatusBadge>
}

function useHoursUntil(iso: string): number {
  const [now, setNow] = useState(() => Temporal.Now.instant())
  useEffect(() => {
    const timer = setInterval(() => setNow(Temporal.Now.instant()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return Temporal.Instant.from(iso).since(now).total('hours')
}
