import type { ReactNode } from 'react'
import { omissionReasonNames, type RunState } from '../../src/contributions/steps-api.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText, useWording } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import type { WorkStage } from '../ui/work-page.tsx'
import type { Run } from './run.ts'

/** How many of the seven stages a run has passed. */
const passed: Readonly<Record<RunState, number>> = { computed: 3, refused: 3, approved: 4, billed: 5, paid: 6, reconciled: 7 }

/** The stages of a run, each with the people who come in, go on and are held back. */
export function useStages(): (run: Run) => WorkStage[] {
  const text = useText(contributionsText)
  const firstThree = useFirstThree()
  const notesOf = useNotes()
  return (run) => {
    const reached = passed[run.state]
    const names = [
      { id: 'approved', label: text.stageApproved },
      { id: 'billed', label: text.stageBilled },
      { id: 'paid', label: text.stagePaid },
      { id: 'reconciled', label: text.stageReconciled },
    ]
    const notes = notesOf(run)
    const later = names.map(({ id, label }, place): WorkStage => {
      const stage = { id, label, note: notes[id] }
      if (reached > place + 3) {
        const isExact = id !== 'reconciled' || run.receiptAmount === run.amount
        const state = isExact ? { tone: 'good' as const, word: text.wordDone } : { tone: 'warn' as const, word: text.wordDiffers }
        return { ...stage, state, comesIn: run.people, goesOn: run.people }
      }
      if (reached < place + 3) return { ...stage, state: { tone: 'calm', word: text.wordLater } }
      if (run.state !== 'refused') return { ...stage, state: { tone: 'now', word: text.wordNow }, comesIn: run.people }
      const held = [{ reason: run.decisionReason ?? text.wordRefused, count: run.people }]
      return { ...stage, state: { tone: 'bad', word: text.wordRefused }, comesIn: run.people, goesOn: 0, held }
    })
    return [...firstThree(run), ...later]
  }
}

/** Frozen, computed, checked against the ceilings: these were done together when the run was made. */
function useFirstThree(): (run: Run) => WorkStage[] {
  const text = useText(contributionsText)
  const word = useWording()
  const done = { tone: 'good' as const, word: text.wordDone }
  return (run) => [
    {
      id: 'frozen',
      label: text.stageFrozen,
      state: done,
      comesIn: run.people + run.leftOut,
      goesOn: run.people,
      held: run.omissions.map((each) => ({
        reason: word(omissionReasonNames[each.reason]),
        count: each.people,
        href: <PageLink to={paths.contributionRunLeftOut(run.id)}>{text.seeLeftOut}</PageLink>,
      })),
      note: <DayText iso={run.madeAt} />,
    },
    {
      id: 'computed',
      label: text.stageComputed,
      state: done,
      comesIn: run.people,
      goesOn: run.people,
      note: (
        <>
          {text.times(run.people, formatRupiah(run.rate))}
          <br />
          <Amount rupiah={run.amount} />
        </>
      ),
    },
    {
      id: 'ceiling',
      label: text.stageCeiling,
      state: done,
      comesIn: run.people,
      goesOn: run.funding.reduce((sum, each) => sum + each.people, 0),
      note: run.funding.map((each) => each.source).join(', '),
    },
  ]
}

function useNotes(): (run: Run) => Record<string, ReactNode> {
  const text = useText(contributionsText)
  return (run) => ({
    approved: run.decidedBy && run.decidedAt && (
      <>
        {text.by(run.decidedBy)}
        <br />
        <DayText iso={run.decidedAt} />
      </>
    ),
    billed: run.billedOn && (
      <>
        {run.billingCode}
        <br />
        <DayText iso={run.billedOn} />
      </>
    ),
    paid:
      run.paidOn === null ? (
        run.state !== 'refused' && (
          <>
            {text.due} <DayText iso={run.dueOn} age="due" />
          </>
        )
      ) : (
        <>
          {run.disbursementNumber}
          <br />
          <DayText iso={run.paidOn} />
        </>
      ),
    reconciled: run.reconciledOn && (
      <>
        {run.minutesNumber}
        <br />
        <DayText iso={run.reconciledOn} />
        {run.differenceReason && run.receiptAmount !== null && (
          <p>{text.differs(formatRupiah(run.receiptAmount - run.amount), run.differenceReason)}</p>
        )}
      </>
    ),
  })
}
