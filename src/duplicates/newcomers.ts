import { type KeyIndex, keyEntries } from './key-index.ts'
import { sharedBytes, sharedInts } from './key-counts.ts'
import { keyMaker } from './person-keys.ts'
import { type PersonLine, eachLine, readLine } from './person-lines.ts'
import { traitCount, writeTraits } from './person-traits.ts'

/** People who come in, numbered from 0: their lines and their keys, in memory that threads share. */
export type Newcomers = {
  readonly count: number
  readonly bytes: Uint8Array
  /** Where the line of each starts; one more than there are people. */
  readonly starts: Int32Array
  /** What tells at a glance who is worth comparing with each (`person-traits.ts`). */
  readonly traits: Int32Array
  readonly numberKeys: KeyIndex
  readonly personKeys: KeyIndex
  readonly undatedKeys: KeyIndex
  /** The person keys of the doubtful alone, and the undated keys of the undated: what everybody else is looked up in. */
  readonly doubtfulKeys: KeyIndex
  readonly undatedAlone: KeyIndex
}

/** Collects newcomers from whole lines. About 400 bytes a person. */
export function newcomerCollector() {
  let bytes = new Uint8Array(1 << 16)
  let used = 0
  const starts: number[] = [0]
  let traits = new Int32Array(1024 * traitCount)
  let count = 0
  const entries = { number: keyEntries(), person: keyEntries(), undated: keyEntries() }
  const alone = { person: keyEntries(), undated: keyEntries() }
  const keysOf = keyMaker()
  return {
    add: (lines: Uint8Array) => {
      bytes = withRoom(bytes, used, lines.length)
      bytes.set(lines, used)
      const from = used
      used += lines.length
      eachLine(bytes, from, used, (start, end) => {
        const keys = keysOf(readLine(bytes, start, end).cells)
        const record = count++
        if (count * traitCount > traits.length) traits = enlarged(traits)
        writeTraits(traits, record * traitCount, keys)
        for (const kind of ['number', 'person', 'undated'] as const) for (const key of keys[kind]) entries[kind].add(key, record)
        if (keys.isDoubtful) for (const key of keys.person) alone.person.add(key, record)
        if (keys.isUndated) for (const key of keys.undated) alone.undated.add(key, record)
        starts.push(end + 1)
      })
    },
    finish: (): Newcomers => ({
      count,
      bytes: shared(sharedBytes(used), bytes.subarray(0, used)),
      starts: shared(sharedInts(starts.length), starts),
      traits: shared(sharedInts(count * traitCount), traits.subarray(0, count * traitCount)),
      numberKeys: entries.number.finish(),
      personKeys: entries.person.finish(),
      undatedKeys: entries.undated.finish(),
      doubtfulKeys: alone.person.finish(),
      undatedAlone: alone.undated.finish(),
    }),
  }
}

/** The line of a newcomer, taken apart. */
export function newcomerLine({ bytes, starts }: Newcomers, record: number): PersonLine {
  return readLine(bytes, starts[record] ?? 0, (starts[record + 1] ?? 1) - 1)
}

function enlarged(traits: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(traits.length * 2)
  larger.set(traits)
  return larger
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, used: number, more: number): Uint8Array<ArrayBuffer> {
  if (used + more <= bytes.length) return bytes
  const larger = new Uint8Array(Math.max(bytes.length * 2, used + more))
  larger.set(bytes.subarray(0, used))
  return larger
}

function shared<Target extends { set: (values: ArrayLike<number>) => void }>(target: Target, values: ArrayLike<number>): Target {
  target.set(values)
  return target
}
