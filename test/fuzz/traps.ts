import { rowOf, sheetOf, workbook, zip } from './archives.ts'

/** A file made to hurt whoever reads it: `ends` is what may become of it. */
export type Trap = { name: string; ends: readonly string[]; make: () => Buffer }

const heading = ['NIK', 'NAMA', 'TGL LAHIR', 'PEKERJAAN']
const person = ['5103011708850001', 'I KETUT CONTOH', '17-08-1985', 'Petani']
const csv = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map((cells) => cells.join(';')).join('\r\n'))
const list = sheetOf(rowOf(heading) + rowOf(person))
const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })
const declared = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`
const odsBomb = (cells: string) =>
  zip([
    text('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
    text(
      'content.xml',
      `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="S">${cells}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  ])

/** What people with bad intentions, and broken programmes, have sent to programmes that read workbooks. */
export const traps: readonly Trap[] = [
  {
    name: 'a part that unpacks to a thousand times its size',
    ends: ['zip-bomb'],
    make: () => workbook([{ name: 'S', xml: sheetOf(' '.repeat(40_000_000)) }]),
  },
  {
    name: 'many parts that are each just small enough',
    ends: ['zip-bomb'],
    make: () => {
      const blank = Buffer.alloc(20_000_000, 32)
      return workbook(
        [{ name: 'S', xml: list }],
        Array.from({ length: 6 }, (_, at) => ({ name: `xl/media/${at}`, bytes: blank })),
      )
    },
  },
  {
    name: 'ten thousand parts',
    ends: ['zip-bomb'],
    make: () =>
      workbook(
        [{ name: 'S', xml: list }],
        Array.from({ length: 10_000 }, (_, at) => text(`xl/x/${at}`, '')),
      ),
  },
  {
    name: 'a part that says it is small and is not',
    ends: ['unreadable'],
    make: () => zip([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(9_000_000, 32), claims: 100 }]),
  },
  {
    name: 'entities that multiply, and one that names a file of ours',
    ends: ['read'],
    make: () =>
      workbook(
        [{ name: 'S', xml: declared + sheetOf(rowOf(heading) + rowOf([person[0] ?? '', '&j;&f;', person[2] ?? '', '&x;'])) }],
        [text('xl/sharedStrings.xml', `${declared}<sst><si><t>&j;</t></si></sst>`)],
      ),
  },
  {
    name: 'entities that multiply, in the other office suite',
    ends: ['read', 'unreadable', 'no-header'],
    make: () =>
      odsBomb(`${declared}<table:table-row><table:table-cell><text:p>&j;&f;</text:p></table:table-cell></table:table-row>`),
  },
  {
    name: 'seventeen thousand million cells in five lines',
    ends: ['unreadable', 'no-header', 'read'],
    make: () =>
      odsBomb(
        `<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`,
      ),
  },
  {
    name: 'rows that point to the last column',
    ends: ['no-header', 'read'],
    make: () =>
      workbook([
        {
          name: 'S',
          xml: sheetOf(
            Array.from(
              { length: 60_000 },
              (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>${at * 7919}</v></c></row>`,
            ).join(''),
          ),
        },
      ]),
  },
  {
    name: 'a row beyond the last',
    ends: ['unreadable'],
    make: () => workbook([{ name: 'S', xml: sheetOf(`${rowOf(heading)}<row r="1048577"><c><v>1</v></c></row>`) }]),
  },
  {
    name: 'the same row over and over, in sheets of one name',
    ends: ['read'],
    make: () => {
      const xml = sheetOf(rowOf(heading, ' r="1"') + rowOf(person, ' r="2"').repeat(3) + rowOf(person, ' r="1"'))
      return workbook([
        { name: 'S', xml },
        { name: 'S', xml },
      ])
    },
  },
  {
    name: 'a hundred thousand tabs on one sheet',
    ends: ['read'],
    make: () => {
      const tags = '<sheet name="S" sheetId="1" r:id="r1"/>'.repeat(100_000)
      return workbook([{ name: 'S', xml: list }], [text('xl/workbook.xml', `<workbook><sheets>${tags}</sheets></workbook>`)])
    },
  },
  {
    name: 'halves of characters and zero signs',
    ends: ['read'],
    make: () =>
      workbook([
        {
          name: 'S',
          xml: sheetOf(rowOf(heading) + rowOf(['51', '&#xD800;_xDFFF__x0000_ I KETUT \\u0000', '17-08-1985', '&#0;'])),
        },
      ]),
  },
  {
    name: 'merged cells over everything, twenty thousand times',
    ends: ['read'],
    make: () => {
      const merges = Array.from({ length: 20_000 }, (_, at) => `<mergeCell ref="A${(at % 90) + 1}:D1048576"/>`).join('')
      const rows = rowOf(heading) + rowOf(person).repeat(3000)
      return workbook([
        { name: 'S', xml: `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>` },
      ])
    },
  },
  {
    name: 'macros beside a list',
    ends: ['read'],
    make: () =>
      workbook(
        [{ name: 'S', xml: list }],
        [text('xl/vbaProject.bin', 'Attribute VB_Name = "Jahat"'), text('xl/externalLinks/externalLink1.xml', '<x/>')],
      ),
  },
  { name: 'a locked archive', ends: ['encrypted'], make: () => zip([text('xl/workbook.xml', 'x')], 1) },
  {
    name: 'a locked workbook',
    ends: ['encrypted'],
    make: () =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
  },
  {
    name: 'a programme called .xlsx',
    ends: ['wrong-type'],
    make: () => Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(5000)]),
  },
  { name: 'a web page called .csv', ends: ['wrong-type'], make: () => Buffer.from('<!doctype html><script>alert(1)</script>') },
  {
    name: 'a thousand columns',
    ends: ['read'],
    make: () =>
      csv([
        [...heading, ...Array.from({ length: 996 }, (_, at) => `K${at}`)],
        ...Array.from({ length: 2000 }, () => [...person, ...Array.from({ length: 996 }, () => 'x')]),
      ]),
  },
  { name: 'a line without end', ends: ['unreadable'], make: () => Buffer.from(`${heading.join(';')}\n${'x'.repeat(9_000_000)}`) },
  {
    name: 'a line of separators',
    ends: ['read', 'unreadable', 'no-header'],
    make: () => Buffer.from(`${heading.join(';')}\n${person.join(';')}\n${';'.repeat(3_900_000)}\n`),
  },
  {
    name: 'a million quotes',
    ends: ['read', 'unreadable', 'no-header'],
    make: () => Buffer.from(`${heading.join(';')}\n${person.join(';')}\n${'"'.repeat(3_900_001)}`),
  },
  {
    name: 'a quote that opens on every line',
    ends: ['read'],
    make: () => Buffer.from(`${heading.join(';')}\n${`"${person.join(';')}\n`.repeat(30_000)}`),
  },
  { name: 'a name as long as a book', ends: ['read'], make: () => csv([heading, person.with(1, 'I KETUT '.repeat(200_000))]) },
  {
    name: 'formulas in every cell',
    ends: ['read'],
    make: () =>
      csv([heading, ['=5103011708850001', '=HYPERLINK("http://x","y")', '+17-08-1985', '@SUM(A1)'], ['-1', '\tx', "'=1", '＝1']]),
  },
  {
    name: 'UTF-16 that ends in the middle of a sign',
    ends: ['read'],
    make: () => Buffer.from(`\ufeff${csv([heading, person]).toString()}`, 'utf16le').subarray(0, -1),
  },
  {
    name: 'UTF-8 with Windows bytes in it',
    ends: ['read'],
    make: () => Buffer.concat([csv([heading, person]), Buffer.from('\r\n51;Ni Luh D\xe9sa;17-08-1985;Petani', 'latin1')]),
  },
]

/** As many rows as a worksheet can have, in a workbook and as text: too large to be made for every test. */
export const giants: readonly Trap[] = [
  {
    name: '1,048,576 rows of text',
    ends: ['read'],
    make: () =>
      Buffer.from(
        `NIK;NAMA\n${Array.from({ length: 1_048_575 }, (_, at) => `51030117088${50_000 + (at % 49_999)};NAMA ${at}`).join('\n')}`,
      ),
  },
  {
    name: '1,048,576 rows of a workbook',
    ends: ['read'],
    make: () =>
      workbook([
        {
          name: 'S',
          xml: sheetOf(
            rowOf(['NIK', 'NAMA']) +
              Array.from(
                { length: 1_048_575 },
                (_, at) =>
                  `<row><c><v>51030117088${50_000 + (at % 49_999)}</v></c><c t="inlineStr"><is><t>N${at}</t></is></c></row>`,
              ).join(''),
          ),
        },
      ]),
  },
]
