import { type Logger, pino } from 'pino'

export type Log = Logger

/** Structured logs on standard error, one JSON object a line; personal data never goes in. */
export function makeLog(level: string): Log {
  return pino(
    { level, base: undefined, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    pino.destination({ dest: 2, sync: true }),
  )
}
