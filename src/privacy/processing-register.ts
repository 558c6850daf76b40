import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { sheetBytes, type SheetFormat } from '../registry/sheets.ts'
import { activities } from './processing.ts'
import { seesWholeRegion, wholeRegionOnly, type PartOnly } from './whole-region.ts'

export type OwnActivity = {
  purpose: string
  legalBasis: string
  categories: string
  recipients: string
  retention: string
  measures: string
}

export type ProcessingRefusal = PartOnly | { reason: 'no-such-activity' }

/** The whole register: what UCOK does, in both languages, and what the region added, as it wrote it. */
export async function readRegister(ctx: Context) {
  const own = await ctx.db
    .selectFrom('processing_activity')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .limit(500)
    .execute()
  const same = (text: string) => ({ id: text, en: text })
  const added = own.map((row) => ({
    id: row.id,
    purpose: same(row.purpose),
    legalBasis: row.legal_basis,
    categories: same(row.categories),
    recipients: same(row.recipients),
    retention: same(row.retention),
    measures: same(row.measures),
    addedByName: row.added_by_name,
  }))
  return [...activities.map((activity) => ({ ...activity, addedByName: null })), ...added]
}

/** Adds an activity of the region's own. Leaves an audit line. */
export async function addActivity(ctx: Context, input: OwnActivity): Promise<Outcome<{ id: string }, ProcessingRefusal>> {
  if (!seesWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const id = ctx.newId()
  const { legalBasis, ...texts } = input
  await ctx.db
    .insertInto('processing_activity')
    .values({ region: ctx.region, id, ...texts, legal_basis: legalBasis, added_by: ctx.actor.id, added_by_name: ctx.actor.name })
    .execute()
  await audit(ctx, 'privacy.activity-added', { kind: 'processing-activity', id }, { title: input.purpose })
  return done({ id })
}

/** Ends an activity of the region's own; it stays on record. Leaves an audit line. */
export async function endActivity(ctx: Context, input: { id: string }): Promise<Outcome<undefined, ProcessingRefusal>> {
  if (!seesWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const ended = await ctx.db
    .updateTable('processing_activity')
    .set({ ended_at: Temporal.Now.instant().toString() })
    .where('region', '=', ctx.region)
    .where('id', '=', input.id)
    .where('ended_at', 'is', null)
    .returning('purpose')
    .executeTakeFirst()
  if (ended === undefined) return refused({ reason: 'no-such-activity' })
  await audit(ctx, 'privacy.activity-ended', { kind: 'processing-activity', id: input.id }, { title: ended.purpose })
  return done(undefined)
}

/** The register as a sheet, in Indonesian, to be shown to the authority. */
export async function* registerSheet(ctx: Context, format: SheetFormat): AsyncGenerator<Uint8Array | string> {
  const rows = await readRegister(ctx)
  yield* sheetBytes(format, {
    name: 'Pemrosesan',
    titles: [
      'Rekaman kegiatan pemrosesan data pribadi (UU 27/2022 Pasal 31)',
      `Dibuat ${ctx.today.toString()} oleh ${ctx.actor.name}`,
    ],
    columns: [
      { header: 'TUJUAN', width: 36, value: (row: (typeof rows)[number]) => row.purpose.id },
      { header: 'DASAR_HUKUM', width: 40, value: (row) => row.legalBasis },
      { header: 'DATA', width: 40, value: (row) => row.categories.id },
      { header: 'PENERIMA', width: 32, value: (row) => row.recipients.id },
      { header: 'RETENSI', width: 32, value: (row) => row.retention.id },
      { header: 'PELINDUNGAN', width: 40, value: (row) => row.measures.id },
      { header: 'DITAMBAHKAN_OLEH', width: 20, value: (row) => row.addedByName ?? 'UCOK' },
    ],
    batches: (async function* () {
      yield rows
    })(),
  })
}

export function wordProcessingRefusal(refusal: ProcessingRefusal): WordedRefusal {
  return refusal.reason === 'whole-region-only' ? wholeRegionOnly : notFound({ id: 'Kegiatan ini', en: 'This activity' })
}
