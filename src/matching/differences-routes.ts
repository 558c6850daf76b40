import { differingLetters } from '../../values/differing.ts'
import { maskNik } from '../../values/nik.ts'
import { done } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import { downloadName } from '../platform/files.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { markNumbers } from '../duplicates/number-marks.ts'
import { mediaTypes, streamedFrom } from '../registry/sheets.ts'
import { exportedDifferences } from './difference-export.ts'
import * as api from './differences-api.ts'
import { enqueueDecision, enqueueUndoing } from './deciding-tasks.ts'
import { countDifferences, listDifferences, type ListedDifference } from './differences.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { listDecisions } from './undoing.ts'

/** Where the civil registry differs, what was decided about it, and taking that back. */
export const differencesRoutes: Route[] = [
  route(api.listDifferences, async ({ look, query: { after, limit, ...filter } }) => {
    const found = await look((ctx) => listDifferences(ctx, filter, { after: placeOf(after), limit }))
    const last = found.rows.at(-1)
    const next = last !== undefined && found.rows.length === limit ? `${last.field} ${last.workerId}` : null
    return done({ rows: found.rows.map(shown), count: found.count, next })
  }),
  route(api.countDifferences, async ({ look, query }) =>
    done({ counts: await look((ctx) => countDifferences(ctx, query.village)) }),
  ),
  route(api.exportDifferences, async ({ carryOut, look, query: { format, ...filter } }) => {
    const today = await carryOut<string, WordedRefusal>(async (ctx) => {
      await audit(ctx, 'matching.differences-exported', { kind: 'region', id: ctx.region }, { ...filter, format })
      return done(ctx.today.toString())
    })
    if (!today.ok) return today
    return done({
      fileName: downloadName('perbedaan dukcapil', today.value, format),
      mediaType: mediaTypes[format],
      bytes: streamedFrom(look, (ctx) => exportedDifferences(ctx, filter, format)),
    })
  }),
  route(api.takeOver, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => enqueueDecision(ctx, 'taken-over', body)), wordMatchingRefusal),
  ),
  route(api.keepOurs, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => enqueueDecision(ctx, 'ours-kept', body)), wordMatchingRefusal),
  ),
  route(api.listDecisions, async ({ look }) => done({ decisions: await look(listDecisions) })),
  route(api.undoDecision, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => enqueueUndoing(ctx, params.decisionId)), wordMatchingRefusal),
  ),
]

function placeOf(after: string | undefined): { field: string; workerId: number } | undefined {
  const [, field, workerId] = /^([a-z_]+) (\d+)$/.exec(after ?? '') ?? []
  return field === undefined ? undefined : { field, workerId: Number(workerId) }
}

/** A difference as people see it: letters that differ marked, days as Indonesia writes them, numbers masked down to the digits that do. */
function shown({ ours, theirs, nik, ...row }: ListedDifference) {
  const written = (value: string) => (row.field === 'birth_date' ? value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3-$2-$1') : value)
  const [left, right] = [ours === null ? null : written(ours), theirs === null ? null : written(theirs)]
  const marked =
    row.field === 'family_card' ? markNumbers(left, right ?? left) : differingLetters(left ?? '', right ?? left ?? '')
  return { ...row, nik: nik === null ? null : maskNik(nik), ours: marked.left, theirs: right === null ? null : marked.right }
}
