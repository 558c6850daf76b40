import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { writePart } from '../confidential/operations.ts'
import { systemActor } from '../platform/actor.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { openWorker } from '../registry/operations.ts'
import { heldTables, notExported } from './held.ts'
import { paperHead } from './paper.ts'
import {
  correctPerson,
  decideRequest,
  listRequests,
  receiveRequest,
  type RequestRefusal,
  wordRequestRefusal,
} from './requests.ts'
import { retentionRules } from './retention-rules.ts'
import { exportSubject } from './subject-export.ts'
import { subjectPdf } from './subject-pdf.ts'
import { findSubject } from './subject.ts'

const badung = region('51.03')
const officer = { actor: official('officer', 'Ni Petugas'), region: badung }
const operator = { actor: official('village-operator', 'operator', '51.03.01.1002'), region: badung }
const [nik, other] = ['5103014101800001', '5103014101800002']

/** Columns by which a table is seen to speak of people. */
const personal =
  /^(nik|nik_written|full_name|worker_id|left_worker|kept_worker|birth_date|mother_name|phone|account_id|original|written)$|_sealed$/

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  const run = (statement: string) => platform.owner.query(statement)
  await run(`insert into area (code, parent, level, name, kind) values ('51.03.01', null, 'district', 'Kuta', 'kecamatan'),
    ('51.03.01.1002', '51.03.01', 'village', 'Kuta', 'kelurahan'), ('51.03.01.1004', '51.03.01', 'village', 'Legian', 'kelurahan') on conflict do nothing`)
  await run(`insert into worker (region, id, village, nik, full_name, birth_date, phone) values
    ('5103', 1, '51.03.01.1004', '${nik}', 'NI CONTOH', '1980-01-01', '081234567890'), ('5103', 2, '51.03.01.1004', '${other}', 'NI LAIN', null, null)`)
  await run(
    `insert into worker (region, id, village, nik, full_name, removed_at, merged_into) values ('5103', 3, '51.03.01.1004', '5103014101800003', 'NI CONTOH', now(), 1)`,
  )
  await run(`insert into civil_record (region, nik, full_name, is_alive, answered_on, exchange_id, birth_date) values
    ('5103', '${nik}', 'NI CONTOH', true, '2026-01-01', gen_random_uuid(), '1980-01-01'), ('5103', '${other}', 'NI LAIN', false, '2026-01-01', gen_random_uuid(), null)`)
  await run(
    `insert into register_exchange (region, id, register, file_name, sha256, answered_on, received_by) values ('5103', gen_random_uuid(), 'dukcapil', 'x', 'x', '2026-01-01', 'x')`,
  )
  await run(
    `insert into welfare_record (region, nik, decile, answered_on, exchange_id) values ('5103', '5103014101800003', 2, '2026-01-01', gen_random_uuid())`,
  )
  await carryOut(platform, officer, (ctx) =>
    writePart(ctx, { workerId: 1, part: 'health', content: { note: 'kaki kiri diamputasi' }, because: 'diceritakan' }),
  )
  await carryOut(platform, officer, (ctx) => openWorker(ctx, 1))
  await carryOut(platform, officer, (ctx) => openWorker(ctx, 2))
})
afterAll(() => platform.stop())

describe('Every table that speaks of people', () => {
  test('is in the export of a person, or says why not; and has its time in the schedule', async () => {
    const { rows } = await platform.owner.query<{ table: string; column: string }>(
      `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'ucok'`,
    )
    const found = [...new Set(rows.filter((row) => personal.test(row.column)).map((row) => row.table))]
    expect(found.length).toBeGreaterThan(20)
    const exported = new Set([...heldTables.map((held) => held.table), ...Object.keys(notExported)])
    expect(found.filter((table) => !exported.has(table))).toEqual([])
    const scheduled = new Set(retentionRules.flatMap((rule) => rule.tables))
    expect(found.filter((table) => !scheduled.has(table))).toEqual([])
  })

  test('would be missed if it were new', () => {
    expect(['nik', 'worker_id', 'text_sealed', 'original'].every((column) => personal.test(column))).toBe(true)
    expect(['region', 'id', 'made_at'].some((column) => personal.test(column))).toBe(false)
  })
})

describe('Everything held about a person', () => {
  const take = (asked: Parameters<typeof exportSubject>[1]['asked'], asking = officer) =>
    carryOut(platform, asking, (ctx) => exportSubject(ctx, { asked, format: 'json' }))

  test('holds all their entries, what registers said under each NIK, what is sealed, and who looked', async () => {
    const outcome = await take({ nik })
    if (!outcome.ok) throw new Error('not exported')
    const { subject, sections } = outcome.value
    expect(subject).toEqual({ workerIds: [1, 3], niks: [nik, '5103014101800003'], fullName: 'NI CONTOH' })
    const rowsOf = (table: string) => sections.find((section) => section.table === table)?.rows ?? []
    expect(rowsOf('worker')).toHaveLength(2)
    expect(rowsOf('civil_record')).toMatchObject([{ nik, is_alive: true }])
    expect(rowsOf('welfare_record')).toMatchObject([{ decile: 2 }])
    expect(rowsOf('worker_confidential')).toEqual([{ workerId: 1, part: 'health', content: { note: 'kaki kiri diamputasi' } }])
    expect(rowsOf('audit_line')).toMatchObject([
      { act: 'confidential.recorded' },
      { act: 'registry.file-opened', actorName: 'Ni Petugas' },
    ])
  })

  test('holds nothing of anybody else', async () => {
    const outcome = await take({ workerId: 1 })
    expect(JSON.stringify(outcome)).not.toMatch(/NI LAIN|5103014101800002/)
  })

  test('is found from any of their entries, and the copy is on record as given', async () => {
    const outcome = await take({ workerId: 3 })
    expect(outcome).toMatchObject({ ok: true, value: { subject: { workerIds: [1, 3] } } })
    const given = outcome.ok ? outcome.value.recipients.map((one) => one.what.id) : []
    expect(given).toContain('Salinan seluruh data orang ini')
  })

  test('can be printed', async () => {
    const outcome = await take({ nik })
    if (!outcome.ok) throw new Error('not exported')
    const pdf = await buffer(subjectPdf(await look(platform, officer, paperHead), outcome.value, 'Asia/Makassar'))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(2000)
  })

  test.each([
    ['nobody has this NIK', { nik: '5103014101800009' }, officer],
    ['it is not a NIK', { nik: '12' }, officer],
    ['they live outside the area', { nik }, operator],
    ['there is no such number', { workerId: 99 }, officer],
  ])('is refused alike when %s', async (_name, asked, asking) => {
    expect(await take(asked, asking)).toEqual({ ok: false, refusal: { reason: 'nobody-known' } })
  })
})

describe('A request of a person', () => {
  const received = '2026-11-20T02:00:00Z'
  const receive = (workerId = 1, receivedAt = received) =>
    carryOut(platform, officer, (ctx) =>
      receiveRequest(ctx, { workerId, kind: 'correction', wish: 'Tanggal lahir keliru', channel: 'in-person', receivedAt }),
    )

  test('is due three days after it came, is answered once, and the answer stays', async () => {
    const made = await receive()
    if (!made.ok) throw new Error('not received')
    expect(made.value.dueAt).toBe('2026-11-23T02:00:00Z')
    const decide = () =>
      carryOut(platform, officer, (ctx) =>
        decideRequest(ctx, { requestId: made.value.id, grants: true, answer: 'Sudah diperbaiki' }),
      )
    const corrected = await carryOut(platform, officer, (ctx) =>
      correctPerson(ctx, { workerId: 1, field: 'birth_date', value: '1980-01-02', ground: 'KTP', requestId: made.value.id }),
    )
    expect(corrected.ok).toBe(true)
    expect(await decide()).toMatchObject({ ok: true })
    expect(await decide()).toEqual({ ok: false, refusal: { reason: 'decided-already', byName: 'Ni Petugas' } })
    const [listed] = await look(platform, officer, (ctx) => listRequests(ctx, { workerId: 1 }))
    expect(listed).toMatchObject({ state: 'granted', answer: 'Sudah diperbaiki', decided_by_name: 'Ni Petugas' })
  })

  test('that sets a birth date right is compared with the registers again', async () => {
    const { rows } = await platform.owner.query('select birth_date_agrees from worker_match where worker_id = 1')
    expect(rows).toEqual([{ birth_date_agrees: false }])
    await carryOut(platform, officer, (ctx) =>
      correctPerson(ctx, { workerId: 1, field: 'birth_date', value: '1980-01-01', ground: 'Akta lahir' }),
    )
    const again = await platform.owner.query('select worker_id, birth_date_agrees from worker_match')
    expect(again.rows).toEqual([{ worker_id: 1, birth_date_agrees: true }])
  })

  test('is not refused without the ground on which data are kept', async () => {
    const made = await receive()
    if (!made.ok) throw new Error('not received')
    const refuse = (ground?: 'financial-records') =>
      carryOut(platform, officer, (ctx) =>
        decideRequest(ctx, { requestId: made.value.id, grants: false, answer: 'Data masih diperlukan', ground }),
      )
    expect(await refuse()).toEqual({ ok: false, refusal: { reason: 'ground-missing' } })
    expect(await refuse('financial-records')).toMatchObject({ ok: true })
  })

  test.each<[() => Promise<unknown>, RequestRefusal['reason']]>([
    [() => receive(99), 'no-such-worker'],
    [() => receive(1, '2126-01-01T00:00:00Z'), 'received-in-the-future'],
    [
      () =>
        carryOut(platform, { actor: systemActor, region: badung }, (ctx) =>
          decideRequest(ctx, { requestId: '00000000-0000-4000-8000-000000000000', grants: true, answer: 'ya' }),
        ),
      'no-such-request',
    ],
  ])('is refused in words (%#)', async (asked, reason) => {
    expect(await asked()).toEqual({ ok: false, refusal: { reason } })
    expect(wordRequestRefusal({ reason } as RequestRefusal).title.en.length).toBeGreaterThan(10)
  })

  test('leads to the person behind it only for those who may see them', async () => {
    expect(await look(platform, operator, (ctx) => findSubject(ctx, { workerId: 1 }))).toBeUndefined()
    expect(await look(platform, operator, (ctx) => listRequests(ctx, {}))).toEqual([])
  })
})
