import { eligibilityGrounds } from '../../rules/eligibility/grounds.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Wording } from '../../values/language.ts'

const kinds = new Map(Object.values(eligibilityGrounds).map((kind) => [kind.id as string, kind.met]))

/** What a ground says and which law sets it, by its id; an id of an older release stands for itself. */
export function groundWords(id: string): { condition: Wording; law: Wording } {
  const ground = kinds.get(id)
  if (ground === undefined) return { condition: { id, en: id }, law: { id: '-', en: '-' } }
  return { condition: ground.condition, law: { id: citationText(ground.law, 'id'), en: citationText(ground.law, 'en') } }
}
