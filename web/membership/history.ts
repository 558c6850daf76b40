import { endReasonNames, type EndReason } from '../../src/membership/reasons-api.ts'
import { formatDay } from '../../values/days.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import type { TimelineLine } from '../ui/record-page.tsx'
import type { Person } from './person.ts'

type History = Person['membership']['history']

/** Puts audit lines about a person's cover into words. */
export function useTimeline(): (history: History) => TimelineLine[] {
  const text = useText(membershipText)
  const { language } = useLanguage()
  const word = useWording()
  const detailOf = ({ act, details }: History[number]): string => {
    if (act === 'membership.period-ended') {
      const reason = endReasonNames[details['reason'] as EndReason]
      return `${word(reason)}, ${text.until(formatDay(String(details['lastDay']), language))}`
    }
    if (act === 'membership.periods-opened') return text.decreeOf(String(details['number']), Number(details['opened']))
    if (act === 'membership.period-opened' || act === 'membership.place-taken') {
      return text.from(formatDay(String(details['firstDay']), language))
    }
    return ''
  }
  const words: Record<string, string> = {
    'membership.periods-opened': text.actOpenedAll,
    'membership.period-opened': text.actOpened,
    'membership.period-ended': text.actEnded,
    'membership.place-taken': text.actPlaceTaken,
    'membership.numbers-recorded': text.actNumbers,
  }
  return (history) =>
    history.map((line) => ({
      id: String(line.id),
      at: line.at,
      what: words[line.act] ?? line.act,
      who: line.by,
      detail: detailOf(line),
    }))
}
