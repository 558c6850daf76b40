import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { areaCode } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { openPlatform } from '../../src/platform/platform.ts'
import { readSettings } from '../../src/platform/settings.ts'
import { type Chance, makeChance } from '../../src/demo/chance.ts'
import { inventPerson } from '../../src/demo/people.ts'
import { writeList } from '../../src/demo/village-lists.ts'

// Kills the programme at random moments of an intake and of a contribution run, starts it again, and lets an independent auditor count.
// node test/simulation/killed.ts [--kills 50] [--seed 1] [--people 1500]

const program = fileURLToPath(new URL('../../bin/ucok.js', import.meta.url))
const villages = ['51.03.01.1002', '51.03.01.1004', '51.03.02.2001', '51.03.03.2001', '51.03.06.2006', '51.03.05.1006'].map(
  areaCode,
)

export type Kills = { kills: number; seed: number; people: number }
export type Toll = { intakeKills: number; runKills: number; faults: string[] }

/** What an auditor counts who knows nothing of the programme but its tables. */
type Books = {
  workers: number
  niks: number
  rows: number
  rowKeys: number
  lists: number
  runs: number
  lines: number
  amount: number
  ledger: number
  postings: number
  periods: number
}

/** Plays the simulation; every fault is a sentence. */
export async function killAtRandom({ kills, seed, people }: Kills): Promise<Toll> {
  const chance = makeChance(seed)
  const home = mkdtempSync(join(tmpdir(), 'ucok-killed-'))
  try {
    const lists = writeLists(join(home, 'lists'), chance, people)
    const calm = await playCalmly(join(home, 'calm'), lists)
    const toll: Toll = { intakeKills: 0, runKills: 0, faults: [] }
    for (let round = 1; toll.intakeKills + toll.runKills < kills; round += 1) {
      const data = join(home, `round-${round}`)
      toll.intakeKills += await untilDone(intakeCommand(data, lists), data, chance, calm.intakeTime)
      prepareRun(data)
      toll.runKills += await untilDone(runCommand(data), data, chance, calm.runTime)
      finishRun(data)
      toll.faults.push(...compare(`round ${round}`, await audit(data), calm.books))
      rmSync(data, { recursive: true, force: true })
    }
    return toll
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function writeLists(folder: string, chance: Chance, people: number): string {
  mkdirSync(folder)
  let serial = 0
  for (const village of villages) {
    const own = Array.from({ length: Math.round(people / villages.length) }, () =>
      inventPerson(chance, village, day('2026-11-01'), (serial += 1)),
    )
    const list = writeList(chance, { code: village, name: village }, own)
    writeFileSync(join(folder, list.name), list.csv)
  }
  return folder
}

const intakeCommand = (data: string, lists: string) => [
  'intake',
  lists,
  '--region',
  '51.03',
  '--on',
  '2026-11-01',
  '--data',
  data,
]
const runCommand = (data: string) => ['contributions', 'run', '--programme', 'SIM', '--month', '2027-01', '--data', data]

function prepareRun(data: string): void {
  ucok([
    'programme',
    'create',
    '--code',
    'SIM',
    '--year',
    '2027',
    '--first-month',
    '2027-01',
    '--last-month',
    '2027-12',
    '--data',
    data,
  ])
  ucok(['eligibility', 'run', '--programme', 'SIM', '--data', data])
  ucok(['decree', 'freeze', '--programme', 'SIM', '--number', '1/SIM', '--date', '2026-12-01', '--data', data])
}

/** The same run asked for again, and approved by another person: the books must close. */
function finishRun(data: string): void {
  ucok(runCommand(data))
  ucok([
    'account',
    'add',
    '--username',
    'kabid',
    '--name',
    'Kabid Contoh',
    '--role',
    'approver',
    '--area',
    '51.03',
    '--data',
    data,
  ])
  ucok(['contributions', 'approve', '--programme', 'SIM', '--month', '2027-01', '--as', 'kabid', '--data', data])
}

async function playCalmly(data: string, lists: string): Promise<{ intakeTime: number; runTime: number; books: Books }> {
  const intakeTime = timeOf(() => ucok(intakeCommand(data, lists)))
  prepareRun(data)
  const runTime = timeOf(() => ucok(runCommand(data)))
  finishRun(data)
  return { intakeTime, runTime, books: await audit(data) }
}

/** Starts a command and kills it at a random moment, again and again, until it once ends by itself. Says how often it was killed. */
async function untilDone(command: string[], data: string, chance: Chance, usual: number): Promise<number> {
  let killed = 0
  for (;;) {
    const child = spawn(process.execPath, [program, ...command], { stdio: 'ignore', env: quiet() })
    const ended = new Promise<boolean>((resolve) => child.once('exit', (code) => resolve(code === 0)))
    const moment = chance.share() * usual * (killed > 6 ? 3 : 1.15)
    const timer = setTimeout(() => {
      if (chance.happens(0.5)) killServer(data)
      child.kill('SIGKILL')
    }, moment)
    const isDone = await ended
    clearTimeout(timer)
    if (isDone) return killed
    killed += 1
  }
}

/** Kills the database as well, every process of it, as a power cut would. */
function killServer(data: string): void {
  const lock = join(data, 'postgres', 'postmaster.pid')
  if (!existsSync(lock)) return
  const postmaster = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (!Number.isInteger(postmaster) || postmaster <= 1) return
  try {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
      .map(Number)
    for (const pid of [postmaster, ...children]) if (pid > 1) process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself in the meantime.
  }
}

async function audit(data: string): Promise<Books> {
  const platform = await openPlatform(readSettings({ data }, { UCOK_LOG: 'silent' }))
  try {
    const { rows } = await platform.owner.query<Books>(`select
      (select count(*) from worker where removed_at is null) as workers, (select count(distinct nik) from worker where removed_at is null) as niks,
      (select count(*) from intake_row) as rows, (select count(distinct (file_id, sheet, row_number)) from intake_row) as "rowKeys",
      (select count(*) from intake_file where undone_at is null) as lists, (select count(*) from contribution_run where state <> 'refused') as runs,
      (select count(*) from contribution_line) as lines, (select coalesce(sum(amount), 0)::bigint from contribution_line) as amount,
      (select coalesce(sum(amount), 0)::bigint from ledger_posting) as ledger, (select count(*) from ledger_posting) as postings,
      (select count(*) from membership_period) as periods`)
    if (rows[0] === undefined) throw new Error('nothing to audit')
    return rows[0]
  } finally {
    await platform.stop()
  }
}

function compare(round: string, found: Books, calm: Books): string[] {
  const faults = Object.entries(calm).flatMap(([what, count]) =>
    found[what as keyof Books] === count ? [] : [`${round}: ${what} is ${found[what as keyof Books]}, should be ${count}`],
  )
  if (found.workers !== found.niks) faults.push(`${round}: somebody stands twice in the registry`)
  if (found.ledger !== 0) faults.push(`${round}: the ledger does not balance`)
  return faults
}

function ucok(args: string[]): string {
  return execFileSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: quiet(),
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
}

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, UCOK_LOG: 'silent', DATABASE_URL: '' }
}

function timeOf(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name: string, fallback: number) =>
    Number(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? fallback) || fallback
  const has = (name: string) => process.argv.includes(`--${name}`)
  const wanted = {
    kills: has('kills') ? option('kills', 50) : 50,
    seed: has('seed') ? option('seed', 1) : 1,
    people: has('people') ? option('people', 1500) : 1500,
  }
  const toll = await killAtRandom(wanted)
  process.stdout.write(`${JSON.stringify({ ...wanted, ...toll }, null, 2)}\n`)
  process.exitCode = toll.faults.length === 0 ? 0 : 1
}
