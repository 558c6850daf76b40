import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaCode, customaryCode, region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { openTestPlatform } from '../../test/database.ts'
import { answerRequest } from '../approvals/operations.ts'
import { redeemLink } from '../platform/account-links.ts'
import { addAccount, findActor } from '../platform/accounts.ts'
import { type Actor, type Role, systemActor } from '../platform/actor.ts'
import { carryOut, type Context, look, todayIn } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { beginEnrolment, confirmEnrolment, takeCode } from '../platform/second-factor.ts'
import { findSession } from '../platform/sessions.ts'
import { signIn } from '../platform/sign-in.ts'
import { addCustomaryVillages } from '../places/operations.ts'
import { factorRemovalWork, proposeFactorRemoval } from './factors.ts'
import { proposeRoles, roleGrantWork } from './grants.ts'
import * as people from './operations.ts'
import { findAccount, listAccounts } from './store.ts'

const badung = region('51.03')
const today = todayIn(badung)
const own = 'kelapa muda tembok hijau'
const works = { 'account.role-grant': roleGrantWork, 'account.second-factor-removal': factorRemovalWork }
const visitor = { address: '10.0.0.1', browser: 'uji', deviceToken: undefined }

let platform: Platform
let admin: Actor
let second: Actor

const as = <Value, Refusal extends { reason: string }>(actor: Actor, run: Parameters<typeof carryOut<Value, Refusal>>[2]) =>
  carryOut(platform, { actor, region: badung }, run)
const see = <Value>(actor: Actor, run: (ctx: Context) => Promise<Value>) => look(platform, { actor, region: badung }, run)
const person = (id: string) => see(admin, (ctx) => findAccount(ctx, id))

async function official(username: string, role: Role, area = '51.03'): Promise<Actor> {
  const account = { username, fullName: `Contoh ${username}`, office: '', password: own, isDemo: false }
  const grants = [{ role, area: areaCode(area) }]
  await as(systemActor, (ctx) => addAccount(ctx, { ...account, grants }))
  const actor = await findActor(platform, { username })
  if (actor === undefined) throw new Error('no such actor')
  return actor
}

const role = (wanted: Role, area: string, lastDay: string | null = null) => ({
  role: wanted,
  area,
  firstDay: today,
  lastDay: lastDay === null ? null : day(lastDay),
})

let serial = 0
async function invited(roles: Parameters<typeof people.invite>[1]['roles'] = []) {
  const username = `orang.${(serial += 1)}`
  const outcome = await as(admin, (ctx) => people.invite(ctx, { username, fullName: `Contoh ${username}`, office: 'Uji', roles }))
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return { username, ...outcome.value }
}

const approve = (requestId: string, by: Actor = second) =>
  as(by, (ctx) => answerRequest(ctx, { requestId, verdict: 'approve' }, works))

beforeAll(async () => {
  platform = await openTestPlatform()
  admin = await official('admin', 'administrator')
  second = await official('kedua', 'administrator')
})
afterAll(() => platform.stop())

describe('Somebody who is invited', () => {
  test('chooses a password with the link, once, and has no role until a second person agrees', async () => {
    const guest = await invited([role('officer', '51.03')])
    expect(await person(guest.id)).toMatchObject({ state: 'invited', grants: [] })
    const chosen = { token: guest.link.token, password: own, deviceToken: undefined }
    expect(await redeemLink(platform, { ...chosen, password: 'kata sandi' })).toMatchObject({
      refusal: { reason: 'password-short' },
    })
    expect(await redeemLink(platform, chosen)).toMatchObject({ ok: true })
    expect(await redeemLink(platform, chosen)).toMatchObject({ refusal: { reason: 'link-ended' } })
    const before = await signIn(platform, { username: guest.username, password: own }, visitor)
    expect(before.ok && before.value.session.standing).toBe('no-role')
    expect(await approve(guest.requestId ?? '', admin)).toMatchObject({ refusal: { reason: 'own-request' } })
    expect(await approve(guest.requestId ?? '')).toMatchObject({ value: { state: 'approved' } })
    const session = before.ok && (await findSession(platform, before.value.token))
    expect(session).toMatchObject({ standing: 'full', actor: { grants: [{ role: 'officer', area: '51.03' }] } })
    expect(await person(guest.id)).toMatchObject({ state: 'active', grants: [{ role: 'officer', isInForce: true }] })
  })

  test('is told apart: names and roles are not given twice, nor on areas elsewhere', async () => {
    const guest = await invited()
    const again = as(admin, (ctx) => people.invite(ctx, { username: guest.username, fullName: 'X Y', office: '', roles: [] }))
    expect(await again).toMatchObject({ refusal: { reason: 'username-taken' } })
    const ask = (...roles: ReturnType<typeof role>[]) =>
      as(admin, (ctx) => proposeRoles(ctx, { accountId: guest.id, roles, because: 'surat tugas' }))
    expect(await ask(role('officer', '51.04'))).toMatchObject({ refusal: { reason: 'area-elsewhere' } })
    expect(await ask(role('officer', '51.03.99'))).toMatchObject({ refusal: { reason: 'area-unknown' } })
    expect(await ask(role('officer', '51.03.adat-999'))).toMatchObject({ refusal: { reason: 'area-unknown' } })
    expect(await ask(role('officer', '51.03'), role('officer', '51.03'))).toMatchObject({
      refusal: { reason: 'role-held-already' },
    })
    expect(await ask(role('officer', '51.03'))).toMatchObject({ ok: true })
    expect(await ask(role('planner', '51.03'))).toMatchObject({ refusal: { reason: 'waits-already' } })
  })
})

test('Nobody approves a role for themselves, and a request about a person who changed meanwhile is void', async () => {
  const ask = (accountId: string, wanted: Role) =>
    as(admin, (ctx) => proposeRoles(ctx, { accountId, roles: [role(wanted, '51.03')], because: 'surat tugas' }))
  const forSecond = await ask(second.id, 'auditor')
  expect(forSecond.ok && (await approve(forSecond.value.requestId))).toMatchObject({ refusal: { reason: 'about-yourself' } })
  const guest = await invited([role('officer', '51.03')])
  await as(admin, (ctx) => people.deactivatePerson(ctx, { accountId: guest.id, because: 'pindah tugas' }))
  expect(await approve(guest.requestId ?? '')).toMatchObject({ value: { state: 'void' } })
})

test('A role on a customary village reaches the villages it cuts across, and no other', async () => {
  const villages = ['51.03.01.1002', '51.03.01.1004']
  await as(systemActor, (ctx) =>
    addCustomaryVillages(ctx, {
      customaryVillages: [{ name: 'Kuta', villages: villages.map(areaCode), banjars: [] }],
      isDemo: false,
    }),
  )
  await platform.owner.query(`insert into worker (region, id, village, full_name, birth_date, sex)
    select '5103', n, (array['51.03.01.1002', '51.03.01.1004', '51.03.02.2001'])[n], 'CONTOH ' || n, '1980-01-01', 'P' from generate_series(1, 3) n`)
  const { rows } = await platform.owner.query<{ id: number }>(`select id from customary_village where name = 'Kuta'`)
  const area = customaryCode(badung, rows[0]?.id ?? 0)
  const guest = await invited([role('village-operator', area)])
  expect(await approve(guest.requestId ?? '')).toMatchObject({ value: { state: 'approved' } })
  const actor = await findActor(platform, { username: guest.username })
  expect(actor?.grants.map((grant) => grant.area).toSorted()).toEqual(villages)
  const seen = actor && (await see(actor, (ctx) => ctx.db.selectFrom('worker').select('village').orderBy('village').execute()))
  expect(seen?.map((worker) => worker.village)).toEqual(villages)
})

describe('A role', () => {
  test('holds from its first day to its last', async () => {
    const guest = await invited()
    const days = [
      { ...role('officer', '51.03'), firstDay: today.add({ days: 1 }) },
      { ...role('planner', '51.03'), firstDay: today, lastDay: today },
    ]
    const asked = await as(admin, (ctx) => proposeRoles(ctx, { accountId: guest.id, roles: days, because: 'surat tugas' }))
    expect(asked.ok && (await approve(asked.value.requestId))).toMatchObject({ ok: true })
    await platform.owner.query(
      `insert into account_role (account_id, role, area, first_day, last_day) values ($1, 'auditor', '51.03', $2, $3)`,
      [guest.id, today.subtract({ days: 9 }).toString(), today.subtract({ days: 1 }).toString()],
    )
    const actor = await findActor(platform, { username: guest.username })
    expect(actor?.grants.map((grant) => grant.role)).toEqual(['planner'])
  })

  test('cannot be held twice on one day, whoever writes it', async () => {
    const write = `insert into account_role (account_id, role, area, first_day) values ($1, 'administrator', '51.03', '2026-01-01')`
    await expect(platform.owner.query(write, [admin.id])).rejects.toThrow(/one_grant_per_role_and_area_at_a_time/)
  })

  test('of the last administrator does not end', async () => {
    const grants = (await person(second.id))?.grants ?? []
    const end = (actor: Actor, accountId: string, grantId: string) =>
      as(actor, (ctx) =>
        people.endRole(ctx, { accountId, grantId, lastDay: today.subtract({ days: 1 }), because: 'purna tugas' }),
      )
    const third = await official('ketiga', 'administrator')
    expect(await end(admin, second.id, grants[0]?.id ?? '')).toMatchObject({ ok: true })
    const mine = (await person(admin.id))?.grants[0]?.id ?? ''
    await as(admin, (ctx) => people.deactivatePerson(ctx, { accountId: third.id, because: 'pindah tugas' }))
    expect(await end(admin, admin.id, mine)).toMatchObject({ refusal: { reason: 'last-administrator' } })
    await platform.owner.query('update account_role set last_day = null where account_id = $1', [second.id])
  })
})

describe('Keeping out', () => {
  test('ends every session and link at once; letting in again brings neither back', async () => {
    const guest = await invited()
    await redeemLink(platform, { token: guest.link.token, password: own, deviceToken: undefined })
    const open = await signIn(platform, { username: guest.username, password: own }, visitor)
    const token = open.ok ? open.value.token : ''
    expect(await findSession(platform, token)).toBeDefined()
    const out = { accountId: guest.id, because: 'pindah tugas' }
    expect(await as(admin, (ctx) => people.deactivatePerson(ctx, out))).toMatchObject({ ok: true })
    expect(await findSession(platform, token)).toBeUndefined()
    expect(await signIn(platform, { username: guest.username, password: own }, visitor)).toMatchObject({
      refusal: { reason: 'wrong-credentials' },
    })
    expect(await as(admin, (ctx) => people.renewLink(ctx, guest.id))).toMatchObject({ refusal: { reason: 'inactive-account' } })
    expect(await as(admin, (ctx) => people.reactivatePerson(ctx, out))).toMatchObject({ ok: true })
    expect(await findSession(platform, token)).toBeUndefined()
    expect(await as(admin, (ctx) => people.reactivatePerson(ctx, out))).toMatchObject({ refusal: { reason: 'account-active' } })
    expect(await as(admin, (ctx) => people.deactivatePerson(ctx, { ...out, accountId: admin.id }))).toMatchObject({
      refusal: { reason: 'own-account' },
    })
  })

  test('a new link ends sessions, takes the place of the one before, and leaves the second factor', async () => {
    const guest = await invited()
    await redeemLink(platform, { token: guest.link.token, password: own, deviceToken: undefined })
    await enrol(guest)
    const first = await as(admin, (ctx) => people.renewLink(ctx, guest.id))
    const next = await as(admin, (ctx) => people.renewLink(ctx, guest.id))
    if (!first.ok || !next.ok) throw new Error('no link was made')
    const other = 'pintu kayu lampu tembaga'
    const redeem = (token: string) => redeemLink(platform, { token, password: other, deviceToken: undefined })
    expect(await redeem(first.value.token)).toMatchObject({ refusal: { reason: 'link-ended' } })
    expect(await redeem(next.value.token)).toMatchObject({ ok: true })
    const open = await signIn(platform, { username: guest.username, password: other }, visitor)
    expect(open.ok && open.value.session.standing).toBe('code-due')
  })
})

test('A second factor is taken away by two people, and each of its codes counts once', async () => {
  const guest = await invited([role('treasurer', '51.03')])
  await approve(guest.requestId ?? '')
  const codes = await enrol(guest)
  expect(await takeCode(platform, guest.id, codes[0] ?? '')).toBe('recovery')
  expect(await takeCode(platform, guest.id, codes[0] ?? '')).toBeUndefined()
  const asked = await as(admin, (ctx) => proposeFactorRemoval(ctx, { accountId: guest.id, because: 'ponsel hilang' }))
  expect(asked.ok && (await approve(asked.value.requestId, admin))).toMatchObject({ refusal: { reason: 'own-request' } })
  expect(await person(guest.id)).toMatchObject({ hasFactor: true })
  expect(asked.ok && (await approve(asked.value.requestId))).toMatchObject({ ok: true })
  expect(await person(guest.id)).toMatchObject({ hasFactor: false })
  expect(await takeCode(platform, guest.id, codes[1] ?? '')).toBeUndefined()
  const again = as(admin, (ctx) => proposeFactorRemoval(ctx, { accountId: guest.id, because: 'ponsel hilang' }))
  expect(await again).toMatchObject({ refusal: { reason: 'no-factor' } })
})

test('Whoever keeps accounts of a part of the region changes none, and sees those who work there', async () => {
  const partial = await official('sebagian', 'administrator', '51.03.02')
  await official('desa', 'village-operator', '51.03.02.2001')
  const lists = await see(partial, (ctx) => listAccounts(ctx, {}, { sort: undefined, from: 0, limit: 99 }))
  expect(lists.rows.map((row) => row.username)).toEqual(['desa', 'sebagian'])
  const out = as(partial, (ctx) => people.deactivatePerson(ctx, { accountId: admin.id, because: 'tidak boleh' }))
  expect(await out).toMatchObject({ refusal: { reason: 'whole-region-only' } })
})

test('The accounts of another region are not there', async () => {
  const elsewhere = {
    actor: { ...admin, grants: [{ role: 'administrator' as const, area: areaCode('32.16') }] },
    region: region('32.16'),
  }
  expect(await look(platform, elsewhere, (ctx) => findAccount(ctx, admin.id))).toBeUndefined()
  const list = await look(platform, elsewhere, (ctx) => listAccounts(ctx, {}, { sort: undefined, from: 0, limit: 99 }))
  expect(list).toEqual({ rows: [], count: 0 })
})

/** Sets up an authenticator and gives its recovery codes. */
async function enrol(guest: { id: string; username: string }): Promise<string[]> {
  const { secret } = await beginEnrolment(platform, guest)
  const code = new TOTP({ secret }).generate()
  const actor: Actor = { id: guest.id, name: guest.username, kind: 'person', grants: [] }
  const codes = await look(platform, { actor, region: badung }, (ctx) => confirmEnrolment(ctx, platform, '000000x'))
  expect(codes).toBeUndefined()
  const outcome = await as(actor, async (ctx) => {
    const made = await confirmEnrolment(ctx, platform, code)
    return made === undefined ? { ok: false as const, refusal: { reason: 'wrong-code' } } : { ok: true as const, value: made }
  })
  if (!outcome.ok) throw new Error('the code did not fit')
  expect(await takeCode(platform, guest.id, code)).toBeUndefined()
  return outcome.value
}
