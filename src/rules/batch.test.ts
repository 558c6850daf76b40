import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { day } from '../../values/days.ts'
import { type BatchOrder, type BatchResult, runBatch } from './batch.ts'
import { getRule } from './operations.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-batch-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function send(rule: string, table: string, more: Partial<BatchOrder> = {}) {
  const [input, output] = [join(folder, 'in.csv'), join(folder, 'out.csv')]
  await writeFile(input, table)
  const found = getRule(rule)
  if (!found.ok) throw new Error(`no rule ${rule}`)
  const outcome = await runBatch({ rule: found.value, input, output, on: day('2026-05-01'), language: 'en', ...more })
  const answers = existsSync(output) ? await readFile(output, 'utf8') : ''
  return {
    outcome,
    output,
    answers,
    rows: parse(answers, { delimiter: /^[^,]*;/.test(answers) ? ';' : ',' }) as unknown as string[][],
  }
}

const resultOf = (outcome: Awaited<ReturnType<typeof runBatch>>): BatchResult => {
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value
}

test('a table goes through a rule; columns that are no facts pass through', async () => {
  const { outcome, rows } = await send('contribution', 'nik,payer,sector\n5103,APBD,other\n5104,SELF,transport\n')
  expect(resultOf(outcome)).toMatchObject({ rows: 2, granted: 2, bad: 0, totalAmount: 25_200, badRowsIn: null })
  expect(rows).toEqual([
    ['nik', 'payer', 'sector', 'granted', 'amount', 'unmet', 'problem'],
    ['5103', 'APBD', 'other', 'true', '16800', '', ''],
    ['5104', 'SELF', 'transport', 'true', '8400', '', ''],
  ])
})

test('a bad row stops nothing: it keeps its place, says what is wrong, and is listed', async () => {
  const table = 'payer,income\nAPBD,\nBUPATI,\n,5\nSELF,-3\nAPBD,1000000\n'
  const { outcome, rows, output } = await send('contribution', table)
  const result = resultOf(outcome)
  expect(result).toMatchObject({ rows: 5, granted: 2, bad: 3 })
  expect(result.firstBad.map((each) => each.row)).toEqual([3, 4, 5])
  expect(rows.map((row) => row.at(-1))).toEqual([
    'problem',
    '',
    'payer: must be one of: SELF, APBN, APBD, APBDES, CSR, BAZNAS, DONOR',
    'payer: is missing',
    'income: must be a whole number of rupiah, zero or more, without separators',
    '',
  ])
  const listed = await readFile(output.replace('.csv', '.bad.csv'), 'utf8')
  expect(listed.trim().split('\n')).toHaveLength(4)
})

test('a refused row names the conditions it misses', async () => {
  const { rows } = await send('jkm', 'memberSince,memberUntil,deathDate\n2025-01-01,2025-06-30,2026-01-01\n')
  expect(rows[1]?.slice(3)).toEqual(['false', '', 'death-in-membership', ''])
})

test('a column `on` gives each row its own day', async () => {
  const { rows } = await send('contribution', 'payer,on\nSELF,2026-03-31\nSELF,2026-04-01\nSELF,soon\n')
  expect(rows.slice(1).map((row) => row[3])).toEqual(['16800', '8400', ''])
})

test('semicolons, a byte-order mark, Windows line ends and quoted names are read as they are meant', async () => {
  const { rows } = await send('contribution', '\uFEFFpayer;nama\r\nAPBD;MADE\r\nAPBD;"I MADE; ""Dek"""\r\nAPBD;KETUT\r\n')
  const plain = (await send('contribution', 'payer;nama\r\nAPBD;MADE\r\nSELF;KETUT\r\n')).answers
  expect(rows.map((row) => row[1])).toEqual(['nama', 'MADE', 'I MADE; "Dek"', 'KETUT'])
  expect(rows.map((row) => row[3])).toEqual(['amount', '16800', '16800', '16800'])
  expect(plain).toBe('payer;nama;granted;amount;unmet;problem\nAPBD;MADE;true;16800;;\nSELF;KETUT;true;8400;;\n')
})

test('quotes halfway through a long table change nothing of what stands before and after them', async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, row) => `APBD,${row === 40_000 ? '"I MADE, ""Dek"""' : `MADE ${row} ${'x'.repeat(40)}`}`,
  )
  const { outcome, rows } = await send('contribution', `payer,nama\n${lines.join('\n')}\n`)
  expect(resultOf(outcome)).toMatchObject({ rows: 60_000, granted: 60_000, totalAmount: 60_000 * 16_800 })
  expect(rows[40_001]?.slice(0, 4)).toEqual(['APBD', 'I MADE, "Dek"', 'true', '16800'])
  expect(rows[59_999]?.[1]).toMatch(/^MADE 59998 /)
})

test('short rows are filled up and long ones cut, so that answers stand under their headings', async () => {
  const { rows } = await send('contribution', 'payer,income,nama\nAPBD\nAPBD,,MADE,extra\n')
  expect(rows.slice(1)).toEqual([
    ['APBD', '', '', 'true', '16800', '', ''],
    ['APBD', '', 'MADE', 'true', '16800', '', ''],
  ])
})

test('a table without a needed column is refused by the name of the column, and leaves no file', async () => {
  const { outcome, output } = await send('jkm', 'nik,deathDate\n5103,2026-01-01\n')
  expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'columns-missing', columns: ['memberSince'] } })
  expect(existsSync(output)).toBe(false)
})

test('a file that is not there is a refusal, not a defect', async () => {
  const { outcome } = await send('jkm', 'memberSince\n', { input: join(folder, 'nowhere.csv') })
  expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'file-unreadable' } })
})

test('a file is never written over itself', async () => {
  const { outcome } = await send('jkm', 'memberSince\n2025-01-01\n', { output: join(folder, 'in.csv') })
  expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'same-file' } })
})
