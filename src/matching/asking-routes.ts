import { differingLetters } from '../../values/differing.ts'
import { maskNik } from '../../values/nik.ts'
import { done } from '../../values/outcome.ts'
import { openStored } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { enqueue } from '../platform/tasks.ts'
import { mediaTypes } from '../registry/sheets.ts'
import { markNumbers } from '../duplicates/number-marks.ts'
import * as api from './asking-api.ts'
import { keepOurs, takeOver } from './corrections.ts'
import { countDifferences, listDifferences, type ListedDifference } from './differences.ts'
import { wordMatchingRefusal } from './operations.ts'
import { setPeriod } from './periods.ts'
import { registerNames } from './registers.ts'
import { fetchRequest, listRequests } from './requests.ts'
import { agesOfAnswers } from './standing.ts'
import { askingKind } from './work.ts'

/** What is asked of registers and what follows from their answers. */
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
  route(api.listDifferences, async ({ look, query: { after, limit, ...filter } }) => {
    const found = await look((ctx) => listDifferences(ctx, filter, { after: placeOf(after), limit }))
    const last = found.rows.at(-1)
    const next = last !== undefined && found.rows.length === limit ? `${last.field} ${last.workerId}` : null
    return done({ rows: found.rows.map(shown), count: found.count, next })
  }),
  route(api.countDifferences, async ({ look }) => done({ counts: await look(countDifferences) })),
  route(api.takeOver, async ({ carryOut, body }) => worded(await carryOut((ctx) => takeOver(ctx, body)), wordMatchingRefusal)),
  route(api.keepOurs, async ({ carryOut, body }) => worded(await carryOut((ctx) => keepOurs(ctx, body)), wordMatchingRefusal)),
]

function placeOf(after: string | undefined): { field: string; workerId: number } | undefined {
  const [, field, workerId] = /^([a-z_]+) (\d+)$/.exec(after ?? '') ?? []
  return field === undefined ? undefined : { field, workerId: Number(workerId) }
}

/** A difference as people see it: letters that differ marked, numbers masked down to the digits that do. */
function shown({ ours, theirs, nik, ...row }: ListedDifference) {
  const marked = row.field === 'family_card' ? markNumbers(ours, theirs) : differingLetters(ours ?? '', theirs)
  return { ...row, nik: nik === null ? null : maskNik(nik), ours: marked.left, theirs: marked.right }
}
