import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { previewColumns, type readColumns } from '../../src/intake/columns-api.ts'
import type { AnswerOf, InputOf } from '../../src/platform/endpoint.ts'
import { call } from '../app/call.ts'

export type ColumnsOfList = AnswerOf<typeof readColumns>
export type ListTable = ColumnsOfList['tables'][number]
export type ListColumn = ListTable['columns'][number]
export type FieldName = ColumnsOfList['fields'][number]['field']
export type Preview = AnswerOf<typeof previewColumns>
type Said = NonNullable<InputOf<typeof previewColumns>['body']['columns']>

/** What the clerk chose for one table: the rows of its heading, and a field for each column; no columns yet while the heading was just changed. */
export type TableChoice = { headerRows: number[]; columns: (FieldName | null)[] | undefined }

/** What the clerk chose so far, table by table; a table nobody touched is as it was recognised. */
export function useTableChoices(tables: readonly ListTable[]) {
  const [choices, setChoices] = useState<Record<number, TableChoice>>({})
  const choiceOf = (place: number): TableChoice => choices[place] ?? recognised(tables[place])
  return {
    choiceOf,
    isTouched: (place: number) => choices[place] !== undefined,
    choose: (place: number, choice: TableChoice) => setChoices({ ...choices, [place]: choice }),
  }
}

function recognised(table: ListTable | undefined): TableChoice {
  return { headerRows: table?.headerRows ?? [], columns: table?.columns.map(({ field }) => field) ?? [] }
}

/** The choice with one column named anew; a column that held that field before is left out, since a field stands in one column. */
export function withField(columns: readonly (FieldName | null)[], at: number, field: FieldName | null): (FieldName | null)[] {
  return columns.map((held, place) => (place === at ? field : held === field ? null : held))
}

/** Columns as the server takes them. */
export function saidOf(columns: readonly (FieldName | null)[]): Said {
  return Object.fromEntries(columns.map((field, place) => [String(place), field]))
}

/** The people a choice would give; while a new one is worked out, those of the choice before. */
export function usePreview(input: InputOf<typeof previewColumns>, isAsked: boolean) {
  return useQuery({
    queryKey: [previewColumns.path, input],
    queryFn: () => call(previewColumns, input),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
}
