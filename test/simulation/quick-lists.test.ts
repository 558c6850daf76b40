import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { done } from '../../values/outcome.ts'
import { makeChance } from '../../src/demo/chance.ts'
import { addRuleSet, judgeRegistry } from '../../src/eligibility/operations.ts'
import { defaultRules } from '../../src/eligibility/rule-sets.ts'
import { listDifferences } from '../../src/matching/differences.ts'
import { receiveAnswer, rematch } from '../../src/matching/operations.ts'
import { agesOfAnswers } from '../../src/matching/standing.ts'
import { summariseMatches } from '../../src/matching/store.ts'
import { carryOut, type Context, look } from '../../src/platform/context.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { correctWorker } from '../../src/registry/corrections.ts'
import { enterWorkers, newestEntry, removeWorkersOf } from '../../src/registry/entries.ts'
import { mergeWorkers, separateWorkers } from '../../src/registry/merging.ts'
import { readPlace } from '../../src/registry/order.ts'
import { forgetOutdatedWorkers } from '../../src/registry/retention.ts'
import { listedFrom, listedWhere } from '../../src/registry/selection.ts'
import { listWorkers } from '../../src/registry/store.ts'
import { eligibilities, standings, type WorkerFilter } from '../../src/registry/workers.ts'
import { openTestPlatform } from '../database.ts'
import { official } from '../people.ts'

// Lists are counted from tallies and reached by marks; here a registry lives through everything that changes them, in an order left to chance, and
// after every act each list is compared with the join of whole tables. The bounds are small, so that seventy people are as many as a million.
vi.mock('../../src/registry/bounds.ts', () => ({ mostFound: 6, mostCounted: 9, fewPeople: 12, enoughNamed: 3, mostNamed: 100 }))

const villages = ['51.03.01.1002', '51.03.01.1004', '51.03.02.2001']
const officer = { actor: official('officer'), region: region('51.03'), today: day('2026-11-21') }
const operator = { ...officer, actor: official('village-operator', 'operator', '51.03.01.1002') }
const folder = mkdtempSync(join(tmpdir(), 'ucok-quick-'))
const chance = makeChance(20_261_121)

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner.query(`insert into area (code, level, name, kind) values ('51.03.01.1002', 'village', 'Kuta', 'kelurahan'),
    ('51.03.01.1004', 'village', 'Legian', 'kelurahan'), ('51.03.02.2001', 'village', 'Umpama', 'desa') on conflict do nothing`)
})
afterAll(async () => {
  await platform.stop()
  rmSync(folder, { recursive: true })
})

const act = (work: (ctx: Context) => Promise<unknown>) => carryOut(platform, officer, async (ctx) => done(await work(ctx)))

type Standing = { id: number; nik: string | null; birth_date: string | null; full_name: string; removed_at: string | null }
const workersWhere = async (condition: string): Promise<Standing[]> =>
  (
    await platform.owner.query<Standing>(
      `select id, nik, birth_date, full_name, removed_at from worker where ${condition} order by id`,
    )
  ).rows
const somebody = async (condition = 'removed_at is null') => {
  const workers = await workersWhere(condition)
  return workers.length === 0 ? undefined : chance.pick(workers)
}

let lists = 0
let people = 0

/** A list of people enters, as an intake lets it: matched at once when any register has answered. */
async function enter(count: number, isMatched = true): Promise<void> {
  const file = `00000000-0000-4000-8000-${String(++lists).padStart(12, '0')}`
  const rows = Array.from({ length: count }, () => {
    people += 1
    const birth = day('1960-01-01')
      .add({ days: chance.between(0, 15_000) })
      .toString()
    const nik = chance.happens(0.1) ? null : `51030101018${String(people).padStart(5, '0')}`
    return {
      village: chance.pick(villages),
      nik,
      full_name: `${chance.pick(['I WAYAN', 'NI MADE'])} ${chance.pick(['SUDARMA', 'RASMINI'])}`,
      birth_date: birth,
      intake_file_id: file,
    }
  })
  await act(async (ctx) => {
    const before = await newestEntry(ctx)
    await enterWorkers(
      ctx,
      sql`select village, nik, null::text as family_card, full_name, null::text as birth_place, birth_date, 'L' as sex, null::text as mother_name,
      null::text as address, null::text as neighbourhood, 'Petani' as occupation, 'working' as occupation_kind, 800000::bigint as monthly_income, null::text as phone, intake_file_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (village text, nik text, full_name text, birth_date date, intake_file_id uuid)`,
    )
    const { rows: answers } = await sql`select from register_exchange limit 1`.execute(ctx.db)
    if (isMatched && answers.length > 0) await rematch(ctx, { sinceWorkerId: before + 1 })
  })
}

let answers = 0

/** A register answers about some of the people; the later its day, the more it counts. */
async function answer(register: 'dukcapil' | 'bpjs' | 'dtsen' | 'deaths'): Promise<void> {
  const asked = (await workersWhere('nik is not null')).filter(() => chance.happens(0.7))
  const lines = asked.map(({ nik, full_name, birth_date }) => {
    const name = chance.happens(0.15) ? 'ORANG LAIN' : full_name
    const born = chance.happens(0.1) ? '1970-02-02' : birth_date
    if (register === 'dukcapil') return `${nik};${name};${born};${chance.happens(0.1) ? 'MENINGGAL' : 'HIDUP'}`
    if (register === 'bpjs')
      return `${nik};${chance.pick(['PU', 'BPU'])};${chance.happens(0.3) ? 'AKTIF' : 'TIDAK AKTIF'};JKK JKM`
    return register === 'dtsen' ? `${nik};${chance.between(1, 10)}` : `${nik};2026-10-01`
  })
  const heads = {
    dukcapil: 'NIK;NAMA;TANGGAL LAHIR;STATUS',
    bpjs: 'NIK;SEGMEN;STATUS;PROGRAM',
    dtsen: 'NIK;DESIL',
    deaths: 'NIK;TANGGAL MENINGGAL',
  }
  const path = join(folder, `${++answers}.csv`)
  const some = register === 'deaths' ? lines.slice(0, 2) : lines
  writeFileSync(path, [heads[register], ...some].join('\r\n'))
  const received = await carryOut(platform, officer, (ctx) =>
    receiveAnswer(ctx, {
      register,
      file: { name: 'jawaban.csv', path },
      answeredOn: day('2026-11-01').add({ days: answers % 20 }),
    }),
  )
  if (some.length > 0) expect(received.ok).toBe(true)
}

let ruleSetId = ''
async function judge(): Promise<void> {
  await act(async (ctx) => {
    const rules = { year: 2027, title: 'Perbup contoh', legalBasis: 'Perbup 1/2027', rules: defaultRules }
    const made = ruleSetId === '' ? await addRuleSet(ctx, rules) : undefined
    if (made?.ok) ruleSetId = made.value.id
    return judgeRegistry(ctx, { ruleSetId })
  })
}

const acts: Record<string, () => Promise<void>> = {
  enters: () => enter(chance.between(1, 8)),
  'enters while an answer is being taken in': () => enter(chance.between(1, 3), false),
  'is undone': () =>
    act((ctx) => removeWorkersOf(ctx, [`00000000-0000-4000-8000-${String(chance.between(1, lists)).padStart(12, '0')}`])).then(
      () => {},
    ),
  merges: async () => {
    const [kept, merged] = [await somebody(), await somebody()]
    if (kept === undefined || merged === undefined || kept.id === merged.id) return
    await act(async (ctx) => {
      await mergeWorkers(ctx, { kept: kept.id, merged: merged.id, values: {} })
      await rematch(ctx, { workerIds: [kept.id, merged.id] })
    })
  },
  'un-merges': async () => {
    const merged = await somebody(
      'merged_into is not null and (nik is null or nik not in (select nik from worker where removed_at is null and nik is not null))',
    )
    if (merged === undefined) return
    await act(async (ctx) => {
      await separateWorkers(ctx, { kept: merged.id, merged: merged.id, values: {}, returns: true })
      await rematch(ctx, { workerIds: [merged.id] })
    })
  },
  'is corrected': async () => {
    const worker = await somebody()
    if (worker === undefined) return
    await act(async (ctx) => {
      await correctWorker(ctx, { workerId: worker.id, field: 'birth_date', value: '1970-02-02', ground: 'KTP' })
      await rematch(ctx, { onlyWorkerId: worker.id })
    })
  },
  'is forgotten': () => act((ctx) => forgetOutdatedWorkers(ctx, -1)).then(() => {}),
  'is judged': judge,
  'Dukcapil answers': () => answer('dukcapil'),
  'BPJS answers': () => answer('bpjs'),
  'DTSEN answers': () => answer('dtsen'),
  'deaths are reported': () => answer('deaths'),
}

const filters: WorkerFilter[] = [
  {},
  { village: '51.03.01.1004' },
  ...standings.flatMap((standing): WorkerFilter[] => [
    { standing },
    { standing, district: '51.03.01' },
    { standing, eligibility: 'eligible' },
    { standing, eligibility: 'unjudged' },
    { standing, decile: 3 },
    { standing, text: 'wayan' },
  ]),
  ...eligibilities.map((eligibility): WorkerFilter => ({ eligibility })),
  { eligibility: 'unjudged', text: 'wayan' },
  { eligibility: 'ineligible', text: 'wayan sudarma' },
  { ground: 'age-at-entry' },
  { openGround: 'not-deceased', village: '51.03.01.1002' },
  { coveredBy: 'PU' },
  { decile: 5, coveredBy: 'BPU' },
  { text: 'tidak ada' },
  { text: '5103010101' },
]

/** Whom a filter holds by the join of whole tables. */
async function slowly(asking: typeof officer, filter: WorkerFilter, order: string): Promise<number[]> {
  return look(platform, asking, async (ctx) => {
    const { text, ...others } = filter
    const where = await listedWhere(ctx, others)
    const searched =
      text === undefined
        ? sql`true`
        : /^\d/.test(text)
          ? sql`w.nik like ${`${text}%`}`
          : sql`w.full_name ilike all (${text.split(' ').map((word) => `%${word}%`)}::text[])`
    const { rows } = await sql<{
      id: number
    }>`select w.id from ${listedFrom(ctx.region, filter)} where ${where} and ${searched} order by ${sql.raw(order)}`.execute(
      ctx.db,
    )
    return rows.map(({ id }) => id)
  })
}

/** A list from its first page to its last, two pages at the least. */
async function paged(asking: typeof officer, filter: WorkerFilter, sort: string) {
  const ids: number[] = []
  let after: string | undefined
  for (;;) {
    const page = await look(platform, asking, (ctx) => listWorkers(ctx, filter, readPlace(sort, after), 40))
    ids.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return { ids, count: page.count, countIsLeast: page.countIsLeast ?? false }
    after = page.next
  }
}

async function compareLists(asking: typeof officer): Promise<void> {
  const [sort, order] = chance.pick([
    ['name', 'w.full_name, w.id'],
    ['-birth-date', `coalesce(w.birth_date, '0001-01-01') desc, w.id desc`],
    ['village', 'w.village, w.id'],
    ['id', 'w.id'],
  ] as const)
  for (const filter of filters.filter(() => chance.happens(0.4))) {
    const slow = await slowly(asking, filter, order)
    const quick = await paged(asking, filter, sort)
    // Of a name that many bear not everybody is listed, but whoever is listed belongs there, in order, once.
    const isCut = filter.text !== undefined && quick.countIsLeast
    const ids = isCut ? slow.filter((id) => quick.ids.includes(id)) : slow
    const count = quick.countIsLeast ? Math.min(quick.count, slow.length) : slow.length
    expect({ filter, sort, ...quick }).toEqual({ filter, sort, ...quick, ids, count })
  }
}

const tallies = {
  worker_tally: `select village, people from worker_tally`,
  match_tally: `select village, covered_by, people, asked, clear, deceased, unknown, name_differs, birth_date_differs, with_decile from match_tally`,
  standing_tally: `select register, village, asked_on, answered_on, people from standing_tally`,
  difference_tally: `select state, field, village, people from difference_tally`,
}
const counted: Record<keyof typeof tallies, string> = {
  worker_tally: `select village, count(*) as people from worker where removed_at is null group by 1`,
  match_tally: `select village, coalesce(covered_by, '') as covered_by, count(*) as people, count(*) filter (where civil <> 'not-asked') as asked,
    count(*) filter (where ${clear()}) as clear, count(*) filter (where is_deceased) as deceased, count(*) filter (where civil = 'unknown') as unknown,
    count(*) filter (where not name_agrees) as name_differs, count(*) filter (where not birth_date_agrees) as birth_date_differs, count(decile) as with_decile
    from worker_match where exists (select from worker w where w.region = worker_match.region and w.id = worker_id and w.removed_at is null) group by 1, 2`,
  standing_tally: `select register, village, coalesce(asked_on, '-infinity') as asked_on, coalesce(answered_on, '-infinity') as answered_on, count(*) as people
    from register_standing group by 1, 2, 3, 4`,
  difference_tally: `select state, field, village, count(*) as people from register_difference group by 1, 2, 3`,
}

function clear(): string {
  return `civil = 'alive' and not is_deceased and covered_by is null and name_agrees is not false and birth_date_agrees is not false`
}

async function compareTallies(): Promise<void> {
  for (const [table, kept] of Object.entries(tallies)) {
    const sorted = async (statement: string) =>
      (await platform.owner.query(statement)).rows.map((row) => JSON.stringify(row)).sort()
    expect({ table, rows: await sorted(kept) }).toEqual({ table, rows: await sorted(counted[table as keyof typeof tallies]) })
  }
}

test('Lists and counts stay true through everything that may happen to a registry', async () => {
  await enter(40)
  await compareLists(officer)
  for (let turn = 0; turn < 18; turn += 1) {
    const name = chance.pick(Object.keys(acts))
    await acts[name]?.()
    await compareTallies()
    if (turn % 3 === 2) await compareLists(turn % 2 === 0 ? officer : operator)
  }
  const summary = await look(platform, officer, summariseMatches)
  expect(summary.notAsked).toBe((await slowly(officer, { standing: 'not-asked' }, 'w.id')).length)
  expect(summary.noDecile).toBe((await slowly(officer, { standing: 'no-decile' }, 'w.id')).length)
  const [dukcapil] = await look(platform, officer, agesOfAnswers)
  expect(dukcapil?.never).toBe(summary.workers - (await answered('dukcapil')))
  const differences = await look(platform, officer, (ctx) =>
    listDifferences(ctx, { state: 'open' }, { after: undefined, limit: 500 }),
  )
  expect(differences.count).toBe(differences.rows.length)
})

const answered = async (register: string) =>
  Number(
    (
      await platform.owner.query(`select count(*) from register_standing where register = $1 and answered_on is not null`, [
        register,
      ])
    ).rows[0]?.count,
  )

test('Whoever enters while a run is judging is not judged by it, and is found as such', async () => {
  const entering = await platform.owner.connect()
  try {
    await entering.query('begin')
    await entering.query(`select pg_advisory_xact_lock_shared(hashtext('ucok.entering' || '5103'))`)
    const { rows } = await entering.query<{ id: number }>(
      `insert into worker (region, village, full_name) values ('5103', '51.03.01.1002', 'I KETUT LAMBAT') returning id`,
    )
    await platform.owner.query(
      `insert into worker (region, village, full_name) values ('5103', '51.03.01.1002', 'I KETUT CEPAT')`,
    )
    const judging = judge()
    await entering.query('commit')
    await judging
    const { rows: runs } = await platform.owner.query<{ judged_up_to: number }>(
      'select judged_up_to from eligibility_run order by made_at desc limit 1',
    )
    expect(runs[0]?.judged_up_to).toBeGreaterThan(rows[0]?.id ?? 0)
    expect((await paged(officer, { eligibility: 'unjudged' }, 'id')).ids).toEqual(
      await slowly(officer, { eligibility: 'unjudged' }, 'w.id'),
    )
  } finally {
    entering.release()
  }
})
