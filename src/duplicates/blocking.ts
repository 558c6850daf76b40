import { type Atom, atomsOf } from './blocking-atoms.ts'
import { mixKeys, sharedInts } from './key-counts.ts'
import type { People } from './people.ts'
import { type SampledAtom, ruleCosts, sampleAtom } from './rule-costs.ts'

/** A rule: records that share a value of each of its atoms are compared. */
export type BlockingRule = { readonly name: string; readonly atoms: readonly Atom[] }

/**
 * Who is compared with whom: blocks of records, ascending within each, and for every record the blocks it stands in. Held in typed
 * arrays that threads share.
 */
export type Blocks = {
  readonly members: Int32Array
  readonly starts: Int32Array
  readonly blocksOf: Int32Array
  readonly blockStarts: Int32Array
}

/** Blocks with more records than this are left to finer rules: what so many share says nothing. */
const largestBlock = 400

/**
 * Chooses rules by what they cost on these very data, cheapest first, coarse ones before fine ones, until about `budget` pairs are
 * spent. So the rules fit a file of any fields and any size.
 */
export function chooseRules(people: People, budget: number): BlockingRule[] {
  const sample = sampleOf(people.count, Math.max(5000, Math.min(30_000, budget / 40)))
  const scale = people.count / Math.max(sample.length, 1)
  const atoms = atomsOf(people).map((atom) => sampleAtom(atom, sample))
  const costOf = ruleCosts({ scale, largestBlock })
  const chosen: BlockingRule[] = []
  const covering: Set<string>[] = []
  let spent = 0
  for (const size of [1, 2, 3]) {
    const candidates = combinations(atoms, size)
      .filter((rule) => !covering.some((names) => [...names].every((name) => rule.some(({ atom }) => atom.name === name))))
      .map((rule) => ({ rule, ...costOf(rule) }))
      .sort((a, b) => a.pairs - b.pairs)
    for (const { rule, pairs, uncovered, useful } of candidates) {
      if (!useful || spent + pairs > (budget * (size + 1)) / 4 || pairs > budget / 5 || chosen.length >= mostRules) continue
      const names = new Set(rule.map(({ atom }) => atom.name))
      spent += pairs
      chosen.push({ name: [...names].join(' + '), atoms: rule.map(({ atom }) => atom) })
      if (uncovered < 0.02) covering.push(names)
    }
  }
  return chosen
}

const mostRules = 40

function sampleOf(count: number, most: number): number[] {
  const step = Math.max(1, count / most)
  return Array.from({ length: Math.min(count, most) }, (_, at) => Math.floor(at * step))
}

function combinations(atoms: readonly SampledAtom[], size: number): SampledAtom[][] {
  if (size === 0) return [[]]
  return atoms.flatMap((first, at) =>
    combinations(atoms.slice(at + 1), size - 1)
      .filter((rest) => rest.every(({ atom }) => atom.field !== first.atom.field))
      .map((rest) => [first, ...rest]),
  )
}

/** The blocks of one rule: members ascending within each, and where each starts. */
export type RuleBlocks = { readonly members: Int32Array<ArrayBuffer>; readonly starts: Int32Array<ArrayBuffer> }

/** Finds the blocks of one rule; blocks of one and blocks beyond the limit are left out. */
export function groupRule(people: People, rule: BlockingRule): RuleBlocks {
  return groupByKey(ruleEntries(people.count, rule))
}

/** The rules of these names, made anew from the atoms of the people: functions do not travel between threads. */
export function rulesNamed(people: People, names: readonly string[]): BlockingRule[] {
  const atoms = new Map(atomsOf(people).map((atom) => [atom.name, atom] as const))
  return names.map((name) => ({ name, atoms: name.split(' + ').flatMap((part) => atoms.get(part) ?? []) }))
}

/** Puts every record into its blocks. */
export function joinBlocks(people: People, grouped: readonly RuleBlocks[]): Blocks {
  const memberCount = grouped.reduce((sum, group) => sum + group.members.length, 0)
  const blockCount = grouped.reduce((sum, group) => sum + group.starts.length, 0)
  const members = sharedInts(memberCount)
  const starts = sharedInts(blockCount + 1)
  const blockStarts = sharedInts(people.count + 1)
  let atMember = 0
  let atBlock = 0
  for (const group of grouped) {
    members.set(group.members, atMember)
    for (const start of group.starts) starts[atBlock++] = atMember + start
    atMember += group.members.length
  }
  starts[blockCount] = memberCount
  for (const member of members) blockStarts[member + 1] = (blockStarts[member + 1] ?? 0) + 1
  for (let record = 0; record < people.count; record++)
    blockStarts[record + 1] = (blockStarts[record + 1] ?? 0) + (blockStarts[record] ?? 0)
  const blocksOf = sharedInts(memberCount)
  const filled = blockStarts.slice(0, people.count)
  for (let block = 0; block < blockCount; block++) {
    for (let at = starts[block] ?? 0; at < (starts[block + 1] ?? 0); at++) {
      const member = members[at] ?? 0
      const slot = filled[member] ?? 0
      blocksOf[slot] = block
      filled[member] = slot + 1
    }
  }
  return { members, starts, blocksOf, blockStarts }
}

type Entries = { keys: Int32Array; records: Int32Array; count: number }

function ruleEntries(count: number, rule: BlockingRule): Entries {
  let keys: Int32Array<ArrayBuffer> = new Int32Array(count + 64)
  let records = new Int32Array(count + 64)
  let used = 0
  const lists: number[][] = rule.atoms.map(() => [])
  for (let record = 0; record < count; record++) {
    let empty = false
    for (let at = 0; at < lists.length && !empty; at++) {
      const list = lists[at] ?? []
      list.length = 0
      rule.atoms[at]?.keysOf(record, list)
      empty = list.length === 0
    }
    if (empty) continue
    if (used + 64 > keys.length) {
      keys = doubled(keys)
      records = doubled(records)
    }
    used = writeKeys(
      lists,
      0,
      17,
      (key, at) => {
        keys[at] = key
        records[at] = record
      },
      used,
    )
  }
  return { keys, records, count: used }
}

function writeKeys(
  lists: readonly number[][],
  depth: number,
  key: number,
  write: (key: number, at: number) => void,
  used: number,
): number {
  const list = lists[depth]
  if (list === undefined) {
    write(key, used)
    return used + 1
  }
  let at = used
  for (const value of list) at = writeKeys(lists, depth + 1, mixKeys(key, value), write, at)
  return at
}

function doubled(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2)
  larger.set(values)
  return larger
}

/** Sorts entries by key (radix, stable: records stay ascending) and keeps the groups worth comparing. */
function groupByKey({ keys, records, count }: Entries): RuleBlocks {
  let fromKeys: Int32Array = keys.subarray(0, count)
  let fromRecords: Int32Array = records.subarray(0, count)
  let toKeys: Int32Array = new Int32Array(count)
  let toRecords: Int32Array = new Int32Array(count)
  for (const shift of [0, 11, 22]) {
    const offsets = new Int32Array(2049)
    for (let at = 0; at < count; at++) {
      const digit = (((fromKeys[at] ?? 0) >>> shift) & 2047) + 1
      offsets[digit] = (offsets[digit] ?? 0) + 1
    }
    for (let digit = 1; digit <= 2048; digit++) offsets[digit] = (offsets[digit] ?? 0) + (offsets[digit - 1] ?? 0)
    for (let at = 0; at < count; at++) {
      const key = fromKeys[at] ?? 0
      const digit = (key >>> shift) & 2047
      const slot = offsets[digit] ?? 0
      offsets[digit] = slot + 1
      toKeys[slot] = key
      toRecords[slot] = fromRecords[at] ?? 0
    }
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
    ;[fromRecords, toRecords] = [toRecords, fromRecords]
  }
  return keepGroups(fromKeys, fromRecords, count)
}

function keepGroups(keys: Int32Array, records: Int32Array, count: number): RuleBlocks {
  const members = new Int32Array(count)
  const starts: number[] = []
  let kept = 0
  for (let from = 0; from < count;) {
    let to = from + 1
    while (to < count && keys[to] === keys[from]) to++
    if (to - from > 1 && to - from <= largestBlock) {
      starts.push(kept)
      for (let at = from; at < to; at++) if (at === from || records[at] !== records[at - 1]) members[kept++] = records[at] ?? 0
    }
    from = to
  }
  return { members: members.slice(0, kept), starts: Int32Array.from(starts) }
}

/** Calls back with every record after `record` that shares a block with it, once each. `seen` holds one number per record, all -1 at first. */
export function forEachCandidate(blocks: Blocks, record: number, seen: Int32Array, found: (other: number) => void): void {
  const { members, starts, blocksOf, blockStarts } = blocks
  for (let at = blockStarts[record] ?? 0; at < (blockStarts[record + 1] ?? 0); at++) {
    const block = blocksOf[at] ?? 0
    const first = starts[block] ?? 0
    for (let slot = (starts[block + 1] ?? 0) - 1; slot >= first; slot--) {
      const other = members[slot] ?? 0
      if (other <= record) break
      if (seen[other] === record) continue
      seen[other] = record
      found(other)
    }
  }
}
