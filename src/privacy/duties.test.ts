import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { breachLetter } from './breach-letters.ts'
import { affectedList, beginAffectedList, findBreach, listBreaches, listRunningClocks } from './breach-list.ts'
import { breachSteps } from './breach-steps.ts'
import {
  addAffected,
  type BreachRefusal,
  clearAffected,
  closeBreach,
  recordBreach,
  takeStep,
  wordBreachRefusal,
} from './breaches.ts'
import { paperHead } from './paper.ts'
import { activities } from './processing.ts'
import { addActivity, endActivity, readRegister, registerSheet, wordProcessingRefusal } from './processing-register.ts'
import { retentionRules } from './retention-rules.ts'
import { carryOutRetention, nightlyRetention, readSchedule, startRetention } from './retention.ts'

const badung = region('51.03')
const admin = { actor: official('administrator', 'Ni Admin'), region: badung }
const narrow = { actor: official('administrator', 'sempit', '51.03.01.1004'), region: badung }
const wholeOnly = { ok: false, refusal: { reason: 'whole-region-only' } }

let platform: Platform
const run = (statement: string, values: unknown[] = []) => platform.owner.query(statement, values)
beforeAll(async () => {
  platform = await openTestPlatform()
  await run(`insert into area (code, parent, level, name, kind) values ('51.03.01', null, 'district', 'Kuta', 'kecamatan'),
    ('51.03.01.1002', '51.03.01', 'village', 'Kuta', 'kelurahan'), ('51.03.01.1004', '51.03.01', 'village', 'Legian', 'kelurahan') on conflict do nothing`)
  await run(`insert into worker (region, id, village, nik, full_name, phone) values ('5103', 1, '51.03.01.1004', '5103014101800001', 'NI CONTOH', '=081'),
    ('5103', 2, '51.03.01.1002', '5103014101800002', 'NI LAIN', null)`)
})
afterAll(() => platform.stop())

describe('The retention schedule', () => {
  const fileId = '00000000-0000-4000-8000-00000000000a'
  beforeEach(async () => {
    await run(
      `truncate session, intake, intake_file, intake_row, intake_repair, civil_record, stored_file, worker_confidential, task cascade`,
    )
    await run(`delete from worker where id > 2`)
    await run(
      `insert into account (id, username, full_name, region) values ($1, 'contoh', 'Contoh', '5103') on conflict do nothing`,
      [fileId],
    )
    await run(
      `insert into session (token_hash, account_id, csrf_token, region, expires_at) values ('a', $1, 'x', '5103', now() - interval '91 days'), ('b', $1, 'x', '5103', now() - interval '89 days')`,
      [fileId],
    )
    await run(
      `insert into task (region, id, kind, title, state, created_by, created_by_name, finished_at) values ('5103', gen_random_uuid(), 'x', '{}', 'done', 'x', 'X', now() - interval '2 years'), ('5103', gen_random_uuid(), 'x', '{}', 'running', 'x', 'X', null)`,
    )
    await run(
      `insert into stored_file (region, id, name, media_type, byte_size, sha256, created_by, created_at) values ('5103', $1, 'lama.csv', 'text/csv', 3, 'x', 'x', now() - interval '6 years')`,
      [fileId],
    )
    mkdirSync(platform.filesFolder, { recursive: true })
    writeFileSync(join(platform.filesFolder, fileId), 'abc')
    await run(
      `insert into civil_record (region, nik, is_alive, answered_on, exchange_id) values ('5103', '5103014101800001', true, '2020-01-01', gen_random_uuid()), ('5103', '5103014101899999', true, '2020-01-01', gen_random_uuid()), ('5103', '5103014101899998', true, current_date, gen_random_uuid())`,
    )
    await run(
      `insert into worker (region, id, village, nik, full_name, removed_at) values ('5103', 3, '51.03.01.1004', '5103014101800003', 'NI DIKELUARKAN', now() - interval '3 years'), ('5103', 4, '51.03.01.1004', '5103014101800004', 'NI BARU KELUAR', now())`,
    )
    await run(
      `insert into worker_confidential (region, worker_id, part, village, content_sealed, entered_by, entered_by_name, entered_at) values ('5103', 1, 'health', '51.03.01.1004', 's1.k.x', 'x', 'X', now() - interval '6 years'), ('5103', 2, 'health', '51.03.01.1002', 's1.k.x', 'x', 'X', now())`,
    )
    await run(
      `insert into intake (region, id, title, state, judged_on, created_by, created_by_name, created_at, accepted_at) values ('5103', $1, 'Daftar', 'accepted', '2024-01-01', 'x', 'X', now() - interval '2 years', now() - interval '2 years')`,
      [fileId],
    )
    await run(
      `insert into intake_file (region, id, intake_id, position, stored_file_id, name, sha256, village) values ('5103', $1, $1, 1, $1, 'lama.csv', 'x', '51.03.01.1004')`,
      [fileId],
    )
    await run(
      `insert into intake_row (region, file_id, sheet, row_number, village, verdict, nik, nik_written, full_name, name_key, birth_place, mother_name, address, hamlet, rt_rw, village_written, occupation, occupation_kind, occupation_code, phone)
      select '5103', $1, 's', n, '51.03.01.1004', case n when 1 then 'refused' else 'accepted' end, '510301410180010' || n, 'x', 'NI BARIS', 'NIBARIS', '', '', '', '', '', '', '', 'working', '', '' from generate_series(1, 2) n`,
      [fileId],
    )
  })
  const due = async () => {
    const outcome = await look(platform, admin, readSchedule)
    if (!outcome.ok) throw new Error(outcome.refusal.reason)
    return Object.fromEntries(outcome.value.filter((line) => line.due > 0).map((line) => [line.rule.id, line.due]))
  }
  const everyRule = {
    sessions: 1,
    tasks: 1,
    'refused-rows': 1,
    'register-answers': 1,
    files: 1,
    'removed-workers': 1,
    confidential: 1,
  }

  test('is put into the queue every night for each region, in the name of the system', async () => {
    await run(
      `insert into region_profile (region, name, office, city) values ('5103', 'Kabupaten Contoh', 'Dinas Contoh', 'Contoh') on conflict do nothing`,
    )
    await nightlyRetention.run(platform)
    const { rows } = await run(`select region, kind, state, created_by_name from task where kind = 'privacy.retention'`)
    expect(rows).toEqual([{ region: '5103', kind: 'privacy.retention', state: 'waiting', created_by_name: 'UCOK' }])
  })

  test('says beforehand how much is due, and touches nothing', async () => {
    expect(await due()).toEqual(everyRule)
    expect(await due()).toEqual(everyRule)
  })

  test('takes exactly what it announced, says so in the trail, and then nothing more', async () => {
    const gone = await carryOutRetention(platform, admin)
    expect(Object.fromEntries(Object.entries(gone).filter(([, count]) => count > 0))).toEqual(everyRule)
    expect(await due()).toEqual({})
    expect(existsSync(join(platform.filesFolder, fileId))).toBe(false)
    const { rows } = await run(`select full_name, nik from worker where id in (3, 4) order by id`)
    expect(rows).toEqual([
      { full_name: '(dihapus)', nik: null },
      { full_name: 'NI BARU KELUAR', nik: '5103014101800004' },
    ])
    const rowsLeft = await run(`select full_name from intake_row order by row_number`)
    expect(rowsLeft.rows).toEqual([{ full_name: '' }, { full_name: 'NI BARIS' }])
    const trail = await run(`select details->>'rule' as rule from audit_line where act = 'privacy.retention-carried-out'`)
    expect(trail.rows.map((row: { rule: string }) => row.rule).sort()).toEqual(Object.keys(everyRule).sort())
  })

  test('cut off after any rule, is finished by the next run', async () => {
    const cut = carryOutRetention(platform, admin, (done) => {
      if (done === 4) throw new Error('killed')
    })
    await expect(cut).rejects.toThrow('killed')
    expect(Object.keys(await due()).length).toBe(4)
    await carryOutRetention(platform, admin)
    expect(await due()).toEqual({})
  })

  test('is the region’s as a whole, and every time that no law names is marked', async () => {
    expect(await look(platform, narrow, readSchedule)).toEqual(wholeOnly)
    expect(await carryOut(platform, narrow, startRetention)).toEqual(wholeOnly)
    expect(await carryOut(platform, admin, startRetention)).toMatchObject({ ok: true })
    expect(retentionRules.filter((rule) => rule.law === null && rule.days === null)).toEqual([])
  })
})

describe('The register of processing', () => {
  const own = {
    purpose: 'Foto kegiatan',
    legalBasis: 'Persetujuan',
    categories: '=foto',
    recipients: 'Publik',
    retention: '1 tahun',
    measures: 'Izin tertulis',
  }

  test('holds what UCOK does and what the region adds, until that ends', async () => {
    const added = await carryOut(platform, admin, (ctx) => addActivity(ctx, own))
    if (!added.ok) throw new Error(added.refusal.reason)
    expect(await look(platform, admin, readRegister)).toHaveLength(activities.length + 1)
    const sheet = await look(platform, admin, (ctx) => text(Readable.from(registerSheet(ctx, 'csv'))))
    expect(sheet).toContain("'=foto")
    expect(await carryOut(platform, admin, (ctx) => endActivity(ctx, added.value))).toMatchObject({ ok: true })
    expect(await carryOut(platform, admin, (ctx) => endActivity(ctx, added.value))).toMatchObject({
      refusal: { reason: 'no-such-activity' },
    })
    expect(await carryOut(platform, narrow, (ctx) => addActivity(ctx, own))).toEqual(wholeOnly)
    expect(wordProcessingRefusal({ reason: 'no-such-activity' }).status).toBe(404)
    expect(wordProcessingRefusal({ reason: 'whole-region-only' }).status).toBe(403)
  })
})

describe('A breach', () => {
  const noticedAt = Temporal.Now.instant().subtract({ hours: 70 }).toString()
  const record = (asking = admin, at = noticedAt) =>
    carryOut(platform, asking, (ctx) =>
      recordBreach(ctx, {
        title: 'Laptop hilang',
        noticedAt: at,
        happened: 'Malam 18 November',
        cause: 'Pencurian',
        revealed: ['identity', 'contact'],
        handling: '',
      }),
    )
  const made = async () => {
    const outcome = await record()
    if (!outcome.ok) throw new Error(outcome.refusal.reason)
    return outcome.value
  }

  test('has its clock of 3 × 24 hours from the moment it was noticed, shown until both were told', async () => {
    const { id, dueAt } = await made()
    expect(Temporal.Instant.from(dueAt).since(Temporal.Instant.from(noticedAt)).total('hours')).toBe(72)
    const clock = async () => (await look(platform, admin, listRunningClocks)).find((one) => one.id === id)
    expect(await clock()).toMatchObject({ title: 'Laptop hilang', missing: 4 })
    for (const step of breachSteps)
      expect(await carryOut(platform, admin, (ctx) => takeStep(ctx, { breachId: id, step }))).toMatchObject({ ok: true })
    expect(await clock()).toBeUndefined()
  })

  test('names those affected from a selection, once each, and their list is taken on record', async () => {
    const { id } = await made()
    const add = (village: string) => carryOut(platform, admin, (ctx) => addAffected(ctx, { breachId: id, filter: { village } }))
    expect(await add('51.03.01.1004')).toMatchObject({ ok: true, value: { affected: expect.any(Number) as number } })
    expect(await add('51.03.01.1004')).toMatchObject({ value: { added: 0 } })
    expect(await carryOut(platform, admin, (ctx) => beginAffectedList(ctx, id))).toMatchObject({ ok: true })
    const list = await look(platform, admin, (ctx) => text(Readable.from(affectedList(ctx, id))))
    expect(list).toContain("NI CONTOH;'5103014101800001;'=081")
    expect(list).not.toContain('NI LAIN')
    await carryOut(platform, admin, (ctx) => clearAffected(ctx, id))
    expect(await carryOut(platform, admin, (ctx) => beginAffectedList(ctx, id))).toMatchObject({
      refusal: { reason: 'nobody-selected' },
    })
  })

  test('has its letters, to the people and to the authority', async () => {
    const { id } = await made()
    const breach = await look(platform, admin, (ctx) => findBreach(ctx, id))
    if (breach === undefined) throw new Error('no breach')
    const head = await look(platform, admin, paperHead)
    for (const to of ['persons', 'authority'] as const) {
      const pdf = await buffer(breachLetter(head, breach, to, 'Asia/Makassar'))
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  test('closes with a report once every step was taken, and then stays as it is', async () => {
    const { id } = await made()
    const close = () => carryOut(platform, admin, (ctx) => closeBreach(ctx, { breachId: id, report: 'Kunci layar wajib' }))
    expect(await close()).toMatchObject({ refusal: { reason: 'steps-missing', steps: [...breachSteps] } })
    const steps = [...breachSteps]
    for (const step of steps) await carryOut(platform, admin, (ctx) => takeStep(ctx, { breachId: id, step, handling: step }))
    expect(await carryOut(platform, admin, (ctx) => takeStep(ctx, { breachId: id, step: 'assessed' }))).toMatchObject({
      refusal: { reason: 'step-taken' },
    })
    expect(await close()).toMatchObject({ ok: true })
    expect(await close()).toMatchObject({ refusal: { reason: 'breach-closed' } })
    await expect(run('update breach set report = null where id = $1', [id])).rejects.toThrow(
      /a_closed_breach_went_through_its_steps/,
    )
  })

  test('is the region’s as a whole', async () => {
    expect(await record(narrow)).toEqual(wholeOnly)
    expect(await look(platform, narrow, listBreaches)).toEqual([])
  })

  test.each<[BreachRefusal]>([
    [{ reason: 'no-such-breach' }],
    [{ reason: 'noticed-in-the-future' }],
    [{ reason: 'breach-closed' }],
    [{ reason: 'step-taken', step: 'assessed' }],
    [{ reason: 'steps-missing', steps: ['contained'] }],
    [{ reason: 'nobody-selected' }],
    [{ reason: 'whole-region-only' }],
  ])('is refused in words: %o', (refusal) => {
    expect(wordBreachRefusal(refusal).title.id.length).toBeGreaterThan(10)
  })

  test('cannot have been noticed tomorrow', async () => {
    expect(await record(admin, '2126-01-01T00:00:00Z')).toEqual({ ok: false, refusal: { reason: 'noticed-in-the-future' } })
  })
})
