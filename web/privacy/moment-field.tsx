import { TextInput } from '@mantine/core'

type MomentFieldProps = {
  label: string
  description?: string
  /** As the browser's own field writes it, by the reader's clock: `2026-11-20T09:30`. */
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** A day and a time by the reader's clock. */
export function MomentField({ label, description, value, onChange, error }: MomentFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}

/** This minute, as the field writes it. */
export function thisMinute(): string {
  return Temporal.Now.plainDateTimeISO().toString({ smallestUnit: 'minute' })
}

/** The moment that was typed, as the server takes it; nothing when it is none. */
export function momentOf(typed: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(Temporal.Now.timeZoneId()).toInstant().toString()
  } catch {
    return undefined
  }
}
