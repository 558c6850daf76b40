import { sql } from 'kysely'
import { type Day, formatDay } from '../../values/days.ts'
import { formatMonth, type Month } from '../../values/months.ts'
import type { Context } from '../platform/context.ts'

export const ledgerAccounts = ['contribution-expense', 'contribution-payable', 'regional-treasury'] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

export const entryKinds = ['recognised', 'paid', 'payment-returned'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Which account a happening debits and which it credits, for every budget line of the run. */
export const accountsOf: Readonly<Record<EntryKind, { debit: LedgerAccount; credit: LedgerAccount }>> = {
  recognised: { debit: 'contribution-expense', credit: 'contribution-payable' },
  paid: { debit: 'contribution-payable', credit: 'regional-treasury' },
  'payment-returned': { debit: 'regional-treasury', credit: 'contribution-payable' },
}

export type NewEntry = { runId: string; kind: EntryKind; enteredOn: Day; memo: string }

/** Enters a happening of a run in the books, one debit and one credit for each budget line that carries it. Entries are never changed. */
export async function enter(ctx: Context, entry: NewEntry): Promise<string> {
  const id = ctx.newId()
  const { debit, credit } = accountsOf[entry.kind]
  await ctx.db
    .insertInto('ledger_entry')
    .values({
      region: ctx.region,
      id,
      run_id: entry.runId,
      kind: entry.kind,
      attempt: await attemptOf(ctx, entry),
      entered_on: entry.enteredOn.toString(),
      memo: entry.memo,
      made_by: ctx.actor.id,
      made_by_name: ctx.actor.name,
    })
    .execute()
  await sql`insert into ledger_posting (region, entry_id, account, budget_line_id, amount)
    select f.region, ${id}::uuid, side.account, f.budget_line_id, side.sign * f.amount
    from run_funding f cross join (values (${debit}, 1), (${credit}, -1)) as side (account, sign)
    where f.region = ${ctx.region} and f.run_id = ${entry.runId}`.execute(ctx.db)
  return id
}

/** The memo of an entry, as the books show it. */
export function memoOf(kind: EntryKind, month: Month, facts: { number?: string | null; on?: Day; why?: string }): string {
  const name = formatMonth(month, 'id')
  if (kind === 'recognised') return `Pengakuan iuran ${name}`
  if (kind === 'paid')
    return `Pembayaran iuran ${name}, SP2D ${facts.number ?? '-'}${facts.on ? ` tanggal ${formatDay(facts.on, 'id')}` : ''}`
  return `Pembayaran iuran ${name} kembali, SP2D ${facts.number ?? '-'}: ${facts.why ?? ''}`
}

/** A payment and its return carry the same number; the next payment the one after. */
async function attemptOf(ctx: Context, entry: NewEntry): Promise<number> {
  if (entry.kind === 'recognised') return 1
  const { count } = await ctx.db
    .selectFrom('ledger_entry')
    .where('region', '=', ctx.region)
    .where('run_id', '=', entry.runId)
    .where('kind', '=', 'payment-returned')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count + 1
}
