import { crc32, deflateRawSync } from 'node:zlib'

export type Part = { name: string; bytes: Buffer; /** What the table of contents says instead of the truth. */ claims?: number }

/** A zip archive made by hand, so that it can be wrong in ways no library writes. */
export function zip(parts: readonly Part[], flags = 0): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, claims } of parts) {
    const packed = deflateRawSync(bytes, { level: 6 })
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(claims ?? bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed])
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), shared, place, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Math.min(directory.length, 65_535), 8)
  end.writeUInt16LE(Math.min(directory.length, 65_535), 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** The parts of a workbook around sheets whose XML is given. */
export function workbook(sheets: readonly { name: string; xml: string }[], more: readonly Part[] = []): Buffer {
  const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) })
  const tags = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')
  const links = sheets.map(
    (_, at) => `<Relationship Id="r${at + 1}" Type="http://x/worksheet" Target="worksheets/s${at + 1}.xml"/>`,
  )
  const given = new Set(more.map(({ name }) => name))
  return zip([
    part('[Content_Types].xml', '<Types/>'),
    part(
      '_rels/.rels',
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    ...[
      part('xl/workbook.xml', `<workbook><sheets>${tags}</sheets></workbook>`),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships>${links.join('')}<Relationship Id="s" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
    ].filter(({ name }) => !given.has(name)),
    ...sheets.map(({ xml }, at) => part(`xl/worksheets/s${at + 1}.xml`, xml)),
    ...more,
  ])
}

export function sheetOf(rows: string): string {
  return `<worksheet><sheetData>${rows}</sheetData></worksheet>`
}

/** Cells of text as a worksheet writes them without shared strings. */
export function rowOf(cells: readonly string[], attributes = ''): string {
  return `<row${attributes}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
}
