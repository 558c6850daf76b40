import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import Pdf from 'pdfkit'
import { type Day, formatDay } from '../../values/days.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { parameters, rules } from '../../rules/book.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Entry, Parameter } from '../../rules/kit/parameter.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { chartPoints, showValue } from '../../rules/kit/show.ts'

type Document = InstanceType<typeof Pdf>

const margin = 56
const green = '#0b6b5d'
const grey = '#52626e'
const ink = '#1d2a33'

/** Writes the rule book as a PDF of A4 pages; ends with the stream. */
export async function writeBookPdf(on: Day, into: Writable): Promise<void> {
  const page = new Pdf({ size: 'A4', margin, info: { Title: 'Buku aturan UCOK' }, bufferPages: true })
  page.pipe(into)
  page.font('Helvetica-Bold').fontSize(24).fillColor(ink).text('Buku aturan')
  page.font('Helvetica').fontSize(12).fillColor(grey).text('Rule book')
  page
    .moveDown()
    .fontSize(10)
    .text(`Dicetak ${formatDay(on, 'id')}. Bukan nasihat hukum: BPJS Ketenagakerjaan yang memutuskan manfaat.`)
  page.text(`Printed on ${formatDay(on, 'en')}. Not legal advice: BPJS Ketenagakerjaan decides benefits.`)
  for (const rule of rules) printRule(page, rule)
  page.addPage()
  heading(page, 'Angka', 'Figures')
  for (const each of parameters) printParameter(page, each)
  numberPages(page)
  page.end()
  await finished(into)
}

function heading(page: Document, title: string, english: string): void {
  keepTogether(page, 90)
  page.moveDown(1.2).font('Helvetica-Bold').fontSize(14).fillColor(green).text(title)
  page.font('Helvetica').fontSize(9).fillColor(grey).text(english)
}

function printRule(page: Document, rule: Rule): void {
  heading(page, rule.title.id, rule.title.en)
  page.fontSize(9.5).fillColor(ink).text(rule.description.id).fillColor(grey).text(rule.description.en)
  const names = Object.entries(rule.facts).map(([name, fact]) => (fact.required ? `${name}*` : name))
  page
    .moveDown(0.3)
    .fontSize(8.5)
    .fillColor(ink)
    .text(`Fakta: ${names.join(', ')}`)
  page.moveDown(0.4)
  for (const each of rule.cases) {
    keepTogether(page, 26)
    const answer = answerText(each)
    page.fontSize(8.5).fillColor(ink).text(`${each.on.toString()}  ${each.name.id}: ${answer}`)
    page.fillColor(grey).fontSize(7.5).text(each.name.en, { indent: 12 })
  }
}

function answerText(each: Rule['cases'][number]): string {
  if (each.granted) return each.amount === null ? 'ya' : formatRupiah(each.amount)
  const unmet = each.decide().grounds.filter((ground) => !ground.met && ground.effect === 'required')
  return `tidak (belum terpenuhi: ${unmet.map((ground) => ground.condition.id).join('; ')})`
}

function printParameter(page: Document, of: Parameter): void {
  keepTogether(page, 70)
  page.moveDown(0.7).font('Helvetica-Bold').fontSize(10).fillColor(ink).text(of.title.id)
  page.font('Helvetica').fontSize(8).fillColor(grey).text(of.title.en)
  drawChart(page, of)
  for (const entry of of.history) printEntry(page, of, entry)
}

function printEntry(page: Document, of: Parameter, entry: Entry<unknown>): void {
  keepTogether(page, 24)
  const mark = entry.verified ? `sumber ${(entry.sources ?? []).join(', ')}` : 'BELUM DIVERIFIKASI / UNVERIFIED'
  const law = citationText(entry.law, 'id')
  page
    .fontSize(8.5)
    .fillColor(entry.verified ? ink : '#9a5b00')
    .text(
      `${entry.from.toString()}  ${showValue(of, entry.value, 'id')}  (${law}; ${mark}; diperiksa ${entry.checkedOn.toString()})`,
    )
  const { conflict } = entry
  if (entry.note !== undefined) page.fillColor(grey).text(entry.note.id, { indent: 12 })
  if (conflict === undefined) return
  conflict.readings.forEach(({ says }, place) => {
    page.fillColor(grey).text(`${place === conflict.chosen ? 'Dipakai' : 'Bacaan lain'}: ${says.id}`, { indent: 12 })
  })
  page.text(conflict.why.id, { indent: 12 })
}

/** A step line of the history, 2015 to 2028. */
function drawChart(page: Document, of: Parameter): void {
  const points = chartPoints(of)
  if (points.length < 2) return
  const [left, top, width, height] = [margin, page.y + 3, 200, 22]
  const most = Math.max(...points.map((point) => point.value), 1)
  const x = (from: string) => left + ((Number(from.slice(0, 4)) + Number(from.slice(5, 7)) / 12 - 2015) / 13) * width
  const y = (value: number) => top + height - (value / most) * height
  points.forEach((point, place) => {
    if (place === 0) page.moveTo(x(point.from), y(point.value))
    else page.lineTo(x(point.from), y(points[place - 1]?.value ?? 0)).lineTo(x(point.from), y(point.value))
  })
  page
    .lineTo(left + width, y(points.at(-1)?.value ?? 0))
    .lineWidth(1.2)
    .strokeColor(green)
    .stroke()
  page.y = top + height + 5
}

function keepTogether(page: Document, height: number): void {
  if (page.y + height > page.page.height - margin) page.addPage()
}

function numberPages(page: Document): void {
  const { count } = page.bufferedPageRange()
  for (let place = 0; place < count; place++) {
    page.switchToPage(place)
    page.page.margins.bottom = 0
    page.font('Helvetica').fontSize(8).fillColor(grey)
    page.text(`${place + 1} / ${count}`, margin, page.page.height - 36, {
      align: 'right',
      lineBreak: false,
      width: page.page.width - 2 * margin,
    })
  }
}
