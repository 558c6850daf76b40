import { done, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import { discardFile, downloadName, keepFile, pathOf } from '../platform/files.ts'
import { notFound, worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { startAct } from './accepting.ts'
import * as api from './api.ts'
import { columnRoutes } from './column-routes.ts'
import * as decisions from './decisions.ts'
import { errorWorkbook } from './error-workbook.ts'
import { type HandedIn, villageOfList } from './intake.ts'
import { noteListsOpened } from './opening.ts'
import * as operations from './operations.ts'
import { findProgress } from './reading-progress.ts'
import { wordIntakeRefusal } from './refusals.ts'
import { findReturn } from './returns.ts'
import { villagesOf } from './store.ts'
import { blankTemplate } from './template.ts'
import { repairRoutes } from './repairs/routes.ts'
import { listRows } from './row-views.ts'
import { onlyVillageOf, receiveLists } from './uploads.ts'
import { findIntakeSummary, listIntakes } from './views.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const noIntake = notFound({ id: 'Pendataan ini', en: 'This intake' })

export const intakeRoutes: Route[] = [
  route(api.handInLists, async ({ platform, asking, request, look, carryOut }) => {
    const villages = await look((ctx) => villagesOf(ctx.db, asking.region))
    const own = onlyVillageOf(asking.actor)
    const { files, notTaken } = await receiveLists(platform, request.files({ throwFileSizeLimit: false }))
    const lists: HandedIn[] = files.map((file) => ({
      storedFileId: file.id,
      name: file.name,
      sha256: file.sha256,
      village: own ?? villageOfList(file.name, asking.region, villages),
    }))
    const known = await look((ctx) => operations.findKnown(ctx, lists))
    const isKnown = ({ name, sha256 }: { name: string; sha256: string }) =>
      known.some((list) => list.name === name && list.sha256 === sha256)
    const fresh = files.filter((file) => !isKnown(file))
    for (const file of files) if (isKnown(file)) await discardFile(platform, file.id)
    if (fresh.length === 0 && known.length + notTaken.length > 0) return done({ intakeId: null, taskId: null, known, notTaken })
    const outcome = await carryOut(async (ctx) => {
      for (const file of fresh) await keepFile(ctx, file)
      const kept = lists.filter((list) => !isKnown(list))
      return operations.handIn(ctx, { lists: kept, judgedOn: ctx.today.toString(), byQueue: true })
    })
    if (!outcome.ok) for (const file of fresh) await discardFile(platform, file.id)
    if (!outcome.ok) return worded(outcome, wordIntakeRefusal)
    return done({ ...outcome.value, known: [...known, ...outcome.value.known], notTaken })
  }),
  route(api.listIntakes, async ({ look, query }) => done(await look((ctx) => listIntakes(ctx, query)))),
  route(api.readIntakeSummary, async ({ look, carryOut, params }) => {
    const summary = await look((ctx) => findIntakeSummary(ctx, params.intakeId))
    if (summary === undefined) return refused(noIntake)
    await carryOut(async (ctx) => done(await noteListsOpened(ctx, params.intakeId)))
    return done(summary)
  }),
  route(api.readProgress, async ({ look, params }) => {
    const progress = await look((ctx) => findProgress(ctx, params.intakeId))
    return progress === undefined ? refused(noIntake) : done(progress)
  }),
  route(api.listIntakeRows, async ({ look, carryOut, params, query }) => {
    const page = await look((ctx) => listRows(ctx, { intakeId: params.intakeId, ...query }))
    if (page.count > 0) await carryOut(async (ctx) => done(await noteListsOpened(ctx, params.intakeId)))
    return done(page)
  }),
  route(api.downloadErrorWorkbook, async ({ platform, session, look, carryOut, params }) => {
    const found = await look((ctx) => findReturn(ctx, params))
    if (found === undefined) return refused(noIntake)
    const source = { name: found.name, path: pathOf(platform, found.storedFileId) }
    const bytes = await errorWorkbook({ source, ...found, language: session.language })
    await carryOut(async (ctx) =>
      done(await audit(ctx, 'intake.error-workbook-taken', { kind: 'intake', id: params.intakeId }, { file: found.name })),
    )
    const fileName = `${found.name.replace(/\.\w+$/, '')}-perlu-diperbaiki.xlsx`
    return done({ fileName, mediaType: spreadsheet, bytes: Buffer.from(bytes) })
  }),
  route(api.acceptIntake, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => startAct(ctx, { ...params, act: 'accept' })), wordIntakeRefusal),
  ),
  route(api.undoIntake, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => startAct(ctx, { ...params, act: 'undo' })), wordIntakeRefusal),
  ),
  route(api.decideRows, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => decisions.decideRows(ctx, { ...params, ...body })), wordIntakeRefusal),
  ),
  route(api.settleDuplicates, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => decisions.settleDuplicates(ctx, params)), wordIntakeRefusal),
  ),
  route(api.downloadTemplate, async ({ session, look }) => {
    const today = await look(async (ctx) => ctx.today.toString())
    return done({
      fileName: downloadName('formulir-daftar-pekerja', today, 'xlsx'),
      mediaType: spreadsheet,
      bytes: Buffer.from(await blankTemplate(session.language)),
    })
  }),
  ...repairRoutes,
  ...columnRoutes,
]
