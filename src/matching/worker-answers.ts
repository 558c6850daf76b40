import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { DifferingField } from './layouts-api.ts'

/** What each register answered about one worker, with the day and the file, and what was made of it. */
export type WorkerAnswers = {
  match: {
    civil: 'not-asked' | 'alive' | 'deceased' | 'unknown'
    nameAgrees: boolean | null
    birthDateAgrees: boolean | null
    coveredBy: string | null
    decile: number | null
    diedOn: string | null
    isDeceased: boolean
    matchedAt: string
  } | null
  civil:
    | (Sourced & {
        fullName: string | null
        birthDate: string | null
        village: string | null
        isAlive: boolean
        /** Fields in which it only said that our value is another than its own, and how near the two are (0–100) where it told. */
        disagrees: { field: DifferingField; similarity: number | null }[]
      })
    | null
  insured: (Sourced & { segment: string; isActive: boolean; programmes: string })[]
  welfare: (Sourced & { decile: number | null }) | null
  death: (Sourced & { diedOn: string | null; certificateNumber: string | null }) | null
}

type Sourced = { answeredOn: string; fileName: string }

/** Reads what the registers know of one worker; nothing when there is no such worker for this reader. */
export async function findWorkerAnswers(ctx: Context, workerId: number): Promise<WorkerAnswers | undefined> {
  const { rows } = await sql<{ answers: WorkerAnswers }>`select json_build_object(
    'match', (select json_build_object('civil', civil, 'nameAgrees', name_agrees, 'birthDateAgrees', birth_date_agrees, 'coveredBy', covered_by,
        'decile', decile, 'diedOn', died_on, 'isDeceased', is_deceased, 'matchedAt', matched_at)
      from worker_match m where m.region = w.region and m.worker_id = w.id),
    'civil', (select json_build_object('fullName', r.full_name, 'birthDate', r.birth_date, 'village', r.village, 'isAlive', r.is_alive,
        'disagrees', (select coalesce(json_agg(json_build_object('field', d.field, 'similarity', d.similarity) order by d.field), '[]')
          from register_difference d where d.region = w.region and d.worker_id = w.id and d.theirs is null),
        'answeredOn', r.answered_on, 'fileName', x.file_name) ${from('civil_record')}),
    'insured', (select coalesce(json_agg(json_build_object('segment', r.segment, 'isActive', r.is_active, 'programmes', r.programmes,
        'answeredOn', r.answered_on, 'fileName', x.file_name) order by r.is_active desc, r.segment), '[]') ${from('insured_record')}),
    'welfare', (select json_build_object('decile', r.decile, 'answeredOn', r.answered_on, 'fileName', x.file_name) ${from('welfare_record')}),
    'death', (select json_build_object('diedOn', r.died_on, 'certificateNumber', r.certificate_number, 'answeredOn', r.answered_on,
        'fileName', x.file_name) ${from('death_record')})) as answers
    from worker w where w.region = ${ctx.region} and w.id = ${workerId}`.execute(ctx.db)
  return rows[0]?.answers
}

function from(table: string) {
  return sql`from ${sql.table(table)} r join register_exchange x on x.region = r.region and x.id = r.exchange_id
    where r.region = w.region and r.nik = w.nik`
}
