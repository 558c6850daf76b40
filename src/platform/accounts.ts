import { areaCode, type Region } from '../../values/areas.ts'
import type { Language } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Actor, Grant, Role } from './actor.ts'
import { audit } from './audit.ts'
import { queriesOver } from './connection.ts'
import type { Context } from './context.ts'
import { hashPassword } from './passwords.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'

export type NewAccount = {
  username: string
  fullName: string
  office: string
  password: string
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
  grants: Grant[]
}
export type AccountRefusal = { reason: 'username-taken'; username: string }

/** Adds a person who may sign in, with the roles given. Refuses a user name that is taken. Leaves an audit line. */
export async function addAccount(ctx: Context, input: NewAccount): Promise<Outcome<{ id: string }, AccountRefusal>> {
  const taken = await ctx.db.selectFrom('account').select('id').where('username', '=', input.username).executeTakeFirst()
  if (taken !== undefined) return refused({ reason: 'username-taken', username: input.username })
  const id = ctx.newId()
  await ctx.db
    .insertInto('account')
    .values({
      id,
      username: input.username,
      full_name: input.fullName,
      office: input.office,
      password_hash: await hashPassword(input.password),
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
      .map((grant) => ({ role: grant.role as Role, area: areaCode(grant.area) })),
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

/** The roles a person holds today. */
export async function grantsOf(platform: Platform, accountId: string): Promise<Grant[]> {
  const { rows } = await platform.pool.query<{ role: Role; area: string }>(
    'select role, area from account_role where account_id = $1 and current_date between first_day and coalesce(last_day, current_date)',
    [accountId],
  )
  return rows.map((row) => ({ role: row.role, area: areaCode(row.area) }))
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
  return {
    reason: refusal.reason,
    status: 409,
    title: { id: `Nama pengguna "${refusal.username}" sudah dipakai.`, en: `The user name "${refusal.username}" is taken.` },
    todo: { id: 'Pilih nama pengguna yang lain.', en: 'Choose another user name.' },
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
