import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Actor } from '../src/platform/actor.ts'
import { type Context, look } from '../src/platform/context.ts'
import { openPlatform, type Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { readPlace } from '../src/registry/order.ts'
import { listWorkers } from '../src/registry/store.ts'
import type { WorkerFilter } from '../src/registry/workers.ts'
import { areaCode, region } from '../values/areas.ts'
import { measureProcess, say } from './measured.ts'
import { fillRegistry } from './registry-of.ts'

// What row-level security costs: lists and searches of the registry as the working role, beside the same query, to the same answer, as the
// owner of the tables, whom no policy restricts. For an operator of a village the owner's query names the village itself, as it would have to
// if nothing else did. In turns, the median of each. node bench/row-security.ts [PEOPLE]
const people = Number(process.argv[2] ?? 1_000_000)
const most = 1.5
const turns = 21
const village = areaCode('51.03.01.1002')

const officer: Actor = { id: 'bench', name: 'bench', kind: 'person', grants: [{ role: 'officer', area: areaCode('51.03') }] }
const operator: Actor = { id: 'bench', name: 'bench', kind: 'person', grants: [{ role: 'village-operator', area: village }] }

type Question = { name: string; filter: WorkerFilter; sort?: string }

const questions: Question[] = [
  { name: 'list, first page', filter: {} },
  { name: 'list by birth date, descending', filter: {}, sort: '-birth-date' },
  { name: 'list of a district', filter: { district: '51.03.01' } },
  { name: 'search, a common name', filter: { text: 'wayan' } },
  { name: 'search, a full name', filter: { text: 'ni made suartini' } },
  { name: 'search, a rare name', filter: { text: 'zulkifli' } },
  { name: 'search, a NIK', filter: { text: '5103010000123456' } },
  { name: 'search, a masked NIK', filter: { text: '510301******3456' } },
]

const home = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
try {
  await measureProcess([fileURLToPath(new URL('open-region.ts', import.meta.url)), home])
  const platform = await openPlatform(readSettings({ data: home }))
  await fillRegistry(platform, people)
  const free: Platform = { ...platform, pool: platform.owner }
  let highest = 0
  for (const question of questions) {
    highest = Math.max(highest, await compare(platform, free, question, officer, {}))
    highest = Math.max(highest, await compare(platform, free, question, operator, { village }))
  }
  say(`highest ratio ${highest.toFixed(2)} (at most ${most}) over ${people} people`)
  if (highest > most) process.exitCode = 1
  await platform.stop()
} finally {
  rmSync(home, { recursive: true, force: true })
}

async function compare(
  scoped: Platform,
  free: Platform,
  { name, filter, sort }: Question,
  actor: Actor,
  named: WorkerFilter,
): Promise<number> {
  const times: { scoped: number[]; free: number[] } = { scoped: [], free: [] }
  const ask = (wanted: WorkerFilter) => (ctx: Context) => listWorkers(ctx, wanted, readPlace(sort, undefined), 50)
  for (let turn = 0; turn < turns + 2; turn += 1) {
    const one = await timed(() => look(scoped, { actor, region: region('51.03') }, ask(filter)))
    const other = await timed(() => look(free, { actor, region: region('51.03') }, ask({ ...named, ...filter })))
    if (JSON.stringify(one.value) !== JSON.stringify(other.value)) throw new Error(`${name}: not the same answer`)
    if (turn < 2) continue
    times.scoped.push(one.milliseconds)
    times.free.push(other.milliseconds)
  }
  const [with_, without] = [median(times.scoped), median(times.free)]
  const ratio = with_ / without
  say(
    `${(actor === officer ? 'officer' : 'operator').padEnd(9)} ${name.padEnd(32)} ${with_.toFixed(1).padStart(7)} ms, without ${without.toFixed(1).padStart(7)} ms: ${ratio.toFixed(2)}`,
  )
  return ratio
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const started = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - started }
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
