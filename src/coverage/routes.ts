import { type Day, day } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { done } from '../../values/outcome.ts'
import { type Cell, tableFile } from '../membership/table-file.ts'
import type { Context } from '../platform/context.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { type Coverage, coverageOn } from './areas.ts'
import { coverageSegments } from './segments-api.ts'
import { customaryCoverageOn } from './customary.ts'
import { largestGaps } from './gaps.ts'
import { seriesOf } from './series.ts'

export const coverageRoutes: Route[] = [
  route(api.readHeadlines, async ({ look, query }) =>
    done(
      await look(async (ctx) => {
        const on = dayAsked(ctx, query.on)
        const segments = []
        for (const segment of coverageSegments) segments.push(await coverageOn(ctx, on, segment))
        return { on: on.toString(), segments }
      }),
    ),
  ),
  route(api.readAreas, async ({ look, query }) =>
    done(await look((ctx) => coverageOn(ctx, dayAsked(ctx, query.on), query.segment))),
  ),
  route(api.readSeries, async ({ look, query }) =>
    done(await look((ctx) => seriesOf(ctx, query.year ?? ctx.today.year, query.segment))),
  ),
  route(api.readGaps, async ({ look, query }) =>
    done(
      await look(async (ctx) => {
        const coverage = await coverageOn(ctx, dayAsked(ctx, query.on), query.segment)
        const { villagesWithoutUniverse } = coverage
        return { on: coverage.on, villages: largestGaps(coverage.villages, query.limit), villagesWithoutUniverse }
      }),
    ),
  ),
  route(api.readCustomary, async ({ look, query }) =>
    done(
      await look(async (ctx) => {
        const on = dayAsked(ctx, query.on)
        return { on: on.toString(), customaryVillages: await customaryCoverageOn(ctx, on, query.segment) }
      }),
    ),
  ),
  route(api.takeFile, async ({ look, query, session }) => {
    const coverage = await look((ctx) => coverageOn(ctx, dayAsked(ctx, query.on), query.segment))
    const { language } = session
    return done(
      tableFile({
        title: `cakupan-${query.segment}`,
        on: coverage.on,
        format: query.format,
        header: headers[language],
        rows: rowsOf(coverage, language),
      }),
    )
  }),
]

function dayAsked(ctx: Context, on: string | undefined): Day {
  return on === undefined ? ctx.today : day(on)
}

const headers: Record<Language, string[]> = {
  id: [
    'Kode',
    'Wilayah',
    'Peserta aktif',
    'Dibayar bulan itu',
    'Terlindungi pihak lain',
    'Terlindungi',
    'Semesta',
    'Tahun semesta',
    'Sumber semesta',
    'Cakupan',
    'Kesenjangan',
  ],
  en: [
    'Code',
    'Area',
    'Active members',
    'Paid for the month',
    'Insured by others',
    'Covered',
    'Universe',
    'Year of the universe',
    'Source of the universe',
    'Coverage',
    'Gap',
  ],
}

function rowsOf(coverage: Coverage, language: Language): Cell[][] {
  const unknown = language === 'id' ? 'belum ada semesta' : 'no universe recorded'
  const demo = language === 'id' ? ' (contoh)' : ' (demonstration)'
  return [coverage.whole, ...coverage.districts, ...coverage.villages].map((row) => [
    row.area,
    row.name,
    row.members,
    row.paidForMonth,
    row.insuredByOthers,
    row.covered,
    row.universe?.workers ?? null,
    row.universe?.year ?? null,
    row.universe === null ? unknown : row.universe.source + (row.universe.isDemo ? demo : ''),
    row.share,
    row.gap,
  ])
}
