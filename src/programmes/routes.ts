import type { z } from 'zod'
import { month } from '../../values/months.ts'
import { done, refused } from '../../values/outcome.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { Context } from '../platform/context.ts'
import { downloadName } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import { type Call, type Route, route } from '../platform/route.ts'
import { enqueue } from '../platform/tasks.ts'
import { mediaTypes, streamedFrom } from '../registry/sheets.ts'
import { annexBytes, baseAddressOf, beginAnnex } from './annex.ts'
import type { AnnexFormat, AnnexVariant } from './annex-head.ts'
import * as api from './api.ts'
import { changeProgramme, createProgramme, type ProgrammeInput } from './operations.ts'
import { listOverviews, overviewOf, readOverview } from './overview.ts'
import { listDecreeLines, listRanking, type RankedFilter } from './ranked-people.ts'
import { type ProgrammeRefusal, wordProgrammeRefusal } from './refusals.ts'
import { findDecree, findProgramme } from './store.ts'
import { listWorkerPlaces } from './worker-places.ts'
import { type JudgingPayload, judgingKind } from './work.ts'

export const programmesRoutes: Route[] = [
  route(api.listProgrammes, async ({ look }) => done({ programmes: await look(listOverviews) })),
  route(api.createProgramme, async ({ carryOut, body }) =>
    worded(
      await carryOut(async (ctx) => {
        const created = await createProgramme(ctx, inputOf(body))
        return created.ok ? done(await overviewOf(ctx, created.value)) : created
      }),
      wordProgrammeRefusal,
    ),
  ),
  route(api.readProgramme, async ({ look, params }) =>
    worded(await look((ctx) => readOverview(ctx, params.code)), wordProgrammeRefusal),
  ),
  route(api.changeProgramme, async ({ carryOut, params, body }) =>
    worded(
      await carryOut(async (ctx) => {
        const changed = await changeProgramme(ctx, params.code, inputOf(body))
        return changed.ok ? done(await overviewOf(ctx, changed.value)) : changed
      }),
      wordProgrammeRefusal,
    ),
  ),
  route(api.runEligibility, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => queueJudging(ctx, params.code, body.on)), wordProgrammeRefusal),
  ),
  route(api.listRanking, async ({ look, params, query }) => {
    const { filter, stretch } = readQuery(query)
    const outcome = await look(async (ctx) => {
      const programme = await findProgramme(ctx, params.code)
      if (programme === undefined) return refused<ProgrammeRefusal>({ reason: 'no-such-programme' })
      return done(await listRanking(ctx, programme.id, filter, stretch))
    })
    return worded(outcome, wordProgrammeRefusal)
  }),
  route(api.listDecreeLines, async ({ look, params, query }) => {
    const { filter, stretch } = readQuery(query)
    const outcome = await look(async (ctx) => {
      const programme = await findProgramme(ctx, params.code)
      if (programme === undefined) return refused<ProgrammeRefusal>({ reason: 'no-such-programme' })
      const decree = await findDecree(ctx, programme.id)
      if (decree === undefined) return refused<ProgrammeRefusal>({ reason: 'not-decreed', code: programme.code })
      return done(await listDecreeLines(ctx, decree.id, filter, stretch))
    })
    return worded(outcome, wordProgrammeRefusal)
  }),
  route(api.readWorkerPlaces, async ({ look, params }) =>
    done({ places: await look((ctx) => listWorkerPlaces(ctx, params.id)) }),
  ),
  route(api.readAnnex, (call) => sendAnnex(call, call.params.code, call.query.format, 'public')),
  route(api.readOfficialAnnex, (call) => sendAnnex(call, call.params.code, call.query.format, 'official')),
]

/** The form in the words of the operation. */
function inputOf(form: z.output<typeof api.programmeForm>): ProgrammeInput {
  return {
    ...form,
    firstMonth: month(form.firstMonth),
    lastMonth: month(form.lastMonth),
    budgetLines: form.budgetLines.map((line) => ({ ...line, ceiling: rupiah(line.ceiling) })),
  }
}

/** Puts the judging into the queue; what can be refused at once is refused at once. */
async function queueJudging(ctx: Context, code: string, on: string | null) {
  const programme = await findProgramme(ctx, code)
  if (programme === undefined) return refused<ProgrammeRefusal>({ reason: 'no-such-programme' })
  const decree = await findDecree(ctx, programme.id)
  if (decree !== undefined) return refused<ProgrammeRefusal>({ reason: 'already-decreed', number: decree.number })
  const title = { id: `Penilaian kelayakan ${programme.name}`, en: `Eligibility for ${programme.name}` }
  const payload: JudgingPayload = { programme: programme.id, on }
  return done({ taskId: await enqueue(ctx, { kind: judgingKind, title, payload }) })
}

type PeopleQuery = RankedFilter & { after?: string | undefined; limit: number }

function readQuery({ place, text, village, district, after, limit }: PeopleQuery) {
  return { filter: { place, text, village, district }, stretch: { after: Number(after ?? 0) || 0, limit } }
}

type AnnexCall = Pick<Call<typeof api.readAnnex>, 'carryOut' | 'look' | 'platform'>

async function sendAnnex({ carryOut, look, platform }: AnnexCall, programme: string, format: AnnexFormat, variant: AnnexVariant) {
  const baseAddress = baseAddressOf(platform.settings)
  const head = await carryOut((ctx) => beginAnnex(ctx, { programme, format, variant, baseAddress }))
  if (!head.ok) return refused(wordProgrammeRefusal(head.refusal))
  return done({
    fileName: downloadName(
      `lampiran ${head.value.decree.number} ${head.value.programme.code}`,
      head.value.decree.decidedOn,
      format,
    ),
    mediaType: mediaTypes[format],
    bytes: streamedFrom(look, (ctx) => annexBytes(ctx, head.value, format)),
  })
}
