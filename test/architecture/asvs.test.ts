import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const standard = `${root}../shared/standards/asvs/OWASP_ASVS_5.0.0_en.csv`
const chapters = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V14', 'V15', 'V16']

type Row = { id: string; level: string; state: string; how: string; files: string[] }

const rows = readFileSync(`${root}docs/asvs.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => rowOf(line))

describe('The table of ASVS 5.0, level 2', () => {
  test('answers each requirement once, in one of three words', () => {
    expect(rows.length).toBe(174)
    expect(new Set(rows.map((row) => row.id)).size).toBe(174)
    expect([...new Set(rows.map((row) => row.id.split('.')[0]))]).toEqual(chapters)
    expect(rows.filter((row) => !['met', 'partly', 'n/a'].includes(row.state))).toEqual([])
  })

  test('claims nothing without saying how, and without a file or test that shows it', () => {
    expect(rows.filter((row) => row.how === '').map((row) => row.id)).toEqual([])
    expect(rows.filter((row) => row.state !== 'n/a' && row.files.length === 0).map((row) => row.id)).toEqual([])
  })

  test('names only files that are there', () => {
    expect(
      rows.flatMap((row) => row.files.filter((file) => !existsSync(root + file)).map((file) => `${row.id}: ${file}`)),
    ).toEqual([])
  })

  test.skipIf(!existsSync(standard))(
    'leaves out no requirement of the standard itself (skipped where the standard is not at hand)',
    () => {
      const wanted = readFileSync(standard, 'utf8')
        .matchAll(/"?(V\d+\.\d+\.\d+)"?,.*?"?([123])"?\r?\n/g)
        .filter(([, id = '', level]) => level !== '3' && chapters.includes(id.split('.')[0] ?? ''))
        .map(([, id, level]) => `${id} ${level}`)
      expect(rows.map((row) => `${row.id} ${row.level}`)).toEqual([...wanted])
    },
  )
})

function rowOf(line: string): Row {
  const [, id = '', level = '', , state = '', how = '', files = ''] = line.split('|').map((cell) => cell.trim())
  return { id, level, state, how, files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) }
}
