import { maskNik } from '../../values/nik.ts'
import { done } from '../../values/outcome.ts'
import { downloadName } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { exportedWorkers } from './export.ts'
import { beginExport, openWorker, showIdentity, wordRegistryRefusal } from './operations.ts'
import { readPlace } from './order.ts'
import { mediaTypes, streamedFrom } from './sheets.ts'
import { type ListedWorker, listWorkers } from './store.ts'

export const registryRoutes: Route[] = [
  route(api.listWorkers, async ({ look, query }) => {
    const { after, limit, sort, ...filter } = query
    const page = await look((ctx) => listWorkers(ctx, filter, readPlace(sort, after), limit))
    return done({ ...page, rows: page.rows.map(maskedRow) })
  }),
  route(api.readWorker, async ({ carryOut, params }) => {
    const outcome = await carryOut((ctx) => openWorker(ctx, params.id))
    return outcome.ok ? done(recordOf(outcome.value)) : worded(outcome, wordRegistryRefusal)
  }),
  route(api.showIdentity, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => showIdentity(ctx, { workerId: params.id, ...body })), wordRegistryRefusal),
  ),
  route(api.exportWorkers, async ({ carryOut, look, query }) => {
    const { format, fullNik, ...filter } = query
    const begun = await carryOut((ctx) => beginExport(ctx, { filter, format, showsNik: fullNik }))
    if (!begun.ok) return worded(begun, wordRegistryRefusal)
    const title = `Daftar pekerja ${begun.value.regionName}`
    const today = await look(async (ctx) => ctx.today.toString())
    const wanted = { filter, format, showsNik: fullNik, title }
    return done({
      fileName: downloadName(title, today, format),
      mediaType: mediaTypes[format],
      bytes: streamedFrom(look, (ctx) => exportedWorkers(ctx, wanted)),
    })
  }),
]

type CivilAnswer = 'not-asked' | 'alive' | 'deceased' | 'unknown'

/** A row as people see it: the NIK masked, and what nobody asked yet said as such. */
function maskedRow(row: ListedWorker) {
  return {
    ...row,
    nik: row.nik === null ? null : maskNik(row.nik),
    civil: (row.civil ?? 'not-asked') as CivilAnswer,
    unmet: row.unmet ?? [],
  }
}

type Opened = Extract<Awaited<ReturnType<typeof openWorker>>, { ok: true }>['value']

function recordOf({ worker, history }: Opened) {
  return {
    id: worker.id,
    nik: worker.nik === null ? null : maskNik(worker.nik),
    familyCard: worker.family_card === null ? null : maskNik(worker.family_card),
    fullName: worker.full_name,
    birthPlace: worker.birth_place,
    birthDate: worker.birth_date,
    sex: worker.sex as 'L' | 'P' | null,
    address: worker.address,
    neighbourhood: worker.neighbourhood,
    village: worker.village,
    villageName: worker.village_name,
    districtName: worker.district_name,
    occupation: worker.occupation,
    monthlyIncome: worker.monthly_income,
    hasPhone: worker.phone !== null,
    hasMotherName: worker.mother_name !== null,
    sourceFile: worker.source_file,
    intakeFileId: worker.intake_file_id,
    recordedAt: worker.recorded_at,
    removedAt: worker.removed_at,
    history: history.map((line) => ({ ...line, details: line.details as Record<string, unknown> })),
  }
}
