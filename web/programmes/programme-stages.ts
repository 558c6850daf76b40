import { formatRupiah } from '../../values/rupiah.ts'
import { useSession } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import type { WorkStage } from '../ui/work-page.tsx'
import { coversOf } from './covers-of-programme.ts'
import type { MembersOfProgramme, RunOfProgramme } from './programme-page.tsx'
import type { Programme } from './words-of-programmes.ts'

export type StagesInput = {
  programme: Programme
  run: RunOfProgramme | undefined
  members: MembersOfProgramme | undefined
  isJudging: boolean
}

/** The stages of a programme, each with how many come in, go on and are held back. */
export function useProgrammeStages(): (input: StagesInput) => WorkStage[] {
  const text = useText(programmesText)
  const { today } = useSession()
  const good = { tone: 'good', word: text.done } as const
  const next = { tone: 'now', word: text.next } as const
  const later = { tone: 'calm', word: text.later } as const
  const running = ({ firstMonth, lastMonth, decree }: Programme): WorkStage['state'] => {
    if (decree === null) return later
    if (today.slice(0, 7) < firstMonth) return { tone: 'calm', word: text.startsLater }
    return today.slice(0, 7) > lastMonth ? { tone: 'calm', word: text.hasEnded } : { tone: 'good', word: text.isRunning }
  }
  return ({ programme, run, members, isJudging }) => {
    const { decree, freezing, withinQuota, waiting, quota, cost } = programme
    const judged = isJudging ? { tone: 'now' as const, word: text.underWay } : programme.eligibilityRunId ? good : next
    const counts = run && {
      judged: {
        comesIn: run.people,
        goesOn: run.eligible,
        held: [{ reason: text.notEligible, count: run.people - run.eligible }],
        note: text.judgedNote(run.judgedOn, run.madeByName),
      },
      ranked: {
        comesIn: run.eligible,
        goesOn: withinQuota,
        held: [
          { reason: text.paidElsewhere, count: run.eligible - withinQuota - waiting },
          { reason: text.waitingList, count: waiting },
        ],
      },
    }
    return [
      { id: 'planned', label: text.planned, state: good, note: text.plannedNote(quota, formatRupiah(cost)) },
      { id: 'judged', label: text.judged, state: judged, ...counts?.judged },
      { id: 'ranked', label: text.ranked, state: judged === next ? later : judged, ...counts?.ranked },
      {
        id: 'decreed',
        label: text.decreed,
        state: decree ? good : freezing ? { tone: 'now', word: text.awaits } : run && withinQuota > 0 ? next : later,
        ...(freezing && { note: text.freezingNote(freezing.number) }),
        ...(decree && {
          comesIn: withinQuota,
          goesOn: decree.people,
          note: text.decreedNote(decree.number, decree.decidedOn),
        }),
      },
      {
        id: 'running',
        label: text.running,
        state: running(programme),
        ...(decree && members && coversOf(decree.people, members, text)),
      },
    ]
  }
}
