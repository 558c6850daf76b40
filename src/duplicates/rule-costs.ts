import type { Atom } from './blocking-atoms.ts'
import { mixKeys } from './key-counts.ts'

/** An atom with the keys of a sample of records: those of record `at` lie between `starts[at]` and `starts[at + 1]`. */
export type SampledAtom = { readonly atom: Atom; readonly starts: Int32Array; readonly keys: Int32Array }

/** What a rule costs: pairs to compare, the share of keys in blocks too large to compare, and whether enough is left. */
export type RuleCost = { readonly pairs: number; readonly uncovered: number; readonly useful: boolean }

/** The keys that an atom gives the records of a sample. */
export function sampleAtom(atom: Atom, sample: readonly number[]): SampledAtom {
  const starts = new Int32Array(sample.length + 1)
  const keys: number[] = []
  const own: number[] = []
  sample.forEach((record, at) => {
    own.length = 0
    atom.keysOf(record, own)
    for (const key of own) keys.push(key)
    starts[at + 1] = keys.length
  })
  return { atom, starts, keys: Int32Array.from(keys) }
}

/** Makes the reckoner of rules; hundreds are reckoned to choose a few, so it keeps its tables. `scale` is how many records one of the sample stands for. */
export function ruleCosts({ scale, largestBlock }: { scale: number; largestBlock: number }) {
  let keys = new Int32Array(1024)
  let counts = tally(keys.length)
  return (rule: readonly SampledAtom[]): RuleCost => {
    const rows = (rule[0]?.starts.length ?? 1) - 1
    let entries = 0
    for (let row = 0; row < rows; row++) {
      const more = rule.reduce((product, { starts }) => product * ((starts[row + 1] ?? 0) - (starts[row] ?? 0)), 1)
      if (entries + more > keys.length) keys = enlarged(keys, entries + more)
      entries = joinKeys(rule, row, keys, entries)
    }
    if (entries > counts.room) counts = tally(keys.length)
    let pairs = 0
    let dropped = 0
    counts.each(keys.subarray(0, entries), (count) => {
      if (count * scale > largestBlock) dropped += count
      else pairs += ((count * (count - 1)) / 2) * scale * scale
    })
    return { pairs, uncovered: dropped / Math.max(entries, 1), useful: entries > 0 && dropped < entries * 0.5 }
  }
}

/** Writes every way of taking one key of each atom; answers where it stopped. */
function joinKeys(rule: readonly SampledAtom[], row: number, into: Int32Array, from: number, depth = 0, key = 17): number {
  const atom = rule[depth]
  if (atom === undefined) {
    into[from] = key
    return from + 1
  }
  let at = from
  for (let one = atom.starts[row] ?? 0; one < (atom.starts[row + 1] ?? 0); one++)
    at = joinKeys(rule, row, into, at, depth + 1, mixKeys(key, atom.keys[one] ?? 0))
  return at
}

function enlarged(keys: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(keys.length * 2, least))
  larger.set(keys)
  return larger
}

/** Counts how often each key stands in a list of at most `room`, again and again in the same table; told are the counts above one. */
function tally(room: number) {
  const size = 2 ** Math.ceil(Math.log2(room * 2))
  const slots = new Int32Array(size)
  const counts = new Int32Array(size)
  return {
    room,
    each: (keys: Int32Array, told: (count: number) => void) => {
      counts.fill(0)
      for (const key of keys) {
        let slot = key & (size - 1)
        while (counts[slot] !== 0 && slots[slot] !== key) slot = (slot + 1) & (size - 1)
        slots[slot] = key
        counts[slot] = (counts[slot] ?? 0) + 1
      }
      for (const count of counts) if (count > 1) told(count)
    },
  }
}
