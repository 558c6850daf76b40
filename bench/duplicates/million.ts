import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { linkFiles } from '../../src/duplicates/link-files.ts'
import { madeHeadings, madePeople } from './people-made.ts'
import { countTruePairs, scorePairs } from './score.ts'

/** Measures a made set of `count` people: prints F1, time by step and memory. Run in a process of its own, so that the peak is its own. */
async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ucok-people-'))
  const [list, map, out] = [join(folder, 'people.csv'), join(folder, 'map.json'), join(folder, 'pairs.csv')]
  const persons: number[] = []
  await pipeline(Readable.from(csvOf(count, persons)), createWriteStream(list))
  const columns = {
    id: 'id',
    nik: 'nik',
    fullName: 'name',
    sex: 'sex',
    birthDate: 'birth_date',
    village: 'village',
    motherName: 'mother',
    phone: 'phone',
  }
  writeFileSync(map, JSON.stringify(columns))
  const start = performance.now()
  const linked = await linkFiles({ left: list, map, out, threshold: 0.01 })
  const seconds = (performance.now() - start) / 1000
  const peak = process.resourceUsage().maxRSS / 1024
  if (!linked.ok) throw new Error(linked.refusal.reason)
  const pairs = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [left, right, probability] = line.split(',').map(Number)
      return { probability: probability ?? 0, isTrue: persons[(left ?? 0) - 1] === persons[(right ?? 0) - 1] }
    })
  const truePairs = countTruePairs(
    persons.map((person) => ({ person: String(person), side: 0 })),
    false,
  )
  const score = scorePairs(pairs, truePairs, 0.5)
  rmSync(folder, { recursive: true })
  const figures = {
    records: persons.length,
    ...score,
    seconds,
    peakMegabytes: peak,
    microsecondsPerRecord: (seconds * 1e6) / persons.length,
  }
  const steps = linked.value.steps.map(({ step, milliseconds }) => `${step} ${(milliseconds / 1000).toFixed(1)} s`)
  process.stdout.write(`${JSON.stringify(figures)}\n${steps.join(', ')}\n`)
}

function* csvOf(count: number, persons: number[]): Generator<string> {
  let lines = `${madeHeadings.join(',')}\n`
  for (const { person, cells } of madePeople(count)) {
    persons.push(person)
    lines += `${cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`
    if (lines.length < 1 << 20) continue
    yield lines
    lines = ''
  }
  yield lines
}

await measure(Number(process.argv[2] ?? 1_000_000))
