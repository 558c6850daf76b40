import type { ReactNode } from 'react'
import type { Wording } from '../../values/language.ts'

/** What went wrong, in words for the reader; the number lets an administrator find the request. */
export type ShownProblem = { title: Wording; why?: Wording; todo?: Wording; requestNumber?: string }

/** Where a page stands with what it shows. A page cannot be drawn without saying so. */
export type PageState<Value> =
  | { is: 'loading' }
  | { is: 'failed'; problem: ShownProblem; retry?: () => void }
  | { is: 'forbidden' }
  | { is: 'here'; value: Value }

/** What an empty page says: what would stand here, and the first thing to do. */
export type Empty = { title: string; what: string; action?: ReactNode }

/** The words no page may leave out: what an empty one says, and for whom a forbidden one is. */
export type PageWords = {
  title: string
  empty: Empty
  /** One sentence: which roles may see this page, and whom to ask. */
  forbidden: string
}
