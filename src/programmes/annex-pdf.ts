import { once } from 'node:events'
import PdfDocument from 'pdfkit'
import { encodeQR } from 'qr'
import { formatDay } from '../../values/days.ts'
import { formatMonth } from '../../values/months.ts'
import { formatCount } from '../../values/numbers.ts'
import { type AnnexHead, type AnnexLine, nikFor } from './annex-head.ts'

type Column = { title: string; width: number; isRight?: boolean; text: (line: AnnexLine) => string }

/** Points of A4 landscape and of what stands on it. */
const page = { width: 841.89, height: 595.28, margin: 36, rowHeight: 14, fontSize: 8 }
const bottom = page.height - page.margin - 18
const firstTableTop = 168
const laterTableTop = 62

/**
 * Writes the annex as PDF: A4 landscape, letterhead and QR on the first page, "halaman n dari m" on each. Black lines on white only, so that it
 * copies well. Pages are given away as they fill, so that 35,000 people need no more memory than one page.
 */
export async function* annexPdf(head: AnnexHead, batches: AsyncIterable<readonly AnnexLine[]>): AsyncGenerator<Uint8Array> {
  const doc = new PdfDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    info: infoOf(head),
    lang: 'id',
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
  const table = new TablePages(doc, head)
  for await (const lines of batches) {
    for (const line of lines) table.add(line)
    yield* chunks.splice(0)
  }
  if (head.decree.people > 0) table.close()
  const ended = once(doc, 'end')
  doc.end()
  await ended
  yield* chunks.splice(0)
}

function infoOf({ programme, decree, release }: AnnexHead) {
  return {
    Title: `Lampiran Keputusan ${decree.number}: ${programme.name}`,
    Creator: `UCOK ${release}`,
    Producer: `UCOK ${release}`,
  }
}

/** How many pages a list of people fills. */
export function pagesOf(people: number): number {
  const onFirst = rowsBetween(firstTableTop)
  return people <= onFirst ? 1 : 1 + Math.ceil((people - onFirst) / rowsBetween(laterTableTop))
}

function rowsBetween(top: number): number {
  return Math.floor((bottom - top - page.rowHeight) / page.rowHeight)
}

/** The pages of the table as they are being filled: which page, and where on it the next row goes. */
class TablePages {
  readonly #doc: PDFKit.PDFDocument
  readonly #head: AnnexHead
  readonly #columns: readonly Column[]
  readonly #pages: number
  #page = 0
  #y = bottom
  #rules: number[] = []

  constructor(doc: PDFKit.PDFDocument, head: AnnexHead) {
    this.#doc = doc
    this.#head = head
    this.#columns = columnsOf(head)
    this.#pages = pagesOf(head.decree.people)
  }

  add(line: AnnexLine): void {
    if (this.#y + page.rowHeight > bottom) this.#turn()
    let x = page.margin
    for (const column of this.#columns) {
      write(this.#doc, column.text(line), { x, y: this.#y + 4, width: column.width, isRight: column.isRight ?? false })
      x += column.width
    }
    this.#y += page.rowHeight
    this.#rules.push(this.#y)
  }

  /** Draws the lines under the rows of the page: in one path after the texts, because PDF allows no text within a path. */
  close(): void {
    for (const y of this.#rules.splice(0)) this.#doc.moveTo(page.margin, y).lineTo(page.width - page.margin, y)
    this.#doc.lineWidth(0.25).stroke()
  }

  #turn(): void {
    if (this.#page > 0) this.close()
    this.#doc.addPage()
    this.#page += 1
    if (this.#page === 1) writeLetterhead(this.#doc, this.#head)
    else writeRunningHead(this.#doc, this.#head)
    writeFoot(this.#doc, this.#head, this.#page, this.#pages)
    this.#y = this.#page === 1 ? firstTableTop : laterTableTop
    this.#writeTitles()
  }

  #writeTitles(): void {
    const doc = this.#doc
    doc.font('Helvetica-Bold').fontSize(page.fontSize)
    let x = page.margin
    for (const column of this.#columns) {
      write(doc, column.title, { x, y: this.#y + 4, width: column.width, isRight: column.isRight ?? false })
      x += column.width
    }
    doc
      .moveTo(page.margin, this.#y)
      .lineTo(page.width - page.margin, this.#y)
      .lineWidth(0.8)
      .stroke()
    this.#y += page.rowHeight
    doc
      .moveTo(page.margin, this.#y)
      .lineTo(page.width - page.margin, this.#y)
      .lineWidth(0.8)
      .stroke()
    doc.font('Helvetica').fontSize(page.fontSize)
  }
}

function columnsOf({ variant }: AnnexHead): Column[] {
  return [
    { title: 'No.', width: 40, isRight: true, text: (line) => formatCount(line.position, 'id') },
    { title: 'NIK', width: 92, text: (line) => nikFor(variant, line.nik) },
    { title: 'Nama', width: 180, text: (line) => line.fullName },
    { title: 'Tanggal lahir', width: 62, text: (line) => line.birthDate.split('-').toReversed().join('-') },
    { title: 'L/P', width: 26, text: (line) => line.sex ?? '-' },
    { title: 'Pekerjaan', width: 130, text: (line) => line.occupation ?? '-' },
    { title: 'Desa/Kelurahan', width: 110, text: (line) => line.villageName },
    { title: 'Kecamatan', width: 92, text: (line) => line.districtName },
    { title: 'Desil', width: 37, isRight: true, text: (line) => (line.decile === null ? '-' : String(line.decile)) },
  ]
}

type Box = { x: number; y: number; width: number; isRight?: boolean }

/** Widest letter of the face, as a share of the font size: a text shorter than this never needs measuring. */
const widestLetter = 0.95
const padding = 4

/** Writes a text on one line of a cell; one too long ends in dots. */
function write(doc: PDFKit.PDFDocument, text: string, box: Box): void {
  const room = box.width - 2 * padding
  const latin = inLatin(text)
  const shown = latin.length * page.fontSize * widestLetter <= room ? latin : fitted(doc, latin, room)
  const x = box.isRight ? box.x + box.width - padding - doc.widthOfString(shown) : box.x + padding
  doc.text(shown, x, box.y, { lineBreak: false })
}

function fitted(doc: PDFKit.PDFDocument, text: string, room: number): string {
  if (doc.widthOfString(text) <= room) return text
  let length = text.length
  while (length > 1 && doc.widthOfString(`${text.slice(0, length)}…`) > room) length -= 1
  return `${text.slice(0, length)}…`
}

/** The faces every reader has know Latin letters only; any other sign is shown as a question mark rather than as a wrong one. */
function inLatin(text: string): string {
  return text.normalize('NFC').replace(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201d\u2026]/gu, '?')
}

function writeLetterhead(doc: PDFKit.PDFDocument, head: AnnexHead): void {
  const { decree } = head
  const { margin } = page
  const room = page.width - 2 * margin - 110
  const say = (text: string, y: number) => doc.text(fitted(doc, inLatin(text), room), margin, margin + y, { lineBreak: false })
  doc.font('Helvetica-Bold').fontSize(14)
  say(`Pemerintah ${head.regionName}`, 0)
  doc.font('Helvetica').fontSize(11)
  say(head.office, 18)
  doc
    .moveTo(margin, margin + 36)
    .lineTo(margin + room, margin + 36)
    .lineWidth(1.2)
    .stroke()
  doc.font('Helvetica-Bold').fontSize(11)
  say(`Lampiran Keputusan Nomor ${decree.number}`, 46)
  doc.font('Helvetica').fontSize(9)
  particularsOf(head).forEach((line, index) => say(line, 64 + index * 13))
  drawCode(doc, head.address, { x: page.width - margin - 84, y: margin, size: 84 })
  const scan = 'Pindai untuk melihat catatannya'
  doc.fontSize(6)
  doc.text(scan, page.width - margin - 42 - doc.widthOfString(scan) / 2, margin + 88, { lineBreak: false })
}

function particularsOf({ programme, decree }: AnnexHead): string[] {
  const window = `${formatMonth(programme.firstMonth, 'id')} sampai ${formatMonth(programme.lastMonth, 'id')}`
  const bought = programme.package === 'JKK_JKM' ? 'JKK dan JKM' : 'JKK, JKM, dan JHT'
  const waiting = `; ${formatCount(decree.waiting, 'id')} orang pada daftar tunggu tidak termasuk lampiran ini`
  return [
    `Tanggal ${formatDay(decree.decidedOn, 'id')}`,
    `${programme.name} (${programme.code}), ${window}, ${bought}`,
    `${formatCount(decree.people, 'id')} penerima dalam kuota${decree.waiting === 0 ? '' : waiting}`,
    ...(programme.legalBasis ? [`Dasar: ${programme.legalBasis}`] : []),
  ]
}

function writeRunningHead(doc: PDFKit.PDFDocument, { programme, decree }: AnnexHead): void {
  const text = `Lampiran Keputusan Nomor ${decree.number}, ${programme.name}`
  doc.font('Helvetica').fontSize(page.fontSize).text(inLatin(text), page.margin, page.margin, { lineBreak: false })
}

function writeFoot(doc: PDFKit.PDFDocument, head: AnnexHead, number: number, pages: number): void {
  const y = page.height - page.margin - 6
  const kind =
    head.variant === 'official' ? 'Dokumen dinas, memuat data pribadi: jangan dipublikasikan.' : 'NIK disamarkan (UU 27/2022).'
  const made = `Dibuat ${formatDay(head.madeOn, 'id')} oleh ${head.madeBy}, UCOK ${head.release}. ${kind} Sidik ${head.decree.listSha256.slice(0, 16)}`
  doc.font('Helvetica').fontSize(7).text(inLatin(made), page.margin, y, { lineBreak: false })
  const of = `Halaman ${formatCount(number, 'id')} dari ${formatCount(pages, 'id')}`
  doc.text(of, page.width - page.margin - doc.widthOfString(of), y, { lineBreak: false })
}

/** Draws a QR as black squares, run by run, so that it stays sharp on any printer. */
function drawCode(doc: PDFKit.PDFDocument, text: string, place: { x: number; y: number; size: number }): void {
  const cells = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
  const size = place.size / cells.length
  cells.forEach((row, down) => {
    row.forEach((isBlack, across) => {
      if (isBlack) doc.rect(place.x + across * size, place.y + down * size, size, size)
    })
  })
  doc.fill('black')
}
