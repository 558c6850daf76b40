import type { explainWorker } from '../../src/eligibility/api.ts'
import type { readWorkerAnswers } from '../../src/matching/api.ts'
import type { readPerson } from '../../src/contributions/books-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import type { readWorkerPlaces } from '../../src/programmes/api.ts'
import type { readWorker } from '../../src/registry/api.ts'
import type { LifeStep } from '../ui/record-page.tsx'

/** What is known of a worker, as far as it has been loaded. */
export type Known = {
  worker: AnswerOf<typeof readWorker>
  answers: AnswerOf<typeof readWorkerAnswers> | undefined
  explanation: AnswerOf<typeof explainWorker> | undefined
  places: AnswerOf<typeof readWorkerPlaces>['places'] | undefined
  person: AnswerOf<typeof readPerson> | undefined
}

/** The steps of a worker's life in the programme. */
export type Step = 'listed' | 'matched' | 'eligible' | 'ranked' | 'decreed' | 'member'

/** Where each step stands; a step nobody has taken yet is open. */
type Found = { step: Step; is: 'done' | 'stopped' | 'open' }

/** The status line: what is done, what stopped it, and which step is now. */
export function lifeOf(known: Known): { step: Step; stands: LifeStep['stands'] }[] {
  const found: Found[] = [
    { step: 'listed', is: known.worker.removedAt === null ? 'done' : 'stopped' },
    { step: 'matched', is: matched(known.answers) },
    { step: 'eligible', is: judged(known.explanation) },
    { step: 'ranked', is: known.places?.length ? 'done' : 'open' },
    { step: 'decreed', is: decreed(known.places) },
    { step: 'member', is: member(known.person) },
  ]
  const wayEnds = found.findIndex(({ is }) => is === 'stopped')
  const next = found.findIndex(({ is }) => is === 'open')
  const isNow = (place: number) => place === next && (wayEnds === -1 || wayEnds > place)
  return found.map(({ step, is }, place) => ({ step, stands: is === 'open' ? (isNow(place) ? 'now' : 'later') : is }))
}

function matched(answers: Known['answers']): Found['is'] {
  if (!answers?.match || answers.match.civil === 'not-asked') return 'open'
  return answers.match.isDeceased || answers.match.civil === 'unknown' ? 'stopped' : 'done'
}

function judged(explanation: Known['explanation']): Found['is'] {
  if (!explanation?.decided) return 'open'
  return explanation.decided.isEligible ? 'done' : 'stopped'
}

function decreed(places: Known['places']): Found['is'] {
  const named = (places ?? []).filter((place) => place.decreeNumber !== null)
  if (named.some((place) => place.place === 'quota')) return 'done'
  return named.length > 0 ? 'stopped' : 'open'
}

function member(person: Known['person']): Found['is'] {
  if (!person || person.membership.periods.length === 0) return 'open'
  return person.membership.clocks.isCovered || person.membership.periods.some((period) => period.endReason === null)
    ? 'done'
    : 'stopped'
}
