import { z } from 'zod'

const wording = z.object({ id: z.string(), en: z.string() })

/** One thing a request says of its record: its name for a person, and its value in one of the kinds we can show. */
export const fact = z.intersection(
  z.object({ label: wording }),
  z.union([
    z.object({ count: z.number() }),
    z.object({ rupiah: z.number() }),
    z.object({ day: z.string() }),
    z.object({ yes: z.boolean() }),
    z.object({ words: wording }),
    z.object({ text: z.string() }),
  ]),
)
export type Fact = z.output<typeof fact>

/** What a record says before or after, by the names of its fields: the same field in both is one line of the comparison. */
export const facts = z.record(z.string(), fact)
export type Facts = z.output<typeof facts>

/** One line of the comparison of old and new; `before` is null where the field is new, `after` where it goes. */
export type Change = { field: string; before: Fact | null; after: Fact | null; differs: boolean }

/** Puts old and new side by side, in the order of the new; what only the old had comes last. */
export function compareFacts(before: Facts, after: Facts): Change[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return fields.map((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null]
    return { field, before: old, after: now, differs: valueOf(old) !== valueOf(now) }
  })
}

function valueOf(one: Fact | null): string {
  if (one === null) return ''
  const { label: _label, ...value } = one
  return JSON.stringify(value)
}
