import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badung, type ListDesk, openListDesk } from '../../test/lists.ts'
import { look } from '../platform/context.ts'
import { validationReport } from './report-api.ts'
import { findReport } from './validation-report.ts'

const list = [
  'NO;NIK;NAMA;TGL LAHIR;PEKERJAAN',
  '1;5103010101850001;I WAYAN CONTOH;01-01-1985;Petani',
  '2;510301420290;NI LUH CONTOH;02-02-1990;Nelayan',
  '3;5103010303800003;I MADE CONTOH;03-03-1950;Pilot Drone Antariksa',
  '4;5103010404810004;;04-04-1981;PNS',
].join('\r\n')

describe('The report of an intake', () => {
  let desk: ListDesk
  beforeAll(async () => {
    desk = await openListDesk()
  })
  afterAll(() => desk.stop())

  const reportOf = (intakeId: string, limit = 1000) => look(desk.platform, badung, (ctx) => findReport(ctx, { intakeId, limit }))

  test('has the shape of Frictionless, counts what it tells, and holds nobody’s NIK', async () => {
    const intakeId = await desk.take('5103011002-kuta.csv', list)
    const report = await reportOf(intakeId)
    expect(validationReport.strict().parse(report)).toEqual(report)
    expect(report).toMatchObject({ valid: false, stats: { tasks: 1, errors: 4 } })
    const [task] = report?.tasks ?? []
    expect(task).toMatchObject({ name: '5103011002-kuta.csv', type: 'table', valid: false, stats: { rows: 4, fields: 5 } })
    expect(task?.labels).toEqual(['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'PEKERJAAN'])
    expect(task?.stats.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(
      task?.errors.map(({ type, code, rowNumber, fieldNumber, severity }) => [type, code, rowNumber, fieldNumber, severity]),
    ).toEqual([
      ['nik-structure', 'nik-length', 3, 2, 'review'],
      ['constraint-error', 'too-old', 4, 4, 'refuse'],
      ['constraint-error', 'barred-occupation', 5, 5, 'refuse'],
      ['constraint-error', 'name-missing', 5, 3, 'refuse'],
    ])
    expect(task?.warnings.some((warning) => warning.startsWith('occupation-unknown: 1'))).toBe(true)
    expect(JSON.stringify(report)).not.toMatch(/\d{14}(?!\d*[a-f"])/)
  })

  test('tells as many errors as it is asked for and counts the others', async () => {
    const intakeId = await desk.take('5103011003-kedonganan.csv', list.replaceAll('CONTOH', 'LAIN'))
    const report = await reportOf(intakeId, 2)
    expect([report?.tasks[0]?.errors.length, report?.stats.errors, report?.tasks[0]?.warnings.at(-1)]).toEqual([
      2,
      report?.tasks[0]?.stats.errors,
      expect.stringContaining('more errors are counted'),
    ])
  })

  test('of a file that cannot be read says so in one error of the file', async () => {
    const intakeId = await desk.take('5103011004-rusak.xlsx', 'PK\u0003\u0004 cut short')
    const report = await reportOf(intakeId)
    expect(validationReport.strict().parse(report)).toEqual(report)
    expect(report?.tasks[0]?.errors).toMatchObject([{ type: 'format-error', code: 'unreadable', tags: ['#file'] }])
  })

  test('is none for an intake that is not there', async () => {
    expect(await reportOf('00000000-0000-4000-8000-000000000000')).toBe(undefined)
  })
})
