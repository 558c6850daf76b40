import { type Day, isBefore } from '../../values/days.ts'
import { type EpochDay, toEpochDay } from './epoch.ts'
import type { Parameter } from './parameter.ts'

/** The days on which any of the parameters changes, oldest first, each once. */
export function changeDays(parameters: readonly Parameter[]): Day[] {
  const days = new Map(parameters.flatMap((each) => each.history.map((entry) => [entry.from.toString(), entry.from] as const)))
  return [...days.values()].sort((left, right) => Temporal.PlainDate.compare(left, right))
}

/**
 * Resolves a law once for every stretch of time in which none of its parameters changes, and answers by day number.
 * `resolve` is called on the first day of each stretch and may answer nothing where the law does not exist yet.
 */
export function lawByDay<Law>(
  parameters: readonly Parameter[],
  resolve: (on: Day) => Law | undefined,
): (on: EpochDay) => Law | undefined {
  const stretches = changeDays(parameters).map((from) => ({ from: toEpochDay(from), law: resolve(from) }))
  const starts = Int32Array.from(stretches, (stretch) => stretch.from)
  const laws = stretches.map((stretch) => stretch.law)
  return (on) => {
    for (let place = starts.length - 1; place >= 0; place--) if (on >= (starts[place] ?? 0)) return laws[place]
    return undefined
  }
}

/** The same parameter, its newest entry beginning on another day: for a start day the sources leave open. */
export function beginningOn<P extends Parameter>(of: P, from: Day): P {
  const [newest, ...older] = of.history
  if (newest === undefined || (older[0] !== undefined && !isBefore(older[0].from, from))) {
    throw new RangeError(`${of.name} cannot begin on ${from.toString()}`)
  }
  return { ...of, history: [{ ...newest, from }, ...older] }
}
