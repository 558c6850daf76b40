import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import { rupiah } from '../../values/rupiah.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { annexBytes, beginAnnex } from './annex.ts'
import { freezeDecree } from './decree.ts'
import { changeProgramme, createProgramme, openProgramme, type ProgrammeInput, runEligibility } from './operations.ts'
import { listOverviews, readOverview } from './overview.ts'
import { listDecreeLines, listRanking } from './ranked-people.ts'
import { type ProgrammeRefusal, wordProgrammeRefusal } from './refusals.ts'
import { findProgramme } from './store.ts'
import { listWorkerPlaces } from './worker-places.ts'

const officer = { actor: official('officer'), region: region('51.03'), today: day('2026-11-21') }
const operator = { ...officer, actor: official('village-operator', 'operator', '51.03.01.1004') }
const budget = { source: 'APBD' as const, fiscalYear: 2027, accountCode: null, ceiling: rupiah(1_000_000_000) }
const base: ProgrammeInput = {
  code: 'P1',
  name: 'Pekerja Rentan 2027',
  year: 2027,
  firstMonth: month('2027-01'),
  lastMonth: month('2027-12'),
  package: 'JKK_JKM',
  quota: 3,
  budgetLines: [budget],
}

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner
    .query(`insert into area (code, parent, level, name, kind) values ('51.03.01', null, 'district', 'Kuta', 'kecamatan'),
    ('51.03.01.1002', '51.03.01', 'village', 'Kuta', 'kelurahan'), ('51.03.01.1004', '51.03.01', 'village', 'Legian', 'kelurahan') on conflict do nothing`)
  await platform.owner
    .query(`insert into worker (region, id, village, nik, full_name, birth_date, sex, occupation, recorded_at) values
    ('5103', 1, '51.03.01.1002', '5103010101800001', 'TANPA DESIL', '1980-01-01', 'P', 'Pedagang', '2026-01-01'),
    ('5103', 2, '51.03.01.1002', '5103010201810002', 'DESIL DUA BARU', '1962-12-31', 'L', 'Nelayan', '2026-02-02'),
    ('5103', 3, '51.03.01.1004', '5103010301820003', 'DESIL DUA LAMA MUDA', '1990-01-03', 'L', 'Nelayan', '2026-01-01'),
    ('5103', 4, '51.03.01.1004', '5103010301820004', 'DESIL DUA LAMA TUA', '1970-01-03', 'L', '=Nelayan', '2026-01-01'),
    ('5103', 5, '51.03.01.1004', '5103010301820005', 'DESIL SATU PNS', '1982-01-03', 'L', 'PNS', '2026-01-01'),
    ('5103', 6, '51.03.01.1004', '5103010301820006', 'DESIL TIGA', '1982-01-03', 'L', 'Sopir', '2026-01-01')`)
  await platform.owner.query(`insert into worker_match (region, worker_id, village, civil, decile)
    select region, id, village, 'alive', case id when 1 then null when 5 then 1 when 6 then 3 else 2 end from worker`)
})
afterAll(() => platform.stop())

type Attempt = Promise<{ ok: boolean } & { refusal?: ProgrammeRefusal }>
async function refusalOf(attempt: Attempt): Promise<string> {
  const { refusal } = await attempt
  if (refusal === undefined) throw new Error('was not refused')
  expect(wordProgrammeRefusal(refusal).title.id).not.toBe('')
  return refusal.reason
}

const create = (over: Partial<ProgrammeInput> = {}) =>
  carryOut(platform, officer, (ctx) => createProgramme(ctx, { ...base, ...over }))
const change = (code: string, over: Partial<ProgrammeInput> = {}) =>
  carryOut(platform, officer, (ctx) => changeProgramme(ctx, code, { ...base, ...over }))
const judge = (programme: string, on?: string) =>
  carryOut(platform, officer, (ctx) => runEligibility(ctx, { programme, on: on === undefined ? undefined : day(on) }))
const freeze = (programme: string, number: string, on = '2026-12-01') =>
  carryOut(platform, officer, (ctx) => freezeDecree(ctx, { programme, number, decidedOn: day(on) }))
const idOf = async (code: string) => (await look(platform, officer, (ctx) => findProgramme(ctx, code)))?.id ?? ''
const rankedNames = async (code: string, place?: 'quota' | 'waiting') => {
  const id = await idOf(code)
  const page = await look(platform, officer, (ctx) => listRanking(ctx, id, { place }, { after: 0, limit: 100 }))
  return page.rows.map((row) => row.fullName)
}

describe('A programme', () => {
  test('is created with the rules of its year, and says what it costs and what to think of', async () => {
    const created = await create({ budgetLines: [{ ...budget, ceiling: rupiah(1) }] })
    expect(created).toMatchObject({
      ok: true,
      value: { programme: { code: 'P1', payer: 'APBD' }, warnings: [{ kind: 'ceiling-short', needed: 604_800 }] },
    })
    await change('p1', {})
    expect(await look(platform, officer, (ctx) => readOverview(ctx, 'p1'))).toMatchObject({
      value: { state: 'planned', cost: 604_800, ceiling: 1_000_000_000, warnings: [], personMonths: 36 },
    })
  })

  test.each<[string, () => Attempt]>([
    ['code-taken', () => create({ code: ' p1 ' })],
    ['window-backwards', () => create({ code: 'X', lastMonth: month('2026-12') })],
    ['before-the-law', () => create({ code: 'X', firstMonth: month('2015-06') })],
    ['source-twice', () => create({ code: 'X', budgetLines: [budget, budget] })],
    ['payers-differ', () => create({ code: 'X', budgetLines: [budget, { ...budget, source: 'CSR' }] })],
    ['no-such-rule-set', () => create({ code: 'X', ruleSetId: '00000000-0000-4000-8000-000000000000' })],
    ['no-such-programme', () => look(platform, officer, (ctx) => openProgramme(ctx, 'NONE'))],
    ['no-such-programme', () => change('NONE')],
    ['no-such-programme', () => judge('NONE')],
    ['no-such-programme', () => freeze('NONE', 'SK/0')],
    ['no-eligibility-run', () => freeze('P1', 'SK/0')],
    ['whole-region-only', () => carryOut(platform, operator, (ctx) => runEligibility(ctx, { programme: 'P1' }))],
    [
      'not-decreed',
      () =>
        carryOut(platform, officer, (ctx) =>
          beginAnnex(ctx, { programme: 'P1', format: 'pdf', variant: 'public', baseAddress: '' }),
        ),
    ],
  ])('is refused with %s', async (reason, attempt) => {
    expect(await refusalOf(attempt())).toBe(reason)
  })

  test('ranks by decile, then by who waits longest, then by age; without a decile comes last', async () => {
    expect(await judge('P1')).toMatchObject({
      ok: true,
      value: { people: 6, eligible: 5, withinQuota: 3, waiting: 2, elsewhere: 0 },
    })
    expect(await rankedNames('P1')).toEqual([
      'DESIL DUA LAMA TUA',
      'DESIL DUA LAMA MUDA',
      'DESIL DUA BARU',
      'DESIL TIGA',
      'TANPA DESIL',
    ])
    expect(await rankedNames('P1', 'waiting')).toEqual(['DESIL TIGA', 'TANPA DESIL'])
  })

  test('moves the line when its quota changes, and loses the ranking when its rules do', async () => {
    await change('P1', { quota: 1 })
    expect(await rankedNames('P1', 'quota')).toEqual(['DESIL DUA LAMA TUA'])
    await change('P1', { quota: 3 })
    expect(await rankedNames('P1', 'quota')).toHaveLength(3)
  })

  test('gives the same ranking when it is judged again', async () => {
    const before = await rankedNames('P1')
    await judge('P1')
    expect(await rankedNames('P1')).toEqual(before)
  })
})

describe('A decree', () => {
  test('cannot be dated before the judging', async () => {
    expect(await refusalOf(freeze('P1', 'SK/1', '2026-11-20'))).toBe('date-before-run')
  })

  test('is not for whoever sees a part of the region', async () => {
    const attempt = carryOut(platform, operator, (ctx) =>
      freezeDecree(ctx, { programme: 'P1', number: 'SK/1', decidedOn: day('2026-12-01') }),
    )
    expect(await refusalOf(attempt)).toBe('whole-region-only')
  })

  test('freezes the list as it stands, with its fingerprint, and warns of what changed since the run', async () => {
    await platform.owner.query(`update worker_match set is_deceased = true where worker_id = 2`)
    const frozen = await freeze('P1', ' SK/1 ')
    expect(frozen).toMatchObject({
      ok: true,
      value: {
        decree: { number: 'SK/1', people: 3, waiting: 2, decidedOn: '2026-12-01' },
        warnings: [{ kind: 'changed-since-run', people: 1 }],
      },
    })
    expect(frozen.ok && frozen.value.decree.listSha256).toMatch(/^[0-9a-f]{64}$/)
    await platform.owner.query(`update worker set full_name = 'NAMA BARU' where id = 4`)
    const decreeId = frozen.ok ? frozen.value.decree.id : ''
    const lines = await look(platform, officer, (ctx) =>
      listDecreeLines(ctx, decreeId, { place: 'quota' }, { after: 0, limit: 2 }),
    )
    expect(lines).toMatchObject({ count: 3, next: '2', rows: [{ fullName: 'DESIL DUA LAMA TUA', nik: '510301******0004' }, {}] })
    const seen = await look(platform, operator, (ctx) =>
      listDecreeLines(ctx, decreeId, { text: 'desil' }, { after: 2, limit: 10 }),
    )
    expect(seen.rows.map((row) => row.fullName)).toEqual(['DESIL TIGA'])
  })

  test('tells of each worker which place they have in it, and nothing to an operator of another village', async () => {
    const placesOf = (id: number, asking = officer) => look(platform, asking, (ctx) => listWorkerPlaces(ctx, id))
    expect(await placesOf(4)).toMatchObject([
      { code: 'P1', position: 1, place: 'quota', placesInQuota: 3, decreeNumber: 'SK/1', decidedOn: '2026-12-01' },
    ])
    expect(await placesOf(1)).toMatchObject([{ place: 'waiting' }])
    expect(await placesOf(1, operator)).toEqual([])
    expect(await placesOf(5)).toEqual([])
  })

  test('ends every change of its programme', async () => {
    expect(await refusalOf(freeze('P1', 'SK/2'))).toBe('already-decreed')
    expect(await refusalOf(judge('P1'))).toBe('already-decreed')
    expect(await refusalOf(change('P1'))).toBe('already-decreed')
  })

  test('of another programme in the same months leaves out whom this one pays for, and needs its own number', async () => {
    await create({ code: 'P2', quota: 10, firstMonth: month('2027-12') })
    expect(await judge('P2')).toMatchObject({ value: { eligible: 4, withinQuota: 2, elsewhere: 2 } })
    expect(await refusalOf(freeze('P2', 'SK/1'))).toBe('number-taken')
    expect((await freeze('P2', 'SK/2')).ok).toBe(true)
  })

  test('needs somebody on its list', async () => {
    await create({ code: 'P3', firstMonth: month('2027-12') })
    await judge('P3', '2000-01-01')
    expect(await refusalOf(freeze('P3', 'SK/3'))).toBe('ranking-empty')
    expect((await look(platform, officer, listOverviews)).map((one) => [one.code, one.state])).toEqual([
      ['P1', 'decreed'],
      ['P2', 'decreed'],
      ['P3', 'judged'],
    ])
  })
})

const made = async (format: 'pdf' | 'xlsx', variant: 'public' | 'official') => {
  const head = await carryOut(platform, officer, (ctx) =>
    beginAnnex(ctx, { programme: 'P1', format, variant, baseAddress: 'https://ucok.example' }),
  )
  if (!head.ok) throw new Error(head.refusal.reason)
  expect(head.value.address).toBe('https://ucok.example/program/P1')
  return look(platform, officer, (ctx) => buffer(Readable.from(annexBytes(ctx, head.value, format))))
}

describe('The annex of a decree', () => {
  test.each([
    ['public', '510301******0004'],
    ['official', '5103010301820004'],
  ] as const)('in its %s form as XLSX shows %s, and only those within the quota', async (variant, nik) => {
    const book = await readXlsx(await made('xlsx', variant))
    const rows = book.sheets[0]?.rows ?? []
    expect(rows.slice(4).map((row) => row[1])).toEqual([nik, expect.any(String), expect.any(String)])
    expect(rows.flat()).toContain('=Nelayan')
  })

  test('as PDF is one page for three people', async () => {
    const pdf = (await made('pdf', 'public')).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  })

  test('leaves an audit line that says which form was taken', async () => {
    const lines = await look(platform, officer, (ctx) =>
      ctx.db.selectFrom('audit_line').select('details').where('act', '=', 'programmes.annex-made').execute(),
    )
    expect(lines.map((line) => line.details)).toContainEqual({ format: 'xlsx', variant: 'official', people: 3 })
  })
})

test('The tallies of rankings and decrees say what these themselves do', async () => {
  const sums = async (list: string, people: string, table: string) =>
    (
      await platform.owner.query(
        `select ${list}, village, place, ${people} as people from ${table} group by 1, 2, 3 order by 1, 2, 3`,
      )
    ).rows
  const ranked = await sums('programme_id', 'count(*)', 'ranking')
  const frozen = await sums('decree_id', 'count(*)', 'decree_line')
  expect(Math.min(ranked.length, frozen.length)).toBeGreaterThan(1)
  expect(await sums('programme_id', 'sum(people)::bigint', 'ranking_tally')).toEqual(ranked)
  expect(await sums('decree_id', 'sum(people)::bigint', 'decree_tally')).toEqual(frozen)
})
