import { sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { EndReason } from '../membership/reasons-api.ts'
import type { Context } from '../platform/context.ts'

/** A month that was paid although the person was gone before it: it may be claimed back, by agreement (Perdir 22/2022 §10). */
export type ReclaimRow = {
  runId: string
  programmeCode: string
  month: string
  workerId: number
  fullName: string
  nik: string
  village: string
  reason: EndReason
  /** The last day of cover, or the day of death the registers know while the cover has not been ended yet. */
  since: string
  amount: number
  source: string
}

/** Months paid after a death or another end, newest first; at most 2000. */
export async function listReclaims(ctx: Context): Promise<ReclaimRow[]> {
  const { rows } = await sql<ReclaimRow>`
    with gone as (
      select id, worker_id, programme_id, last_day as since, end_reason as reason from membership_period
      where region = ${ctx.region} and end_reason is not null
      union all
      select m.id, m.worker_id, m.programme_id, k.died_on, 'DECEASED' from worker_match k
      join membership_period m on m.region = k.region and m.worker_id = k.worker_id and m.end_reason is null
      where k.region = ${ctx.region} and k.is_deceased and k.died_on is not null)
    select r.id as "runId", p.code as "programmeCode", r.month, g.worker_id as "workerId", w.full_name as "fullName",
      coalesce(w.nik, '') as nik, l.village, g.reason, g.since, l.amount, b.source
    from gone g
    join contribution_run r on r.region = ${ctx.region} and r.programme_id = g.programme_id and r.state in ('paid', 'reconciled')
      and r.month > to_char(g.since, 'YYYY-MM')
    join contribution_line l on l.region = r.region and l.run_id = r.id and l.worker_id = g.worker_id and l.period_id = g.id
    join programme p on p.region = r.region and p.id = r.programme_id
    join worker w on w.region = r.region and w.id = g.worker_id
    join budget_line b on b.region = l.region and b.id = l.budget_line_id
    order by r.month desc, g.worker_id limit 2000`.execute(ctx.db)
  return rows.map((row) => ({ ...row, nik: maskNik(row.nik) }))
}
