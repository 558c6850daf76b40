import { type RawBuilder, sql } from 'kysely'
import { findNik, maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'

/** How a person is named: by NIK, or by the number of one of their entries. */
export type SubjectAsked = { nik: string } | { workerId: number }

/** A person as the registry knows them: every entry (also undone and merged ones) and every NIK they stood under. */
export type Subject = { workerIds: number[]; niks: string[]; fullName: string }

export type SubjectRefusal = { reason: 'nobody-known' }

/** Finds a person with all entries that are theirs; nothing when the reader's area holds none. */
export async function findSubject(ctx: Context, asked: SubjectAsked): Promise<Subject | undefined> {
  const nik = 'nik' in asked ? findNik(asked.nik.replace(/[\s.-]/g, '')) : undefined
  if ('nik' in asked && nik === undefined) return undefined
  const begin =
    'nik' in asked
      ? bearing(ctx, sql`${nik}::text`)
      : sql`select id, nik from worker where region = ${ctx.region} and id = ${asked.workerId}`
  const { rows } = await sql<{ id: number; nik: string | null; fullName: string; isHere: boolean }>`
    with recursive mine as (
      select id, nik from (${begin}) as first
      union
      select w.id, w.nik from mine m cross join lateral (
        ${bearing(ctx, sql`m.nik`)}
        union all select id, nik from worker where region = ${ctx.region} and merged_into = m.id
        union all select o.id, o.nik from worker x join worker o on o.region = x.region and o.id = x.merged_into
          where x.region = ${ctx.region} and x.id = m.id
      ) as w
    )
    select w.id, w.nik, w.full_name as "fullName", w.removed_at is null as "isHere"
    from worker w join mine on mine.id = w.id where w.region = ${ctx.region} order by w.removed_at nulls first, w.id`.execute(
    ctx.db,
  )
  const [first] = rows
  if (first === undefined) return undefined
  return {
    workerIds: rows.map((row) => row.id),
    niks: [...new Set(rows.flatMap((row) => row.nik ?? []))],
    fullName: first.fullName,
  }
}

/** The records with a NIK, of those who stand in the registry and of those who left: each has an index of its own. */
function bearing(ctx: Context, nik: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select id, nik from worker where region = ${ctx.region} and nik = ${nik} and removed_at is null
    union all select id, nik from worker where region = ${ctx.region} and nik = ${nik} and removed_at is not null`
}

/** A person's name beside a masked NIK, for titles and file names. */
export function shortNameOf({ niks, fullName }: Subject): string {
  const [nik] = niks
  return nik === undefined ? fullName : `${fullName} (${maskNik(nik)})`
}

export function wordSubjectRefusal(_refusal: SubjectRefusal): WordedRefusal {
  return notFound({ id: 'Orang ini', en: 'This person' })
}
