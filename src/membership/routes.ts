import { day } from '../../values/days.ts'
import { done, refused } from '../../values/outcome.ts'
import { numberMark } from '../platform/marks.ts'
import { look } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { noteFileOpened } from '../registry/opening.ts'
import { type Call, type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { endPeriod, openPeriodsFromDecree, recordMemberNumbers, replacePeriod } from './operations.ts'
import { countByProgramme, listPeriods, pageOfPeriods, type PeriodFilters, type PeriodRow } from './periods.ts'
import { findMembership } from './person.ts'
import { endReasonNames, periodStateNames } from './reasons-api.ts'
import { wordMembershipRefusal } from './refusals.ts'
import { type Cell, pagesOf, tableFile } from './table-file.ts'

export const membershipRoutes: Route[] = [
  route(api.listPeriods, async ({ look: read, query }) => {
    const { after, limit, ...filters } = query
    return done(await read((ctx) => pageOfPeriods(ctx, filters, { after: numberMark(after), limit })))
  }),
  route(api.exportPeriods, async (call) => {
    const { format, ...filters } = call.query
    const today = await call.look(async (ctx) => ctx.today.toString())
    const header = headers[call.session.language]
    return done(tableFile({ title: 'Kepesertaan', on: today, format, header, rows: rowsToSave(call, filters) }))
  }),
  route(api.readCounts, async ({ look: read }) =>
    done(await read(async (ctx) => ({ on: ctx.today.toString(), programmes: await countByProgramme(ctx) }))),
  ),
  route(api.readPerson, async ({ look: read, carryOut, params }) => {
    const found = await read((ctx) => findMembership(ctx, params.workerId))
    if (found !== undefined) await carryOut(async (ctx) => done(await noteFileOpened(ctx, params.workerId)))
    return found === undefined ? refused(wordMembershipRefusal({ reason: 'no-such-person' })) : done(found)
  }),
  route(api.openPeriods, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => openPeriodsFromDecree(ctx, body)), wordMembershipRefusal),
  ),
  route(api.endPeriod, async ({ carryOut, params, body }) =>
    worded(
      await carryOut((ctx) => endPeriod(ctx, { periodId: params.periodId, reason: body.reason, lastDay: day(body.lastDay) })),
      wordMembershipRefusal,
    ),
  ),
  route(api.replacePeriod, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => replacePeriod(ctx, params)), wordMembershipRefusal),
  ),
  route(api.recordNumbers, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => recordMemberNumbers(ctx, body)), wordMembershipRefusal),
  ),
]

const headers = {
  id: [
    'Nama',
    'NIK (disamarkan)',
    'Desa/kelurahan',
    'Program',
    'Nomor peserta',
    'Hari pertama',
    'Hari terakhir',
    'Keadaan',
    'Alasan berakhir',
  ],
  en: ['Name', 'NIK (masked)', 'Village', 'Programme', 'Member number', 'First day', 'Last day', 'State', 'Reason of ending'],
}

/** Rows read at a time for a file. */
const pageSize = 5000

async function* rowsToSave(
  call: Pick<Call<typeof api.exportPeriods>, 'platform' | 'asking' | 'session'>,
  filters: PeriodFilters,
): AsyncGenerator<Cell[]> {
  const { language } = call.session
  const read = (after: number) => look(call.platform, call.asking, (ctx) => listPeriods(ctx, filters, { after, limit: pageSize }))
  for await (const row of pagesOf<PeriodRow, number>(0, read, (last) => last.id)) {
    yield [
      row.fullName,
      row.nik,
      row.villageName,
      row.programmeCode,
      row.memberNumber,
      row.firstDay,
      row.lastDay,
      periodStateNames[row.state][language],
      row.endReason === null ? null : endReasonNames[row.endReason][language],
    ]
  }
}
