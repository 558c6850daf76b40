import type { Comparison } from './comparison.ts'
import { type Known, type Limits, type StartingClass, normalised, startingClasses } from './mixture-start.ts'
import type { Patterns } from './patterns.ts'

/**
 * A mixture that explains how compared pairs look. The first classes are pairs of one person (clean, damaged); the others
 * are different people who meet for a reason: strangers, one household, namesakes, one birth date, one number. Telling the reasons apart
 * matters: within a household the same mother, village and telephone say nothing.
 */
export type Mixture = { readonly classes: readonly MixtureClass[] }

/** A class: its share of the compared pairs, and for each field how often each level occurs in it. */
export type MixtureClass = {
  readonly name: string
  readonly same: boolean
  readonly share: number
  readonly chances: readonly (readonly number[])[]
}

type Tables = { shares: number[]; chances: number[][][] }

/** What no pair has shown yet is still possible: counted as if so many pairs had. */
const unseen = 0.3

/** How many pairs' worth of trust the starting table of each field has. */
const priorPairs = 20

/** Learns the mixture from compared pairs alone. */
export function estimateMixture(comparisons: readonly Comparison[], compared: Patterns, known: Known): Mixture {
  const start = startingClasses(comparisons, known)
  let tables: Tables = {
    shares: start.map((one) => one.share),
    chances: start.map((one) => one.chances.map((field) => [...field])),
  }
  for (let round = 0; round < mostRounds; round++) {
    const next = improve(comparisons, compared, tables, start)
    const moved = Math.max(...next.shares.map((share, at) => Math.abs(share - (tables.shares[at] ?? 0))))
    tables = next
    if (moved < 1e-6) break
  }
  return {
    classes: start.map((one, at) => ({
      name: one.name,
      same: one.same,
      share: tables.shares[at] ?? 0,
      chances: tables.chances[at] ?? [],
    })),
  }
}

const mostRounds = 60

function improve(
  comparisons: readonly Comparison[],
  compared: Patterns,
  { shares, chances }: Tables,
  start: readonly StartingClass[],
): Tables {
  const counted = explain(compared, shares, chances)
  const nextShares = start.map((_, one) => 1 + (counted.shares[one] ?? 0))
  const nextChances = start.map((begun, one) =>
    begun.chances.map((field, at) =>
      field.map((chance, level) => chance * priorPairs + unseen + (counted.tables[one]?.[at * 32 + level] ?? 0)),
    ),
  )
  return {
    shares: boundedShares(normalised(nextShares), start),
    chances: tied(nextChances, start).map((table, one) =>
      comparisons.map((comparison, field) =>
        spreadOut(
          comparison,
          start[one]?.spreads[field],
          held(comparison, start[one]?.limits[field], normalised(table[field] ?? [])),
        ),
      ),
    ),
  }
}

/** Shares out every compared pair among the classes that explain it, and adds up the levels each class has seen: 32 to a field. */
function explain({ fields, levels, counts }: Patterns, shares: readonly number[], chances: Tables['chances']) {
  const logShares = Float64Array.from(shares, Math.log)
  const logs = chances.map((table) => levelTable(table, Math.log))
  const tables = chances.map(() => new Float64Array(fields * 32))
  const sums = new Float64Array(shares.length)
  const scores = new Float64Array(shares.length)
  for (let pattern = 0; pattern < counts.length; pattern++) {
    const from = pattern * fields
    let best = Number.NEGATIVE_INFINITY
    for (let one = 0; one < scores.length; one++) {
      const score = (logShares[one] ?? 0) + sumOf(logs[one], levels, from, fields)
      scores[one] = score
      if (score > best) best = score
    }
    let total = 0
    for (let one = 0; one < scores.length; one++) total += scores[one] = Math.exp((scores[one] ?? 0) - best)
    const count = (counts[pattern] ?? 0) / total
    for (let one = 0; one < scores.length; one++) {
      const weight = (scores[one] ?? 0) * count
      if (weight < 1e-9) continue
      sums[one] = (sums[one] ?? 0) + weight
      addTo(tables[one], levels, from, fields, weight)
    }
  }
  return { shares: sums, tables }
}

function sumOf(table: Float64Array | undefined, levels: Uint8Array, from: number, fields: number): number {
  let sum = 0
  for (let field = 0; field < fields; field++) sum += table?.[field * 32 + (levels[from + field] ?? 0)] ?? 0
  return sum
}

function addTo(table: Float64Array | undefined, levels: Uint8Array, from: number, fields: number, weight: number): void {
  if (table === undefined) return
  for (let field = 0; field < fields; field++) {
    const at = field * 32 + (levels[from + field] ?? 0)
    table[at] = (table[at] ?? 0) + weight
  }
}

/** A table of a class in one typed array: the levels of a field begin at 32 times its place. */
function levelTable(chances: readonly (readonly number[])[], as: (chance: number) => number): Float64Array {
  const table = new Float64Array(chances.length * 32)
  chances.forEach((row, field) => row.forEach((chance, level) => (table[field * 32 + level] = as(chance))))
  return table
}

/** Keeps chance within what chance can do; what is too much goes to the other classes. */
function boundedShares(shares: readonly number[], start: readonly StartingClass[]): number[] {
  const households = shares.reduce((sum, share, at) => sum + (start[at]?.inHousehold === true ? share : 0), 0)
  return normalised(
    shares.map((share, at) => {
      const { most, ofHousehold, inHousehold } = start[at] ?? { most: 1, ofHousehold: 1, inHousehold: false }
      return Math.max(1e-12, Math.min(share, most, inHousehold ? ofHousehold * households : 1))
    }),
  )
}

/** Adds up what classes with the same tie saw of a field. */
function tied(chances: readonly (readonly number[][])[], start: readonly StartingClass[]): number[][][] {
  const sums = new Map<string, number[]>()
  const keyOf = (one: number, field: number) => `${start[one]?.ties[field] ?? one} ${field}`
  chances.forEach((table, one) =>
    table.forEach((row, field) => {
      const sum = sums.get(keyOf(one, field))
      if (sum === undefined) sums.set(keyOf(one, field), [...row])
      else row.forEach((value, level) => (sum[level] = (sum[level] ?? 0) + value))
    }),
  )
  return chances.map((table, one) => table.map((_, field) => sums.get(keyOf(one, field)) ?? []))
}

/** Spreads what agrees over the levels of rarity as told. */
function spreadOut({ levels: { verdicts } }: Comparison, spread: readonly number[] | undefined, row: number[]): number[] {
  if (spread === undefined) return row
  const massOf = (values: readonly number[]) =>
    values.reduce((sum, chance, level) => sum + (verdicts[level] === 'agrees' ? chance : 0), 0)
  const scale = massOf(row) / Math.max(massOf(spread), 1e-12)
  return row.map((chance, level) => (verdicts[level] === 'agrees' ? (spread[level] ?? 0) * scale : chance))
}

/** Scales what agrees and what differs to what the class allows. */
function held({ levels: { verdicts } }: Comparison, limits: Limits | undefined, row: number[]): number[] {
  if (limits === undefined) return row
  const massOf = (verdict: string) => row.reduce((sum, chance, level) => sum + (verdicts[level] === verdict ? chance : 0), 0)
  const present = 1 - (row[0] ?? 0)
  const agrees = massOf('agrees')
  const differs = massOf('differs')
  const wantedAgrees = Math.min(Math.max(agrees, limits.leastAgreeing * present), limits.mostAgreeing * present)
  const wantedDiffers = Math.min(differs, limits.mostDiffering * present)
  if (wantedAgrees === agrees && wantedDiffers === differs) return row
  const near = massOf('near')
  const rest = present - agrees - near - differs + near
  const left = Math.max(present - wantedAgrees, 0)
  const scaleOf = (verdict: string) => {
    if (verdict === 'agrees') return agrees > 0 ? wantedAgrees / agrees : 1
    if (wantedDiffers < differs)
      return verdict === 'differs' ? wantedDiffers / differs : (left - wantedDiffers) / Math.max(rest, 1e-12)
    return left / Math.max(near + differs, 1e-12)
  }
  return normalised(
    row.map((chance, level) => (verdicts[level] === 'missing' ? chance : chance * scaleOf(verdicts[level] ?? 'differs'))),
  )
}

/** Judges rows of levels: answers the natural logarithm of the odds that the pair is one person. */
export type LevelsJudge = (levels: Uint8Array, from: number) => number

/** Makes the judge of a mixture. Pairs repeat the same levels again and again, so it remembers what it has worked out. */
export function logOddsOf(mixture: Mixture): LevelsJudge {
  const fields = mixture.classes[0]?.chances.length ?? 0
  const judge = plainJudge(mixture, fields)
  if (fields > mostRemembered) return judge
  const keys = new Float64Array(rememberedSize).fill(-1)
  const answers = new Float64Array(rememberedSize)
  return (levels, from) => {
    let key = 0
    let slot = 0
    for (let field = 0; field < fields; field++) {
      const level = levels[from + field] ?? 0
      key = key * 32 + level
      slot = Math.imul(slot ^ level, 0x01000193) + field
    }
    slot = (slot ^ (slot >>> 15)) & (rememberedSize - 1)
    if (keys[slot] === key) return answers[slot] ?? 0
    const answer = judge(levels, from)
    keys[slot] = key
    answers[slot] = answer
    return answer
  }
}

/** A level fits five bits, and a number holds 52: more fields cannot be remembered under one key. */
const mostRemembered = 10
const rememberedSize = 1 << 18

function plainJudge({ classes }: Mixture, fields: number): LevelsJudge {
  const shares = classes.map((one) => Math.log(one.share))
  const logs = classes.map((one) => levelTable(one.chances, Math.log))
  return (levels, from) => {
    let same = Number.NEGATIVE_INFINITY
    let different = Number.NEGATIVE_INFINITY
    for (let one = 0; one < logs.length; one++) {
      const score = (shares[one] ?? 0) + sumOf(logs[one], levels, from, fields)
      if (classes[one]?.same === true) same = addLogs(same, score)
      else different = addLogs(different, score)
    }
    return same - different
  }
}

function addLogs(left: number, right: number): number {
  const larger = Math.max(left, right)
  return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(left, right) - larger))
}
