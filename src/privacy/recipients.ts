import { sql } from 'kysely'
import type { Wording } from '../../values/language.ts'
import type { Context } from '../platform/context.ts'

/** Somebody to whom data of the person went: when, through whom, and what. */
export type Recipient = { at: string; byName: string; what: Wording; isCertain: boolean }

type Found = { at: string; byName: string; act: string; about: string }

const words: Readonly<Record<string, (about: string) => Wording>> = {
  'contributions.file-taken': (about) => ({
    id: `Berkas iuran ${about} untuk BPJS Ketenagakerjaan`,
    en: `Contribution file ${about} for BPJS Ketenagakerjaan`,
  }),
  'programmes.annex-made': (about) => ({ id: `Lampiran SK ${about}`, en: `Annex of decree ${about}` }),
  'registry.list-exported': () => ({
    id: 'Daftar pekerja yang diunduh; mungkin memuat orang ini',
    en: 'A list of workers that was exported; the person may be in it',
  }),
  'privacy.subject-exported': () => ({ id: 'Salinan seluruh data orang ini', en: 'A copy of everything about this person' }),
}

/** Who was given data of a person, as far as it left UCOK in a file: files for BPJS, annexes, exported lists, copies for the person. */
export async function listRecipients(ctx: Context, subject: { workerIds: readonly number[] }): Promise<Recipient[]> {
  const ids = [...subject.workerIds]
  const { rows } = await sql<Found>`
    select a.at, a.actor_name as "byName", a.act, about from (
      select a.*, r.month as about from audit_line a join contribution_run r on r.region = a.region and r.id::text = a.subject_id
        where a.region = ${ctx.region} and a.act = 'contributions.file-taken'
          and exists (select from contribution_line l where l.region = r.region and l.run_id = r.id and l.worker_id = any (${ids}::bigint[]))
      union all
      select a.*, d.number from audit_line a join decree d on d.region = a.region and d.id::text = a.subject_id
        where a.region = ${ctx.region} and a.act = 'programmes.annex-made'
          and exists (select from decree_line l where l.region = d.region and l.decree_id = d.id and l.worker_id = any (${ids}::bigint[]))
      union all
      select a.*, '' from audit_line a where a.region = ${ctx.region} and a.act = 'registry.list-exported'
        and a.at >= (select min(recorded_at) from worker w where w.region = ${ctx.region} and w.id = any (${ids}::bigint[]))
      union all
      select a.*, '' from audit_line a where a.region = ${ctx.region} and a.act = 'privacy.subject-exported' and a.subject_kind = 'worker'
        and a.subject_id = any (${ids.map(String)}::text[])
    ) a order by a.at limit 10000`.execute(ctx.db)
  return rows.map(({ at, byName, act, about }) => ({
    at,
    byName,
    what: words[act]?.(about) ?? { id: act, en: act },
    isCertain: act !== 'registry.list-exported',
  }))
}
