import { sharedInts } from './key-counts.ts'

/** Who has which key, held in typed arrays that threads share: the entries of a bucket lie between two of its starts. */
export type KeyIndex = { readonly starts: Int32Array; readonly keys: Int32Array; readonly records: Int32Array }

/** Keys as they come, before they are put in order. */
export type KeyEntries = { readonly add: (key: number, record: number) => void; readonly finish: () => KeyIndex }

/** Collects keys; `finish` puts them into about as many buckets as there are keys. Twelve bytes a key. */
export function keyEntries(): KeyEntries {
  let keys = new Int32Array(1024)
  let records = new Int32Array(1024)
  let count = 0
  return {
    add: (key, record) => {
      if (count === keys.length) [keys, records] = [grown(keys), grown(records)]
      keys[count] = key
      records[count++] = record
    },
    finish: () => ordered(keys.subarray(0, count), records.subarray(0, count)),
  }
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}

function ordered(keys: Int32Array, records: Int32Array): KeyIndex {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(keys.length, 16)))
  const index = { starts: sharedInts(buckets + 1), keys: sharedInts(keys.length), records: sharedInts(keys.length) }
  const { starts } = index
  for (const key of keys) starts[(key & (buckets - 1)) + 1] = (starts[(key & (buckets - 1)) + 1] ?? 0) + 1
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  const filled = starts.slice(0, buckets)
  keys.forEach((key, at) => {
    const slot = filled[key & (buckets - 1)] ?? 0
    filled[key & (buckets - 1)] = slot + 1
    index.keys[slot] = key
    index.records[slot] = records[at] ?? 0
  })
  return index
}

/** Calls back with every record that has a key. */
export function eachWithKey({ starts, keys, records }: KeyIndex, key: number, found: (record: number) => void): void {
  const bucket = key & (starts.length - 2)
  const end = starts[bucket + 1] ?? 0
  for (let at = starts[bucket] ?? 0; at < end; at++) if (keys[at] === key) found(records[at] ?? 0)
}
