import type { Day } from '../../values/days.ts'
import { maskNik } from '../../values/nik.ts'
import type { CheckedRow } from './checks/check-row.ts'
import { usualEntryAges } from './checks/check-row.ts'
import { letterOf, placeOfTable, rowOfBlock } from './columns/beside.ts'
import { findHeader } from './columns/header.ts'
import { type ClerkColumns, findLayout, guessColumns, type Layout } from './columns/layout.ts'
import { shapeOfSheet } from './columns/sheet-shape.ts'
import { findingNames } from './finding-wording.ts'
import { withoutNumbers } from './masking.ts'
import { layoutOf, readSheet, type ReadTerms, type SaidOfTable, sheetSample } from './read-people.ts'
import { listRows } from '../reading/read-list.ts'
import { type ListSource, ReadingRefused, type SheetRow, textOf } from '../reading/rows.ts'
import { sheetsOf } from '../reading/sheets.ts'

/** A table of a list as its columns were or would be recognised, with its first rows for choosing the heading. */
export type TableView = ReturnType<typeof describeTable>

/** Rows shown for choosing the heading. */
const rowsShown = 25

/** Sheets that are shown: a workbook of more is a workbook of something else. */
const mostSheets = 100

/**
 * The tables of a list as they are recognised, also the sheets in which nobody was recognised. `read` are the layouts by which the list was
 * read: a second table in a sheet is known from there. Reads the first rows of each sheet only; a file that cannot be read gives none.
 */
export async function describeTables(
  source: ListSource,
  terms: Pick<ReadTerms, 'said' | 'known'>,
  read: readonly Layout[],
): Promise<TableView[]> {
  const tables: TableView[] = []
  let before: Layout | undefined
  try {
    for await (const { first, rest } of sheetsOf(listRows(source, sheetSample), sheetSample)) {
      for await (const _ of rest()) continue
      const { take, blocks } = shapeOfSheet(first)
      const whole = first.map(take)
      const beside = blocks.map((block) => whole.map((row) => rowOfBlock(row, block)))
      for (const rows of blocks.length === 0 ? [whole] : beside) {
        const layout = layoutOf(rows, terms, before)
        before = layout ?? before
        const guess = layout ?? guessColumns(rows, findHeader(rows)?.rows ?? firstFilled(rows))
        tables.push(describeTable(rows, guess, layout !== undefined))
        const sheet = rows[0]?.sheet ?? ''
        for (const other of read.filter((each) => each.sheet === sheet).slice(1)) tables.push(describeTable([], other, true))
      }
      if (tables.length >= mostSheets) break
    }
  } catch (error) {
    if (!(error instanceof ReadingRefused)) throw error
  }
  return tables
}

/** A heading nobody knows is most often the first row in which something stands. */
function firstFilled(rows: readonly SheetRow[]): number[] {
  const first = rows.find(({ cells }) => cells.filter((cell) => textOf(cell).trim() !== '').length >= 2)
  return first === undefined ? [] : [first.row]
}

function describeTable(
  rows: readonly SheetRow[],
  layout: Pick<Layout, 'fingerprint' | 'columns' | 'headerRows' | 'remembered'> & { sheet?: string },
  isRead: boolean,
) {
  const sheet = layout.sheet ?? rows[0]?.sheet ?? ''
  const from = placeOfTable(sheet).block?.from ?? 0
  return {
    sheet,
    headerRows: [...layout.headerRows],
    fingerprint: layout.fingerprint,
    isRead,
    firstRows: rows.slice(0, rowsShown).map(({ row, cells }) => ({ row, text: lineOf(cells.map(textOf)) })),
    columns: layout.columns.map((column) => ({
      ...column,
      letter: letterOf(from + column.column),
      header: column.header.slice(0, 120),
      field: column.field ?? null,
      confidence: Math.round(column.confidence * 100) / 100,
      samples: column.samples.slice(0, 4).map((sample) => withoutNumbers(sample).slice(0, 60)),
    })),
    remembered: layout.remembered ?? null,
  }
}

function lineOf(texts: readonly string[]): string {
  return withoutNumbers(
    texts
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' | '),
  ).slice(0, 140)
}

export type PreviewAsked = { sheet: string; headerRows: readonly number[]; columns?: ClerkColumns | undefined }

/** People that are shown. */
const peopleShown = 10

/** How a table would be read by the heading and columns given: ten of its people with what would be found in them, and counts of its first rows. */
export async function previewTable(source: ListSource, asked: PreviewAsked, on: Day) {
  const rows = await rowsFrom(source, asked.sheet, asked.headerRows[0] ?? 1)
  const said: SaidOfTable = { sheet: asked.sheet, headerRows: asked.headerRows, columns: asked.columns ?? {} }
  const layout = rows.length === 0 ? undefined : findLayout(rows, { said })
  const people: CheckedRow[] = []
  let leftOut = 0
  if (layout !== undefined) {
    const terms = { on, ...usualEntryAges, said: [said] }
    for await (const part of readSheet({ first: rows, rest: nothing }, layout, terms)) {
      if (part.kind !== 'people') continue
      people.push(...part.rows)
      leftOut += part.leftOut.length
    }
  }
  const count = (verdict: CheckedRow['verdict']) => people.filter((person) => person.verdict === verdict).length
  return {
    table: { ...describeTable(rows, layout ?? guessColumns(rows, asked.headerRows), layout !== undefined), sheet: asked.sheet },
    people: people.slice(0, peopleShown).map(describePerson),
    counts: { people: people.length, accepted: count('accepted'), review: count('review'), refused: count('refused'), leftOut },
  }
}

async function* nothing(): AsyncGenerator<readonly SheetRow[]> {}

/** Enough rows of one sheet, from a given one on, or from its first where the heading stands near the top. */
async function rowsFrom(source: ListSource, table: string, headerRow: number): Promise<SheetRow[]> {
  const { sheet, block } = placeOfTable(table)
  const from = headerRow <= sheetSample ? 1 : headerRow
  const found: SheetRow[] = []
  for await (const batch of listRows(source, from + sheetSample)) {
    for (const row of batch) if (row.sheet === sheet && row.row >= from && found.length < sheetSample) found.push(row)
    if (found.length >= sheetSample) break
  }
  const rows = found.map(shapeOfSheet(found).take)
  return block === undefined ? rows : rows.map((row) => rowOfBlock(row, block))
}

function describePerson(person: CheckedRow) {
  return {
    row: person.row,
    nik: maskNik(person.nik || person.nikWritten),
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    motherName: person.motherName,
    address: [person.address, person.hamlet].filter(Boolean).join(', '),
    occupation: person.occupation,
    verdict: person.verdict,
    findings: person.findings.map(({ code, severity }) => ({ name: findingNames[code], severity })),
  }
}
