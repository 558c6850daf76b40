import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from '../registry/cursor.ts'
import { sheetBytes } from '../registry/sheets.ts'
import { type BreachRefusal, countAffected } from './breaches.ts'
import { breachSteps } from './breach-steps.ts'
import { seesWholeRegion } from './whole-region.ts'

/** Every breach, the open ones first, with how many people it concerns. */
export async function listBreaches(ctx: Context) {
  if (!seesWholeRegion(ctx)) return []
  const rows = await ctx.db
    .selectFrom('breach as b')
    .selectAll('b')
    .select(({ selectFrom }) =>
      selectFrom('breach_person as p')
        .whereRef('p.region', '=', 'b.region')
        .whereRef('p.breach_id', '=', 'b.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('affected'),
    )
    .where('b.region', '=', ctx.region)
    .orderBy(sql`b.closed_at nulls first`)
    .orderBy('b.noticed_at', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, affected: row.affected ?? 0 }))
}

export type ListedBreach = Awaited<ReturnType<typeof listBreaches>>[number]

/** One breach; nothing when there is none for this reader. */
export async function findBreach(ctx: Context, id: string): Promise<ListedBreach | undefined> {
  if (!seesWholeRegion(ctx)) return undefined
  const breach = await ctx.db
    .selectFrom('breach')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .executeTakeFirst()
  return breach && { ...breach, affected: await countAffected(ctx, id) }
}

/** A breach whose people or authority were not told yet: what is shown on the first page while the clock runs. */
export type RunningClock = { id: string; title: string; dueAt: string; missing: number }

export async function listRunningClocks(ctx: Context): Promise<RunningClock[]> {
  const open = (await listBreaches(ctx)).filter((breach) => breach.closed_at === null)
  return open
    .filter((breach) => breach.persons_notified_at === null || breach.authority_notified_at === null)
    .map((breach) => ({
      id: breach.id,
      title: breach.title,
      dueAt: breach.due_at,
      missing: breachSteps.length - stepsTaken(breach),
    }))
    .sort((left, right) => (left.dueAt < right.dueAt ? -1 : 1))
}

function stepsTaken(breach: ListedBreach): number {
  return [breach.assessed_at, breach.contained_at, breach.persons_notified_at, breach.authority_notified_at].filter(Boolean)
    .length
}

/** Announces that the list of those affected is taken, with whole phone numbers and addresses: that is how they are told. Leaves an audit line. */
export async function beginAffectedList(
  ctx: Context,
  breachId: string,
): Promise<Outcome<{ people: number; title: string }, BreachRefusal>> {
  const breach = await findBreach(ctx, breachId)
  if (breach === undefined) return refused({ reason: 'no-such-breach' })
  if (breach.affected === 0) return refused({ reason: 'nobody-selected' })
  await audit(ctx, 'privacy.affected-list-taken', { kind: 'breach', id: breachId }, { people: breach.affected })
  return done({ people: breach.affected, title: breach.title })
}

type Affected = {
  fullName: string
  nik: string | null
  phone: string | null
  address: string | null
  villageName: string
  districtName: string
}

/** Those affected, by village and name, as CSV for telling them. */
export function affectedList(ctx: Context, breachId: string): AsyncIterable<Uint8Array | string> {
  const people = sql<Affected>`select w.full_name as "fullName", w.nik, w.phone, w.address, v.name as "villageName", d.name as "districtName"
    from breach_person p join worker w on w.region = p.region and w.id = p.worker_id join area v on v.code = w.village join area d on d.code = v.parent
    where p.region = ${ctx.region} and p.breach_id = ${breachId}::uuid order by d.name, v.name, w.full_name, w.id`
  return sheetBytes('csv', {
    name: 'Terdampak',
    columns: [
      { header: 'NAMA', width: 32, value: (row: Affected) => row.fullName },
      { header: 'NIK', width: 20, isDigits: true, value: (row) => row.nik },
      { header: 'NO_HP', width: 16, isDigits: true, value: (row) => row.phone },
      { header: 'ALAMAT', width: 32, value: (row) => row.address },
      { header: 'DESA_KELURAHAN', width: 20, value: (row) => row.villageName },
      { header: 'KECAMATAN', width: 20, value: (row) => row.districtName },
    ],
    batches: cursorBatches(ctx, people),
  })
}
