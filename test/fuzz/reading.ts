/**
 * Reads hostile files one after the other, as an intake reads them, and says a line of JSON for each: begun, and how it ended. It is started as
 * a process of its own, so that a crash, a hang or too much memory is seen from outside: `node test/fuzz/reading.ts traps|giants|mutants FROM COUNT`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usualEntryAges } from '../../src/intake/checks/check-row.ts'
import { describeTables } from '../../src/intake/column-views.ts'
import type { Layout } from '../../src/intake/columns/layout.ts'
import { errorWorkbook } from '../../src/intake/error-workbook.ts'
import { readPeople } from '../../src/intake/read-people.ts'
import { ReadingRefused } from '../../src/reading/rows.ts'
import { wordingOfReadingRefusal } from '../../src/reading/wording.ts'
import { copyLine } from '../../src/intake/staged.ts'
import { day } from '../../values/days.ts'
import { mutantMaker } from './mutations.ts'
import { giants, traps } from './traps.ts'

/** How the reading of one file ended. */
export type Ending = {
  name: string
  end: string
  words: string
  rows: number
  milliseconds: number
  peakMegabytes: number
  passwords: boolean
}

/** Rows up to which a file is also given back as a workbook. */
const mostReturned = 5000

if (process.argv[1]?.endsWith('reading.ts')) await main()

async function main(): Promise<void> {
  const [what = 'traps', from = '0', count = '1000'] = process.argv.slice(2)
  const mutant = await mutantMaker()
  if (what === 'make') return writeFileSync(count, giants[Number(from)]?.make() ?? Buffer.alloc(0))
  const folder = mkdtempSync(join(tmpdir(), 'ucok-fuzz-'))
  const set = what === 'giants' ? giants : traps
  const last = what === 'mutants' ? Number(from) + Number(count) : Math.min(set.length, Number(from) + Number(count))
  try {
    for (let number = Number(from); number < last; number++) {
      const name = what === 'mutants' ? `mutant ${number}` : (set[number]?.name ?? '')
      const path = join(folder, 'daftar')
      // A giant is made by a process of its own: what it takes to make one is not what it takes to read it.
      if (what === 'giants') execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'make', String(number), path])
      else writeFileSync(path, what === 'mutants' ? mutant(number) : (set[number]?.make() ?? Buffer.alloc(0)))
      say({ begun: name })
      say(await ending(name, path))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

async function ending(name: string, path: string): Promise<Ending> {
  const started = performance.now()
  const read = await readAsIntake(path)
  const milliseconds = Math.round(performance.now() - started)
  return { name, ...read, milliseconds, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }
}

async function readAsIntake(path: string): Promise<Pick<Ending, 'end' | 'words' | 'rows' | 'passwords'>> {
  const source = { name: 'daftar', path }
  const layouts: Layout[] = []
  const faulty: { sheet: string; row: number; findings: never[] }[] = []
  let rows = 0
  let passwords = false
  try {
    await describeTables(source, {}, [])
    for await (const part of readPeople(source, { on: day('2026-11-01'), ...usualEntryAges })) {
      if (part.kind === 'layout') layouts.push(part.layout)
      if (part.kind !== 'people') continue
      for (const row of part.rows) {
        passwords ||= copyLine(row).includes('root:')
        if (rows++ < mostReturned) faulty.push({ sheet: row.sheet, row: row.row, findings: row.findings as never[] })
      }
    }
    if (rows < mostReturned) {
      const marks = faulty.map(({ sheet, row }) => ({ fileId: '11111111-1111-4111-8111-111111111111', sheet, row }))
      await errorWorkbook({ source, rows: faulty, layouts, marks, language: 'id' })
    }
    return { end: 'read', words: '', rows, passwords }
  } catch (error) {
    if (!(error instanceof ReadingRefused)) throw error
    return { end: error.refusal.reason, words: wordingOfReadingRefusal(error.refusal).id, rows, passwords }
  }
}
