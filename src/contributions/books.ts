import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

export type EntryRow = {
  id: string
  runId: string
  programmeCode: string
  month: string
  kind: string
  attempt: number
  enteredOn: string
  memo: string
  madeBy: string
  madeAt: string
  /** Positive is debit, negative is credit; they sum to nothing. */
  postings: { account: string; source: string; amount: number }[]
}

export type BooksFilters = { from?: string | undefined; to?: string | undefined; runId?: string | undefined }

/** Entries of the ledger, newest first, after the entry whose key `entered_on|id` is given. */
export async function listEntries(
  ctx: Context,
  filters: BooksFilters,
  page: { after: string | undefined; limit: number },
): Promise<EntryRow[]> {
  const [afterDay, afterId] = /^(\d{4}-\d\d-\d\d)\|([0-9a-f-]{36})$/.exec(page.after ?? '')?.slice(1) ?? []
  const { rows } = await sql<EntryRow>`
    select e.id, e.run_id as "runId", p.code as "programmeCode", r.month, e.kind, e.attempt, e.entered_on as "enteredOn", e.memo,
      e.made_by_name as "madeBy", e.made_at as "madeAt",
      (select json_agg(json_build_object('account', g.account, 'source', b.source, 'amount', g.amount) order by g.amount desc, b.source)
        from ledger_posting g join budget_line b on b.region = g.region and b.id = g.budget_line_id
        where g.region = e.region and g.entry_id = e.id) as postings
    from ledger_entry e
    join contribution_run r on r.region = e.region and r.id = e.run_id
    join programme p on p.region = r.region and p.id = r.programme_id
    where e.region = ${ctx.region} ${within(filters)}
      and (${afterDay ?? null}::date is null or (e.entered_on, e.id) < (${afterDay ?? null}::date, ${afterId ?? null}::uuid))
    order by e.entered_on desc, e.id desc limit ${page.limit}`.execute(ctx.db)
  return rows
}

/** How many entries match. */
export async function countEntries(ctx: Context, filters: BooksFilters): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ledger_entry e where e.region = ${ctx.region} ${within(filters)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

export type AccountRow = { account: string; nameId: string; nameEn: string; debit: number; credit: number; balance: number }

/** The trial balance on a day: every account with its debits and credits. The balances sum to nothing. */
export async function trialBalance(ctx: Context, on: string): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select a.code as account, a.name_id as "nameId", a.name_en as "nameEn",
      coalesce(sum(g.amount) filter (where g.amount > 0), 0)::bigint as debit,
      coalesce(-sum(g.amount) filter (where g.amount < 0), 0)::bigint as credit, coalesce(sum(g.amount), 0)::bigint as balance
    from ledger_account a
    left join (ledger_posting g join ledger_entry e on e.region = g.region and e.id = g.entry_id and e.entered_on <= ${on}::date)
      on g.account = a.code and g.region = ${ctx.region}
    group by a.code, a.name_id, a.name_en order by a.code`.execute(ctx.db)
  return rows
}

function within(filters: BooksFilters) {
  return sql`and (${filters.from ?? null}::date is null or e.entered_on >= ${filters.from ?? null}::date)
    and (${filters.to ?? null}::date is null or e.entered_on <= ${filters.to ?? null}::date)
    and (${filters.runId ?? null}::uuid is null or e.run_id = ${filters.runId ?? null}::uuid)`
}
