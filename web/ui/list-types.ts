import type { ReactNode } from 'react'

/** One column of a list. Its `id` is also what the server sorts by. */
export type ListColumn<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** The least width in pixels; columns share what is left in proportion. */
  width: number
  align?: 'end'
  isSortable?: boolean
  /** Not shown until the reader chooses it. */
  isHiddenAtFirst?: boolean
  /** Where the column stands on a phone, where a row has two lines; without it the column is not shown there. */
  phone?: 'first' | 'second' | 'side'
}

/** One filter of the bar; its `name` is the name in the page's address and in the query of the endpoint. */
export type ListFilter =
  | { kind: 'search'; name: string; label: string }
  | { kind: 'choice'; name: string; label: string; options: readonly { value: string; label: string }[] }
  | { kind: 'month'; name: string; label: string }
  | { kind: 'day'; name: string; label: string }

/** Something done to all chosen rows at once; a button that cannot be used says why. */
export type BulkAct<Row> = { label: string; run: (rows: Row[]) => void; whyNot?: (rows: Row[]) => string | undefined }

/** The rows loaded so far, and how many match in all. */
export type ListValue<Row> = {
  rows: readonly Row[]
  count: number
  /** There are more than `count`: they were not counted to the last. */
  countIsLeast?: boolean
  hasMore?: boolean
  isLoadingMore?: boolean
}
