import type { Comparison, Verdict } from './comparison.ts'
import type { Patterns } from './patterns.ts'

/**
 * Where the learning of a class starts: its share of the compared pairs, for each field how often each level is expected, and how
 * much of it may differ at most: a class that could learn anything would wander to where most pairs are.
 */
export type StartingClass = {
  readonly name: string
  readonly same: boolean
  readonly share: number
  readonly chances: readonly (readonly number[])[]
  readonly limits: readonly Limits[]
  /** Classes that give a field the same tie learn one table for it together. */
  readonly ties: readonly string[]
  /**
   * Where a word is shared because it is one person's or one family's, rare words are shared as often as they occur; where it is shared
   * by chance, mostly common ones are. Holds how rarity is spread in the first case; nothing where it is to be learned.
   */
  readonly spreads: readonly (readonly number[] | undefined)[]
  /** The class cannot be a larger share of the pairs than this, nor than `ofHousehold` times the share of all households. */
  readonly most: number
  readonly ofHousehold: number
  readonly inHousehold: boolean
}

/** Bounds on how much of a field agrees, and on how much differs, where it is not missing. */
export type Limits = { readonly leastAgreeing: number; readonly mostAgreeing: number; readonly mostDiffering: number }

/** Why different people meet. Each cause makes its fields agree; any of them may act together: twins share household and birth date. */
type Cause = {
  readonly name: string
  readonly likely: number
  readonly leaning: (comparison: Comparison) => number
  /** How many times likelier it is within a household than among strangers: surnames run in families, twins share a birth date. */
  readonly inHousehold: number
}

/** Causes meet more often than if they were independent, but not much more: who agrees in everything is one person, not three chances. */
const byChance = 10

/** How surely one household agrees in a field. */
const householdFields: Readonly<Record<string, number>> = {
  motherName: 0.95,
  village: 0.95,
  phone: 0.4,
  address: 0.9,
  suburb: 0.95,
  postcode: 0.95,
  surname: 0.5,
  kk: 0.9,
}

const household: Cause = {
  name: 'household',
  likely: 0.02,
  inHousehold: Number.POSITIVE_INFINITY,
  leaning: (one) => householdFields[one.field] ?? (isWords(one) && !isNamePart(one) ? 0.3 : 0),
}

/** What a household explains may also come about by chance: a common mother's name, a large place. */
const chances: readonly Cause[] = [
  { name: "mother's name", likely: 0.1, inHousehold: 1, leaning: (one) => (one.field === 'motherName' ? 0.9 : 0) },
  {
    name: 'place',
    likely: 0.1,
    inHousehold: 1,
    leaning: (one) => (['village', 'suburb', 'postcode'].includes(one.field) ? 0.8 : 0),
  },
]

const causes: readonly Cause[] = [
  household,
  ...chances,
  {
    name: 'name',
    likely: 0.3,
    leaning: (one) => (one.kind === 'name' && one.field !== 'motherName' ? 0.9 : one.kind === 'given' ? 0.9 : 0),
    inHousehold: 5,
  },
  { name: 'surname', likely: 0.3, leaning: (one) => (one.kind === 'surname' ? 0.9 : 0), inHousehold: Number.POSITIVE_INFINITY },
  { name: 'birth date', likely: 0.3, leaning: (one) => (one.kind === 'date' ? 0.95 : 0), inHousehold: 200 },
]

/** Every way in which causes act together, none included, that the compared fields can show. */
function meetings(comparisons: readonly Comparison[]): Cause[][] {
  return causes
    .filter((cause) => comparisons.some((one) => cause.leaning(one) > 0))
    .reduce<Cause[][]>((ways, cause) => ways.flatMap((way) => [way, [...way, cause]]), [[]])
    .filter((way) => !way.includes(household) || !way.some((cause) => chances.includes(cause)))
}

/** A NIK holds the birth date, and the area a household lives in. */
function tieOf(way: readonly Cause[], comparison: Comparison): string {
  const names = way.map((cause) => cause.name)
  if (comparison.kind === 'nik' && names.includes('birth date'))
    return `number, ${names.includes('household') ? 'household' : 'strangers'}`
  const acting = way.filter((cause) => cause.leaning(comparison) > 0)
  return acting.length > 0 ? acting.map((cause) => cause.name).join() : names.join()
}

const isNamePart = ({ kind }: Comparison) => kind === 'name' || kind === 'given' || kind === 'surname'

const isWords = ({ kind }: Comparison) => kind === 'name' || kind === 'given' || kind === 'surname' || kind === 'words'

/** How much of one person's records may differ at most in what does not change. */
const steadyLimits: Readonly<Partial<Record<Comparison['kind'], number>>> = {
  name: 0.02,
  given: 0.1,
  surname: 0.15,
  sex: 0.02,
  date: 0.05,
  nik: 0.05,
}

/** What is known before learning, from pairs drawn at random, and from records compared with themselves. */
export type Known = {
  readonly strangers: Patterns
  readonly selves: Patterns
  /** All pairs there are, for each one that was compared. */
  readonly chanceOfMeeting: number
}

/** The classes before learning. */
export function startingClasses(
  comparisons: readonly Comparison[],
  { strangers, selves, chanceOfMeeting }: Known,
): StartingClass[] {
  const random = comparisons.map((comparison, field) => frequencies(strangers, field, comparison.levels.names.length, 0.5))
  const self = comparisons.map((comparison, field) => frequencies(selves, field, comparison.levels.names.length, 0.01))
  const samePerson: StartingClass = {
    name: 'one person',
    same: true,
    share: 0.01,
    chances: comparisons.map((one, field) => expectedOfOne(one, random[field] ?? [], self[field] ?? [])),
    limits: comparisons.map((one) => ({ leastAgreeing: 0, mostAgreeing: 1, mostDiffering: steadyLimits[one.kind] ?? 1 })),
    ties: comparisons.map(() => 'one person'),
    spreads: comparisons.map((one, field) => (isWords(one) ? self[field] : undefined)),
    most: 1,
    ofHousehold: 1,
    inHousehold: false,
  }
  const agreed = (cause: Cause) =>
    Math.max(...comparisons.map((one, field) => (cause.leaning(one) >= 0.7 ? agreedShare(one, random[field] ?? []) : 0)))
  const others = meetings(comparisons).map((way): StartingClass => {
    const leaning = (one: Comparison) => Math.max(0, ...way.map((cause) => cause.leaning(one)))
    const likely = causes.reduce((product, cause) => product * (way.includes(cause) ? cause.likely : 1 - cause.likely), 1)
    return {
      name: way.map((cause) => cause.name).join(', ') || 'strangers',
      same: false,
      share: likely,
      chances: comparisons.map((one, field) => leaningTo(one, random[field] ?? [], self[field] ?? [], leaning(one))),
      limits: comparisons.map((one, field) => meetingLimits(one, leaning(one), agreedShare(one, random[field] ?? []))),
      most: way.includes(household) ? 1 : byChance * way.reduce((product, cause) => product * agreed(cause), chanceOfMeeting),
      inHousehold: way.includes(household),
      ofHousehold: way.reduce((product, cause) => product * Math.min(1, agreed(cause) * cause.inHousehold), 1),
      ties: comparisons.map((one) => tieOf(way, one)),
      spreads: comparisons.map((one, field) => (way.includes(household) && one.field === 'motherName' ? self[field] : undefined)),
    }
  })
  return [samePerson, ...others]
}

/** A field that brings the pair together agrees in most of them; any other agrees hardly more often than among strangers. */
function meetingLimits({ kind }: Comparison, leaning: number, agreedAmongStrangers: number): Limits {
  if (leaning >= 0.7) return { leastAgreeing: leaning * 0.9, mostAgreeing: 1, mostDiffering: 1 }
  if (leaning > 0) return { leastAgreeing: 0, mostAgreeing: 1, mostDiffering: 1 }
  if (kind === 'area' || kind === 'sex') return { leastAgreeing: 0, mostAgreeing: 1, mostDiffering: 1 }
  return { leastAgreeing: 0, mostAgreeing: Math.min(1, agreedAmongStrangers * 3 + 0.003), mostDiffering: 1 }
}

function agreedShare({ levels: { verdicts } }: Comparison, chances: readonly number[]): number {
  const present = 1 - (chances[0] ?? 0)
  return (
    verdicts.reduce((sum, verdict, level) => sum + (verdict === 'agrees' ? (chances[level] ?? 0) : 0), 0) /
    Math.max(present, 1e-9)
  )
}

function frequencies({ fields, levels, counts }: Patterns, field: number, length: number, smoothing: number): number[] {
  const sums = Array.from({ length }, () => smoothing)
  counts.forEach((count, pattern) => {
    const level = levels[pattern * fields + field] ?? 0
    sums[level] = (sums[level] ?? 0) + count
  })
  return normalised(sums)
}

/** What one person's two records are expected to show before the data tell: mostly agreement, spread as records agree with themselves. */
function expectedOfOne({ levels, steadiness }: Comparison, random: readonly number[], self: readonly number[]): number[] {
  const near = (1 - steadiness) * 0.7
  return spread(levels.verdicts, random, self, { agrees: steadiness, near, differs: 1 - steadiness - near })
}

/** Strangers who meet because a field agrees: that field leans towards agreement, the rest stays as among strangers. */
function leaningTo({ levels }: Comparison, random: readonly number[], self: readonly number[], agreeing: number): number[] {
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

/** Makes chances of counts. */
export function normalised(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / total)
}
