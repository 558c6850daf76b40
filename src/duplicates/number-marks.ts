import { differingLetters, type Stretch } from '../../values/differing.ts'

/** Two numbers beside each other: what they share is hidden as in every list, the few digits in which they differ stand there. */
export type MarkedNumbers = { left: Stretch[]; right: Stretch[] }

/** So many hidden digits may be shown to tell two numbers apart; where more differ, only their places are marked. */
const mostShown = 4

/**
 * Shows how two NIKs, family cards or telephone numbers differ without giving either away: the beginning (of a NIK or family card) and
 * the last four digits as masked numbers show them, between them only what differs.
 */
export function markNumbers(left: string | null, right: string | null): MarkedNumbers {
  const marked =
    left?.length === right?.length ? differingPlaces(left ?? '', right ?? '') : differingLetters(left ?? '', right ?? '')
  const hidden = Math.max(hiddenDiffering(marked.left), hiddenDiffering(marked.right))
  const shows = left !== null && right !== null && hidden <= mostShown
  return { left: masked(marked.left, shows), right: masked(marked.right, shows) }
}

/** Numbers of one length are compared place by place: their digits have fixed meanings. */
function differingPlaces(left: string, right: string): MarkedNumbers {
  const marked = (own: string, other: string) => [...own].map((text, at) => ({ text, differs: text !== other.charAt(at) }))
  return { left: marked(left, right), right: marked(right, left) }
}

function hiddenDiffering(stretches: readonly Stretch[]): number {
  const places = placesOf(stretches)
  return places.filter(({ differs }, at) => differs && isHidden(at, places.length)).length
}

function masked(stretches: readonly Stretch[], showsDiffering: boolean): Stretch[] {
  const places = placesOf(stretches)
  const found: Stretch[] = []
  places.forEach(({ sign, differs }, at) => {
    const shown = isHidden(at, places.length) && !(differs && showsDiffering) ? '*' : sign
    const last = found.at(-1)
    if (last !== undefined && last.differs === differs) last.text += shown
    else found.push({ text: shown, differs })
  })
  return found
}

const placesOf = (stretches: readonly Stretch[]) =>
  stretches.flatMap(({ text, differs }) => [...text].map((sign) => ({ sign, differs })))

/** A NIK or family card shows its area and its last four digits, a telephone number its last four. */
const isHidden = (at: number, length: number) => at < length - 4 && !(length >= 15 && at < 6)
