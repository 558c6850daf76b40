/** A stream of chance that is the same for the same seed, so that the demonstration is the same everywhere. */
export type Chance = {
  /** A number from 0 up to but without 1. */
  share(): number
  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number
  /** One of several. */
  pick<Item>(items: readonly Item[]): Item
  /** True in `share` of all cases. */
  happens(share: number): boolean
}

/** Makes a stream of chance (mulberry32). */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (first: number, last: number) => first + Math.floor(share() * (last - first + 1))
  return {
    share,
    between,
    pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    happens: (part) => share() < part,
  }
}
