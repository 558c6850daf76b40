import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import type { AccessGround } from './access-grounds.ts'
import { noteFileOpened } from './opening.ts'
import { countWorkers, findWorkerRecord, historyOfWorker } from './store.ts'
import type { WorkerFilter } from './workers.ts'

export { countWorkers } from './store.ts'

export type RegistryRefusal = { reason: 'no-such-worker' } | { reason: 'nothing-to-export' }

type WorkerRecord = NonNullable<Awaited<ReturnType<typeof findWorkerRecord>>>

/** One worker's record with what happened to it. Refuses when there is none, or none for this reader. Leaves an audit line: the person may ask who opened it. */
export async function openWorker(
  ctx: Context,
  id: number,
): Promise<
  Outcome<{ worker: WorkerRecord; history: Awaited<ReturnType<typeof historyOfWorker>> }, { reason: 'no-such-worker' }>
> {
  const worker = await findWorkerRecord(ctx, id)
  if (worker === undefined) return refused({ reason: 'no-such-worker' })
  await noteFileOpened(ctx, id)
  return done({ worker, history: await historyOfWorker(ctx, id) })
}

/** The details that lists hide. */
export type Identity = { nik: string | null; familyCard: string | null; phone: string | null; motherName: string | null }

/** Shows the details that lists hide, a deliberate act: it leaves an audit line with the ground chosen (UU 27/2022). */
export async function showIdentity(
  ctx: Context,
  input: { workerId: number; ground: AccessGround; because?: string },
): Promise<Outcome<Identity, { reason: 'no-such-worker' }>> {
  const worker = await findWorkerRecord(ctx, input.workerId)
  if (worker === undefined) return refused({ reason: 'no-such-worker' })
  const { ground, because } = input
  await audit(ctx, 'registry.identity-shown', { kind: 'worker', id: input.workerId }, { ground, ...(because && { because }) })
  return done({ nik: worker.nik, familyCard: worker.family_card, phone: worker.phone, motherName: worker.mother_name })
}

/** Announces an export: how many people it will hold, with an audit line. Refuses an empty one. */
export async function beginExport(
  ctx: Context,
  input: { filter: WorkerFilter; format: string; showsNik: boolean },
): Promise<Outcome<{ workers: number; regionName: string }, { reason: 'nothing-to-export' }>> {
  const workers = await countWorkers(ctx, input.filter)
  if (workers === 0) return refused({ reason: 'nothing-to-export' })
  const filter = Object.entries(input.filter).flatMap(([name, value]) =>
    value === undefined || name === 'text' ? [] : [`${name}=${value}`],
  )
  await audit(
    ctx,
    'registry.list-exported',
    { kind: 'region', id: ctx.region },
    { workers, format: input.format, showsNik: input.showsNik, filter, searched: input.filter.text !== undefined },
  )
  const profile = await ctx.db.selectFrom('region_profile').select('name').where('region', '=', ctx.region).executeTakeFirst()
  return done({ workers, regionName: profile?.name ?? ctx.region })
}

const worker: Wording = { id: 'Pekerja ini', en: 'This worker' }

export function wordRegistryRefusal(refusal: RegistryRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-worker':
      return notFound(worker)
    case 'nothing-to-export':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Tidak ada pekerja dalam saringan ini.', en: 'No worker fits this filter.' },
        why: { id: 'Berkas ekspor akan kosong.', en: 'The exported file would be empty.' },
        todo: { id: 'Longgarkan saringan, lalu ekspor lagi.', en: 'Widen the filter and export again.' },
      }
    default:
      return unreachable(refusal)
  }
}
