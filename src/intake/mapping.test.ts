import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badung, type ListDesk, openListDesk } from '../../test/lists.ts'
import { areaCode } from '../../values/areas.ts'
import type { Actor } from '../platform/actor.ts'
import { carryOut, look } from '../platform/context.ts'
import { describeTables, previewTable } from './column-views.ts'
import { letterOf } from './columns/beside.ts'
import type { Field } from './columns/fields.ts'
import { knownColumns } from './known-columns.ts'
import { forgetColumns, mapColumns } from './mapping.ts'
import { wordMappingRefusal } from './mapping-refusals.ts'
import { day } from '../../values/days.ts'
import { acceptIntake, undoIntake } from './accepting.ts'
import { decideRows } from './decisions.ts'

const people = (shift: number) =>
  [
    `I WAYAN CONTOH|51030101018500${10 + shift}|01-01-1985|Petani`,
    `NI LUH CONTOH|51030142029000${10 + shift}|02-02-1990|Nelayan`,
    `I MADE CONTOH|51030103038000${10 + shift}|03-03-1980|Ojek`,
  ].map((line) => line.replaceAll('|', ';'))

/** Headings nobody could know, and a name that is not the one on the card. */
const strange = (shift: number) => `DESA CONTOH\nPERTAMA;KEDUA;KETIGA;KEEMPAT\n${people(shift).join('\n')}\n`
const columns: Record<number, Field> = { 0: 'fullName', 1: 'nik', 2: 'birthDate', 3: 'occupation' }
const table = { sheet: '', headerRows: [2], columns }

describe('Columns as a clerk points them out', () => {
  let desk: ListDesk
  beforeAll(async () => {
    desk = await openListDesk()
  })
  afterAll(() => desk.stop())

  const map = async (intakeId: string, tables = [table], remembers = true) =>
    carryOut(desk.platform, badung, async (ctx) =>
      mapColumns(ctx, { intakeId, fileId: await desk.fileOf(intakeId), tables, remembers }),
    )
  const namesOf = async (intakeId: string) => (await desk.rowsOf(intakeId)).map((row) => row.fullName)

  test('let a list be read of which nothing was recognised; the next of the same heading needs nobody', async () => {
    const blank = `PERTAMA;KEDUA;KETIGA\nAlpha;Br. Kaja;satu\nBeta;Br. Kelod;dua\n`
    const first = await desk.take('5103011002-kosong.csv', blank)
    expect(await desk.rowsOf(first)).toEqual([])
    expect(await map(first, [{ sheet: '', headerRows: [1], columns: { 0: 'fullName' } }])).toMatchObject({ ok: true })
    await desk.readAgain(first)
    expect(await namesOf(first)).toEqual(['Alpha', 'Beta'])
    const second = await desk.take('5103011004-kosong.csv', `DAFTAR DESA LAIN\n${blank.replace('Alpha', 'Gamma')}`)
    expect(await namesOf(second)).toEqual(['Gamma', 'Beta'])
    const { rows } = await desk.platform.owner.query('select layouts from intake_file where intake_id = $1', [second])
    expect(rows[0]?.layouts[0]).toMatchObject({ remembered: { list: '5103011002-kosong.csv', by: 'UCOK' }, headerRows: [2] })
  })

  test('replace the rows of that list alone, and everything is compared once more', async () => {
    const intakeId = await desk.take('5103011004-asing.csv', strange(1))
    const before = await desk.rowsOf(intakeId)
    expect(before).toHaveLength(3)
    await carryOut(desk.platform, badung, (ctx) =>
      decideRows(ctx, { intakeId, rows: before.map(({ fileId, sheet, row }) => ({ fileId, sheet, row })), decision: 'dismiss' }),
    )
    const swapped = { ...table, columns: { ...columns, 0: 'motherName' as const, 3: 'fullName' as const } }
    await map(intakeId, [swapped], false)
    await desk.readAgain(intakeId)
    expect(await namesOf(intakeId)).toEqual(['Petani', 'Nelayan', 'Ojek'])
    await map(intakeId, [table], false)
    await desk.readAgain(intakeId)
    const after = await desk.rowsOf(intakeId)
    expect(after.map((row) => [row.fullName, row.decision])).toEqual([
      ['I WAYAN CONTOH', null],
      ['NI LUH CONTOH', null],
      ['I MADE CONTOH', null],
    ])
    expect(after.map((row) => row.findings.map(({ code }) => code))).toEqual(
      before.map((row) => row.findings.map(({ code }) => code)),
    )
  })

  test('are shown with what they would give: samples, confidence, and ten people, nobody’s NIK whole', async () => {
    const source = { name: 'x.csv', bytes: Buffer.from(strange(2)) }
    const [shown] = await describeTables(source, {}, [])
    expect(shown?.columns.map(({ letter, field, by }) => [letter, field, by])).toEqual([
      ['A', 'fullName', 'content'],
      ['B', 'nik', 'content'],
      ['C', 'birthDate', 'content'],
      ['D', 'occupation', 'content'],
    ])
    const preview = await previewTable(source, table, day('2026-11-01'))
    expect(preview.counts).toEqual({ people: 3, accepted: 3, review: 0, refused: 0, leftOut: 0 })
    expect(preview.people[0]).toMatchObject({
      row: 3,
      fullName: 'I WAYAN CONTOH',
      nik: '510301******0012',
      birthDate: '1985-01-01',
    })
    expect(JSON.stringify([shown, preview])).not.toMatch(/\d{16}/)
    const titled = await previewTable(source, { sheet: '', headerRows: [1] }, day('2026-11-01'))
    expect(titled.table.columns[0]?.header).toBe('DESA CONTOH')
    expect([letterOf(0), letterOf(25), letterOf(26), letterOf(701), letterOf(702)]).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  test('are remembered for their sender alone, and can be forgotten', async () => {
    const intakeId = await desk.take('5103011005-lupa.csv', strange(3).replaceAll('KEDUA', 'NOMORNYA'))
    await map(intakeId)
    await desk.readAgain(intakeId)
    const fileId = await desk.fileOf(intakeId)
    const fingerprint = 'pertama|nomornya|ketiga|keempat'
    const known = async (sender: string) =>
      look(desk.platform, badung, async (ctx) =>
        (await knownColumns(ctx, [{ sender, village: sender }]))({ sender, village: sender }),
      )
    expect((await known('51.03')).has(fingerprint)).toBe(true)
    expect((await known('51.03.01.1005')).has(fingerprint)).toBe(false)
    const forget = () => carryOut(desk.platform, badung, (ctx) => forgetColumns(ctx, { intakeId, fileId, fingerprint }))
    expect(await forget()).toEqual({ ok: true, value: { forgotten: 1 } })
    expect(await forget()).toMatchObject({ refusal: { reason: 'nothing-remembered' } })
    expect((await known('51.03')).has(fingerprint)).toBe(false)
  })

  test('of an operator’s list are the habits of that village', async () => {
    const operator: Actor = {
      id: '00000000-0000-4000-8000-00000000000a',
      name: 'Contoh Operator',
      kind: 'person',
      grants: [{ role: 'village-operator', area: areaCode('51.03.01.1003') }],
    }
    const asking = { ...badung, actor: operator }
    const intakeId = await desk.take('sendiri.csv', strange(4).replaceAll('KEDUA', 'MILIK DESA'), false, asking)
    await carryOut(desk.platform, asking, async (ctx) =>
      mapColumns(ctx, { intakeId, fileId: await desk.fileOf(intakeId), tables: [table], remembers: true }),
    )
    await desk.readAgain(intakeId)
    const { rows } = await desk.platform.owner.query(`select sender from column_mapping where fingerprint like '%milik desa%'`)
    expect(rows).toEqual([{ sender: '51.03.01.1003' }])
    const others = {
      ...asking,
      actor: { ...operator, grants: [{ role: 'village-operator' as const, area: areaCode('51.03.01.1004') }] },
    }
    const seen = await look(desk.platform, others, (ctx) => ctx.db.selectFrom('column_mapping').select('sender').execute())
    expect(seen).toEqual([])
  })

  test('are refused where they cannot be read, each with its reason in words', async () => {
    const intakeId = await desk.take('5103011001-tolak.csv', strange(5).replaceAll('KEDUA', 'TOLAK'))
    const refusalOf = async (outcome: ReturnType<typeof map>) => {
      const given = await outcome
      return given.ok ? undefined : wordMappingRefusal(given.refusal).reason
    }
    const said = (fields: Record<number, Field | null>) => [{ ...table, columns: fields }] as never
    expect(await refusalOf(map(intakeId, said({ 0: 'address', 1: null })))).toBe('nobody-named')
    expect(await refusalOf(map(intakeId, said({ 0: 'nik', 1: 'nik' })))).toBe('field-twice')
    expect(await refusalOf(map('00000000-0000-4000-8000-000000000000'))).toBe('not-found')
    expect(await refusalOf(map(intakeId))).toBe(undefined)
    expect(await refusalOf(map(intakeId))).toBe('being-read')
    await desk.readAgain(intakeId)
    await carryOut(desk.platform, badung, (ctx) => acceptIntake(ctx, { intakeId }))
    expect(await refusalOf(map(intakeId))).toBe('already-accepted')
    await carryOut(desk.platform, badung, (ctx) => undoIntake(ctx, { intakeId }))
    expect(await refusalOf(map(intakeId))).toBe('undone')
  })
})
