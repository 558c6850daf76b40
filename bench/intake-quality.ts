/**
 * How well reading and checking find what is wrong in village lists: `node bench/intake-quality.ts LISTS [ON] [--show CODE]`.
 * LISTS is a folder of lists; its parent holds `truth.csv` (file, sheet, row, person, nik, expect, kin). Prints, for each
 * code, how many rows got that finding; the rows missing and invented; and clean rows refused or sent to review.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { type CheckedRow, usualEntryAges } from '../src/intake/checks/check-row.ts'
import { findingCodes } from '../src/intake/checks/findings.ts'
import { readPeople } from '../src/intake/read-people.ts'
import { ReadingRefused } from '../src/reading/rows.ts'
import { day } from '../values/days.ts'

type Truth = { file: string; sheet: string; row: string; person: string; nik: string; expect: string; kin: string }

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'string' } } })
const [folder = '../shared/data/badung/lists', on = '2026-11-01'] = positionals
const lists = resolve(folder)
const truth: Truth[] = parse(readFileSync(join(dirname(lists), 'truth.csv')), { columns: true, bom: true })
const started = performance.now()
const found = await readAll()
const milliseconds = performance.now() - started
report()

async function readAll(): Promise<Map<string, CheckedRow>> {
  const rows = new Map<string, CheckedRow>()
  for (const name of readdirSync(lists)) {
    try {
      for await (const part of readPeople({ name, path: join(lists, name) }, { on: day(on), ...usualEntryAges })) {
        if (part.kind === 'people') for (const row of part.rows) rows.set(`${name}\t${row.sheet}\t${row.row}`, row)
      }
    } catch (cause) {
      if (!(cause instanceof ReadingRefused)) throw cause
      print(`refused      ${name}: ${cause.refusal.reason}`)
    }
  }
  return rows
}

function report(): void {
  const expected = new Set(truth.map(keyOf))
  const missing = truth.filter((row) => !found.has(keyOf(row)))
  const invented = [...found.keys()].filter((key) => !expected.has(key))
  print(
    `rows         ${found.size} read of ${truth.length}, ${missing.length} missing, ${invented.length} invented, ${Math.round(milliseconds)} ms`,
  )
  for (const row of missing.slice(0, 10)) print(`  missing    ${keyOf(row)}`)
  for (const key of invented.slice(0, 10)) print(`  invented   ${key} ${found.get(key)?.original?.join(' | ')}`)
  const codes = [...new Set(truth.flatMap(({ expect }) => expect.split('+')))].filter((code) => code in findingCodes).sort()
  for (const code of codes)
    reportCode(
      code,
      truth.filter(({ expect }) => expect.split('+').includes(code)),
    )
  const seen = new Map<string, number>()
  for (const { person } of truth) seen.set(person, (seen.get(person) ?? 0) + 1)
  const kin = new Set(truth.map((row) => row.kin).filter(Boolean))
  const clean = truth.filter((row) => row.expect === '' && row.kin === '' && !kin.has(row.person) && seen.get(row.person) === 1)
  reportClean(clean)
  reportFalse(codes)

  function reportCode(code: string, rows: Truth[]): void {
    const hit = rows.filter((row) => found.get(keyOf(row))?.findings.some((finding) => finding.code === code))
    print(
      `${code.padEnd(24)}${String(hit.length).padStart(6)} of ${String(rows.length).padStart(6)}  ${percent(hit.length, rows.length)}`,
    )
    if (code === values.show)
      for (const row of rows.filter((row) => !hit.includes(row)).slice(0, 10))
        print(`  ${keyOf(row)} ${JSON.stringify(found.get(keyOf(row)))}`)
  }

  function reportClean(rows: Truth[]): void {
    const verdicts = (verdict: string) => rows.filter((row) => found.get(keyOf(row))?.verdict === verdict)
    for (const verdict of ['accepted', 'review', 'refused']) {
      const hit = verdicts(verdict)
      print(
        `clean ${verdict.padEnd(18)}${String(hit.length).padStart(6)} of ${String(rows.length).padStart(6)}  ${percent(hit.length, rows.length)}`,
      )
      if (verdict !== 'accepted')
        for (const row of hit.slice(0, 5)) print(`  ${keyOf(row)} ${JSON.stringify(found.get(keyOf(row)))}`)
    }
    const wrong = rows.filter((row) => found.get(keyOf(row))?.nik !== row.nik)
    print(`clean, other NIK        ${String(wrong.length).padStart(6)} of ${String(rows.length).padStart(6)}`)
  }

  function reportFalse(codes: string[]): void {
    for (const code of codes) {
      const extra = truth.filter(
        (row) =>
          !row.expect.split('+').includes(code) && found.get(keyOf(row))?.findings.some((finding) => finding.code === code),
      )
      if (extra.length > 0)
        print(`${code} found where not expected: ${extra.length}, e.g. ${extra.slice(0, 2).map(keyOf).join('; ')}`)
    }
  }
}

function keyOf({ file, sheet, row }: Truth): string {
  return `${file}\t${sheet}\t${row}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((part / whole) * 100).toFixed(2)} %`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
