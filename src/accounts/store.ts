import { type RawBuilder, sql } from 'kysely'
import { areasOf, type Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { AccountState, ShownGrant } from './accounts.ts'

/** A person of the list. */
export type ListedAccount = {
  id: string
  username: string
  fullName: string
  office: string | null
  state: AccountState
  isDemo: boolean
  hasFactor: boolean
  lastSignInAt: string | null
  grants: ShownGrant[]
}

export type AccountFilter = { search?: string | undefined; role?: Role | undefined; state?: AccountState | undefined }

/** Where in the list a stretch begins, and in which order. */
export type ListPlace = { sort: string | undefined; from: number; limit: number }

const stateOf = sql<AccountState>`case when not a.is_active then 'inactive'
  when a.password_hash is null and a.provider_subject is null then 'invited' else 'active' end`

const orders: Record<string, RawBuilder<unknown>> = {
  name: sql`a.full_name`,
  username: sql`a.username`,
  lastSignIn: sql`s.last_at`,
  state: stateOf,
}

/** The people of the region whom a filter finds; a reader of some areas is given those who work there. */
export async function listAccounts(
  ctx: Context,
  filter: AccountFilter,
  { sort, from, limit }: ListPlace,
): Promise<{ rows: ListedAccount[]; count: number }> {
  const column = orders[sort?.replace(/^-/, '') ?? 'name'] ?? sql`a.full_name`
  const direction = sort?.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  const { rows } = await sql<ListedAccount & { count: number }>`
    select ${listed(ctx)}, count(*) over () as count ${joined}
    where ${within(ctx)} and ${filtered(ctx, filter)}
    order by ${column} ${direction}, a.id limit ${limit} offset ${from}`.execute(ctx.db)
  return { rows: rows.map(({ count: _count, ...row }) => row), count: rows[0]?.count ?? 0 }
}

/** A person with what an administrator must know of how they sign in. */
export type KnownAccount = ListedAccount & {
  region: string
  hasPassword: boolean
  providerIdentity: string | null
  isBoundToProvider: boolean
}

/** Finds a person of the region whom the reader may see. */
export async function findAccount(ctx: Context, id: string): Promise<KnownAccount | undefined> {
  const { rows } = await sql<KnownAccount>`
    select ${listed(ctx)}, a.region, a.password_hash is not null as "hasPassword", a.provider_identity as "providerIdentity",
      a.provider_subject is not null as "isBoundToProvider" ${joined}
    where ${within(ctx)} and a.id = ${id}::uuid`.execute(ctx.db)
  return rows[0]
}

const joined = sql`from account a
  left join second_factor f on f.account_id = a.id
  left join lateral (select max(created_at) as last_at from session where account_id = a.id) s on true`

function listed(ctx: Context): RawBuilder<unknown> {
  const today = ctx.today.toString()
  return sql`a.id, a.username, a.full_name as "fullName", a.office, ${stateOf} as state, a.is_demo as "isDemo",
    f.confirmed_at is not null as "hasFactor", s.last_at as "lastSignInAt",
    (select coalesce(json_agg(json_build_object('id', r.id, 'role', r.role, 'area', r.area, 'areaName', ${nameOfArea(sql`r.area`)},
       'firstDay', r.first_day, 'lastDay', r.last_day,
       'isInForce', ${today}::date between r.first_day and coalesce(r.last_day, 'infinity'::date)) order by r.first_day desc, r.role, r.area), '[]')
     from account_role r where r.account_id = a.id) as grants`
}

/** The name of an area or of a customary village; the code where nobody has named it. */
function nameOfArea(area: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select name from area where code = ${area}),
    (select 'Desa adat ' || c.name from customary_village c where ${area} = left(c.region, 2) || '.' || right(c.region, 2) || '.adat-' || c.id), ${area})`
}

/** Names areas and customary villages by their codes. */
export async function namesOfAreas(ctx: Context, areas: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ area: string; name: string }>`
    select area, ${nameOfArea(sql`area`)} as name from unnest(${[...areas]}::text[]) as area`.execute(ctx.db)
  return new Map(rows.map((row) => [row.area, row.name]))
}

/** Of the codes given, those that are an area of the code list or a customary village of the region. */
export async function knownAreas(ctx: Context, areas: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ area: string }>`
    select area from unnest(${[...areas]}::text[]) as area where exists (select from area k where k.code = area)
      or exists (select from customary_village c where area = left(c.region, 2) || '.' || right(c.region, 2) || '.adat-' || c.id)`.execute(
    ctx.db,
  )
  return new Set(rows.map((row) => row.area))
}

/** A reader of the whole region sees everybody; one of some villages those who work in them, and themselves. */
function within(ctx: Context): RawBuilder<unknown> {
  const areas = areasOf(ctx.actor, ctx.region)
  if (areas === 'all') return sql`true`
  return sql`(a.id::text = ${ctx.actor.id} or exists (select from account_role r cross join unnest(${[...areas]}::text[]) as mine
    where r.account_id = a.id and (r.area = mine or r.area like mine || '.%')))`
}

function filtered(ctx: Context, { search, role, state }: AccountFilter): RawBuilder<unknown> {
  const like = `%${(search ?? '').replace(/[%_\\]/g, '\\$&')}%`
  const today = ctx.today.toString()
  return sql`(${search ?? ''} = '' or a.full_name ilike ${like} or a.username ilike ${like} or a.office ilike ${like})
    and (${role ?? ''} = '' or exists (select from account_role r where r.account_id = a.id and r.role = ${role ?? ''}
      and ${today}::date <= coalesce(r.last_day, 'infinity'::date)))
    and (${state ?? ''} = '' or ${stateOf} = ${state ?? ''})`
}

/** Whether an active person other than this one keeps accounts of the whole region on this day. */
export async function hasOtherAdministrator(ctx: Context, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from account a join account_role r on r.account_id = a.id where a.is_active and a.id <> ${accountId}::uuid
      and r.role = 'administrator' and ${ctx.today.toString()}::date between r.first_day and coalesce(r.last_day, 'infinity'::date)
      and left(${ctx.region}, 2) || '.' || right(${ctx.region}, 2) like r.area || '%') as found`.execute(ctx.db)
  return rows[0]?.found ?? false
}

/** The link of a person that still stands; nothing when none does. */
export async function findStandingLink(ctx: Context, accountId: string) {
  const { rows } = await sql<{ purpose: 'invitation' | 'reset'; madeByName: string; madeAt: string; expiresAt: string }>`
    select purpose, made_by_name as "madeByName", made_at as "madeAt", expires_at as "expiresAt" from account_link
    where account_id = ${accountId}::uuid and used_at is null and revoked_at is null and expires_at > now()
    order by made_at desc limit 1`.execute(ctx.db)
  return rows[0]
}

/** What was done with an account, newest first. */
export async function historyOf(ctx: Context, accountId: string) {
  const lines = await ctx.db
    .selectFrom('audit_line')
    .select(['id', 'at', 'actor_name as actorName', 'act', 'details'])
    .where('region', '=', ctx.region)
    .where('subject_kind', '=', 'account')
    .where('subject_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return lines.map((line) => ({ ...line, details: line.details as Record<string, unknown> }))
}
