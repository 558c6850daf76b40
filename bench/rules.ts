/**
 * How many people a second pass through the law, one thread, facts already in memory; and how long a CSV of a million takes
 * beside the CSV library alone. Run: `node bench/rules.ts` (people=1000000 by default, `--people 200000` for a quick look).
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'
import { day } from '../values/days.ts'
import { jkkDeathLaw, type JkkDeathPerson } from '../rules/benefits/jkk-death.ts'
import { jkmLaw, type JkmPerson } from '../rules/benefits/jkm.ts'
import { neverEnds } from '../rules/benefits/membership.ts'
import { rules } from '../rules/book.ts'
import { type ContributionFacts, contributionLaw } from '../rules/contributions/contribution.ts'
import { type EpochDay, fromEpochDay, toEpochDay } from '../rules/kit/epoch.ts'
import { runBatch } from '../src/rules/batch.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' } } })
const people = Number(values.people)

/** The same invented people on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

const next = seeded(20_261_120)
const span = (from: string, to: string) => {
  const first = toEpochDay(day(from))
  return () => (first + next(toEpochDay(day(to)) - first)) as EpochDay
}
const payers = ['APBD', 'SELF', 'APBN', 'CSR'] as const
const event = span('2015-07-01', '2026-11-20')
const start = span('2015-07-01', '2026-11-20')

const rows: string[] = []
await reportTable('jkm', 'nik,nama,memberSince,deathDate', (row) => {
  const death = event()
  const since = Math.min(death, start()) as EpochDay
  return `${nikOf(row)},I WAYAN SUDIARTA,${fromEpochDay(since).toString()},${fromEpochDay(death).toString()}`
})
await reportTable('contribution', 'nik,nama,payer,income,sector', (row) => {
  return `${nikOf(row)},NI MADE SUARTINI,${payers[next(4)]},${next(3_000_000)},${next(3) === 0 ? 'transport' : 'other'}`
})

const contributors: ContributionFacts[] = Array.from({ length: people }, () => ({
  package: next(4) === 0 ? 'JKK_JKM_JHT' : 'JKK_JKM',
  payer: payers[next(4)] ?? 'SELF',
  sector: next(3) === 0 ? 'transport' : 'other',
  income: next(3_000_000),
}))
const dead: JkmPerson[] = Array.from({ length: people }, () => {
  const death = event()
  return { death, since: Math.min(death, start()) as EpochDay, until: neverEnds, workRelated: false }
})
const injured: JkkDeathPerson[] = dead.map(({ death, since, until }) => ({
  accident: death,
  since,
  until,
  base: 1_000_000 + next(5) * 200_000,
}))

/** Runs the work until it is warm, then five times more, and keeps the best. */
function perSecond(work: () => number): { rate: number; sum: number } {
  let best = Infinity
  let sum = 0
  for (let run = 0; run < 8; run++) {
    const began = performance.now()
    sum = work()
    const took = performance.now() - began
    if (run >= 3) best = Math.min(best, took)
  }
  return { rate: (people / best) * 1000, sum }
}

function report(name: string, work: () => number, goal: number, byHand?: () => number): void {
  const law = perSecond(work)
  const hand = byHand === undefined ? undefined : perSecond(byHand)
  if (hand !== undefined && hand.sum !== law.sum)
    throw new Error(`${name}: the law says ${law.sum}, the hand-written loop ${hand.sum}`)
  const ratio =
    hand === undefined ? '' : `; hand-written loop ${(hand.rate / 1e6).toFixed(1)}M/s, ratio ${(hand.rate / law.rate).toFixed(2)}`
  rows.push(
    `${law.rate >= goal ? 'ok  ' : 'LOW '} ${name.padEnd(44)} ${(law.rate / 1e6).toFixed(2)}M people/s (goal ${goal / 1e6}M)${ratio}`,
  )
}

const price = contributionLaw(day('2026-05-01'))
report(
  'contribution of a month',
  () => {
    let sum = 0
    for (const person of contributors) sum += price(person)
    return sum
  },
  20e6,
  () => {
    let sum = 0
    for (const person of contributors) sum += contributionByHand(person)
    return sum
  },
)

const jkm = jkmLaw()
const deaths = Int32Array.from(dead, (each) => each.death)
const sinces = Int32Array.from(dead, (each) => each.since)
const untils = Int32Array.from(dead, (each) => each.until)
const bases = Int32Array.from(injured, (each) => each.base)
const into = new Float64Array(people)
const sumOf = (amounts: Float64Array) => amounts.reduce((sum, amount) => sum + amount, 0)

report(
  'JKM, own event date, objects',
  () => {
    let sum = 0
    for (const person of dead) sum += jkm.amount(person)
    return sum
  },
  10e6,
  () => {
    let sum = 0
    for (const person of dead) sum += jkmByHand(person)
    return sum
  },
)
report('JKM, own event date, columns', () => (jkm.amounts(deaths, sinces, untils, into), sumOf(into)), 10e6)
report('JKM with all grounds', () => granted(dead, jkm.decide), 0.3e6)

const jkk = jkkDeathLaw()
report(
  'JKK death, own event date, objects',
  () => {
    let sum = 0
    for (const person of injured) sum += jkk.amount(person)
    return sum
  },
  10e6,
  () => {
    let sum = 0
    for (const person of injured) sum += jkkByHand(person)
    return sum
  },
)
report('JKK death, own event date, columns', () => (jkk.amounts(deaths, sinces, untils, bases, into), sumOf(into)), 10e6)
report('JKK death with all grounds', () => granted(injured, jkk.decide), 0.3e6)

process.stdout.write(`${rows.join('\n')}\n`)

function nikOf(row: number): string {
  return `5103010101${String(row).padStart(6, '0')}`
}

function granted<Person>(
  all: readonly Person[],
  decide: (person: Person) => { granted: boolean; grounds: readonly unknown[] },
): number {
  const kept: unknown[] = []
  let count = 0
  for (const person of all) {
    const decision = decide(person)
    if (decision.granted && decision.grounds.length > 0) count++
    kept[count % 1024] = decision
  }
  return count + kept.length
}

/** May 2026 with its constants written out: what a programmer in a hurry would write. */
function contributionByHand(person: ContributionFacts): number {
  const income = person.income ?? 0
  let base = 1_000_000
  if (income >= 2_700_000) base = 2_950_000
  else if (income >= 1_100_000) base = 1_200_000 + Math.floor((income - 1_100_000) / 200_000) * 200_000
  const share = person.payer === 'APBD' || person.payer === 'APBN' ? 1 : 0.5
  const savings = person.package === 'JKK_JKM_JHT' ? base * 0.02 : 0
  return Math.round(base * 0.01 * share) + Math.round(6800 * share) + Math.round(savings)
}

function jkmByHand({ death, since, until }: JkmPerson): number {
  if (death < since || death > until) return 0
  if (death < 18_232) return 24_000_000
  if (death < 20_143 || death - since > 93) return 42_000_000
  const began = new Date(since * 86_400_000)
  const last = new Date(Date.UTC(began.getUTCFullYear(), began.getUTCMonth() + 4, 0)).getUTCDate()
  const full = Date.UTC(began.getUTCFullYear(), began.getUTCMonth() + 3, Math.min(began.getUTCDate(), last)) / 86_400_000
  return death < full ? 10_000_000 : 42_000_000
}

function jkkByHand({ accident, since, until, base }: JkkDeathPerson): number {
  if (accident < since || accident > until) return 0
  return accident < 18_232 ? Math.max(16_200_000, base * 48) + 7_800_000 : Math.max(20_000_000, base * 48) + 22_000_000
}

/** A table of a million through a rule, and through the CSV library alone, alternating so that both meet the same machine. */
async function reportTable(name: string, header: string, line: (row: number) => string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rules-bench-'))
  const [input, output, copied] = ['in.csv', 'out.csv', 'copied.csv'].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ]
  try {
    await writeTable(input, header, line)
    const rule = rules.find((each) => each.name === name)
    if (rule === undefined) throw new Error(`no rule ${name}`)
    const best = { law: Infinity, csvAlone: Infinity }
    for (let run = 0; run < 3; run++) {
      best.csvAlone = Math.min(
        best.csvAlone,
        await seconds(() => pipeline(createReadStream(input), parse(), stringify(), createWriteStream(copied))),
      )
      best.law = Math.min(best.law, await seconds(() => runBatch({ rule, input, output, on: day('2026-05-01'), language: 'id' })))
    }
    const ratio = best.law / best.csvAlone
    rows.push(
      `${ratio <= 2 ? 'ok  ' : 'HIGH'} batch ${name.padEnd(38)} ${best.law.toFixed(2)} s; CSV library alone ${best.csvAlone.toFixed(2)} s, ratio ${ratio.toFixed(2)} (goal 2)`,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeTable(path: string, header: string, line: (row: number) => string): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${header}\n`)
  for (let row = 0; row < people; row++) if (!file.write(`${line(row)}\n`)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
