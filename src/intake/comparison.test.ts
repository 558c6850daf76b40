import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { areaCode, region } from '../../values/areas.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { carryOut, keep, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { compareAgain } from './comparison.ts'
import { settleDuplicates } from './decisions.ts'
import { findLists, handInFiles } from './hand-in.ts'
import { listRows } from './row-views.ts'
import { listIntakes } from './views.ts'

const badung = { actor: systemActor, region: region('51.03') }

const heading = 'NO,NIK,NO KK,NAMA LENGKAP,TANGGAL LAHIR,JENIS KELAMIN,NAMA IBU KANDUNG,ALAMAT,PEKERJAAN,NO HP'
type Person = { nik: string; kk: string; name: string; born: string; sex: string; mother: string }
const sukerta: Person = {
  nik: '5103011203750007',
  kk: '5103011010110003',
  name: 'I NYOMAN SUKERTA',
  born: '12-03-1975',
  sex: 'L',
  mother: 'NI LUH RATNADI',
}
const padmi: Person = {
  nik: '5103014808910002',
  kk: '5103011204120009',
  name: 'NI KADEK PADMI',
  born: '08-08-1991',
  sex: 'P',
  mother: 'NI MADE SUWECI',
}
const row = ({ nik, kk, name, born, sex, mother }: Person, at: number) =>
  `${at + 1},${nik},${kk},${name},${born},${sex},${mother},Br. Kaja,Petani,`

describe('The comparison of a list that comes in', () => {
  let platform: Platform
  let folder: string
  let number = 0
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ucok-compared-'))
    platform = await openTestPlatform()
  })
  afterAll(async () => {
    await platform.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function take(people: readonly Person[], accepts: boolean, village = '5103011002') {
    number += 1
    const here = join(folder, String(number))
    mkdirSync(here)
    writeFileSync(join(here, `${village}-daftar-${number}.csv`), [heading, ...people.map(row)].join('\r\n'))
    const paths = findLists([here])
    if (!paths.ok) throw new Error('no lists')
    await handInFiles(platform, badung, { paths: paths.value, judgedOn: '2026-11-01', accepts, progress: () => {} })
    return look(platform, badung, async (ctx) => (await listIntakes(ctx, { limit: 1 })).rows[0]?.id ?? '')
  }
  const rowsOf = (intakeId: string, asking: { actor: Actor; region: typeof badung.region } = badung) =>
    look(platform, asking, async (ctx) => (await listRows(ctx, { intakeId, limit: 100 })).rows.sort((a, b) => a.row - b.row))
  const codesOf = async (intakeId: string) =>
    (await rowsOf(intakeId)).map(({ verdict, findings }) => [verdict, findings.some(({ code }) => code === 'duplicate')])
  const matchesOf = async (intakeId: string) => {
    const { rows } = await platform.owner.query<{ likelihood: string; probability: number }>(
      `select finding -> 'match' ->> 'likelihood' as likelihood, (finding -> 'match' ->> 'probability')::float as probability
      from intake_row r join intake_file f on f.id = r.file_id, jsonb_array_elements(r.findings) as finding
      where f.intake_id = $1 and finding ->> 'code' = 'duplicate' order by row_number`,
      [intakeId],
    )
    return rows
  }
  beforeEach(() =>
    platform.owner.query(
      `update worker set removed_at = now(); update intake set state = 'undone'; update intake_file set undone_at = now()`,
    ),
  )

  test('finds in the registry whose NIK is damaged, exchanged with the family card, or gone, and says how sure it is and why', async () => {
    await take([sukerta, padmi], true)
    const swapped = { ...sukerta, nik: sukerta.kk, kk: sukerta.nik }
    const damaged = [
      { ...sukerta, nik: '5103011203750000' },
      { ...padmi, nik: '' },
      { ...sukerta, nik: sukerta.kk },
      swapped,
      { ...padmi, nik: '510301480891002', name: 'NI KDK PADMI' },
      { ...sukerta, nik: '5103011203740007', name: 'I NYM. SUKERTHA' },
    ]
    for (const person of damaged) {
      const intakeId = await take([person], false)
      expect(await codesOf(intakeId)).toEqual([['review', true]])
      expect((await matchesOf(intakeId))[0]?.probability).toBeGreaterThan(0.9)
      const [shown] = await rowsOf(intakeId)
      const sentence = shown?.findings.find(({ code }) => code === 'duplicate')?.sentence.id
      expect(sentence).toMatch(/[Oo]rang yang sama \(9\d,\d %\) sudah ada di registri \(no\. \d+\)/)
      expect(sentence).toContain('tanggal lahir')
      await platform.owner.query(`update intake set state = 'undone' where id = $1`, [intakeId])
      await platform.owner.query(`update intake_file set undone_at = now() where intake_id = $1`, [intakeId])
    }
  })

  test('finds one person twice in a list and in another that is still open, and keeps one when told to', async () => {
    const intakeId = await take([sukerta, { ...sukerta, nik: '', name: 'NYOMAN SUKERTA' }, padmi], false)
    expect(await codesOf(intakeId)).toEqual([
      ['review', true],
      ['review', true],
      ['accepted', false],
    ])
    const settled = await carryOut(platform, badung, (ctx) => settleDuplicates(ctx, { intakeId }))
    expect(settled).toEqual({ ok: true, value: { kept: 1, dismissed: 1 } })
    expect((await rowsOf(intakeId)).map(({ decision }) => decision)).toEqual(['enter', 'dismiss', null])
    const other = await take([{ ...padmi, nik: '5103014808910000' }], false, '5103011004')
    expect(await codesOf(other)).toEqual([['review', true]])
    expect(await carryOut(platform, badung, (ctx) => settleDuplicates(ctx, { intakeId: other }))).toEqual({
      ok: true,
      value: { kept: 0, dismissed: 0 },
    })
  })

  test('lets namesakes of one birth date, and twins, pass', async () => {
    const namesake = { ...sukerta, nik: '5103051203750112', kk: '5103052202090014', mother: 'NI WAYAN ASTITI' }
    const twin = { ...sukerta, nik: '5103011203750008', name: 'I NYOMAN WIRATA' }
    const intakeId = await take([sukerta, namesake, twin], false)
    const rows = await rowsOf(intakeId)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(rows.slice(0, 2).map(({ findings }) => findings.map(({ code }) => code))).toEqual([['lookalike'], ['lookalike']])
  })

  test('compares with people of other villages whom an operator does not see, and tells the operator no more than that there are', async () => {
    await take([sukerta], true, '5103011004')
    const intakeId = await take([{ ...sukerta, nik: '' }], false)
    const operator: Actor = {
      id: 'o',
      name: 'O',
      kind: 'person',
      grants: [{ role: 'village-operator', area: areaCode('51.03.01.1002') }],
    }
    const [seen] = await rowsOf(intakeId, { actor: operator, region: badung.region })
    const told = seen?.findings.find(({ code }) => code === 'duplicate')?.sentence.id
    expect(told).toContain('sudah tertulis di desa lain')
    expect(told).not.toMatch(/registri|no\.|5103011004|Legian/)
  })

  test('that is broken off leaves nothing behind, and run again finds the same', async () => {
    const intakeId = await take([sukerta, { ...sukerta, nik: '' }, padmi], false)
    const stored = async () =>
      (await platform.owner.query(`select row_number, verdict, findings from intake_row order by file_id, row_number`)).rows
    const before = await stored()
    const compareAll = (breaks: boolean) =>
      keep(platform, badung, async (ctx) => {
        await ctx.client.query(
          `create temporary table again on commit drop as select file_id, sheet, row_number from intake_row r join intake_file f on f.id = r.file_id
          where f.intake_id = '${intakeId}'`,
        )
        await compareAgain(ctx, intakeId)
        if (breaks) throw new Error('the process was killed')
      })
    await expect(compareAll(true)).rejects.toThrow('killed')
    expect(await stored()).toEqual(before)
    await compareAll(false)
    expect(await stored()).toEqual(before)
  })

  test('after a cell was mended takes back what it had found of the row and of whom it named', async () => {
    const intakeId = await take([sukerta, { ...sukerta, name: 'NYOMAN SUKERTA' }], false)
    expect((await codesOf(intakeId)).map(([verdict]) => verdict)).toEqual(['review', 'review'])
    const compareMended = () =>
      keep(platform, badung, async (ctx) => {
        await ctx.client.query(
          `create temporary table again on commit drop as select file_id, sheet, row_number from intake_row where full_name like '%WIDNYANA'`,
        )
        await compareAgain(ctx, intakeId)
      })
    await platform.owner
      .query(`update intake_row set full_name = 'PUTU WIDNYANA', name_key = 'PUTU WIDNYANA', nik = '5103052909880003',
      birth_date = '1988-09-29', mother_name = 'SRI', family_card = null where full_name = 'NYOMAN SUKERTA'`)
    await compareMended()
    await compareMended()
    expect(await codesOf(intakeId)).toEqual([
      ['accepted', false],
      ['accepted', false],
    ])
  })
})
