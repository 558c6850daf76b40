import { type Meetings, meetingKinds, reasonsOf } from './meetings.ts'
import type { LinkageModel } from './model.ts'
import { likelihoodOf } from './thresholds.ts'

/** Puts newcomers together who are at least probably one person. Answers for an id the lowest id of its person; nothing for who stands alone. */
export function groupNewcomers(meetings: Meetings, model: LinkageModel): (newcomer: number) => number | undefined {
  const parents = new Map<number, number>()
  const rootOf = (id: number): number => {
    let root = id
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent
    return root
  }
  const reasons = reasonsOf(meetings, model)
  const duplicate = meetingKinds.indexOf('duplicate')
  meetings.newcomers.forEach((newcomer, at) => {
    if (meetings.kinds[at] !== duplicate) return
    const nik = reasons(at).find(({ field }) => field === 'nik')
    if (likelihoodOf(meetings.probabilities[at] ?? 0, nik?.level) === 'possible') return
    const [one, other] = [rootOf(newcomer), rootOf(meetings.others[at] ?? newcomer)]
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    parents.set(low, low).set(high, low)
  })
  return (id) => (parents.has(id) ? rootOf(id) : undefined)
}
