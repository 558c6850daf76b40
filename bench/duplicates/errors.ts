import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { type Verdict, comparisonsOf } from '../../src/duplicates/comparison.ts'
import { lineBuilder } from '../../src/duplicates/meetings.ts'
import { lineFields } from '../../src/duplicates/person-lines.ts'
import type { MeasuredPair } from './measure.ts'

type Known = { person: string; kind: string; ops: string; cells: readonly string[] }
type Pair = { left: Known; right: Known; probability: number }

const threshold = 0.5
const columns = ['id', 'nik', 'name', 'sex', 'birth_date', 'village', 'mother', 'phone']
const fields = lineFields.filter(({ name }) => name !== 'kk' && name !== 'address')
const columnOf: Readonly<Record<string, string>> = { fullName: 'name', birthDate: 'birth_date', motherName: 'mother' }

/** Reads a list and the truth about it; answers what tells of the pairs found which kinds of error are left, and which no field could decide. */
export async function errorAnalysis(list: string, truth: string): Promise<(pairs: readonly MeasuredPair[]) => string[]> {
  const cells = new Map<string, readonly string[]>()
  for await (const line of linesOf(list)) cells.set(line[0] ?? '', line)
  const known = new Map<string, Known>()
  const persons = new Map<string, string[]>()
  for await (const [id = '', person = '', kind = '', ops = ''] of linesOf(truth)) {
    known.set(id, { person, kind, ops, cells: cells.get(id) ?? [] })
    persons.set(person, [...(persons.get(person) ?? []), id])
  }
  const pairOf = (left: string, right: string, probability: number): Pair | undefined => {
    const [one, other] = [known.get(left), known.get(right)]
    return one === undefined || other === undefined ? undefined : { left: one, right: other, probability }
  }
  return (pairs) => {
    const found = new Map(pairs.map((pair) => [keyOf(pair.left, pair.right), pair.probability]))
    const tooMany = pairs.flatMap((pair) =>
      pair.isTrue || pair.probability < threshold ? [] : (pairOf(pair.left, pair.right, pair.probability) ?? []),
    )
    const missed = [...persons.values()].flatMap((ids) =>
      ids.flatMap((left, at) =>
        ids.slice(at + 1).flatMap((right) => {
          const probability = found.get(keyOf(left, right)) ?? 0
          return probability >= threshold ? [] : (pairOf(left, right, probability) ?? [])
        }),
      ),
    )
    return [
      ...told('pairs too many', tooMany, kindOfExcess, noneSpeaksAgainst),
      ...told('pairs too few', missed, kindOfMiss, hardlyAnySpeaksFor),
    ]
  }
}

async function* linesOf(file: string): AsyncGenerator<string[]> {
  const source = createReadStream(file)
  for await (const line of createInterface({ input: file.endsWith('.gz') ? source.pipe(createGunzip()) : source }))
    if (!line.startsWith('id,')) yield line.split(',')
}

const keyOf = (left: string, right: string) => (left < right ? `${left} ${right}` : `${right} ${left}`)

/** Counts errors by kind, the most frequent first, and says of each kind how many no field could decide. */
function told(
  title: string,
  pairs: readonly Pair[],
  kindOf: (pair: Pair) => string,
  isUndecidable: (verdicts: ReadonlyMap<string, Verdict>) => boolean,
): string[] {
  const kinds = new Map<string, { all: number; undecidable: number }>()
  for (const pair of pairs) {
    const kind = kindOf(pair)
    const counted = kinds.get(kind) ?? { all: 0, undecidable: 0 }
    kinds.set(kind, { all: counted.all + 1, undecidable: counted.undecidable + (isUndecidable(verdictsOf(pair)) ? 1 : 0) })
  }
  const undecidable = [...kinds.values()].reduce((sum, one) => sum + one.undecidable, 0)
  return [
    `${title}: ${pairs.length}, of which no field could decide ${undecidable}`,
    ...[...kinds]
      .sort(([, a], [, b]) => b.all - a.all)
      .map(([kind, { all, undecidable: open }]) => `  ${kind}: ${all} (${open})`),
  ]
}

const kindNames: Readonly<Record<string, string>> = {
  namesake: 'namesakes of one birth date',
  twin: 'twins',
  sibling: 'brothers and sisters',
  nikborrow: 'a relative’s NIK',
  dup: 'a damaged record',
  base: 'people who are alike by chance',
}

function kindOfExcess({ left, right }: Pair): string {
  for (const kind of ['nikborrow', 'namesake', 'twin', 'sibling'])
    if (left.kind === kind || right.kind === kind) return kindNames[kind] ?? kind
  return left.kind === 'dup' || right.kind === 'dup'
    ? 'another than the one whose damaged record it is'
    : (kindNames['base'] ?? '')
}

/** What was done to the two records in the fields that tell people apart. */
function kindOfMiss({ left, right }: Pair): string {
  const ops = new Set(`${left.ops}|${right.ops}`.split(/[|;+ ]/).filter((op) => /^(nik|dob|name|mother|village)/.test(op)))
  return [...ops].sort().join(', ') || 'nothing damaged'
}

function verdictsOf({ left, right }: Pair): Map<string, Verdict> {
  const builder = lineBuilder({ fields })
  for (const { cells } of [left, right]) {
    const cellsOfLine = lineFields.map(({ name }) => cells[columns.indexOf(columnOf[name] ?? name)] ?? '')
    builder.add(cellsOfLine)
  }
  return new Map(comparisonsOf(builder.finish()).map((one) => [one.field, one.levels.verdicts[one.compare(0, 1)] ?? 'missing']))
}

/** Two people whose records differ in nothing, or in nothing more than slips and moves make them: so do two records of one person. */
function noneSpeaksAgainst(verdicts: ReadonlyMap<string, Verdict>): boolean {
  return ['nik', 'fullName', 'sex', 'birthDate', 'motherName'].every((field) => verdicts.get(field) !== 'differs')
}

/** Two records of one person in which, beside name, sex and village, at most one field still says so. */
function hardlyAnySpeaksFor(verdicts: ReadonlyMap<string, Verdict>): boolean {
  const telling = ['nik', 'birthDate', 'motherName', 'phone'].filter((field) =>
    ['agrees', 'near'].includes(verdicts.get(field) ?? ''),
  )
  return telling.length <= 1
}
