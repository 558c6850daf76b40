import { sharedInts } from './key-counts.ts'

/** Who has which key, held in typed arrays that threads share: the entries of a bucket lie between two of its starts. */
export type KeyIndex = { readonly starts: Int32Array; readonly keys: Int32Array; readonly records: Int32Array }

/** Keys as they come, before they are put in order. */
export type KeyEntries = { readonly add: (key: number, record: number) => void; readonly finish: () => KeyIndex }

/** So many keys are collected in one piece: pieces cost no copying, and each is let go as soon as it is in order. */
const pieceSize = 65_536

type Piece = { readonly keys: Int32Array; readonly records: Int32Array }

/** Collects keys; `finish` puts them into about as many buckets as there are keys. Twelve bytes a key. */
export function keyEntries(): KeyEntries {
  let pieces: Piece[] = []
  let last: Piece | undefined
  let used = pieceSize
  return {
    add: (key, record) => {
      if (last === undefined || used === pieceSize) {
        last = { keys: new Int32Array(pieceSize), records: new Int32Array(pieceSize) }
        pieces.push(last)
        used = 0
      }
      last.keys[used] = key
      last.records[used++] = record
    },
    finish: () => {
      const count = pieces.length * pieceSize - (pieceSize - used)
      const index = ordered(pieces, count)
      pieces = []
      last = undefined
      return index
    },
  }
}

function ordered(pieces: Piece[], count: number): KeyIndex {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(count, 16)))
  const index = { starts: sharedInts(buckets + 1), keys: sharedInts(count), records: sharedInts(count) }
  const { starts } = index
  const countOf = (piece: number) => Math.min(pieceSize, count - piece * pieceSize)
  pieces.forEach(({ keys }, piece) => {
    for (let at = 0; at < countOf(piece); at++) {
      const bucket = (keys[at] ?? 0) & (buckets - 1)
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
    }
  })
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  // The starts serve as the places still free, and are put back by one bucket after.
  pieces.forEach(({ keys, records }, piece) => {
    for (let at = 0; at < countOf(piece); at++) {
      const key = keys[at] ?? 0
      const slot = starts[key & (buckets - 1)] ?? 0
      starts[key & (buckets - 1)] = slot + 1
      index.keys[slot] = key
      index.records[slot] = records[at] ?? 0
    }
  })
  starts.copyWithin(1, 0, buckets)
  starts[0] = 0
  return index
}

/** Calls back with every record that has a key. */
export function eachWithKey({ starts, keys, records }: KeyIndex, key: number, found: (record: number) => void): void {
  const bucket = key & (starts.length - 2)
  const end = starts[bucket + 1] ?? 0
  for (let at = starts[bucket] ?? 0; at < end; at++) if (keys[at] === key) found(records[at] ?? 0)
}
