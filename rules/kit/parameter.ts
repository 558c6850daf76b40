import { type Day, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import type { SourceId } from '../law/sources.ts'
import type { Citation } from './cite.ts'
import type { Unit, UnitValues } from './units.ts'

/** What the law says from a day on, until the next entry begins. `null` says that it was repealed. */
export type Entry<Value> = {
  readonly from: Day
  readonly value: Value | null
  readonly law: Citation
  readonly checkedOn: Day
  readonly note?: Wording
  readonly conflict?: Conflict
} & (Verified | Unverified)

/** Read in a source: at least one must be named. */
type Verified = { readonly verified: true; readonly sources: readonly [SourceId, ...SourceId[]] }

/** General knowledge, shown as such until somebody reads the official text. */
type Unverified = { readonly verified: false; readonly sources?: readonly SourceId[] }

/** Sources disagree: what each says, which one we follow (its place in the list), and why. */
export type Conflict = {
  readonly readings: readonly { readonly says: Wording; readonly sources: readonly SourceId[] }[]
  readonly chosen: number
  readonly why: Wording
}

/** A figure of the law with its whole history, newest first. */
export type Parameter<U extends Unit = Unit> = {
  readonly name: string
  readonly title: Wording
  readonly unit: U
  readonly history: readonly Entry<UnitValues[U]>[]
}

/**
 * Declares a figure of the law. The unit fixes the type of every value; histories run newest first, one entry a day.
 * Throws at load when the history is empty or out of order, or a conflict chooses a reading that is not there.
 */
export function parameter<U extends Unit>(declared: Parameter<U>): Parameter<U> {
  if (declared.history.length === 0) throw new RangeError(`${declared.name} has no history`)
  declared.history.forEach((entry, place) => {
    const newer = declared.history[place - 1]
    if (newer !== undefined && !isBefore(entry.from, newer.from)) {
      throw new RangeError(`${declared.name} is out of order at ${entry.from.toString()}: histories run newest first`)
    }
    const { conflict } = entry
    if (conflict !== undefined && conflict.readings[conflict.chosen] === undefined) {
      throw new RangeError(`${declared.name} chooses a reading that is not there`)
    }
  })
  return declared
}

/** The entry in force on a day; nothing before the first. */
export function findEntry<U extends Unit>(of: Parameter<U>, on: Day): Entry<UnitValues[U]> | undefined {
  return of.history.find((entry) => !isBefore(on, entry.from))
}

/** The value in force on a day; nothing before the first entry or after a repeal. */
export function findValue<U extends Unit>(of: Parameter<U>, on: Day): UnitValues[U] | undefined {
  return findEntry(of, on)?.value ?? undefined
}

/** The value in force on a day; throws when there is none. */
export function valueOn<U extends Unit>(of: Parameter<U>, on: Day): UnitValues[U] {
  const value = findValue(of, on)
  if (value === undefined) throw new RangeError(`${of.name} has no value on ${on.toString()}`)
  return value
}

/** The first day a parameter has anything to say. */
export function earliestDay(of: Parameter): Day {
  const first = of.history.at(-1)
  if (first === undefined) throw new RangeError(`${of.name} has no history`)
  return first.from
}
