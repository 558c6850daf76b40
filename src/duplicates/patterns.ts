import type { Comparison } from './comparison.ts'
import { mixKeys } from './key-counts.ts'

/** Pairs of people counted by how their fields compare: one row of levels per pattern, and how many pairs show it. */
export type Patterns = { readonly fields: number; readonly levels: Uint8Array; readonly counts: Float64Array }

/** Counts patterns pair by pair. */
export type PatternCounter = { readonly add: (left: number, right: number) => void; readonly finish: () => Patterns }

/** Makes a counter over a set of comparisons. */
export function patternCounter(comparisons: readonly Comparison[]): PatternCounter {
  const table = patternTable(comparisons.length)
  const row = new Uint8Array(comparisons.length)
  return {
    add: (left, right) => {
      comparisons.forEach((comparison, at) => (row[at] = comparison.compare(left, right)))
      table.add(row, 0, 1)
    },
    finish: table.finish,
  }
}

/** Adds up what several counters found. */
export function mergePatterns(parts: readonly Patterns[]): Patterns {
  const table = patternTable(parts[0]?.fields ?? 0)
  for (const part of parts) part.counts.forEach((count, at) => table.add(part.levels, at * part.fields, count))
  return table.finish()
}

function patternTable(fields: number) {
  const numbers = new Map<number, number>()
  let levels = new Uint8Array(fields * 1024)
  const counts: number[] = []
  return {
    add: (row: Uint8Array, from: number, count: number) => {
      let low = 17
      let high = 31
      for (let at = 0; at < fields; at++) {
        low = mixKeys(low, (row[from + at] ?? 0) + at * 64)
        high = mixKeys(high, (row[from + at] ?? 0) + 1 + at * 32)
      }
      const key = (low >>> 0) * 1048576 + (high >>> 12)
      const number = numbers.get(key)
      if (number !== undefined) {
        counts[number] = (counts[number] ?? 0) + count
        return
      }
      const next = counts.push(count) - 1
      numbers.set(key, next)
      if ((next + 1) * fields > levels.length) {
        const larger = new Uint8Array(levels.length * 2)
        larger.set(levels)
        levels = larger
      }
      levels.set(row.subarray(from, from + fields), next * fields)
    },
    finish: (): Patterns => ({ fields, levels: levels.slice(0, counts.length * fields), counts: Float64Array.from(counts) }),
  }
}
