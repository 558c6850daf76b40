import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { region } from '../../values/areas.ts'
import { systemActor } from '../platform/actor.ts'
import { look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { handInFiles } from './hand-in.ts'
import { reportLists } from './report.ts'

const badung = { actor: systemActor, region: region('51.03') }
const heading = ['NO', 'NIK', 'NAMA LENGKAP', 'TANGGAL LAHIR', 'JENIS KELAMIN', 'ALAMAT', 'PEKERJAAN']

/** More rows than are written at once. */
const many = 8000

function listOf(first: number): string {
  const people = Array.from({ length: many }, (_, at) => {
    const number = first + at
    const born = new Date(Date.UTC(1965, 0, 1 + (number % 9000)))
    const [year = '', month = '', date = ''] = born.toISOString().slice(0, 10).split('-')
    const nik = `510301${date}${month}${year.slice(2)}${String(1 + Math.floor(number / 9000)).padStart(4, '0')}`
    return [
      at + 1,
      nik,
      `ORANG CONTOH ${number}`,
      `${date}-${month}-${year}`,
      'L',
      `Br. Kaja ${(number * 7919) % 100_003}`,
      'Petani',
    ]
  })
  return [heading, ...people].map((cells) => `${cells.join(',')}\r\n`).join('')
}

let platform: Platform
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ucok-lists-'))
  platform = await openTestPlatform()
})
afterAll(async () => {
  await platform.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a list that breaks off after thousands of rows leaves none of them, and the list before it loses none', async () => {
  const paths = ['5103011002-kuta.csv', '5103011004-legian.csv'].map((name) => join(folder, name))
  // No row of a list is as long as this one.
  const endless = `${many + 1},"${'x'.repeat(5_000_000)}`
  writeFileSync(paths[0] ?? '', listOf(0))
  writeFileSync(paths[1] ?? '', listOf(many) + endless)
  const terms = { paths, judgedOn: '2026-11-01', accepts: false, progress: () => {} }
  const handed = await handInFiles(platform, badung, terms)
  if (!handed.ok) throw new Error('nothing was handed in')
  const lists = await look(platform, badung, (ctx) => reportLists(ctx, handed.value.fileIds))
  expect(lists.map(({ rows }) => rows)).toEqual([many, 0])
  const { rows } = await platform.owner.query<{ state: string; kept: number }>(
    `select f.state, count(r.*)::int as kept from intake_file f left join intake_row r on r.file_id = f.id group by f.region, f.id order by f.position`,
  )
  expect(rows).toEqual([
    { state: 'read', kept: many },
    { state: 'unreadable', kept: 0 },
  ])
})
