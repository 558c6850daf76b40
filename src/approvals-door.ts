import { exportAll } from './approvals/api.ts'
import { listRequests, type RequestFilter, type RequestRow } from './approvals/reading.ts'
import { ruleOf } from './approvals/two-person.ts'
import { done } from '../values/outcome.ts'
import type { Context } from './platform/context.ts'
import { downloadName } from './platform/files.ts'
import { type Route, route } from './platform/route.ts'
import { mediaTypes, type SheetColumn, sheetBytes, type SheetFormat, streamedFrom } from './registry/sheets.ts'

/** The export of requests: the sheets are the registry's, which comes after approvals, so the door joins them. */
export const approvalsExportRoutes: Route[] = [
  route(exportAll, async ({ look, query: { format, ...filter } }) => {
    const today = await look(async (ctx) => ctx.today.toString())
    return done({
      fileName: downloadName('persetujuan', today, format),
      mediaType: mediaTypes[format],
      bytes: streamedFrom(look, (ctx) => exported(ctx, { box: 'all', ...filter }, format)),
    })
  }),
]

function exported(ctx: Context, filter: RequestFilter, format: SheetFormat): AsyncIterable<Uint8Array | string> {
  return sheetBytes(format, {
    name: 'Persetujuan',
    titles: ['Permintaan persetujuan dan keputusannya', `Dibuat ${ctx.today.toString()} oleh ${ctx.actor.name}`],
    columns,
    batches: batches(ctx, filter),
  })
}

const stretch = 1000

async function* batches(ctx: Context, filter: RequestFilter): AsyncGenerator<RequestRow[]> {
  let after: string | undefined
  do {
    const { rows, next } = await listRequests(ctx, filter, { after, limit: stretch })
    if (rows.length > 0) yield rows
    after = next ?? undefined
  } while (after !== undefined)
}

const states: Record<RequestRow['state'], string> = {
  waiting: 'MENUNGGU',
  approved: 'DISETUJUI',
  refused: 'DITOLAK',
  withdrawn: 'DITARIK',
  void: 'GUGUR',
  expired: 'LEWAT WAKTU',
}

const columns: SheetColumn<RequestRow>[] = [
  { header: 'PERMINTAAN', width: 44, value: (row) => row.title.id },
  { header: 'JENIS', width: 30, value: (row) => ruleOf(row.operation).name.id },
  { header: 'KEADAAN', width: 14, value: (row) => states[row.state] },
  { header: 'DIMINTA_OLEH', width: 28, value: (row) => row.askedByName },
  { header: 'DIMINTA_PADA', width: 24, value: (row) => row.askedAt },
  { header: 'ALASAN_PENGAJU', width: 36, value: (row) => row.because },
  { header: 'ORANG', width: 10, value: (row) => row.people },
  { header: 'RUPIAH', width: 16, value: (row) => row.amount },
  { header: 'PERSETUJUAN', width: 12, value: (row) => row.approvals },
  { header: 'DIPERLUKAN', width: 12, value: (row) => row.needed },
  { header: 'DIJAWAB_OLEH', width: 28, value: (row) => row.answeredByName },
  { header: 'BERAKHIR_PADA', width: 24, value: (row) => row.endedAt },
  { header: 'ALASAN_AKHIR', width: 36, value: (row) => row.endedBecause?.id },
]
