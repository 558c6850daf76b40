import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Where one worker stands in a programme: by its decree when there is one, else by its newest ranking. */
export type WorkerPlace = {
  programmeId: string
  code: string
  name: string
  position: number
  place: 'quota' | 'waiting'
  /** How many have a place within the quota of this list. */
  placesInQuota: number
  decreeNumber: string | null
  decidedOn: string | null
}

/** Every programme in whose list a worker stands, the newest first; nobody's, for a worker this reader may not see. */
export async function listWorkerPlaces(ctx: Context, workerId: number): Promise<WorkerPlace[]> {
  const { rows } = await sql<WorkerPlace>`
    select p.id as "programmeId", p.code, p.name, l.position, l.place, d.people as "placesInQuota", d.number as "decreeNumber",
      d.decided_on as "decidedOn", p.first_month
    from decree_line l join decree d on d.region = l.region and d.id = l.decree_id
      join programme p on p.region = d.region and p.id = d.programme_id
    where l.region = ${ctx.region} and l.worker_id = ${workerId}
    union all
    select p.id, p.code, p.name, r.position, r.place, p.quota, null, null, p.first_month
    from ranking r join programme p on p.region = r.region and p.id = r.programme_id
    where r.region = ${ctx.region} and r.worker_id = ${workerId}
      and not exists (select from decree d where d.region = p.region and d.programme_id = p.id)
    order by first_month desc, code`.execute(ctx.db)
  return rows
}
