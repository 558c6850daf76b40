import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { recordColumns } from './answers/lines.ts'
import { recordTables, type Register } from './registers.ts'

/** What tells two records of a register apart; the newest answer for it is kept. */
const identities: Record<Register, string> = { dukcapil: 'nik', bpjs: 'nik, segment', dtsen: 'nik', deaths: 'nik' }

type Merged = { register: Register; answeredOn: string; exchangeId: string; requestId: string | null }

/** Takes the staged records over; of two lines for the same person the later stands, of two answers the later day. */
export async function mergeAnswer(ctx: Context, input: Merged): Promise<void> {
  if (input.register === 'dukcapil') await mergeCivil(ctx, input)
  else await mergePlain(ctx, input)
  await forgetUnknown(ctx, input)
}

async function mergePlain(ctx: Context, { register, answeredOn, exchangeId }: Merged): Promise<void> {
  const table = recordTables[register]
  const identity = identities[register]
  const columns = recordColumns[register]
  const updates = [...columns, 'answered_on', 'exchange_id'].map((column) => `${column} = excluded.${column}`)
  await ctx.client.query(
    `insert into ${table} (region, ${columns.join(', ')}, answered_on, exchange_id)
      select distinct on (${identity}) $1, ${columns.join(', ')}, $2::date, $3::uuid from incoming_answer where is_known
      order by ${identity}, place desc
      on conflict (region, ${identity}) do update set ${updates.join(', ')} where ${table}.answered_on <= excluded.answered_on`,
    [ctx.region, answeredOn, exchangeId],
  )
}

/**
 * What the civil registry does not speak of stays as an earlier answer told it: a file that only compares leaves the values, one that tells
 * no status leaves the dead dead. Whoever is compared and of whom no death is said counts as living (assumed).
 */
async function mergeCivil(ctx: Context, { answeredOn, exchangeId }: Merged): Promise<void> {
  await rememberOurs(ctx)
  await sql`insert into civil_record as known (region, nik, family_card, full_name, birth_date, sex, mother_name, village, is_alive, values_on,
      verdicts, verdicts_on, answered_on, exchange_id)
    select distinct on (i.nik) ${ctx.region}, i.nik, i.family_card, i.full_name, i.birth_date, i.sex, i.mother_name, i.village,
      coalesce(i.is_alive, before.is_alive, true),
      case when coalesce(i.full_name, i.birth_date::text, i.sex, i.mother_name, i.family_card) is not null then ${answeredOn}::date end,
      i.verdicts, case when i.verdicts is not null then ${answeredOn}::date end, ${answeredOn}::date, ${exchangeId}::uuid
    from incoming_answer i left join civil_record before on before.region = ${ctx.region} and before.nik = i.nik
    where i.is_known order by i.nik, i.place desc
    on conflict (region, nik) do update set
      family_card = coalesce(excluded.family_card, known.family_card), full_name = coalesce(excluded.full_name, known.full_name),
      birth_date = coalesce(excluded.birth_date, known.birth_date), sex = coalesce(excluded.sex, known.sex),
      mother_name = coalesce(excluded.mother_name, known.mother_name), village = coalesce(excluded.village, known.village),
      is_alive = excluded.is_alive, values_on = coalesce(excluded.values_on, known.values_on),
      verdicts = coalesce(excluded.verdicts, known.verdicts), verdicts_on = coalesce(excluded.verdicts_on, known.verdicts_on),
      answered_on = excluded.answered_on, exchange_id = excluded.exchange_id
    where known.answered_on <= excluded.answered_on`.execute(ctx.db)
}

/** A verdict is about the value we had: where the file does not repeat what we told, that is the value of today. */
async function rememberOurs(ctx: Context): Promise<void> {
  await sql`update incoming_answer i set verdicts = (
      select jsonb_object_agg(v.key, jsonb_build_object('about', o.value) || v.value)
      from jsonb_each(i.verdicts) v left join jsonb_each_text(jsonb_build_object('full_name', w.full_name, 'birth_date', w.birth_date, 'sex', w.sex,
        'mother_name', w.mother_name, 'family_card', w.family_card, 'birth_place', w.birth_place, 'address', w.address)) o on o.key = v.key)
    from worker w
    where i.verdicts is not null and w.region = ${ctx.region} and w.nik = i.nik and w.removed_at is null`.execute(ctx.db)
}

/**
 * Whom the register no longer knows has no standing answer any more: by its own word, or because BPJS or DTSEN, which name only those they have,
 * left them out of the answer to a request. A death stays: not to be found does not bring anybody back to life.
 */
async function forgetUnknown(ctx: Context, { register, answeredOn, requestId }: Merged): Promise<void> {
  if (register === 'deaths') return
  await sql`create temporary table not_known on commit drop as
    select nik from incoming_answer group by nik having bool_or(is_known) is false and bool_and(is_known is not null)
    union select w.nik from register_standing s join worker w on w.region = s.region and w.id = s.worker_id and w.removed_at is null
    where ${register !== 'dukcapil'} and s.region = ${ctx.region} and s.register = ${register} and s.request_id = ${requestId}::uuid
      and not exists (select from incoming_answer i where i.nik = w.nik)`.execute(ctx.db)
  const old = sql`t.region = ${ctx.region} and t.answered_on <= ${answeredOn}::date and t.nik in (select nik from not_known)`
  if (register === 'dukcapil') await sql`delete from civil_record t where ${old} and t.is_alive`.execute(ctx.db)
  if (register === 'dtsen') await sql`delete from welfare_record t where ${old}`.execute(ctx.db)
  if (register === 'bpjs')
    await sql`update insured_record t set is_active = false, answered_on = ${answeredOn}::date where ${old} and t.is_active`.execute(
      ctx.db,
    )
  await sql`drop table not_known`.execute(ctx.db)
}

/** NIKs of the answer that nobody in the registry has, and those of the registry that were in no request to the register. */
export async function countUnexpected(ctx: Context, register: Register): Promise<{ strangers: number; unasked: number }> {
  const { rows } = await sql<{ strangers: number; unasked: number }>`
    select count(*) filter (where w.id is null) as strangers, count(*) filter (where w.id is not null and s.asked_on is null) as unasked
    from (select distinct nik from incoming_answer) i
      left join worker w on w.region = ${ctx.region} and w.nik = i.nik and w.removed_at is null
      left join register_standing s on s.region = w.region and s.register = ${register} and s.worker_id = w.id`.execute(ctx.db)
  return rows[0] ?? { strangers: 0, unasked: 0 }
}
