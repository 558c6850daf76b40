import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { linkFiles } from '../../src/duplicates/link-files.ts'
import { tellOutcome } from './outcome.ts'
import { countTruePairs, scorePairs } from './score.ts'

/** A list to measure on: the file, its map, and who each record id really is. */
export type Measured = {
  readonly name: string
  readonly file: string
  readonly map: Readonly<Record<string, string>>
  readonly personOf: ReadonlyMap<string, string>
  /** Lines about what is still wrong. */
  readonly explain?: (pairs: readonly MeasuredPair[]) => string[]
}

/** A pair that was found, by the ids of its records. */
export type MeasuredPair = {
  readonly left: string
  readonly right: string
  readonly probability: number
  readonly isTrue: boolean
}

/** Links a list as anyone would from the command line, and prints how good, how fast and how large that was. */
export async function measure({ name, file, map, personOf, explain }: Measured): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ucok-measure-'))
  const [mapFile, out] = [join(folder, 'map.json'), join(folder, 'pairs.csv')]
  writeFileSync(mapFile, JSON.stringify(map))
  const start = performance.now()
  const before = process.cpuUsage()
  const linked = await linkFiles({ left: file, map: mapFile, out, threshold: 0.01 })
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(before)
  if (!linked.ok) throw new Error(linked.refusal.reason)
  const pairs = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [left = '', right = '', probability] = line.split(',')
      return { left, right, probability: Number(probability), isTrue: personOf.get(left) === personOf.get(right) }
    })
  rmSync(folder, { recursive: true })
  const records = [...personOf.values()].map((person) => ({ person, side: 0 }))
  const score = scorePairs(pairs, countTruePairs(records, false), 0.5)
  const steps = linked.value.steps.map(({ step, milliseconds }) => `${step} ${(milliseconds / 1000).toFixed(1)} s`).join(', ')
  const processor = `processor ${((used.user + used.system) / 1e6).toFixed(1)} s; ${steps}`
  tellOutcome({ name, records: linked.value.records, score, seconds, notes: [processor, ...(explain?.(pairs) ?? [])] })
}

/** Reads which person each id belongs to from two columns of a CSV without quotes, plain or gzipped. */
export async function readPersons(file: string, id: number, person: number): Promise<Map<string, string>> {
  const source = createReadStream(file)
  const persons = new Map<string, string>()
  for await (const line of createInterface({ input: file.endsWith('.gz') ? source.pipe(createGunzip()) : source })) {
    const cells = line.split(',')
    persons.set(cells[id] ?? '', cells[person] ?? '')
  }
  persons.delete('id')
  return persons
}
