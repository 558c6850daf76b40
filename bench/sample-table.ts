import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { say, ucokProgram } from './measured.ts'

// What intake and matching find in a folder of lists whose truth is known: node bench/sample-table.ts [FOLDER] [ON]
// The folder holds lists/, registers/ and truth.csv (file, sheet, row, person, nik, expect, kin).
const folder = process.argv[2] ?? '../shared/data/badung'
const on = process.argv[3] ?? '2026-11-01'

type Truth = { file: string; sheet: string; row: string; person: string; expect: string; kin: string }
type Row = { file: string; sheet: string; row: number; nik: string; verdict: string; findings: string[] }

const truth = parse(readFileSync(join(folder, 'truth.csv')), { columns: true }) as Truth[]
const rows = readRows()
const byPlace = new Map(rows.map((row) => [`${row.file}|${row.sheet}|${row.row}`, row]))
const placeOf = (one: Truth) => `${one.file}|${one.sheet}|${one.row}`
const pairs = truth.flatMap((one) => {
  const row = byPlace.get(placeOf(one))
  return row === undefined ? [] : [{ one, row, codes: one.expect.split('+').filter(Boolean) }]
})

say(
  `rows in truth ${truth.length}, rows found ${rows.length}, missing ${truth.length - pairs.length}, invented ${rows.length - pairs.length}`,
)
const readable = (codes: string[]) => !codes.some((code) => code.startsWith('nik-') || code === 'kk-in-nik')
/** Of duplicates at least so many are held back; of clean rows at most so many are; of people who look alike nobody is refused for it. */
const most = { duplicatesHeld: 0.97, cleanHeld: 0.001, cleanRefused: 0.001, lookalikesRefused: 0 }
let holds = truth.length === pairs.length && rows.length === pairs.length
for (const code of [...new Set(pairs.flatMap(({ codes }) => codes))].sort()) {
  const ofRegisters = ['deceased', 'already-covered', 'not-in-dukcapil'].includes(code)
  const expected = pairs.filter(({ codes }) => codes.includes(code) && (!ofRegisters || readable(codes)))
  const found = expected.filter(({ row }) => row.findings.includes(code)).length
  const held = expected.filter(({ row }) => row.verdict !== 'accepted').length
  const needed = code === 'duplicate' || code === 'lookalike' ? 0 : ofRegisters ? 1 : 0.995
  const neededHeld = code === 'duplicate' ? most.duplicatesHeld : 0
  if (found < needed * expected.length || held < neededHeld * expected.length) holds = false
  say(
    `${code.padEnd(24)} rows ${String(expected.length).padStart(6)}  found ${String(found).padStart(6)} (${share(found, expected.length)})  review or refused ${share(held, expected.length)}`,
  )
}
const listed = new Map<string, number>()
for (const one of truth) listed.set(one.person, (listed.get(one.person) ?? 0) + 1)
const clean = pairs.filter(({ one }) => one.expect === '' && one.kin === '' && listed.get(one.person) === 1)
const count = (verdict: string) => clean.filter(({ row }) => row.verdict === verdict).length
say(
  `clean rows ${clean.length}: refused ${share(count('refused'), clean.length)} (at most ${share(most.cleanRefused, 1)}), review ${share(count('review'), clean.length)} (at most ${share(most.cleanHeld, 1)})`,
)
const duplicates = pairs.filter(({ codes }) => codes.includes('duplicate'))
const duplicatesHeld = duplicates.filter(({ row }) => row.verdict !== 'accepted').length
say(`duplicates in review or refused: ${share(duplicatesHeld, duplicates.length)} (at least ${share(most.duplicatesHeld, 1)})`)
const lookalikes = pairs.filter(({ codes }) => codes.includes('lookalike'))
const refusedAlike = lookalikes.filter(({ row }) => row.verdict === 'refused')
say(
  `lookalikes refused: ${refusedAlike.length} of ${lookalikes.length} (at most ${most.lookalikesRefused}); told as the same person ${lookalikes.filter(({ row }) => row.findings.includes('duplicate')).length}`,
)
if (count('refused') > most.cleanRefused * clean.length || count('review') > most.cleanHeld * clean.length) holds = false
if (refusedAlike.length > most.lookalikesRefused) holds = false
say(holds ? 'every bound holds' : 'a bound does not hold')
process.exitCode = holds ? 0 : 1

/** Intake, the four registers, and the report of the same lists again: by then the registers have spoken. */
function readRows(): Row[] {
  const data = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
  try {
    const intake = ['intake', join(folder, 'lists'), '--region', '51.03', '--on', on, '--data', data, '--json']
    ucok(intake)
    for (const register of ['dukcapil', 'bpjs', 'dtsen', 'deaths']) {
      const answer = join(folder, 'registers', `${register}.csv`)
      if (existsSync(answer)) ucok(['match', register, answer, '--data', data, '--json'])
    }
    return (JSON.parse(ucok(intake)) as { rows: Row[] }).rows
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function ucok(args: string[]): string {
  return execFileSync(process.execPath, [ucokProgram, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', UCOK_LOG: 'error' },
  })
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`
}
