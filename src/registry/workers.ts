/** What the registers say of a worker, as officials ask for it; `clear` is that nothing stands out. */
export const standings = [
  'clear',
  'deceased',
  'covered',
  'unknown',
  'name-differs',
  'birth-date-differs',
  'no-decile',
  'not-asked',
] as const
export type Standing = (typeof standings)[number]

/** How a worker came out of an eligibility run; `unjudged` is that the run did not see them. */
export const eligibilities = ['eligible', 'ineligible', 'unjudged'] as const
export type Eligibility = (typeof eligibilities)[number]

/** The orders a list can stand in; a leading `-` turns one round. */
export const workerOrders = ['name', 'village', 'birth-date', 'id'] as const
export type WorkerOrder = (typeof workerOrders)[number]

/** Which workers a list holds. Absent means any. */
export type WorkerFilter = {
  /** Part of a name, a NIK or its beginning, or a masked NIK (`510301******0001`). */
  text?: string | undefined
  village?: string | undefined
  district?: string | undefined
  standing?: Standing | undefined
  /** The segment by which somebody is insured already. */
  coveredBy?: string | undefined
  decile?: number | undefined
  eligibility?: Eligibility | undefined
  /** The id of a ground of eligibility that is not met. */
  ground?: string | undefined
  /** The id of a ground of eligibility that nobody could answer. */
  openGround?: string | undefined
  /** The eligibility run asked about; absent is the newest. */
  run?: string | undefined
}

/** What a search text looks for: parts of a name, or a stretch of NIK from `from` to `to` that ends in `tail`. */
export type SearchTerms =
  { kind: 'name'; patterns: string[] } | { kind: 'nik'; from: string; to: string; tail: string } | { kind: 'nothing' }

/** Reads a search text. Digits (with mask, dots or spaces) are a NIK, all else parts of a name, the longest first. */
export function readSearch(text: string): SearchTerms {
  const bare = text.trim()
  if (bare === '') return { kind: 'nothing' }
  if (/^[\d*.\s-]+$/.test(bare)) return readNikSearch(bare.replace(/[.\s-]/g, ''))
  const words = bare.split(/\s+/).slice(0, 8)
  const patterns = words.map((word) => `%${word.replace(/[%_\\]/g, '\\$&')}%`)
  return { kind: 'name', patterns: patterns.sort((left, right) => right.length - left.length) }
}

function readNikSearch(text: string): SearchTerms {
  const [head = '', ...rest] = text.split(/\*+/)
  const tail = rest.join('')
  const digits = head.slice(0, 16)
  return { kind: 'nik', from: digits.padEnd(16, '0'), to: digits.padEnd(16, '9'), tail: tail.slice(-4) }
}
