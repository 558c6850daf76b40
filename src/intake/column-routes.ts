import { day } from '../../values/days.ts'
import { done, refused } from '../../values/outcome.ts'
import { pathOf } from '../platform/files.ts'
import { notFound, worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { type Field, fieldLabels, fields } from './columns/fields.ts'
import type { ClerkColumns, Layout } from './columns/layout.ts'
import * as api from './columns-api.ts'
import { describeTables, previewTable } from './column-views.ts'
import { changedRows, findCorrections } from './correction-views.ts'
import * as corrections from './corrections-api.ts'
import { knownColumns } from './known-columns.ts'
import type { ColumnsSaid } from './lists.ts'
import { countDecided, findList, forgetColumns, listOf, mapColumns } from './mapping.ts'
import { wordMappingRefusal } from './mapping-refusals.ts'
import { readReport } from './report-api.ts'
import { noteListsOpened } from './opening.ts'
import { findIntake } from './store.ts'
import { findReport } from './validation-report.ts'

const noIntake = notFound({ id: 'Pendataan ini', en: 'This intake' })
const noList = notFound({ id: 'Daftar ini', en: 'This list' })

export const columnRoutes: Route[] = [
  route(api.readColumns, async ({ platform, look, carryOut, params }) => {
    const found = await look(async (ctx) => {
      const list = await listOf(ctx, params.intakeId, params.fileId)
      const intake = await findIntake(ctx.db, ctx.region, params.intakeId)
      if (list === undefined || intake === undefined) return undefined
      const may = worded(await findList(ctx, params.intakeId, params.fileId), wordMappingRefusal)
      const known = (await knownColumns(ctx, [list]))(list)
      return { list, intake, known, whyNot: may.ok ? null : may.refusal, decided: await countDecided(ctx, list.id) }
    })
    if (found === undefined) return refused(noList)
    await carryOut(async (ctx) => done(await noteListsOpened(ctx, params.intakeId)))
    const { list, intake, known, whyNot, decided } = found
    const said = (list.columns_said as ColumnsSaid | null)?.tables
    const source = { name: list.name, path: pathOf(platform, list.stored_file_id) }
    return done({
      list: { id: list.id, name: list.name, village: list.village, state: list.state, rows: list.rows, decided },
      intake: { id: intake.id, title: intake.title, state: intake.state },
      whyNot: whyNot && {
        title: whyNot.title,
        ...(whyNot.why && { why: whyNot.why }),
        ...(whyNot.todo && { todo: whyNot.todo }),
      },
      fields: fields.map((field) => ({ field, label: fieldLabels[field] })),
      tables: await describeTables(source, { known, ...(said && { said }) }, (list.layouts ?? []) as Layout[]),
    })
  }),
  route(api.previewColumns, async ({ platform, look, params, body }) => {
    const found = await look(async (ctx) => ({
      list: await listOf(ctx, params.intakeId, params.fileId),
      intake: await findIntake(ctx.db, ctx.region, params.intakeId),
    }))
    if (found.list === undefined || found.intake === undefined) return refused(noList)
    const source = { name: found.list.name, path: pathOf(platform, found.list.stored_file_id) }
    const columns = body.columns && byNumber(body.columns)
    return done(await previewTable(source, { ...body, columns }, day(found.intake.judged_on)))
  }),
  route(api.mapColumns, async ({ carryOut, params, body }) => {
    const tables = body.tables.map((table) => ({ ...table, columns: byNumber(table.columns) }))
    return worded(await carryOut((ctx) => mapColumns(ctx, { ...params, tables, remembers: body.remembers })), wordMappingRefusal)
  }),
  route(api.forgetColumns, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => forgetColumns(ctx, { ...params, ...body })), wordMappingRefusal),
  ),
  route(corrections.readCorrections, async ({ look, params }) =>
    done(await look((ctx) => findCorrections(ctx, params.intakeId))),
  ),
  route(corrections.listCorrectedRows, async ({ look, params }) => done({ rows: await look((ctx) => changedRows(ctx, params)) })),
  route(readReport, async ({ look, carryOut, params, query }) => {
    const report = await look((ctx) => findReport(ctx, { ...params, limit: query.limit }))
    if (report === undefined) return refused(noIntake)
    await carryOut(async (ctx) => done(await noteListsOpened(ctx, params.intakeId)))
    return done(report)
  }),
]

function byNumber(columns: Record<string, Field | null>): ClerkColumns {
  return Object.fromEntries(Object.entries(columns).map(([column, field]) => [Number(column), field]))
}
