import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync, gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { writeOds, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { listRows } from './read-list.ts'
import { ReadingRefused, type SheetRow } from './rows.ts'

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of listRows({ name: 'list', bytes })) rows.push(...batch)
  return rows
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await rowsOf(bytes)
    return 'read'
  } catch (cause) {
    if (cause instanceof ReadingRefused) return cause.refusal.reason
    throw cause
  }
}

/** A zip archive made by hand, so that it can be wrong in ways no library writes. */
function zip(parts: Record<string, string>, flags = 0): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const [plain, packed] = [Buffer.from(text), deflateRawSync(Buffer.from(text))]
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(plain.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, place, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const workbookParts = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<x:workbook xmlns:x="m"><x:sheets><x:sheet name="Br. &quot;Kaja&quot;" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId7" Type="http://x/worksheet" Target="/xl/worksheets/a.xml"/><Relationship Id="rId8" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId9" Type="http://x/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-421]dd mmmm yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst><si><t>I Ketut &amp; Sari</t></si><si><r><t>Ni </t></r><r><t xml:space="preserve">Luh</t></r><rPh><t>aid</t></rPh></si></sst>',
}

describe('a workbook is read as it is shown', () => {
  test('with prefixed tags, shared and rich strings, gaps, dates, formulas and long numbers', async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="s"><x:v>1</x:v></x:c></x:row><x:row/><x:row hidden="1"><x:c s="1"><x:v>31276</x:v></x:c><x:c s="2"><x:v>0.5</x:v></x:c><x:c t="str"><x:f>A1&amp;B1</x:f><x:v>a_x000D_b</x:v></x:c><x:c><x:v>5.10301170885E+15</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="inlineStr"><x:is><x:t>51</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await rowsOf(zip({ ...workbookParts, 'xl/worksheets/a.xml': sheet }))).toEqual([
      { sheet: 'Br. "Kaja"', row: 3, cells: ['I Ketut & Sari', '', 'Ni Luh'] },
      {
        sheet: 'Br. "Kaja"',
        row: 5,
        cells: [
          { kind: 'date', text: '1985-08-17' },
          { kind: 'number', text: '0.5' },
          'a\rb',
          { kind: 'number', text: '5103011708850000' },
          'TRUE',
          '#N/A',
          '51',
        ],
      },
    ])
  })

  test('in the format of Excel before 2007: an empty row, a date, a long number, a merged cell, a hidden row', async () => {
    const rows = await rowsOf(gunzipSync(Buffer.from(oldWorkbook, 'base64')))
    expect(rows.map(({ row, cells, merged }) => [row, cells.slice(0, 3), merged?.get(3)])).toEqual([
      [1, ['DAFTAR PEKERJA'], undefined],
      [3, ['NIK', 'NAMA', 'TGL LAHIR'], undefined],
      [4, ['5103011708850001', 'I Ketut Contoh', { kind: 'date', text: '1985-08-17' }], undefined],
      [5, [{ kind: 'number', text: '5103024512900002' }, 'Ni Sari Contoh', '5 Desember 1990'], 'Br. Kaja'],
    ])
  })

  test('in the format of LibreOffice', async () => {
    const rows = await rowsOf(await writeOds({ sheets: [{ name: 'Daftar', rows: [['NIK'], ['5103011708850001'], [], [12]] }] }))
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'NIK'],
      [2, '5103011708850001'],
      [4, { kind: 'number', text: '12' }],
    ])
  })
})

describe('what cannot be read is named', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'wrong-type'],
    ['a photo', Buffer.from('ffd8ffe000104a46', 'hex'), 'wrong-type'],
    ['a web page called .xls', Buffer.from('<html><table></table></html>'), 'wrong-type'],
    ['a zip of something else', zip({ 'photo.txt': 'x' }), 'wrong-type'],
    ['a locked archive', zip({ 'xl/workbook.xml': 'x' }, 1), 'encrypted'],
    ['a workbook without its parts', zip({ 'xl/workbook.xml': '<workbook/>', 'xl/_rels/workbook.xml.rels': '' }), 'read'],
    [
      'an archive that unpacks to a thousand times its size',
      zip({ ...workbookParts, 'xl/worksheets/a.xml': ' '.repeat(40_000_000) }),
      'zip-bomb',
    ],
    [
      'a row without end',
      zip({ ...workbookParts, 'xl/worksheets/a.xml': `<worksheet><row>${'<c><v>123456789</v></c>'.repeat(300_000)}` }),
      'unreadable',
    ],
    [
      'a locked workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a damaged old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 7)]), 'unreadable'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toBe(reason)
  })

  test('a workbook cut or changed anywhere is read or refused, never a crash', async () => {
    const whole = await writeXlsx({
      sheets: [{ name: 'S', rows: Array.from({ length: 40 }, (_, at) => [at, '5103011708850001', 'I Ketut']) }],
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, isCut) => {
        const damaged = isCut ? whole.slice(0, at) : whole.with(at, value)
        expect(['read', 'unreadable', 'encrypted', 'wrong-type', 'zip-bomb', 'empty', 'too-large']).toContain(
          await refusalOf(damaged),
        )
      }),
      { numRuns: 150 },
    )
  })
})

describe('a text list', () => {
  test('is cut into the same cells as csv-parse cuts it', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', ';', '\n', 'é'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const text = cells.map((line) => line.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\n')
        const read = await rowsOf(Buffer.from(text))
        expect(read.map((row) => row.cells)).toEqual(parse(text, { delimiter: ';', relax_column_count: true }))
      }),
      { numRuns: 300 },
    )
  })

  test('of any bytes is read or refused, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await refusalOf(bytes)).toMatch(/read|unreadable|wrong-type|empty/)
      }),
    )
  })

  test('counts empty lines, and cells far to the right stay where they are', async () => {
    const rows = await rowsOf(Buffer.from(`a;b\n\n${';'.repeat(999)}z\n`))
    expect(rows.map(({ row, cells }) => [row, cells.length, cells.at(-1)])).toEqual([
      [1, 2, 'b'],
      [2, 0, undefined],
      [3, 1000, 'z'],
    ])
  })
})

const sample = '../shared/data/badung'
describe.skipIf(!existsSync(sample))('the sample of one programme (skipped where it is not at hand)', () => {
  test('gives every row of the known truth', async () => {
    const truth: { file: string; sheet: string; row: string }[] = parse(readFileSync(join(sample, 'truth.csv')), {
      columns: true,
    })
    const read = new Set<string>()
    for (const name of readdirSync(join(sample, 'lists'))) {
      for await (const rows of listRows({ name, path: join(sample, 'lists', name) }))
        for (const { sheet, row } of rows) read.add(`${name}|${sheet}|${row}`)
    }
    expect(truth.filter(({ file, sheet, row }) => !read.has(`${file}|${sheet}|${row}`))).toEqual([])
  })
})

/** A workbook of Excel 97 as another library writes it, packed. */
const oldWorkbook =
  'H4sIAAAAAAACA+2XS09TQRTHf3PvbbktChfwAZiQ2o2JGmlpEEwAKaDybEwLcWMiJSBFxJpSF8aN8bFSEz+AG925UjeaGBf4AYyGpQsDJq59xCVQM+e2pOAG' +
  'xBAl/d/MSc9/5syZe+fMOdMP76sWHr+oX2QdOjBZyfnwFnEKMAqK4+q6reRyuQKdK+G/wnIul1vJNwvwgOz5ShFfaju76TNtAsX7XwbYgA/wA+XALmA3UAFU' +
  'uimAKqAaqAH2AHuBfcB+oLYUR/98i7M1WHhUIZeoDdroWOv0FmpKghQRImTpp3nT/qsxxL+Rrz0bX7eLc6TJMM0YadJM/7H/AjZio7/TVw9/DZv1X4yWpuNN' +
  'W/Htsx3wehjLvCvzzSm8ZbCIwXPrrdwVPgPnuarzSSIViWT7E2wLumQNSaXXMKegXRkoHmFQRZ2srFpkjchnMu6NyHbJZzCametpze/XT9Up4x6IDIqsQM/4' +
  'Smw+ChOmnm9i8TB/FDwqSoYpklymwWqmlVpUEH+sN9FIeaw3ESBIihRBui4GmWGGIN54kFlmCTJ/Xfc3WHW04UeNM06jDGrkev5ZkKwLP9ftfInfXn49XL7t' +
  'N35U4uUuDoOSgizVQ5IsSe5joVAs8UMqrl9iTPUQ5TTDRIkT4CynGOAUcfqJYqJi9DGgLWNEGSKKDzXMGQYJMEiUXvqI49HzjJBghBgOqpkwISKECBOmhRCt' +
  'tNJMSJ6w9ttHgAEmyHKNLAG6SXOFLGlS2KguMhyTIUkukdQWMaYIkCApIb/WolL7DNDDBLNMMMMYE2QIEOYEJwjJ27q5xFmTS3bLKduFwTiV8rtKzpqDzdLT' +
  '7/NDY2dPXhD+sPBHRN4S5qbcYFzcFv6O+//FqHBP52olWBb/7o3G1VwfalVTOMK5moEjVczVTJzVWUyx86xq2k6XOtOowJTsI7j3qdPt17Zl+X5LbJ8cuHDj' +
  '6MGmbt1vib2dn80Sv/pG1mFU81IqaGdRbH3RSQITS+Z9rcq1fSG8Ju0aJu3iIiw5KmUfImWvrc2S8qyiQmmK9FPCjsMvDxau9gAQAAA='
