import type { Comparison, Verdict } from './comparison.ts'
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

/** How many pairs' worth of trust the starting table of each field has. */
const priorPairs = 20

/** Learns the mixture from compared pairs alone; `strangers` are pairs drawn at random, `selves` records compared with themselves. */
export function estimateMixture(
  comparisons: readonly Comparison[],
  compared: Patterns,
  strangers: Patterns,
  selves: Patterns,
): Mixture {
  const start = startingClasses(comparisons, strangers, selves)
  let tables: Tables = {
    shares: start.map((one) => one.share),
    chances: start.map((one) => one.chances.map((field) => [...field])),
  }
  for (let round = 0; round < mostRounds; round++) {
    const next = improve(comparisons, compared, tables, start)
    const moved = Math.max(...next.shares.map((share, at) => Math.abs(share - (tables.shares[at] ?? 0))))
    tables = next
    if (moved < 1e-7) break
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
  { fields, levels, counts }: Patterns,
  { shares, chances }: Tables,
  start: readonly MixtureClass[],
): Tables {
  const logs = chances.map((fields) => fields.map((field) => field.map((chance) => Math.log(chance))))
  const logShares = shares.map((share) => Math.log(share))
  const nextChances = start.map((one) => one.chances.map((field) => field.map((chance) => chance * priorPairs)))
  const nextShares = start.map(() => 1)
  const scores = start.map(() => 0)
  for (let pattern = 0; pattern < counts.length; pattern++) {
    let best = Number.NEGATIVE_INFINITY
    for (let one = 0; one < scores.length; one++) {
      let score = logShares[one] ?? 0
      for (let field = 0; field < fields; field++) score += logs[one]?.[field]?.[levels[pattern * fields + field] ?? 0] ?? 0
      scores[one] = score
      if (score > best) best = score
    }
    let total = 0
    for (let one = 0; one < scores.length; one++) total += scores[one] = Math.exp((scores[one] ?? 0) - best)
    for (let one = 0; one < scores.length; one++) {
      const weight = ((scores[one] ?? 0) / total) * (counts[pattern] ?? 0)
      if (weight < 1e-9) continue
      nextShares[one] = (nextShares[one] ?? 0) + weight
      const table = nextChances[one] ?? []
      for (let field = 0; field < fields; field++) {
        const row = table[field] ?? []
        const level = levels[pattern * fields + field] ?? 0
        row[level] = (row[level] ?? 0) + weight
      }
    }
  }
  return {
    shares: normalised(nextShares),
    chances: nextChances.map((table, one) =>
      table.map((row, field) => (start[one]?.same ? held(comparisons[field], normalised(row)) : normalised(row))),
    ),
  }
}

/** One person's records seldom disagree in what does not change: a class that says otherwise has wandered off. */
function held(comparison: Comparison | undefined, row: number[]): number[] {
  const limit = comparison === undefined ? 1 : (mostDiffering[comparison.kind] ?? 1)
  const verdicts = comparison?.levels.verdicts ?? []
  const differing = row.reduce((sum, chance, level) => sum + (verdicts[level] === 'differs' ? chance : 0), 0)
  if (differing <= limit) return row
  return row.map((chance, level) =>
    verdicts[level] === 'differs' ? (chance * limit) / differing : (chance * (1 - limit)) / (1 - differing),
  )
}

const mostDiffering: Readonly<Partial<Record<Comparison['kind'], number>>> = {
  name: 0.02,
  given: 0.05,
  surname: 0.05,
  sex: 0.02,
  date: 0.05,
  nik: 0.05,
}

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / total)
}

function startingClasses(comparisons: readonly Comparison[], strangers: Patterns, selves: Patterns): MixtureClass[] {
  const random = comparisons.map((comparison, field) => frequencies(strangers, field, comparison.levels.names.length, 0.5))
  const self = comparisons.map((comparison, field) => frequencies(selves, field, comparison.levels.names.length, 0.01))
  const same = (shift: number) =>
    comparisons.map((comparison, field) =>
      samePerson(comparison, random[field] ?? [], self[field] ?? [], comparison.steadiness * shift),
    )
  const meeting = (agreeing: (comparison: Comparison) => number) =>
    comparisons.map((comparison, field) => leaning(comparison, random[field] ?? [], self[field] ?? [], agreeing(comparison)))
  const people: MixtureClass[] = [
    { name: 'one person', same: true, share: 0.01, chances: same(1) },
    { name: 'strangers', same: false, share: 0.5, chances: meeting(() => 0) },
    { name: 'household', same: false, share: 0.05, chances: meeting((one) => (householdFields.has(one.field) ? 0.8 : 0)) },
    { name: 'namesakes', same: false, share: 0.2, chances: meeting((one) => (nameKinds.has(one.kind) ? 0.9 : 0)) },
    { name: 'one birth date', same: false, share: 0.2, chances: meeting((one) => (one.kind === 'date' ? 0.9 : 0)) },
    {
      name: 'namesakes of one birth date',
      same: false,
      share: 0.01,
      chances: meeting((one) => (nameKinds.has(one.kind) || one.kind === 'date' ? 0.9 : 0)),
    },
    {
      name: 'one birth date, like numbers',
      same: false,
      share: 0.05,
      chances: meeting((one) => (one.kind === 'date' || one.kind === 'nik' ? 0.9 : 0)),
    },
    {
      name: 'one place',
      same: false,
      share: 0.03,
      chances: meeting((one) => (one.kind === 'area' || one.kind === 'words' ? 0.7 : 0)),
    },
  ]
  return people
}

const householdFields: ReadonlySet<string> = new Set([
  'motherName',
  'phone',
  'village',
  'address',
  'suburb',
  'postcode',
  'surname',
  'kk',
])
const nameKinds: ReadonlySet<string> = new Set(['name', 'given', 'surname'])

function frequencies({ fields, levels, counts }: Patterns, field: number, length: number, smoothing: number): number[] {
  const sums = Array.from({ length }, () => smoothing)
  counts.forEach((count, pattern) => {
    const level = levels[pattern * fields + field] ?? 0
    sums[level] = (sums[level] ?? 0) + count
  })
  return normalised(sums)
}

/** What one person's two records are expected to show before the data tell: mostly agreement, spread as records agree with themselves. */
function samePerson({ levels }: Comparison, random: readonly number[], self: readonly number[], steadiness: number): number[] {
  const near = (1 - steadiness) * 0.7
  return spread(levels.verdicts, random, self, { agrees: steadiness, near, differs: 1 - steadiness - near })
}

/** Strangers who meet because a field agrees: that field leans towards agreement, the rest stays as among strangers. */
function leaning({ levels }: Comparison, random: readonly number[], self: readonly number[], agreeing: number): number[] {
  if (agreeing === 0) return [...random]
  const agreed = spread(levels.verdicts, random, self, { agrees: 0.9, near: 0.1, differs: 0 })
  return random.map((chance, level) => chance * (1 - agreeing) + (agreed[level] ?? 0) * agreeing)
}

function spread(
  verdicts: readonly Verdict[],
  random: readonly number[],
  self: readonly number[],
  parts: Record<Exclude<Verdict, 'missing'>, number>,
): number[] {
  const missing = random[0] ?? 0
  const within = (verdict: Verdict, source: readonly number[]) =>
    verdicts.reduce((sum, one, at) => sum + (one === verdict ? (source[at] ?? 0) : 0), 0)
  const selfAgreed = within('agrees', self)
  const near = verdicts.filter((verdict) => verdict === 'near').length
  const differs = within('differs', random)
  return normalised(
    verdicts.map((verdict, level) => {
      if (verdict === 'missing') return missing
      const inside =
        verdict === 'agrees'
          ? (self[level] ?? 0) / Math.max(selfAgreed, 1e-9)
          : verdict === 'near'
            ? 1 / near
            : (random[level] ?? 0) / Math.max(differs, 1e-9)
      return (1 - missing) * parts[verdict] * inside + 1e-7
    }),
  )
}

/** The probability that a pair of these levels is one person, as the natural logarithm of its odds. */
export function logOddsOf(mixture: Mixture): (levels: Uint8Array, from: number) => number {
  const logs = mixture.classes.map((one) => ({
    same: one.same,
    share: Math.log(one.share),
    chances: one.chances.map((field) => Float64Array.from(field, (chance) => Math.log(chance))),
  }))
  return (levels, from) => {
    let same = Number.NEGATIVE_INFINITY
    let different = Number.NEGATIVE_INFINITY
    for (const one of logs) {
      let score = one.share
      for (let field = 0; field < one.chances.length; field++) score += one.chances[field]?.[levels[from + field] ?? 0] ?? 0
      if (one.same) same = addLogs(same, score)
      else different = addLogs(different, score)
    }
    return same - different
  }
}

function addLogs(left: number, right: number): number {
  const larger = Math.max(left, right)
  return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(left, right) - larger))
}
