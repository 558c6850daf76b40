import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** A budget line: what it may pay and what became of it, rupiah and person-months. `ceiling` = `computed` + `recognised` + `left`. */
export type BudgetRow = {
  budgetLineId: string
  programmeId: string
  programmeCode: string
  programmeName: string
  fiscalYear: number
  source: string
  accountCode: string | null
  ceiling: number
  /** Computed and not decided yet. */
  computed: number
  /** Owed since approval, from the ledger. */
  recognised: number
  /** Left the treasury, from the ledger; part of `recognised`. */
  paid: number
  left: number
  personMonthsCommitted: number
  personMonthsPaid: number
}

/** A programme: the person-months its quota promises against those paid. */
export type PlanRow = {
  programmeId: string
  programmeCode: string
  programmeName: string
  quota: number
  months: number
  personMonthsPlanned: number
  personMonthsPaid: number
}

/** Budgets of a fiscal year, or of all, by programme and source. */
export async function listBudget(ctx: Context, year: number | undefined): Promise<BudgetRow[]> {
  const { rows } = await sql<BudgetRow>`
    with taken as (
      select f.budget_line_id, sum(f.amount) filter (where r.state = 'computed') as computed, sum(f.people) as months,
        sum(f.people) filter (where r.state in ('paid', 'reconciled')) as months_paid
      from run_funding f join contribution_run r on r.region = f.region and r.id = f.run_id
      where f.region = ${ctx.region} and r.state <> 'refused' group by 1),
    booked as (
      select budget_line_id, sum(amount) filter (where account = 'contribution-expense') as recognised,
        -sum(amount) filter (where account = 'regional-treasury') as paid
      from ledger_posting where region = ${ctx.region} group by 1)
    select b.id as "budgetLineId", p.id as "programmeId", p.code as "programmeCode", p.name as "programmeName", b.fiscal_year as "fiscalYear",
      b.source, b.account_code as "accountCode", b.ceiling, coalesce(t.computed, 0)::bigint as computed,
      coalesce(k.recognised, 0)::bigint as recognised, coalesce(k.paid, 0)::bigint as paid,
      (b.ceiling - coalesce(t.computed, 0) - coalesce(k.recognised, 0))::bigint as left,
      coalesce(t.months, 0)::bigint as "personMonthsCommitted", coalesce(t.months_paid, 0)::bigint as "personMonthsPaid"
    from budget_line b
    join programme p on p.region = b.region and p.id = b.programme_id
    left join taken t on t.budget_line_id = b.id
    left join booked k on k.budget_line_id = b.id
    where b.region = ${ctx.region} and (${year ?? null}::int is null or b.fiscal_year = ${year ?? null}::int)
    order by b.fiscal_year desc, p.code, b.source limit 2000`.execute(ctx.db)
  return rows
}

/** What each programme promised, in person-months, and what was paid of it. */
export async function listPlans(ctx: Context, year: number | undefined): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select p.id as "programmeId", p.code as "programmeCode", p.name as "programmeName", p.quota, span.months,
      (p.quota * span.months)::bigint as "personMonthsPlanned",
      coalesce((select sum(r.people) from contribution_run r where r.region = p.region and r.programme_id = p.id
        and r.state in ('paid', 'reconciled')), 0)::bigint as "personMonthsPaid"
    from programme p, lateral (select (left(p.last_month, 4)::int - left(p.first_month, 4)::int) * 12
      + right(p.last_month, 2)::int - right(p.first_month, 2)::int + 1 as months) span
    where p.region = ${ctx.region} and (${year ?? null}::int is null or p.year = ${year ?? null}::int)
    order by p.year desc, p.code limit 500`.execute(ctx.db)
  return rows
}
