import { type AreaCode, findAreaCode, findRegion, type Region } from '../../values/areas.ts'
import { isBefore, day } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Actor, Grant, Role } from './actor.ts'
import { audit } from './audit.ts'
import { queriesOver } from './connection.ts'
import { type Context, todayIn } from './context.ts'
import { hashPassword } from './passwords.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'

export type NewAccount = {
  username: string
  fullName: string
  office: string
  /** Absent for somebody who will choose one with a link, or who signs in through a provider. */
  password?: string
  /** The password was made for the person and must be changed first of all. */
  isPasswordTemporary?: boolean
  /** What the sign-in provider will say of this person. */
  providerIdentity?: string | undefined
  isDemo: boolean
  grants: Grant[]
}
export type Account = {
  id: string
  username: string
  fullName: string
  office: string | null
  language: Language
  isActive: boolean
  grants: { role: Role; area: string }[]
}
export type AccountRefusal =
  { reason: 'username-taken'; username: string } | { reason: 'provider-identity-taken'; providerIdentity: string }

/** Adds a person who may sign in, kept by the region that asks, with the roles given. Refuses a name or identity that is taken. Leaves an audit line. */
export async function addAccount(ctx: Context, input: NewAccount): Promise<Outcome<{ id: string }, AccountRefusal>> {
  const lack = await findTaken(ctx, input)
  if (lack !== undefined) return refused(lack)
  const id = ctx.newId()
  const isOpen = input.password !== undefined
  await ctx.db
    .insertInto('account')
    .values({
      id,
      region: ctx.region,
      username: input.username,
      full_name: input.fullName,
      office: input.office,
      password_hash: input.password === undefined ? null : await hashPassword(input.password),
      password_set_at: isOpen ? new Date().toISOString() : null,
      is_password_temporary: input.isPasswordTemporary ?? false,
      provider_identity: input.providerIdentity ?? null,
      is_demo: input.isDemo,
    })
    .execute()
  for (const grant of input.grants)
    await ctx.db.insertInto('account_role').values({ account_id: id, role: grant.role, area: grant.area }).execute()
  await audit(
    ctx,
    'account.added',
    { kind: 'account', id },
    { username: input.username, roles: input.grants.map((grant) => `${grant.role}@${grant.area}`) },
  )
  return done({ id })
}

/** Names are taken in the whole deployment, whichever region keeps the account. */
async function findTaken(ctx: Context, input: NewAccount): Promise<AccountRefusal | undefined> {
  const { rows } = await ctx.client.query<{ name: boolean; identity: boolean }>(
    'select is_username_taken($1) as name, is_identity_taken($2) as identity',
    [input.username, input.providerIdentity ?? null],
  )
  if (rows[0]?.name) return { reason: 'username-taken', username: input.username }
  if (rows[0]?.identity) return { reason: 'provider-identity-taken', providerIdentity: input.providerIdentity ?? '' }
  return undefined
}

/** The accounts of the region with every role that was ever given, for the command line. */
export async function listAccounts(ctx: Context): Promise<Account[]> {
  const people = await ctx.db.selectFrom('account').selectAll().orderBy('full_name').limit(1000).execute()
  const grants = await ctx.db.selectFrom('account_role').selectAll().execute()
  return people.map((person) => ({
    id: person.id,
    username: person.username,
    fullName: person.full_name,
    office: person.office,
    language: person.language === 'en' ? 'en' : 'id',
    isActive: person.is_active,
    grants: grants
      .filter((grant) => grant.account_id === person.id)
      .map((grant) => ({ role: grant.role as Role, area: grant.area })),
  }))
}

/** Finds the active person behind a user name as an actor with the roles in force today, before anybody is signed in. */
export async function findActor(platform: Platform, by: { username: string } | { id: string }): Promise<Actor | undefined> {
  const client = await platform.pool.connect()
  try {
    const db = queriesOver(client)
    const [column, value] = 'id' in by ? (['id', by.id] as const) : (['username', by.username] as const)
    const person = await db
      .selectFrom('account')
      .select(['id', 'full_name'])
      .where(column, '=', value)
      .where('is_active', '=', true)
      .executeTakeFirst()
    if (person === undefined) return undefined
    return { id: person.id, name: person.full_name, kind: 'person', grants: await grantsOf(platform, person.id) }
  } finally {
    client.release()
  }
}

/** The roles a person holds today by the clock of each region; a role on a customary village stands as one on each of its villages. */
export async function grantsOf(platform: Platform, accountId: string): Promise<Grant[]> {
  const { rows } = await platform.pool.query<{ role: Role; area: string; first_day: string; last_day: string | null }>(
    'select role, area, first_day, last_day from grants_of_account($1) order by first_day, area',
    [accountId],
  )
  return rows.flatMap((row): Grant[] => {
    const area = findAreaCode(row.area)
    return area !== undefined && isInForce(row, area) ? [{ role: row.role, area }] : []
  })
}

/** The region whose clock tells the day for an area that is larger than a region: that of the capital. */
const capital = '3171' as Region

function isInForce(grant: { first_day: string; last_day: string | null }, area: AreaCode): boolean {
  const today = todayIn(findRegion(area) ?? capital)
  return !isBefore(today, day(grant.first_day)) && (grant.last_day === null || !isBefore(day(grant.last_day), today))
}

/** The regions in which a person holds a role. */
export function regionsOf(actor: Actor): Region[] {
  return [
    ...new Set(
      actor.grants
        .filter((grant) => grant.area.length >= 5)
        .map((grant) => (grant.area.slice(0, 2) + grant.area.slice(3, 5)) as Region),
    ),
  ]
}

export function wordAccountRefusal(refusal: AccountRefusal): WordedRefusal {
  if (refusal.reason === 'provider-identity-taken') {
    const title = {
      id: `"${refusal.providerIdentity}" sudah tercatat pada akun lain.`,
      en: `"${refusal.providerIdentity}" is recorded with another account.`,
    }
    return {
      reason: refusal.reason,
      status: 409,
      title,
      why: {
        id: 'Satu identitas pada penyedia masuk hanya membuka satu akun.',
        en: 'One identity at the sign-in provider opens one account.',
      },
      todo: {
        id: 'Periksa tulisannya, atau pakai akun yang sudah ada.',
        en: 'Check its spelling, or use the account that exists.',
      },
      fields: { providerIdentity: title },
    }
  }
  const title = { id: `Nama pengguna "${refusal.username}" sudah dipakai.`, en: `The user name "${refusal.username}" is taken.` }
  return {
    reason: refusal.reason,
    status: 409,
    title,
    todo: { id: 'Pilih nama pengguna yang lain.', en: 'Choose another user name.' },
    fields: { username: title },
  }
}

/** Accounts for a first start: nobody can sign in to an empty database otherwise. */
export async function hasAccounts(platform: Platform): Promise<boolean> {
  const { rows } = await platform.pool.query<{ found: boolean }>('select exists (select from account) as found')
  return rows[0]?.found ?? false
}

/** Tells whether this deployment shows a demonstration: its accounts and their password are then no secret. */
export async function hasDemoAccounts(platform: Platform): Promise<boolean> {
  const { rows } = await platform.pool.query<{ found: boolean }>(
    'select exists (select from account where is_demo and is_active) as found',
  )
  return rows[0]?.found ?? false
}
