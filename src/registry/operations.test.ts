import { buffer, text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { exportedWorkers } from './export.ts'
import { beginExport, openWorker, showIdentity, wordRegistryRefusal } from './operations.ts'
import { readPlace } from './order.ts'
import { sheetBytes, streamedFrom } from './sheets.ts'
import { listWorkers } from './store.ts'
import type { WorkerFilter } from './workers.ts'

const badung = region('51.03')
const officer = { actor: official('officer'), region: badung }
const operatorOfLegian = { actor: official('village-operator', 'operator', '51.03.01.1004'), region: badung }

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner.query(`insert into area (code, parent, level, name, kind) values
    ('51.03.01', null, 'district', 'Kuta', 'kecamatan'), ('51.03.02', null, 'district', 'Mengwi', 'kecamatan'),
    ('51.03.01.1002', '51.03.01', 'village', 'Kuta', 'kelurahan'), ('51.03.01.1004', '51.03.01', 'village', 'Legian', 'kelurahan'),
    ('51.03.02.2003', '51.03.02', 'village', 'Gulingan', 'desa') on conflict do nothing`)
  await platform.owner.query(`insert into worker (region, id, village, nik, full_name, birth_date, sex, occupation, phone) values
    ('5103', 1, '51.03.01.1002', '5103010101800001', 'NI WAYAN CONTOH', '1980-01-01', 'P', 'Pedagang', '081200000001'),
    ('5103', 2, '51.03.01.1004', '5103010201810002', 'I MADE CONTOH', '1981-01-02', 'L', 'Nelayan', null),
    ('5103', 3, '51.03.02.2003', '5103020301820003', 'I KETUT UMPAMA', '1982-01-03', 'L', '=HYPERLINK("x")', null),
    ('5103', 4, '51.03.02.2003', null, 'NI LUH UMPAMA', null, 'P', null, null)`)
  await platform.owner
    .query(`insert into worker_match (region, worker_id, village, civil, name_agrees, is_deceased, covered_by, decile) values
    ('5103', 1, '51.03.01.1002', 'alive', true, false, 'PU', 3), ('5103', 2, '51.03.01.1004', 'deceased', true, true, null, 1),
    ('5103', 3, '51.03.02.2003', 'alive', false, false, null, null)`)
})
afterAll(() => platform.stop())

const namesOf = async (filter: WorkerFilter, asking = officer) =>
  (await look(platform, asking, (ctx) => listWorkers(ctx, filter, readPlace('id', undefined), 100))).rows.map(
    (row) => row.fullName,
  )

describe('The list of workers', () => {
  test.each<[WorkerFilter, string[]]>([
    [{ text: 'contoh wayan' }, ['NI WAYAN CONTOH']],
    [{ text: '51030102' }, ['I MADE CONTOH']],
    [{ text: '510302******0003' }, ['I KETUT UMPAMA']],
    [{ village: '51.03.01.1004' }, ['I MADE CONTOH']],
    [{ district: '51.03.02' }, ['I KETUT UMPAMA', 'NI LUH UMPAMA']],
    [{ standing: 'deceased' }, ['I MADE CONTOH']],
    [{ standing: 'covered' }, ['NI WAYAN CONTOH']],
    [{ standing: 'name-differs' }, ['I KETUT UMPAMA']],
    [{ standing: 'no-decile' }, ['I KETUT UMPAMA', 'NI LUH UMPAMA']],
    [{ standing: 'not-asked' }, ['NI LUH UMPAMA']],
    [{ coveredBy: 'PU', decile: 3 }, ['NI WAYAN CONTOH']],
    [{ eligibility: 'unjudged', text: 'contoh' }, ['NI WAYAN CONTOH', 'I MADE CONTOH']],
    [{ text: 'nobody' }, []],
  ])('holds for %o exactly %o', async (filter, names) => {
    expect(await namesOf(filter)).toEqual(names)
  })

  test('finds whom a ground stopped apart from those of whom nobody knows', async () => {
    await platform.owner.query(`with r as (insert into rule_set (region, id, year, version, title, legal_basis, rules, made_by)
        values ('5103', gen_random_uuid(), 2027, 1, 'Contoh', '', '{}', 'uji') returning id),
      e as (insert into eligibility_run (region, id, rule_set_id, judged_on, made_by, made_by_name)
        select '5103', gen_random_uuid(), id, '2026-11-01', 'uji', 'Uji' from r returning id)
      insert into assessment (region, run_id, worker_id, village, is_eligible, unmet, unknown)
        select '5103', e.id, w.id, w.village, false, case w.id when 1 then '{not-already-covered}'::text[] else '{}' end,
          case w.id when 4 then '{not-already-covered}'::text[] else '{}' end
        from e, worker w where w.id in (1, 4)`)
    expect(await namesOf({ ground: 'not-already-covered' })).toEqual(['NI WAYAN CONTOH'])
    expect(await namesOf({ openGround: 'not-already-covered' })).toEqual(['NI LUH UMPAMA'])
    expect(await namesOf({ eligibility: 'unjudged' })).toEqual(['I MADE CONTOH', 'I KETUT UMPAMA'])
  })

  test('shows a village operator nobody of another village, whatever they search for', async () => {
    expect(await namesOf({}, operatorOfLegian)).toEqual(['I MADE CONTOH'])
    expect(await namesOf({ text: 'contoh' }, operatorOfLegian)).toEqual(['I MADE CONTOH'])
    expect(await namesOf({ text: '5103010101800001' }, operatorOfLegian)).toEqual([])
  })

  test.each(['name', '-name', 'village', '-birth-date', 'id'])(
    'walked by %s in steps of one shows everybody once',
    async (sort) => {
      const seen: number[] = []
      let after: string | undefined
      do {
        const place = readPlace(sort, after)
        const page = await look(platform, officer, (ctx) => listWorkers(ctx, {}, place, 1))
        seen.push(...page.rows.map((row) => row.id))
        expect(page.count).toBe(4)
        after = page.next ?? undefined
      } while (after !== undefined)
      expect(seen.toSorted()).toEqual([1, 2, 3, 4])
    },
  )
})

describe('One worker', () => {
  test('is shown whole only on purpose, and the record says so', async () => {
    const shown = await carryOut(platform, officer, (ctx) =>
      showIdentity(ctx, { workerId: 1, ground: 'contact-person', because: 'menelepon keluarga' }),
    )
    expect(shown).toMatchObject({ ok: true, value: { nik: '5103010101800001', phone: '081200000001' } })
    expect(await look(platform, officer, (ctx) => openWorker(ctx, 1))).toMatchObject({
      ok: true,
      value: {
        history: [
          {
            act: 'registry.identity-shown',
            actorName: 'officer',
            details: { ground: 'contact-person', because: 'menelepon keluarga' },
          },
        ],
      },
    })
  })

  test('of another village is not found', async () => {
    const refusal = { ok: false, refusal: { reason: 'no-such-worker' } }
    expect(await look(platform, operatorOfLegian, (ctx) => openWorker(ctx, 1))).toEqual(refusal)
    expect(
      await carryOut(platform, operatorOfLegian, (ctx) =>
        showIdentity(ctx, { workerId: 1, ground: 'other', because: 'ingin tahu' }),
      ),
    ).toEqual(refusal)
    expect(wordRegistryRefusal({ reason: 'no-such-worker' }).status).toBe(404)
  })
})

const exported = (format: 'csv' | 'xlsx', showsNik: boolean, filter: WorkerFilter = {}) => {
  const wanted = { filter, format, showsNik, title: 'Daftar pekerja' }
  return streamedFrom(
    (reading) => look(platform, officer, reading),
    (ctx) => exportedWorkers(ctx, wanted),
  )
}

describe('An export', () => {
  test('of nobody is refused', async () => {
    const begun = await carryOut(platform, officer, (ctx) =>
      beginExport(ctx, { filter: { text: 'nobody' }, format: 'csv', showsNik: false }),
    )
    expect(begun).toEqual({ ok: false, refusal: { reason: 'nothing-to-export' } })
    expect(wordRegistryRefusal({ reason: 'nothing-to-export' }).status).toBe(409)
  })

  test('as CSV holds exactly the filtered, keeps every digit, and runs no formula', async () => {
    const lines = (await text(exported('csv', true, { district: '51.03.02' }))).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/^'5103020301820003;;I KETUT UMPAMA;.*"'=HYPERLINK\(""x""\)"/)
  })

  test('masks the NIK unless it is asked for', async () => {
    expect(await text(exported('csv', false))).toContain("'510301******0001")
    expect(await text(exported('csv', false))).not.toContain('5103010101800001')
  })

  test('as XLSX keeps NIK and formulas as text', async () => {
    const book = await readXlsx(await buffer(exported('xlsx', true)))
    const rows = book.sheets[0]?.rows ?? []
    expect(rows).toHaveLength(2 + 1 + 4)
    expect(rows.flat()).toContain('5103020301820003')
    expect(rows.flat()).toContain('=HYPERLINK("x")')
  })

  test('that breaks on the way tells its reader', async () => {
    const broken = streamedFrom(
      (reading) => look(platform, officer, reading),
      (ctx) =>
        sheetBytes('csv', {
          name: 'x',
          columns: [],
          batches: (async function* () {
            await ctx.client.query('select 1 / 0')
            yield []
          })(),
        }),
    )
    await expect(text(Readable.from(broken))).rejects.toThrow(/division by zero/)
  })
})
