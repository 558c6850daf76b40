import { type Comparison, type Verdict, comparisonsOf, levelsOf } from './comparison.ts'
import { type LevelsJudge, logOddsOf } from './estimation.ts'
import { eachWithKey } from './key-index.ts'
import { type LinkageModel, countsOf } from './model.ts'
import { type Newcomers, newcomerLine } from './newcomers.ts'
import { type PeopleBuilder, peopleBuilder } from './people.ts'
import { type PersonKeys, keyMaker } from './person-keys.ts'
import { type PersonLine, cellOf, eachLine, readLine } from './person-lines.ts'
import { isWorthComparing, traitCount } from './person-traits.ts'
import { likely } from './thresholds.ts'

/**
 * What a newcomer and somebody known have to do with each other: one person; two people under one NIK; or two people of one name and
 * birth date.
 */
export const meetingKinds = ['duplicate', 'nik-shared', 'lookalike'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** Meetings worth telling, in columns: the newcomer and the other by the ids of their lines, and how each compared field stands. */
export type Meetings = {
  readonly newcomers: Float64Array
  readonly others: Float64Array
  readonly kinds: Uint8Array
  readonly probabilities: Float64Array
  readonly levels: Uint8Array
}

/** So many pairs are compared together: enough to be worth the preparation, few enough for memory. */
const pairsAtOnce = 4000

type Pending = { readonly newcomers: number[]; readonly others: number[]; readonly lines: PersonLine[] }

/** Lets people meet the newcomers, by a model; give it lines, or numbers of newcomers for these to meet each other. */
export function meetingRoom(newcomers: Newcomers, model: LinkageModel) {
  const keysOf = keyMaker()
  const judge = logOddsOf(model.mixture)
  const met = new Int32Array(newcomers.count).fill(-1)
  let found = nobodyMet()
  let pending: Pending = { newcomers: [], others: [], lines: [] }
  let visits = 0
  const compareAll = () => {
    if (pending.newcomers.length > 0) comparePairs(newcomers, model, judge, pending, found)
    pending = { newcomers: [], others: [], lines: [] }
  }
  /** Notes with whom among the newcomers before `limit` somebody shares a key. */
  const visit = (line: PersonLine, limit: number) => {
    const keys = keysOf(line.cells)
    const visitor = visits++
    let place = -1
    const note = (record: number) => {
      if (record >= limit || met[record] === visitor) return
      met[record] = visitor
      if (!isWorthComparing(newcomers.traits, record * traitCount, keys)) return
      if (place < 0) place = pending.lines.push(line) - 1
      pending.newcomers.push(record)
      pending.others.push(place)
    }
    eachMet(newcomers, keys, note)
    if (pending.newcomers.length >= pairsAtOnce) compareAll()
  }
  return {
    meet: (lines: Uint8Array) =>
      eachLine(lines, 0, lines.length, (start, end) => visit(readLine(lines, start, end), newcomers.count)),
    meetEachOther: (from: number, to: number) => {
      for (let record = from; record < to; record++) visit(newcomerLine(newcomers, record), record)
    },
    /** Gives what was found since the last time. */
    finish: (): Meetings => {
      compareAll()
      const meetings = {
        newcomers: Float64Array.from(found.newcomers),
        others: Float64Array.from(found.others),
        kinds: Uint8Array.from(found.kinds),
        probabilities: Float64Array.from(found.probabilities),
        levels: Uint8Array.from(found.levels),
      }
      found = nobodyMet()
      return meetings
    },
  }
}

const nobodyMet = (): Found => ({ newcomers: [], others: [], kinds: [], probabilities: [], levels: [] })

type Found = { newcomers: number[]; others: number[]; kinds: number[]; probabilities: number[]; levels: number[] }

function eachMet(newcomers: Newcomers, keys: PersonKeys, note: (record: number) => void): void {
  for (const key of keys.number) eachWithKey(newcomers.numberKeys, key, note)
  const persons = keys.isDoubtful ? newcomers.personKeys : newcomers.doubtfulKeys
  if (persons.keys.length > 0) for (const key of keys.person) eachWithKey(persons, key, note)
  const undated = keys.isUndated ? newcomers.undatedKeys : newcomers.undatedAlone
  if (undated.keys.length > 0) for (const key of keys.undated) eachWithKey(undated, key, note)
}

function comparePairs(
  newcomers: Newcomers,
  model: LinkageModel,
  judge: LevelsJudge,
  { newcomers: records, others, lines }: Pending,
  found: Found,
): void {
  const builder = lineBuilder(model)
  for (const line of lines) builder.add(line.cells)
  const placeOf = new Map<number, number>()
  const ids: number[] = []
  for (const record of records) {
    if (placeOf.has(record)) continue
    const line = newcomerLine(newcomers, record)
    placeOf.set(record, lines.length + ids.length)
    ids.push(line.id)
    builder.add(line.cells)
  }
  const comparisons = comparisonsOf(builder.finish(countsOf(model)))
  const kindOf = meetingJudge(comparisons)
  const levels = new Uint8Array(comparisons.length)
  records.forEach((record, at) => {
    const [left, right] = [placeOf.get(record) ?? 0, others[at] ?? 0]
    for (let field = 0; field < levels.length; field++) levels[field] = comparisons[field]?.compare(left, right) ?? 0
    const probability = 1 / (1 + Math.exp(-judge(levels, 0)))
    const kind = kindOf(levels, probability)
    if (kind === undefined) return
    found.newcomers.push(ids[left - lines.length] ?? 0)
    found.others.push(lines[right]?.id ?? 0)
    found.kinds.push(meetingKinds.indexOf(kind))
    found.probabilities.push(probability)
    found.levels.push(...levels)
  })
}

/** A builder of the fields a model knows, over the cells of lines. */
export function lineBuilder({ fields }: Pick<LinkageModel, 'fields'>): PeopleBuilder {
  return peopleBuilder(
    fields.flatMap(({ name, kind }) => {
      const cell = cellOf[name as keyof typeof cellOf]
      return cell === undefined ? [] : [{ name, kind, cells: [cell] }]
    }),
  )
}

/** Says what a pair's meeting is, from how their fields stand and how probable it is that they are one; nothing when they have nothing to do with each other. */
function meetingJudge(comparisons: readonly Comparison[]) {
  const at = (field: string) => comparisons.findIndex((one) => one.field === field)
  const [nik, name, date] = [at('nik'), at('fullName'), at('birthDate')]
  const level = (levels: Uint8Array, field: number) => comparisons[field]?.levels.names[levels[field] ?? 0] ?? 'missing'
  const verdict = (levels: Uint8Array, field: number) => comparisons[field]?.levels.verdicts[levels[field] ?? 0] ?? 'missing'
  return (levels: Uint8Array, probability: number): MeetingKind | undefined => {
    if (level(levels, nik).startsWith('same') && verdict(levels, nik) === 'agrees')
      return probability >= likely && level(levels, name) !== 'differs' ? 'duplicate' : 'nik-shared'
    if (probability >= likely) return 'duplicate'
    const isLookalike =
      verdict(levels, name) === 'agrees' && verdict(levels, date) === 'agrees' && verdict(levels, nik) !== 'missing'
    return isLookalike ? 'lookalike' : undefined
  }
}

/** One field of a meeting: what it says, and how exactly. */
export type MeetingReason = { readonly field: string; readonly verdict: Verdict; readonly level: string }

/** Says how the fields of each meeting stand, by its number among the meetings; what is missing on a side is left out. */
export function reasonsOf({ levels }: Meetings, { fields }: Pick<LinkageModel, 'fields'>): (at: number) => MeetingReason[] {
  const known = fields.map(({ name, kind }) => ({ field: name, ...levelsOf(kind) }))
  return (at) =>
    known.flatMap(({ field, names, verdicts }, place) => {
      const level = levels[at * known.length + place] ?? 0
      return level === 0 ? [] : [{ field, verdict: verdicts[level] ?? 'differs', level: names[level] ?? '' }]
    })
}
