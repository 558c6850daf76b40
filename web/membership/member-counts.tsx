import { readCounts } from '../../src/membership/api.ts'
import { type EndReason, endReasonNames } from '../../src/membership/reasons-api.ts'
import { useAnswer } from '../app/load.ts'
import { useText, useWording } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { Count } from '../ui/amounts.tsx'
import { Figure, Figures } from '../ui/figure.tsx'

/** How many members stand how: of one programme, or of all together. */
export function MemberCounts({ programmeId }: { programmeId: string | undefined }) {
  const text = useText(membershipText)
  const word = useWording()
  const counted = useAnswer(readCounts).data?.programmes ?? []
  const programmes = counted.filter((each) => programmeId === undefined || each.programmeId === programmeId)
  if (programmes.length === 0) return null
  const sum = (key: 'quota' | 'upcoming' | 'active' | 'lapsing' | 'ended') =>
    programmes.reduce((total, each) => total + each[key], 0)
  const [commonest] = sumReasons(programmes)
  return (
    <Figures>
      <Figure
        label={text.active}
        value={<Count of={sum('active') + sum('lapsing')} />}
        definition={text.activeMeans}
        note={programmes.length === 1 ? text.ofPlaces(sum('quota')) : undefined}
      />
      <Figure label={text.lapsing} value={<Count of={sum('lapsing')} />} definition={text.lapsingMeans} />
      <Figure label={text.upcoming} value={<Count of={sum('upcoming')} />} />
      <Figure
        label={text.ended}
        value={<Count of={sum('ended')} />}
        note={commonest && text.endedMost(word(endReasonNames[commonest.reason]).toLowerCase(), commonest.count)}
      />
    </Figures>
  )
}

type Reasons = { reasons: Partial<Record<EndReason, number>> }

/** The reasons for which covers ended early, commonest first. */
function sumReasons(programmes: readonly Reasons[]): { reason: EndReason; count: number }[] {
  const sums = new Map<EndReason, number>()
  for (const { reasons } of programmes) {
    for (const [reason, count] of Object.entries(reasons) as [EndReason, number][]) {
      sums.set(reason, (sums.get(reason) ?? 0) + count)
    }
  }
  return [...sums].map(([reason, count]) => ({ reason, count })).sort((left, right) => right.count - left.count)
}
