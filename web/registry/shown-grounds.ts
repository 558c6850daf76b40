import type { explainWorker } from '../../src/eligibility/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useText, useWording } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import type { ShownGround } from '../ui/grounds.tsx'

type Explanation = AnswerOf<typeof explainWorker>

/** The grounds of an explanation as the list of grounds shows them. */
export function useShownGrounds(): (explanation: Explanation) => ShownGround[] {
  const text = useText(registryText)
  const word = useWording()
  return ({ grounds }) =>
    grounds.map((ground) => {
      const found = [ground.detail && word(ground.detail), !ground.met && !ground.blocks && text.doesNotBlock]
      return {
        isMet: ground.known ? ground.met : undefined,
        says: word(ground.condition),
        found: found.filter(Boolean).join('. '),
        source: { name: word(ground.law) },
      }
    })
}
