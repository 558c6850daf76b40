import { type KeyIndex, keyEntries } from './key-index.ts'
import { sharedBytes, sharedInts } from './key-counts.ts'
import { keyMaker } from './person-keys.ts'
import { type PersonLine, eachLine, readLine } from './person-lines.ts'

/** People who come in, numbered from 0: their lines and their keys, in memory that threads share. */
export type Newcomers = {
  readonly count: number
  readonly bytes: Uint8Array
  /** Where the line of each starts; one more than there are people. */
  readonly starts: Int32Array
  /** `doubtful` and `undated` of each. */
  readonly marks: Uint8Array
  readonly numberKeys: KeyIndex
  readonly personKeys: KeyIndex
  readonly undatedKeys: KeyIndex
}

/** What a newcomer's mark says. */
export const mark = { doubtful: 1, undated: 2 } as const

/** Collects newcomers from whole lines. About 350 bytes a person. */
export function newcomerCollector() {
  let bytes = new Uint8Array(1 << 16)
  let used = 0
  const starts: number[] = [0]
  const marks: number[] = []
  const entries = { number: keyEntries(), person: keyEntries(), undated: keyEntries() }
  const keysOf = keyMaker()
  return {
    add: (lines: Uint8Array) => {
      bytes = withRoom(bytes, used, lines.length)
      bytes.set(lines, used)
      const from = used
      used += lines.length
      eachLine(bytes, from, used, (start, end) => {
        const keys = keysOf(readLine(bytes, start, end).cells)
        const record = marks.push((keys.isDoubtful ? mark.doubtful : 0) | (keys.isUndated ? mark.undated : 0)) - 1
        for (const kind of ['number', 'person', 'undated'] as const) for (const key of keys[kind]) entries[kind].add(key, record)
        starts.push(end + 1)
      })
    },
    finish: (): Newcomers => ({
      count: marks.length,
      bytes: shared(sharedBytes(used), bytes.subarray(0, used)),
      starts: shared(sharedInts(starts.length), starts),
      marks: shared(sharedBytes(marks.length), marks),
      numberKeys: entries.number.finish(),
      personKeys: entries.person.finish(),
      undatedKeys: entries.undated.finish(),
    }),
  }
}

/** The line of a newcomer, taken apart. */
export function newcomerLine({ bytes, starts }: Newcomers, record: number): PersonLine {
  return readLine(bytes, starts[record] ?? 0, (starts[record + 1] ?? 1) - 1)
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
