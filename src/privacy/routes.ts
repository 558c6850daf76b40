import { timeZoneOf } from '../../values/time-zones.ts'
import { done, refused } from '../../values/outcome.ts'
import { downloadName } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { mediaTypes, streamedFrom } from '../registry/sheets.ts'
import { breachLetter } from './breach-letters.ts'
import { affectedList, beginAffectedList, findBreach, type ListedBreach, listBreaches } from './breach-list.ts'
import * as breaches from './breaches.ts'
import * as api from './duties-api.ts'
import { paperHead } from './paper.ts'
import { addActivity, endActivity, readRegister, registerSheet, wordProcessingRefusal } from './processing-register.ts'
import { readSchedule, startRetention } from './retention.ts'
import { subjectRoutes } from './subject-routes.ts'
import { wholeRegionOnly } from './whole-region.ts'

const { wordBreachRefusal } = breaches

const retentionRoutes: Route[] = [
  route(api.readSchedule, async ({ look }) => {
    const outcome = worded(await look(readSchedule), () => wholeRegionOnly)
    if (!outcome.ok) return outcome
    return done({ lines: outcome.value.map(({ rule: { tables: _tables, ...rule }, due }) => ({ ...rule, due })) })
  }),
  route(api.startRetention, async ({ carryOut }) => worded(await carryOut(startRetention), () => wholeRegionOnly)),
]

const processingRoutes: Route[] = [
  route(api.readRegister, async ({ look }) => done({ activities: await look(readRegister) })),
  route(api.exportRegister, async ({ look, query }) => {
    const today = await look(async (ctx) => ctx.today.toString())
    return done({
      fileName: downloadName('rekaman-pemrosesan', today, query.format),
      mediaType: mediaTypes[query.format],
      bytes: streamedFrom(look, (ctx) => registerSheet(ctx, query.format)),
    })
  }),
  route(api.addActivity, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => addActivity(ctx, body)), wordProcessingRefusal),
  ),
  route(api.endActivity, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => endActivity(ctx, { id: params.activityId })), wordProcessingRefusal),
  ),
]

const breachRoutes: Route[] = [
  route(api.listBreaches, async ({ look }) => done({ breaches: (await look(listBreaches)).map(breachOf) })),
  route(api.readBreach, async ({ look, params }) => {
    const breach = await look((ctx) => findBreach(ctx, params.breachId))
    return breach === undefined ? refused(noSuch) : done(breachOf(breach))
  }),
  route(api.recordBreach, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => breaches.recordBreach(ctx, body)), wordBreachRefusal),
  ),
  route(api.takeStep, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => breaches.takeStep(ctx, { ...params, ...body })), wordBreachRefusal),
  ),
  route(api.addAffected, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => breaches.addAffected(ctx, { ...params, filter: body })), wordBreachRefusal),
  ),
  route(api.clearAffected, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => breaches.clearAffected(ctx, params.breachId)), wordBreachRefusal),
  ),
  route(api.takeAffectedList, async ({ carryOut, look, params }) => {
    const begun = worded(await carryOut((ctx) => beginAffectedList(ctx, params.breachId)), wordBreachRefusal)
    if (!begun.ok) return begun
    const today = await look(async (ctx) => ctx.today.toString())
    return done({
      fileName: downloadName('warga-terdampak', today, 'csv'),
      mediaType: mediaTypes.csv,
      bytes: streamedFrom(look, (ctx) => affectedList(ctx, params.breachId)),
    })
  }),
  route(api.takeLetter, async ({ look, asking, params, query }) => {
    const breach = await look((ctx) => findBreach(ctx, params.breachId))
    if (breach === undefined) return refused(noSuch)
    const head = await look(paperHead)
    return done({
      fileName: downloadName(`pemberitahuan-${query.to === 'authority' ? 'lembaga' : 'warga'}`, head.madeOn, 'pdf'),
      mediaType: mediaTypes.pdf,
      bytes: breachLetter(head, breach, query.to, timeZoneOf(asking.region)),
    })
  }),
  route(api.closeBreach, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => breaches.closeBreach(ctx, { ...params, ...body })), wordBreachRefusal),
  ),
]

export const privacyRoutes: Route[] = [...subjectRoutes, ...retentionRoutes, ...processingRoutes, ...breachRoutes]

const noSuch = wordBreachRefusal({ reason: 'no-such-breach' })

function breachOf(row: ListedBreach) {
  const step = (at: string | null, byName: string | null) => (at === null ? null : { at, byName })
  return {
    id: row.id,
    title: row.title,
    noticedAt: row.noticed_at,
    dueAt: row.due_at,
    happened: row.happened,
    cause: row.cause,
    revealed: row.revealed as api.RevealedKind[],
    handling: row.handling,
    needsPublicNotice: row.needs_public_notice,
    steps: {
      assessed: step(row.assessed_at, row.assessed_by_name),
      contained: step(row.contained_at, row.contained_by_name),
      'persons-notified': step(row.persons_notified_at, row.persons_notified_by_name),
      'authority-notified': step(row.authority_notified_at, row.authority_notified_by_name),
    },
    affected: row.affected,
    recordedByName: row.recorded_by_name,
    closedAt: row.closed_at,
    closedByName: row.closed_by_name,
    report: row.report,
  }
}
