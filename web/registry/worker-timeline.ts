import { formatDay } from '../../values/days.ts'
import { actText } from '../text/acts.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import type { TimelineLine } from '../ui/record-page.tsx'
import type { Known, Step } from './worker-life.ts'

/** What happened to a worker, newest first: audit lines of the worker and of their cover, and when they were listed, matched and judged. */
export function useWorkerTimeline(): (known: Known) => TimelineLine[] {
  const text = useText(registryText)
  const nameOf = useActName()
  return ({ worker, answers, explanation, person }) => {
    const lines: TimelineLine[] = worker.history.map((line) => {
      const because = line.details['because']
      return {
        id: `${line.at} ${line.act}`,
        at: line.at,
        what: nameOf(line.act),
        who: line.actorName,
        ...(typeof because === 'string' && { detail: `"${because}"` }),
      }
    })
    const known = new Set(lines.map((line) => line.id))
    for (const line of person?.membership.history ?? []) {
      const id = `${line.at} ${line.act}`
      if (!known.has(id)) lines.push({ id, at: line.at, what: nameOf(line.act), who: line.by })
    }
    const listed = worker.sourceFile === null ? text.didListPlain : text.didList(worker.sourceFile)
    lines.push({ id: 'listed', at: worker.recordedAt, what: listed })
    if (worker.removedAt !== null) lines.push({ id: 'removed', at: worker.removedAt, what: text.didRemove })
    if (answers?.match) lines.push({ id: 'matched', at: answers.match.matchedAt, what: text.didMatch })
    if (explanation?.decided) {
      const { madeAt, isEligible } = explanation.decided
      lines.push({ id: 'judged', at: madeAt, what: text.didJudge(isEligible) })
    }
    return lines.sort((left, right) => Date.parse(right.at) - Date.parse(left.at))
  }
}

function useActName(): (act: string) => string {
  const text = useText(registryText)
  const names: Record<string, string> = {
    'registry.identity-shown': text.didShow,
    'membership.periods-opened': text.didOpenPeriods,
    'membership.period-opened': text.didOpenPeriod,
    'membership.period-ended': text.didEndPeriod,
    'membership.place-taken': text.didTakePlace,
    'membership.numbers-recorded': text.didRecordNumbers,
  }
  const acts: Readonly<Record<string, string>> = useText(actText)
  return (act) => names[act] ?? acts[act] ?? text.didSomething
}

/** The note under each step of the status line: the day, the place, the number of the decree. */
export function useStepNotes(): (known: Known) => Partial<Record<Step, string>> {
  const text = useText(registryText)
  const { language } = useLanguage()
  return ({ worker, answers, explanation, places, person }) => {
    const notes: Partial<Record<Step, string>> = { listed: formatDay(worker.recordedAt.slice(0, 10), language) }
    const asked = answers?.civil?.answeredOn
    if (answers?.match?.isDeceased) notes.matched = text.dead
    else if (answers?.match?.civil === 'unknown') notes.matched = text.unknown
    else if (asked !== undefined) notes.matched = formatDay(asked, language)
    if (explanation?.decided)
      notes.eligible = explanation.decided.isEligible ? formatDay(explanation.judgedOn, language) : text.ineligible
    const place = places?.[0]
    if (place !== undefined) notes.ranked = `${text.placeOf(place.position)}, ${place.code}`
    const named = places?.find((one) => one.decreeNumber !== null)
    if (named?.decreeNumber) notes.decreed = named.place === 'quota' ? named.decreeNumber : text.waitingList
    const period = person?.membership.periods[0]
    const clocks = person?.membership.clocks
    if (clocks?.isCovered && clocks.coveredSince !== null) notes.member = text.since(clocks.coveredSince)
    else if (period?.endReason) notes.member = text.until(period.lastDay)
    else if (period !== undefined) notes.member = text.from(period.firstDay)
    return notes
  }
}
