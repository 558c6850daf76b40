import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { addDemoAccounts } from '../src/demo/accounts.ts'
import { systemActor } from '../src/platform/actor.ts'
import { carryOut } from '../src/platform/context.ts'
import { makeServer } from '../src/platform/http.ts'
import { openPlatform, type Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { done } from '../values/outcome.ts'
import { routes } from '../src/routes.ts'
import { requests, unasked } from './lists-asked.ts'
import { badung, type Grown, growRegistry } from './lists-registry.ts'
import { say } from './measured.ts'

// The time the server takes to answer every list and every search with a million workers in the registry. A request a time, each asked often,
// the slowest twentieth left out. node bench/lists.ts [PEOPLE] [TIMES] [PART OF AN ADDRESS]
const people = Number(process.argv[2] ?? 1_000_000)
const times = Number(process.argv[3] ?? 20)
const only = process.argv[4] ?? ''
const most = 300

const kept = process.env['UCOK_BENCH_DATA']
const data = kept ?? mkdtempSync(join(tmpdir(), 'ucok-bench-'))
const platform = await openPlatform(readSettings({ data }, { ...process.env, DATABASE_URL: '', UCOK_LOG: 'silent' }))
try {
  const grown = (await grownBefore(platform)) ?? (await growRegistry(platform, people))
  await platform.owner.query('vacuum analyze')
  const app = await makeServer(platform, routes)
  const cookies = await signIn(platform)
  const slow: string[] = []
  const missing = unasked(routes, requests(grown))
  if (missing.length > 0) throw new Error(`lists that nobody measures: ${missing.join(', ')}`)
  for (const asked of requests(grown)) {
    if (!asked.url.includes(only)) continue
    const measured = await measure(app, asked.url, cookies[asked.as ?? 'petugas'] ?? '')
    const isSlow = measured.p95 > most
    if (isSlow) slow.push(asked.url)
    const line = [measured.p95, measured.median].map((value) => `${value.toFixed(0)} ms`.padStart(9)).join('')
    say(`${line}  ${asked.as === undefined ? '' : `(${asked.as}) `}${asked.name}${isSlow ? `  over ${most} ms` : ''}`)
  }
  say(
    `p95 and median of ${times} requests each, ${people} workers; at most ${most} ms: ${slow.length === 0 ? 'holds everywhere' : `${slow.length} over`}`,
  )
  if (slow.length > 0) process.exitCode = 1
  await app.close()
} finally {
  await platform.stop()
  if (kept === undefined) rmSync(data, { recursive: true, force: true })
}

async function measure(app: FastifyInstance, url: string, cookie: string): Promise<{ p95: number; median: number }> {
  const took: number[] = []
  for (let time = -1; time < times; time += 1) {
    const from = performance.now()
    const answer = await app.inject({ method: 'GET', url, headers: { cookie } })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
    if (time >= 0) took.push(performance.now() - from)
  }
  const sorted = took.toSorted((left, right) => left - right)
  return { p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0, median: sorted[sorted.length >> 1] ?? 0 }
}

/** Opens a session for everybody who asks, in the database itself. */
async function signIn(on: Platform): Promise<Record<string, string>> {
  const cookies: Record<string, string> = {}
  await carryOut(on, { actor: systemActor, region: badung }, async (ctx) => done(await addDemoAccounts(ctx)))
  const { rows } = await on.owner.query<{ id: string; username: string }>('select id, username from account')
  for (const { id, username } of rows) {
    const token = randomUUID()
    await on.owner.query(
      `insert into session (token_hash, account_id, csrf_token, region, expires_at) values (sha256(convert_to($1, 'UTF8')), $2, $3, '5103', now() + interval '1 day')`,
      [token, id, randomUUID()],
    )
    cookies[username] = `ucok_session=${token}`
  }
  return cookies
}

/** What a folder of an earlier run holds; nothing when it is new. */
async function grownBefore(on: Platform): Promise<Grown | undefined> {
  const { rows } = await on.owner
    .query<Grown>(`select p.id as "programmeId", p.code as "programmeCode", e.id as "eligibilityRunId", c.id as "contributionRunId",
    i.id as "intakeId", f.id as "fileId", f.village, left(f.village, 8) as district
    from programme p, eligibility_run e, contribution_run c, intake i join intake_file f on f.region = i.region and f.intake_id = i.id and f.position = 1
    where i.state = 'checked' limit 1`)
  return rows[0]
}
