import { sql } from 'kysely'
import { findMembership, type Membership } from '../membership/person.ts'
import type { Context } from '../platform/context.ts'
import type { OmissionReason, RunState } from './steps-api.ts'

/** A month of a person: paid for by which source, or left out and why. */
export type PersonMonth = {
  runId: string
  month: string
  programmeCode: string
  state: RunState
  amount: number
  source: string | null
  paidOn: string | null
  leftOutBecause: OmissionReason | null
}

/** A person's contribution months, newest first, with their membership and its clocks. */
export type ContributionHistory = { membership: Membership; months: PersonMonth[]; monthsPaid: number; amountPaid: number }

/** Finds the contribution history of a worker; nothing when there is no such worker for this reader. */
export async function findHistory(ctx: Context, workerId: number): Promise<ContributionHistory | undefined> {
  const membership = await findMembership(ctx, workerId)
  if (membership === undefined) return undefined
  const { rows } = await sql<PersonMonth>`
    select r.id as "runId", r.month, p.code as "programmeCode", r.state, coalesce(l.amount, 0) as amount, b.source,
      r.paid_on as "paidOn", o.reason as "leftOutBecause"
    from contribution_run r
    join programme p on p.region = r.region and p.id = r.programme_id
    left join contribution_line l on l.region = r.region and l.run_id = r.id and l.worker_id = ${workerId}
    left join contribution_omission o on o.region = r.region and o.run_id = r.id and o.worker_id = ${workerId}
    left join budget_line b on b.region = l.region and b.id = l.budget_line_id
    where r.region = ${ctx.region} and r.state <> 'refused' and (l.run_id is not null or o.run_id is not null)
    order by r.month desc limit 600`.execute(ctx.db)
  const paid = rows.filter((row) => row.leftOutBecause === null && (row.state === 'paid' || row.state === 'reconciled'))
  return { membership, months: rows, monthsPaid: paid.length, amountPaid: paid.reduce((sum, row) => sum + row.amount, 0) }
}
