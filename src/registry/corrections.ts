import type { Wording } from '../../values/language.ts'
import { findDay } from '../../values/days.ts'
import { findNik } from '../../values/nik.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { audit } from '../platform/audit.ts'
import { changeOf, maskField } from '../platform/audit-change.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { type CorrectableField, correctableFieldNames } from './correctable.ts'

export type Correction = {
  workerId: number
  field: CorrectableField
  /** Empty takes the value away, where a worker may be without it. */
  value: string
  /** Why it is wrong and what shows it: a card, a letter, a register. */
  ground: string
  /** The request of the person that led to it. */
  requestId?: string | undefined
}

export type CorrectionRefusal =
  | { reason: 'no-such-worker' }
  | { reason: 'wrong-value'; field: CorrectableField }
  | { reason: 'value-unchanged'; field: CorrectableField }
  | { reason: 'nik-taken'; workerId: number }

/**
 * Sets one field of a worker right and keeps what stood before and on which ground. Refuses a value that cannot be right, one that stands
 * there already, and a NIK another worker has. The caller compares the worker with the registers again. Leaves an audit line.
 */
export async function correctWorker(
  ctx: Context,
  input: Correction,
): Promise<Outcome<{ id: string; before: string | null }, CorrectionRefusal>> {
  const { workerId, field } = input
  const worker = await ctx.db
    .selectFrom('worker')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', workerId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (worker === undefined) return refused({ reason: 'no-such-worker' })
  const value = cleanValue(field, input.value)
  if (value === undefined) return refused({ reason: 'wrong-value', field })
  const before = worker[field]
  if (before === value) return refused({ reason: 'value-unchanged', field })
  const holder = field === 'nik' && value !== null ? await holderOf(ctx, value) : undefined
  if (holder !== undefined) return refused({ reason: 'nik-taken', workerId: holder })
  await ctx.db
    .updateTable('worker')
    .set({ [field]: value })
    .where('region', '=', ctx.region)
    .where('id', '=', workerId)
    .execute()
  const id = ctx.newId()
  const { actor, region } = ctx
  await ctx.db
    .insertInto('worker_correction')
    .values({
      region,
      id,
      worker_id: workerId,
      village: worker.village,
      field,
      before_value: before,
      after_value: value,
      ground: input.ground,
      request_id: input.requestId ?? null,
      made_by: actor.id,
      made_by_name: actor.name,
    })
    .execute()
  const details = { because: input.ground, ...changeOf({ [field]: before }, { [field]: value }) }
  await audit(ctx, 'registry.worker-corrected', { kind: 'worker', id: workerId }, details)
  return done({ id, before })
}

/** The corrections of a worker, newest first, masked. */
export async function listCorrections(ctx: Context, workerId: number) {
  const rows = await ctx.db
    .selectFrom('worker_correction')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('worker_id', '=', workerId)
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    field: row.field as CorrectableField,
    before: maskField(row.field, row.before_value),
    after: maskField(row.field, row.after_value),
    ground: row.ground,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  }))
}

async function holderOf(ctx: Context, nik: string): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('worker')
    .select('id')
    .where('region', '=', ctx.region)
    .where('nik', '=', nik)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

const longest = 200

/** The value as the registry keeps it; nothing when it cannot be right. A worker may not be without a name. */
function cleanValue(field: CorrectableField, text: string): string | null | undefined {
  const value = text.trim().replace(/\s+/g, ' ')
  if (value === '') return field === 'full_name' ? undefined : null
  if (value.length > longest) return undefined
  switch (field) {
    case 'nik':
      return findNik(value.replace(/[\s.-]/g, ''))
    case 'family_card':
      return /^\d{16}$/.test(value.replace(/[\s.-]/g, '')) ? value.replace(/[\s.-]/g, '') : undefined
    case 'birth_date':
      return findDay(value)?.toString()
    case 'sex':
      return value === 'L' || value === 'P' ? value : undefined
    case 'phone':
      return /^\+?[\d\s-]{8,20}$/.test(value) ? value.replace(/[\s-]/g, '') : undefined
    case 'full_name':
    case 'mother_name':
    case 'birth_place':
      return value.toUpperCase()
    case 'address':
    case 'occupation':
      return value
    default:
      return unreachable(field)
  }
}

export function wordCorrectionRefusal(refusal: CorrectionRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-worker':
      return notFound({ id: 'Pekerja ini', en: 'This worker' })
    case 'wrong-value':
      return wrongValue(correctableFieldNames[refusal.field])
    case 'value-unchanged': {
      const name = correctableFieldNames[refusal.field]
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: `${name.id} sudah bernilai itu.`, en: `${name.en} already has this value.` },
        todo: { id: 'Tidak ada yang perlu diperbaiki.', en: 'There is nothing to correct.' },
      }
    }
    case 'nik-taken':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'NIK ini sudah dipakai pekerja lain dalam registri.', en: 'Another worker of the registry has this NIK.' },
        why: {
          id: `Bila keduanya orang yang sama, catatannya perlu digabungkan (pekerja nomor ${refusal.workerId}).`,
          en: `If both are one person, the records are to be merged (worker number ${refusal.workerId}).`,
        },
        todo: { id: 'Periksa di Duplikat.', en: 'Check under Duplicates.' },
      }
    default:
      return unreachable(refusal)
  }
}

function wrongValue(name: Wording): WordedRefusal {
  const wording = { id: `${name.id} ini tidak mungkin benar.`, en: `This ${name.en.toLowerCase()} cannot be right.` }
  return {
    reason: 'wrong-value',
    status: 422,
    title: wording,
    todo: { id: 'Periksa pada KTP atau KK, lalu tulis lagi.', en: 'Check it on the identity or family card and write it again.' },
    fields: { value: wording },
  }
}
