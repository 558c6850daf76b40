import type { Readable } from 'node:stream'
import { findDay, formatDay } from '../../values/days.ts'
import { contentWidth, green, grey, headRow, keepTogether, line, row, type Sheet } from '../rules/book-page.ts'
import { columnNames } from './held.ts'
import { momentText, type PaperHead, printPaper } from './paper.ts'
import type { LogLine } from './person-log.ts'
import type { Section, SubjectExport } from './subject-export.ts'
import { shortNameOf, type Subject } from './subject.ts'

const facts = [
  { left: 0, width: 150 },
  { left: 160, width: contentWidth - 160 },
]

const trail = [
  { left: 0, width: 104 },
  { left: 112, width: 190 },
  { left: 310, width: contentWidth - 310 },
]

/** Everything held about a person, on paper they can read; sections that hold nothing are named at the end. */
export function subjectPdf(head: PaperHead, held: SubjectExport, zone: string): Readable {
  return printPaper(head, 'Salinan seluruh data pribadi', (sheet) => {
    line(sheet, { text: shortNameOf(held.subject), size: 12, isBold: true }, 4)
    line(sheet, { text: lawOfCopy, size: 9, colour: grey }, 6)
    for (const section of held.sections.filter((one) => one.rows.length > 0)) writeSection(sheet, section, zone)
    heading(sheet, 'Kepada siapa data diberikan')
    headRow(sheet, trail, ['Waktu', 'Apa', 'Oleh'])
    for (const { at, what, byName } of held.recipients)
      row(sheet, trail, [[{ text: momentText(at, zone) }], [{ text: what.id }], [{ text: byName }]])
    if (held.recipients.length === 0) line(sheet, { text: 'Belum pernah diberikan dalam bentuk berkas.', colour: grey })
    const empty = held.sections.filter((one) => one.rows.length === 0).map((one) => one.title.id)
    heading(sheet, 'Tidak ada data pada')
    line(sheet, { text: empty.length === 0 ? 'Setiap bagian memuat data.' : `${empty.join('; ')}.`, colour: grey }, 10)
    line(sheet, { text: rightsOfPerson, size: 9 })
  })
}

/** Who looked at a person's data and what was done with them, on paper. */
export function personLogPdf(head: PaperHead, of: { subject: Subject; lines: readonly LogLine[] }, zone: string): Readable {
  return printPaper(head, 'Catatan akses dan pemrosesan data pribadi', (sheet) => {
    line(sheet, { text: shortNameOf(of.subject), size: 12, isBold: true }, 4)
    line(sheet, { text: lawOfLog, size: 9, colour: grey }, 8)
    writeTrail(sheet, of.lines, zone)
    sheet.y += 10
    line(sheet, { text: rightsOfPerson, size: 9 })
  })
}

const lawOfCopy =
  'Dibuat atas hak akses dan salinan data pribadi (UU 27/2022 Pasal 7 dan 32). Nilai ditulis seperti tersimpan; nama isian dalam bahasa Inggris dibiarkan bila belum ada padanannya.'
const lawOfLog =
  'Dibuat atas hak akses pada rekam jejak pemrosesan data pribadi (UU 27/2022 Pasal 32). Baris tidak dapat diubah atau dihapus.'
const rightsOfPerson =
  'Anda berhak meminta perbaikan data yang keliru (Pasal 6 dan 30), mengajukan keberatan (Pasal 10), dan meminta penghapusan sejauh undang-undang tidak mewajibkan penyimpanan (Pasal 8 dan 43). Sampaikan kepada kantor ini.'

function heading(sheet: Sheet, text: string): void {
  keepTogether(sheet, 70)
  sheet.y += 12
  line(sheet, { text, size: 11, colour: green, isBold: true }, 2)
}

function writeSection(sheet: Sheet, section: Section, zone: string): void {
  heading(sheet, section.rows.length === 1 ? section.title.id : `${section.title.id} (${section.rows.length})`)
  if (section.table === 'audit_line') return writeTrail(sheet, section.rows as unknown as LogLine[], zone)
  section.rows.forEach((held, place) => {
    if (place > 0) sheet.y += 6
    for (const [column, value] of Object.entries(held)) {
      const text = valueText(value, zone)
      if (text !== '' && !column.endsWith('_id') && column !== 'id' && column !== 'workerId')
        row(sheet, facts, [[{ text: columnNames[column]?.id ?? column.replaceAll('_', ' '), colour: grey }], [{ text }]])
    }
  })
}

function writeTrail(sheet: Sheet, lines: readonly LogLine[], zone: string): void {
  headRow(sheet, trail, ['Waktu', 'Apa', 'Oleh dan alasan'])
  for (const { at, what, ground, actorName } of lines)
    row(sheet, trail, [
      [{ text: momentText(at, zone) }],
      [{ text: what.id }],
      [{ text: actorName }, ...(ground === null ? [] : [{ text: ground.id, size: 7.5, colour: grey }])],
    ])
}

/** A stored value in words: nothing for what is not there, days as officials write them. */
function valueText(value: unknown, zone: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (Array.isArray(value))
    return value
      .map((one) => valueText(one, zone))
      .filter(Boolean)
      .join('; ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => [columnNames[name]?.id ?? name, valueText(one, zone)])
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${name}: ${text}`)
      .join(', ')
  const text = String(value)
  if (findDay(text) !== undefined) return formatDay(text, 'id')
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? momentText(text, zone) : text
}
