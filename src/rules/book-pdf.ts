import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { type Day, formatDay } from '../../values/days.ts'
import type { Language, Wording } from '../../values/language.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { parameters, rules } from '../../rules/book.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Entry, Parameter } from '../../rules/kit/parameter.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { chartPoints, showValue } from '../../rules/kit/show.ts'
import { sources } from '../../rules/law/sources.ts'
import {
  amber,
  type Column,
  contentWidth,
  green,
  grey,
  headRow,
  keepTogether,
  line,
  margin,
  numberPages,
  openSheet,
  row,
  type Run,
  type Sheet,
} from './book-page.ts'
import { bookWords as words, conflictTexts, otherOf, tableRows, unmetOf } from './book-words.ts'

/** The document with the language that leads it. */
type Book = { sheet: Sheet; language: Language }

/** Writes the rule book as a PDF of A4 pages, led by one language with the other beside it; ends with the stream. */
export async function writeBookPdf(on: Day, into: Writable, language: Language = 'id'): Promise<void> {
  const sheet = openSheet(`${words.title[language]} UCOK`)
  const book = { sheet, language }
  sheet.pipe(into)
  printFront(book, on)
  for (const rule of rules) printRule(book, rule)
  sheet.addPage()
  printHeading(book, words.figures)
  for (const each of parameters) printParameter(book, each)
  sheet.addPage()
  printSources(book)
  numberPages(sheet, `${words.title[language]} UCOK · ${formatDay(on, language)}`)
  sheet.end()
  await finished(into)
}

function printFront(book: Book, on: Day): void {
  const { sheet, language } = book
  line(sheet, { text: words.title[language], size: 24, isBold: true })
  line(sheet, { text: words.title[otherOf(language)], size: 12, colour: grey }, 12)
  line(sheet, { text: `${words.printed[language]} ${formatDay(on, language)}. ${words.notAdvice[language]}`, size: 10 })
  line(sheet, { text: words.notAdvice[otherOf(language)], size: 9, colour: grey }, 20)
  line(sheet, { text: words.contents[language], size: 10, isBold: true }, 4)
  for (const { title } of [...rules, { title: words.figures }, { title: words.source }])
    row(sheet, halves, [[{ text: title[language], size: 9.5 }], [{ text: title[otherOf(language)], size: 8.5, colour: grey }]])
  sheet.addPage()
}

const halves: readonly Column[] = [
  { left: 0, width: 260 },
  { left: 272, width: contentWidth - 272 },
]

function printHeading({ sheet, language }: Book, title: Wording): void {
  keepTogether(sheet, 130)
  if (sheet.y > margin) sheet.y += 22
  line(sheet, { text: title[language], size: 14, colour: green, isBold: true })
  line(sheet, { text: title[otherOf(language)], size: 9, colour: grey }, 4)
}

const factColumns: readonly Column[] = [
  { left: 0, width: 112 },
  { left: 120, width: contentWidth - 120 },
]

const caseColumns: readonly Column[] = [
  { left: 0, width: 52 },
  { left: 60, width: 228 },
  { left: 300, width: contentWidth - 300 },
]

function printRule(book: Book, rule: Rule): void {
  const { sheet, language } = book
  printHeading(book, rule.title)
  for (const run of both(rule.description, language, 9.5)) line(sheet, run)
  sheet.y += 8
  headRow(sheet, factColumns, [`${words.facts[language]} (* ${words.required[language]})`, words.meaning[language]])
  for (const [name, fact] of Object.entries(rule.facts))
    row(sheet, factColumns, [[{ text: fact.required ? `${name} *` : name }], both(fact.meaning, language)])
  sheet.y += 10
  headRow(sheet, caseColumns, [words.day[language], words.cases[language], words.answer[language]])
  for (const each of rule.cases)
    row(sheet, caseColumns, [[{ text: each.on.toString() }], both(each.name, language), answerRuns(each, language)])
}

function answerRuns(each: Rule['cases'][number], language: Language): Run[] {
  if (each.granted) return [{ text: each.amount === null ? words.yes[language] : formatRupiah(each.amount), isBold: true }]
  return [
    { text: words.no[language], isBold: true },
    ...unmetOf(each.decide()).map((condition): Run => ({ text: `${words.unmet[language]}: ${condition[language]}`, size: 7.5 })),
  ]
}

const entryColumns: readonly Column[] = [
  { left: 0, width: 52 },
  { left: 60, width: 112 },
  { left: 184, width: 130 },
  { left: 326, width: contentWidth - 326 - 60 },
  { left: contentWidth - 52, width: 52 },
]

function printParameter(book: Book, of: Parameter): void {
  const { sheet, language } = book
  keepTogether(sheet, hasChart(of) ? 150 : 100)
  sheet.y += 12
  line(sheet, { text: of.title[language], size: 10, isBold: true })
  line(sheet, { text: of.title[otherOf(language)], size: 8, colour: grey }, 2)
  drawChart(sheet, of)
  headRow(
    sheet,
    entryColumns,
    [words.since, words.value, words.law, words.source, words.checked].map((each) => each[language]),
  )
  for (const entry of of.history) printEntry(book, of, entry)
  printTable(book, of.history[0]?.value)
}

function printEntry({ sheet, language }: Book, of: Parameter, entry: Entry<unknown>): void {
  const verdict: Run = entry.verified
    ? { text: (entry.sources ?? []).join(', ') }
    : { text: words.unverified[language], colour: amber, isBold: true }
  row(sheet, entryColumns, [
    [{ text: entry.from.toString() }],
    [{ text: showValue(of, entry.value, language), isBold: true }],
    [{ text: citationText(entry.law, language) }],
    [verdict],
    [{ text: entry.checkedOn.toString() }],
  ])
  const notes = [...(entry.note === undefined ? [] : [entry.note]), ...conflictTexts(entry.conflict)]
  if (notes.length === 0) return
  const noteColumns = [{ left: 60, width: contentWidth - 60 }]
  row(sheet, noteColumns, [notes.flatMap((note) => both(note, language, 8))])
}

const tableColumns: readonly Column[] = [
  { left: 60, width: 260 },
  { left: 330, width: 80, isNumber: true },
  { left: 420, width: 20 },
]

/** Bands and losses are printed in full under their history. */
function printTable({ sheet, language }: Book, value: unknown): void {
  const rows = tableRows(value, language)
  if (rows.length === 0) return
  row(sheet, [{ left: 60, width: contentWidth - 60 }], [[{ text: words.unreadRows[language], size: 7.5, colour: grey }]])
  for (const { cells, verified } of rows)
    row(sheet, tableColumns, [...cells.map((text): Run[] => [{ text, size: 8 }]), [{ text: verified ? '' : '?', colour: amber }]])
}

const sourceColumns: readonly Column[] = [
  { left: 0, width: 40 },
  { left: 48, width: contentWidth - 48 },
]

/** The numbers of sources stand in the tables; here is what they are. */
function printSources(book: Book): void {
  printHeading(book, words.source)
  for (const [id, title] of Object.entries(sources))
    row(book.sheet, sourceColumns, [[{ text: id, isBold: true }], [{ text: title }]])
}

/** A wording with the other language in grey under it, unless both say the same. */
function both(wording: Wording, language: Language, size = 8.5): Run[] {
  const [first, second] = [wording[language], wording[otherOf(language)]]
  return first === second
    ? [{ text: first, size }]
    : [
        { text: first, size },
        { text: second, size: size - 1, colour: grey },
      ]
}

/** One value has no history to draw. */
function hasChart(of: Parameter): boolean {
  return chartPoints(of).length > 1
}

/** A step line of the history, 2015 to 2028, with the years under it. */
function drawChart(sheet: Sheet, of: Parameter): void {
  if (!hasChart(of)) return
  const points = chartPoints(of)
  const [left, top, width, height] = [margin, sheet.y + 4, 200, 24]
  const most = Math.max(...points.map((point) => point.value), 1)
  const x = (from: string) => left + ((Number(from.slice(0, 4)) + Number(from.slice(5, 7)) / 12 - 2015) / 13) * width
  const y = (value: number) => top + height - (value / most) * height
  points.forEach((point, place) => {
    if (place === 0) sheet.moveTo(x(point.from), y(point.value))
    else sheet.lineTo(x(point.from), y(points[place - 1]?.value ?? 0)).lineTo(x(point.from), y(point.value))
  })
  sheet
    .lineTo(left + width, y(points.at(-1)?.value ?? 0))
    .lineWidth(1.2)
    .strokeColor(green)
    .stroke()
  sheet.font('Helvetica').fontSize(6.5).fillColor(grey)
  for (const year of ['2016', '2020', '2024', '2028'])
    sheet.text(year, x(`${year}-01`) - (year === '2028' ? 16 : 8), top + height + 3, { lineBreak: false })
  sheet.y = top + height + 14
}
