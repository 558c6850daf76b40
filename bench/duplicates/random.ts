/** Numbers that look random and are the same in every run. */
export type Random = {
  /** From 0 up to, but not, 1. */
  readonly next: () => number
  readonly below: (limit: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Value>(values: readonly Value[]) => Value
  /** Picks the first values far more often than the last, as names occur. */
  readonly pickCommon: <Value>(values: readonly Value[]) => Value
}

/** Starts a series (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    pick: (values) => valueAt(values, next() * values.length),
    pickCommon: (values) => valueAt(values, next() ** 2 * values.length),
  }
}

function valueAt<Value>(values: readonly Value[], place: number): Value {
  const value = values[Math.floor(place)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}
