import type { Field } from '../columns/fields.ts'

/** How grave a finding is: the row goes back, an officer decides, or it is only worth knowing. */
export type Severity = 'refuse' | 'review' | 'note'

export type Verdict = 'accepted' | 'review' | 'refused'

/**
 * Every finding a row can get from its own cells. The NIK and the birth date decide who a person is: what is wrong with
 * them is `review` while a name and the other of the two still say who is meant, and `refuse` when they do not.
 */
export const findingCodes = {
  'nik-missing': 'review',
  'nik-length': 'review',
  'nik-precision-lost': 'review',
  'kk-in-nik': 'review',
  'nik-impossible': 'review',
  'birth-date-unreadable': 'review',
  'name-missing': 'refuse',
  'too-young': 'refuse',
  'too-old': 'refuse',
  'barred-occupation': 'refuse',
  'not-working': 'refuse',
  'occupation-unknown': 'note',
  'nik-repaired': 'note',
  'birth-date-differs-from-nik': 'note',
  'birth-date-from-nik': 'note',
  'birth-date-reordered': 'note',
  'sex-differs-from-nik': 'note',
  'sex-unreadable': 'note',
  'family-card-unreadable': 'note',
  'income-unreadable': 'note',
  'phone-unreadable': 'note',
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof findingCodes

/** One thing found in a row: in which field, how grave here, and the detail a sentence needs (a count, an age, a value). */
export type Finding = { readonly code: FindingCode; readonly severity: Severity; readonly field: Field; readonly detail?: string }

/** Findings that leave open who a person is. */
export const identityFindings: ReadonlySet<FindingCode> = new Set([
  'nik-missing',
  'nik-length',
  'nik-precision-lost',
  'kk-in-nik',
  'nik-impossible',
  'birth-date-unreadable',
])

/** The verdict of a row: that of its gravest finding. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  let verdict: Verdict = 'accepted'
  for (const { severity } of findings) {
    if (severity === 'refuse') return 'refused'
    if (severity === 'review') verdict = 'review'
  }
  return verdict
}
