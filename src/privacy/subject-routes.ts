import { timeZoneOf } from '../../values/time-zones.ts'
import { done, refused } from '../../values/outcome.ts'
import { downloadName } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { listCorrections, wordCorrectionRefusal } from '../registry/corrections.ts'
import { paperHead } from './paper.ts'
import { auditOfPerson } from './person-log.ts'
import { correctPerson, decideRequest, listRequests, receiveRequest, wordRequestRefusal } from './requests.ts'
import * as api from './subject-api.ts'
import { exportSubject } from './subject-export.ts'
import { personLogPdf, subjectPdf } from './subject-pdf.ts'
import { findSubject, wordSubjectRefusal } from './subject.ts'

const pdf = 'application/pdf'

export const subjectRoutes: Route[] = [
  route(api.readPersonLog, async ({ carryOut, body }) => {
    const outcome = worded(await carryOut((ctx) => auditOfPerson(ctx, body)), wordSubjectRefusal)
    if (!outcome.ok) return outcome
    return done({ workerId: outcome.value.subject.workerIds[0] ?? 0, lines: outcome.value.lines })
  }),
  route(api.readWorkerLog, async ({ carryOut, params }) => {
    const outcome = worded(await carryOut((ctx) => auditOfPerson(ctx, params)), wordSubjectRefusal)
    return outcome.ok ? done({ fullName: outcome.value.subject.fullName, lines: outcome.value.lines }) : outcome
  }),
  route(api.takeWorkerLog, async ({ carryOut, look, asking, params }) => {
    const outcome = worded(await carryOut((ctx) => auditOfPerson(ctx, params)), wordSubjectRefusal)
    if (!outcome.ok) return outcome
    const head = await look(paperHead)
    return done({
      fileName: downloadName(`catatan-akses-${params.workerId}`, head.madeOn, 'pdf'),
      mediaType: pdf,
      bytes: personLogPdf(head, outcome.value, timeZoneOf(asking.region)),
    })
  }),
  route(api.takeSubjectExport, async ({ carryOut, look, asking, params, query }) => {
    const outcome = worded(
      await carryOut((ctx) => exportSubject(ctx, { asked: params, format: query.format })),
      wordSubjectRefusal,
    )
    if (!outcome.ok) return outcome
    const head = await look(paperHead)
    const fileName = downloadName(`data-pribadi-${params.workerId}`, head.madeOn, query.format)
    if (query.format === 'json')
      return done({ fileName, mediaType: 'application/json', bytes: JSON.stringify(outcome.value, undefined, 2) })
    return done({ fileName, mediaType: pdf, bytes: subjectPdf(head, outcome.value, timeZoneOf(asking.region)) })
  }),
  route(api.listRequests, async ({ look, query }) =>
    done({ requests: (await look((ctx) => listRequests(ctx, query))).map(requestOf) }),
  ),
  route(api.receiveRequest, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => receiveRequest(ctx, body)), wordRequestRefusal),
  ),
  route(api.decideRequest, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => decideRequest(ctx, { ...params, ...body })), wordRequestRefusal),
  ),
  route(api.correctPerson, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => correctPerson(ctx, { ...params, ...body })), wordCorrectionRefusal),
  ),
  route(api.listCorrections, async ({ look, params }) => {
    const corrections = await look(async (ctx) =>
      (await findSubject(ctx, params)) === undefined ? undefined : listCorrections(ctx, params.workerId),
    )
    return corrections === undefined ? refused(wordSubjectRefusal({ reason: 'nobody-known' })) : done({ corrections })
  }),
]

type Listed = Awaited<ReturnType<typeof listRequests>>[number]

function requestOf(row: Listed) {
  return {
    id: row.id,
    workerId: row.worker_id,
    fullName: row.fullName,
    kind: row.kind as api.RequestKind,
    wish: row.wish,
    channel: row.channel as api.RequestChannel,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    receivedByName: row.received_by_name,
    state: row.state as 'open' | 'granted' | 'refused',
    ground: row.ground as api.RefusalGround | null,
    answer: row.answer,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at,
  }
}
