import { type CheckedRow, type CheckTerms, rowChecker } from './checks/check-row.ts'
import { type ClerkColumns, findLayout, type Layout, layoutSample } from './columns/layout.ts'
import { type LineKind, lineReader } from './columns/lines.ts'
import { listRows } from './reading/read-list.ts'
import { type ListSource, ReadingRefused, type SheetRow, textOf } from './reading/rows.ts'

/** A line that is no person, kept so that a clerk can see what was left out. */
export type LeftOut = {
  readonly sheet: string
  readonly row: number
  readonly kind: Exclude<LineKind, 'person' | 'blank'>
  readonly text: string
}

/** What reading a list gives, in order: the layout of a sheet, then its people in batches, and what was left out. */
export type ListPart =
  | { readonly kind: 'layout'; readonly layout: Layout }
  | { readonly kind: 'people'; readonly rows: readonly CheckedRow[]; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'no-people'; readonly sheet: string }

export type ReadTerms = CheckTerms & {
  /** What a clerk said about the columns, by layout fingerprint, or for all sheets under `*`. */
  readonly clerk?: Readonly<Record<string, ClerkColumns>>
}

/**
 * Reads and checks a list in one pass and in constant memory. Throws `ReadingRefused` when the file cannot be read or
 * when no sheet of it holds people (`no-header`).
 */
export async function* readPeople(source: ListSource, terms: ReadTerms): AsyncGenerator<ListPart> {
  let before: Layout | undefined
  for await (const { first, rest } of sheetsOf(listRows(source))) {
    const layout = laidOut(first, terms, before)
    if (layout === undefined) {
      for await (const _ of rest()) continue
      yield { kind: 'no-people', sheet: first[0]?.sheet ?? '' }
      continue
    }
    before = layout
    yield { kind: 'layout', layout }
    const check = peopleReader(layout, terms)
    yield check(first)
    for await (const rows of rest()) yield check(rows)
  }
  if (before === undefined) throw new ReadingRefused({ reason: 'no-header' })
}

function laidOut(rows: readonly SheetRow[], terms: ReadTerms, before: Layout | undefined): Layout | undefined {
  const guessed = findLayout(rows, { before, clerk: terms.clerk?.['*'] })
  const said = guessed === undefined ? undefined : terms.clerk?.[guessed.fingerprint]
  return said === undefined ? guessed : findLayout(rows, { before, clerk: said })
}

function peopleReader(layout: Layout, terms: CheckTerms): (rows: readonly SheetRow[]) => ListPart {
  const lines = lineReader(layout)
  const check = rowChecker(layout, terms)
  const lastHeaderRow = layout.headerRows.at(-1) ?? 0
  return (rows) => {
    const people: CheckedRow[] = []
    const leftOut: LeftOut[] = []
    for (const row of rows) {
      if (row.row <= lastHeaderRow) continue
      const kind = lines.kindOf(row)
      if (kind === 'person') people.push(check(row))
      else if (kind !== 'blank')
        leftOut.push({
          sheet: row.sheet,
          row: row.row,
          kind,
          text: row.cells.map(textOf).filter(Boolean).join(' | ').slice(0, 200),
        })
    }
    return { kind: 'people', rows: people, leftOut }
  }
}

type SheetStream = { readonly first: readonly SheetRow[]; readonly rest: () => AsyncGenerator<readonly SheetRow[]> }

/** Cuts the stream of rows into sheets: enough rows of each to recognise it, and then the rest as it comes. */
async function* sheetsOf(batches: AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetStream> {
  let next = await batches.next()
  const enough = layoutSample + 60
  while (next.done !== true) {
    const sheet = next.value[0]?.sheet ?? ''
    const first: SheetRow[] = []
    const belongs = () => next.done !== true && (next.value[0]?.sheet ?? sheet) === sheet
    while (belongs() && first.length < enough) {
      first.push(...(next.value ?? []))
      next = await batches.next()
    }
    yield {
      first,
      async *rest() {
        while (belongs()) {
          const rows = next.value as SheetRow[]
          next = await batches.next()
          yield rows
        }
      },
    }
  }
}
