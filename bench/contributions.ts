import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { region } from '../values/areas.ts'
import { month } from '../values/months.ts'
import { runContributions } from '../src/contributions/run.ts'
import { openPeriodsFromDecree } from '../src/membership/operations.ts'
import { systemActor } from '../src/platform/actor.ts'
import { carryOut } from '../src/platform/context.ts'
import { openPlatform, type Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { freezeProgramme } from '../test/frozen-programme.ts'

// Measures a monthly run of a million members against a bare INSERT … SELECT of the same rows into the same table, in turns.
// node bench/contributions.ts [people] [rounds]

const people = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 3)
const most = 2.5
const badung = region('51.03')

const data = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
const platform = await openPlatform(readSettings({ data }, { ...process.env, DATABASE_URL: '', UCOK_LOG: 'silent' }))
try {
  const { code, decreeId } = await freezeProgramme(platform, { region: badung, people })
  await platform.owner.query('analyze')
  const asking = { actor: systemActor, region: badung }
  report('covers opened', await seconds(() => carryOut(platform, asking, (ctx) => openPeriodsFromDecree(ctx, { decreeId }))))
  await platform.owner.query('vacuum analyze')
  const runs: number[] = []
  const bare: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const of = month(`2027-${String(round).padStart(2, '0')}`)
    runs.push(await seconds(() => carryOut(platform, asking, (ctx) => runContributions(ctx, { programme: code, month: of }))))
    bare.push(await bareInsert(platform, of))
    report(`round ${round}: run`, runs.at(-1) ?? 0)
    report(`round ${round}: bare insert`, bare.at(-1) ?? 0)
  }
  const ratio = median(runs) / median(bare)
  process.stdout.write(`ratio of medians ${ratio.toFixed(2)} (at most ${most})\n`)
  if (ratio > most) process.exitCode = 1
} finally {
  await platform.stop()
  rmSync(data, { recursive: true, force: true })
}

/** The same rows into the same table from a plain copy of them, by the owner of the table: no row-level security, nothing else. */
async function bareInsert(on: Platform, of: string): Promise<number> {
  const client = await on.owner.connect()
  try {
    await client.query('drop table if exists plain_line')
    await client.query(`create table plain_line as select l.* from contribution_line l join contribution_run r on r.region = l.region
      and r.id = l.run_id where r.month = '${of}'`)
    await client.query('analyze plain_line')
    await client.query('checkpoint').catch(() => undefined)
    const runId = await copyOfRun(on, of)
    const taken = await seconds(async () => {
      await client.query('begin')
      const { rowCount } = await client.query(
        `insert into contribution_line (region, run_id, worker_id, period_id, village, budget_line_id, amount)
         select region, $1, worker_id, period_id, village, budget_line_id, amount from plain_line`,
        [runId],
      )
      await client.query('commit')
      if (rowCount !== people) throw new Error(`${rowCount} rows instead of ${people}`)
    })
    return taken
  } finally {
    client.release()
  }
}

/** A run without lines, refused so that it takes no money, to which the bare rows belong. */
async function copyOfRun(on: Platform, of: string): Promise<string> {
  const { rows } = await on.owner.query<{ id: string }>(
    `insert into contribution_run (region, id, programme_id, month, state, people, amount, rate, grounds, due_on, made_by, made_by_name,
       decided_by, decided_at, decision_reason)
     select region, gen_random_uuid(), programme_id, month, 'refused', 0, 0, rate, '{}', due_on, 'a', 'a', 'b', now(), '-'
     from contribution_run where month = $1 and state <> 'refused' returning id`,
    [of],
  )
  const id = rows[0]?.id ?? ''
  await on.owner.query(
    `insert into run_funding select f.region, $1, f.budget_line_id, f.people, f.amount from run_funding f
     join contribution_run r on r.region = f.region and r.id = f.run_id where r.month = $2 and r.state <> 'refused'`,
    [id, of],
  )
  return id
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  const outcome = await work()
  if (typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false)
    throw new Error(JSON.stringify(outcome))
  return (performance.now() - from) / 1000
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0
}

function report(what: string, took: number): void {
  process.stdout.write(`${what}: ${took.toFixed(2)} s for ${people}\n`)
}
