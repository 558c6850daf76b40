/** Counts how often each whole number (up to 2^53) occurs, in typed arrays: a million keys take 24 MB. */
export type KeyCounts = {
  readonly add: (key: number) => number
  readonly countOf: (key: number) => number
  readonly size: () => number
}

/** Makes an empty count; it grows as keys come. `add` answers the count so far, the new one included. Keys must not be NaN. */
export function keyCounts(expected = 1024): KeyCounts {
  let capacity = 2 ** Math.ceil(Math.log2(expected * 2 + 16))
  let keys = new Float64Array(capacity).fill(Number.NaN)
  let counts = new Int32Array(capacity)
  let used = 0
  const slotOf = (key: number) => {
    let slot = scatter(key) & (capacity - 1)
    while (keys[slot] === keys[slot] && keys[slot] !== key) slot = (slot + 1) & (capacity - 1)
    return slot
  }
  const grow = () => {
    const oldKeys = keys
    const oldCounts = counts
    capacity *= 2
    keys = new Float64Array(capacity).fill(Number.NaN)
    counts = new Int32Array(capacity)
    oldKeys.forEach((key, at) => {
      if (Number.isNaN(key)) return
      const slot = slotOf(key)
      keys[slot] = key
      counts[slot] = oldCounts[at] ?? 0
    })
  }
  return {
    add: (key) => {
      if (used * 2 > capacity) grow()
      const slot = slotOf(key)
      if (keys[slot] !== key) {
        keys[slot] = key
        used++
      }
      const count = (counts[slot] ?? 0) + 1
      counts[slot] = count
      return count
    },
    countOf: (key) => {
      const slot = slotOf(key)
      return keys[slot] === key ? (counts[slot] ?? 0) : 0
    },
    size: () => used,
  }
}

/** Scatters a whole number over 32 bits. */
export function scatter(key: number): number {
  return mixKeys((key % 4294967296) | 0, Math.floor(key / 4294967296) | 0)
}

/** Mixes two 32-bit keys into one; the order matters. Different pairs rarely meet, and a meeting only costs a comparison. */
export function mixKeys(left: number, right: number): number {
  let mixed = Math.imul(left ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((right + 0x7f4a7c15) | 0, 0xc2b2ae35)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  mixed ^= mixed >>> 13
  return mixed | 0
}

/** A 32-bit key of a text (FNV-1a, mixed). */
export function textKey(text: string): number {
  let key = 0x811c9dc5
  for (let at = 0; at < text.length; at++) key = Math.imul(key ^ text.charCodeAt(at), 0x01000193)
  return mixKeys(key, text.length)
}

/** Typed arrays that worker threads can read without a copy. */
export const sharedInts = (length: number) => new Int32Array(new SharedArrayBuffer(length * 4))
export const sharedFloats = (length: number) => new Float32Array(new SharedArrayBuffer(length * 4))
export const sharedDoubles = (length: number) => new Float64Array(new SharedArrayBuffer(length * 8))
export const sharedBytes = (length: number) => new Uint8Array(new SharedArrayBuffer(length))
