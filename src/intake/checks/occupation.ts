import { classifyOccupation, type Occupation } from '../../../rules/eligibility/occupations.ts'

const known = new Map<string, Occupation>()
const mostKnown = 20_000

/** What a written occupation means; remembered per spelling, since a list repeats a few dozen thousands of times. */
export function occupationMeant(text: string): Occupation {
  const found = known.get(text)
  if (found !== undefined) return found
  const meant = classifyOccupation(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, meant)
  return meant
}
