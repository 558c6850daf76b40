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

type Asked = { name: string; url: string; as?: 'operator' | 'auditor' | 'bendahara' }

function requests(grown: Grown): Asked[] {
  const workers = (query: string): Asked => ({ name: `workers ?${query}`, url: `/api/registry/workers?limit=200&${query}` })
  const rows = (query: string): Asked => ({
    name: `rows of an intake ?${query}`,
    url: `/api/intakes/${grown.intakeId}/rows?limit=300&${query}`,
  })
  const members = (query: string): Asked => ({ name: `members ?${query}`, url: `/api/membership/periods?limit=200&${query}` })
  const ranked = (query: string): Asked => ({
    name: `ranking ?${query}`,
    url: `/api/programmes/${grown.programmeCode}/ranking?limit=200&${query}`,
  })
  const frozen = (query: string): Asked => ({
    name: `decree ?${query}`,
    url: `/api/programmes/${grown.programmeCode}/decree/lines?limit=200&${query}`,
  })
  const standings = ['clear', 'deceased', 'covered', 'unknown', 'name-differs', 'birth-date-differs', 'no-decile', 'not-asked']
  const orders = ['name', 'village', 'birth-date', 'id'].flatMap((order) => [order, `-${order}`])
  return [
    workers(''),
    ...orders.map((order) => workers(`sort=${order}`)),
    ...[
      'wayan',
      'i',
      'sudarma',
      'i wayan sudarma',
      'i wayan agus sudarma',
      'rasm',
      'tidak ada namanya',
      '510301',
      '5103010000123456',
      '510301******3456',
    ].map((text) => workers(`text=${encodeURIComponent(text)}`)),
    ...['-birth-date', 'village'].map((order) => workers(`text=wayan&sort=${order}`)),
    workers(`village=${grown.village}`),
    workers(`village=${grown.village}&sort=-birth-date`),
    workers(`district=${grown.district}`),
    workers(`district=${grown.district}&text=wayan`),
    ...standings.map((standing) => workers(`standing=${standing}`)),
    workers('standing=clear&text=wayan&sort=village'),
    workers('coveredBy=PU'),
    workers('decile=3'),
    ...['eligible', 'ineligible', 'unjudged'].map((result) => workers(`eligibility=${result}`)),
    workers('ground=age'),
    { ...workers(''), as: 'operator' },
    { ...workers('text=wayan'), as: 'operator' },
    { name: 'intakes', url: '/api/intakes?limit=200' },
    { name: 'intakes ?text', url: '/api/intakes?limit=200&text=5103' },
    { name: 'an intake of 75,903 rows', url: `/api/intakes/${grown.intakeId}` },
    ...[
      '',
      'verdict=review',
      'verdict=accepted',
      'code=duplicate',
      'code=occupation-unknown',
      'code=birth-date-unreadable&verdict=review',
      'open=true',
      'text=wayan',
      'text=tidakada',
      'text=510301',
      `fileId=${grown.fileId}`,
      `fileId=${grown.fileId}&text=wayan`,
    ].map(rows),
    { name: 'written alike in an intake', url: `/api/intakes/${grown.intakeId}/findings/occupation-unknown/written` },
    { name: 'repairs of an intake', url: `/api/intakes/${grown.intakeId}/repairs` },
    { ...rows(''), as: 'operator' },
    ...[
      '',
      'state=upcoming',
      'text=wayan',
      'text=sudarma',
      'text=510301',
      'text=tidakada',
      `area=${grown.village}`,
      `area=${grown.district}`,
      `programmeId=${grown.programmeId}`,
      `programmeId=${grown.programmeId}&text=wayan`,
      'deceased=not-ended',
    ].map(members),
    { name: 'counts of members', url: '/api/membership/counts' },
    ...[
      '',
      'place=waiting',
      'text=wayan',
      'text=sudarma',
      `village=${grown.village}`,
      `district=${grown.district}&text=wayan`,
    ].map(ranked),
    ...['', 'place=waiting', 'text=wayan', `village=${grown.village}`].map(frozen),
    {
      name: 'people of a contribution run',
      url: `/api/contributions/runs/${grown.contributionRunId}/lines?limit=200`,
      as: 'bendahara',
    },
    {
      name: 'left out of a contribution run',
      url: `/api/contributions/runs/${grown.contributionRunId}/omissions?limit=200`,
      as: 'bendahara',
    },
    { name: 'contribution runs', url: '/api/contributions/runs', as: 'bendahara' },
    { name: 'ledger', url: '/api/contributions/ledger', as: 'bendahara' },
    { name: 'pairs of duplicates', url: '/api/duplicates/pairs' },
    { name: 'counts of duplicates', url: '/api/duplicates/summary' },
    { name: 'merges', url: '/api/duplicates/merges' },
    { name: 'audit trail', url: '/api/audit?limit=100', as: 'auditor' },
    { name: 'audit trail ?act', url: '/api/audit?limit=100&act=intake.accepted', as: 'auditor' },
    { name: 'audit trail ?actor', url: '/api/audit?limit=100&actor=Contoh%20Dua', as: 'auditor' },
    { name: 'audit trail ?before', url: '/api/audit?limit=100&before=100000', as: 'auditor' },
    { name: 'summary of matching', url: '/api/matching/summary' },
    { name: 'villages', url: '/api/places/villages' },
    { name: 'places ?text', url: '/api/places/search?text=kuta' },
    { name: 'queues of home', url: '/api/home/queues' },
  ]
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
