import { maskNik } from '../../values/nik.ts'
import { done } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import { downloadName, openStored } from '../platform/files.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { enqueue } from '../platform/tasks.ts'
import { mediaTypes, streamedFrom } from '../registry/sheets.ts'
import * as api from './asking-api.ts'
import { exportedDue, listDue } from './due.ts'
import { setPeriod } from './periods.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { registerNames } from './registers.ts'
import { fetchRequest, listRequests } from './requests.ts'
import { agesOfAnswers } from './standing.ts'
import { askingKind } from './work.ts'

/** What is asked of registers, and how old their answers are. */
export const askingRoutes: Route[] = [
  route(api.readAges, async ({ look }) => done({ registers: await look(agesOfAnswers) })),
  route(api.setPeriod, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => setPeriod(ctx, { ...params, ...body })), wordMatchingRefusal),
  ),
  route(api.askRegister, async ({ carryOut, body }) =>
    carryOut(async (ctx) => {
      const name = registerNames[body.register]
      const title = { id: `Permintaan ke ${name.id}`, en: `Request to ${name.en}` }
      const { village, layout, ...payload } = body
      const given = { ...payload, ...(village && { village }), ...(layout && { layout }) }
      return done({ taskId: await enqueue(ctx, { kind: askingKind, title, payload: given }) })
    }),
  ),
  route(api.listRequests, async ({ look }) => {
    const requests = await look((ctx) => listRequests(ctx))
    return done({ requests: requests.map(({ fileId: _fileId, ...request }) => request) })
  }),
  route(api.fetchRequest, async ({ platform, carryOut, params }) => {
    const fetched = await carryOut((ctx) => fetchRequest(ctx, params.requestId))
    if (!fetched.ok) return worded(fetched, wordMatchingRefusal)
    const { fileName, fileId, format } = fetched.value
    return done({ fileName, mediaType: mediaTypes[format], bytes: openStored(platform, fileId) })
  }),
  route(api.listDue, async ({ look, query: { after, limit, ...filter } }) => {
    const found = await look((ctx) => listDue(ctx, filter, { after: placeOf(after), limit }))
    const last = found.rows.at(-1)
    const next = last !== undefined && found.rows.length === limit ? `${last.since} ${last.workerId}` : null
    const rows = found.rows.map(({ since: _since, nik, ...row }) => ({ ...row, nik: nik === null ? null : maskNik(nik) }))
    return done({ rows, count: found.count, next })
  }),
  route(api.exportDue, async ({ carryOut, look, query: { format, ...filter } }) => {
    const today = await carryOut<string, WordedRefusal>(async (ctx) => {
      await audit(ctx, 'matching.due-exported', { kind: 'region', id: ctx.region }, { ...filter, format })
      return done(ctx.today.toString())
    })
    if (!today.ok) return today
    return done({
      fileName: downloadName(`perlu ditanyakan ${filter.register}`, today.value, format),
      mediaType: mediaTypes[format],
      bytes: streamedFrom(look, (ctx) => exportedDue(ctx, filter, format)),
    })
  }),
]

/** Where a list goes on: a day and the number of a worker. */
function placeOf(after: string | undefined): { since: string; workerId: number } | undefined {
  const [, since, workerId] = /^(\d{4}-\d{2}-\d{2}) (\d+)$/.exec(after ?? '') ?? []
  return since === undefined ? undefined : { since, workerId: Number(workerId) }
}
