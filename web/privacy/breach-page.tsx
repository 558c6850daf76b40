import { useParams } from '@tanstack/react-router'
import {
  type BreachStep,
  breachStepNames,
  breachSteps,
  readBreach,
  type RevealedKind,
  revealedNames,
} from '../../src/privacy/duties-api.ts'
import { isProblem } from '../app/call.ts'
import { stateOf, useAnswer } from '../app/load.ts'
import { paths } from '../paths.ts'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { MomentText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { PageLink } from '../ui/link.tsx'
import { RecordPage, type TimelineLine } from '../ui/record-page.tsx'
import type { PageState } from '../ui/states.ts'
import { BreachActs } from './breach-acts.tsx'
import { BreachPeople } from './breach-people.tsx'
import { type Breach, BreachState, missingSteps } from './breaches-page.tsx'
import style from './privacy.module.css'

/** One breach: its clock, its steps, what was revealed, who is concerned, the letters, and the report that closes it. */
export function BreachPage() {
  const text = useText(privacyText)
  const word = useWording()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useAnswer(readBreach, { params: { breachId: id } })
  const state: PageState<Breach | undefined> = isProblem(asked.error, 404) ? { is: 'here', value: undefined } : stateOf(asked)
  return (
    <RecordPage
      words={{
        title: text.breach,
        empty: { title: text.noSuchBreach, what: text.noSuchBreachWhat },
        forbidden: text.forWhom,
      }}
      over={<PageLink to={paths.breaches()}>{text.breaches}</PageLink>}
      state={state}
      view={(breach) => ({
        name: breach.title,
        facts: (
          <>
            <BreachState breach={breach} />
            <span>{text.affectedCount(breach.affected)}</span>
          </>
        ),
        steps: breachSteps.map((step) => ({
          label: word(breachStepNames[step]),
          stands: stands(breach, step),
        })),
        acts: <BreachActs breach={breach} />,
        tabs: [
          { id: 'keterangan', label: text.facts, content: <Facts breach={breach} /> },
          { id: 'orang', label: text.affected, count: breach.affected, content: <BreachPeople breach={breach} /> },
        ],
        timeline: timelineOf(breach, (step) => word(breachStepNames[step]), text),
      })}
    />
  )
}

function stands(breach: Breach, step: BreachStep): 'done' | 'now' | 'later' {
  if (breach.steps[step] !== null) return 'done'
  return missingSteps(breach)[0] === step ? 'now' : 'later'
}

function Facts({ breach }: { breach: Breach }) {
  const text = useText(privacyText)
  const word = useWording()
  const written = (value: string) => <span className={style.wrap}>{value}</span>
  return (
    <FactList
      facts={[
        { label: text.noticedAt, value: <MomentText iso={breach.noticedAt} /> },
        { label: text.clock, value: <MomentText iso={breach.dueAt} /> },
        { label: text.revealed, value: breach.revealed.map((kind: RevealedKind) => word(revealedNames[kind])).join('; ') },
        { label: text.happened, value: written(breach.happened) },
        { label: text.cause, value: written(breach.cause) },
        { label: text.handling, value: breach.handling === '' ? null : written(breach.handling) },
        { label: text.report, value: breach.report === null ? null : written(breach.report) },
      ]}
    />
  )
}

type Words = ReturnType<typeof useText<typeof privacyText>>

function timelineOf(breach: Breach, nameOf: (step: BreachStep) => string, text: Words): TimelineLine[] {
  const lines: TimelineLine[] = breachSteps.flatMap((step) => {
    const taken = breach.steps[step]
    return taken === null ? [] : [{ id: step, at: taken.at, what: nameOf(step), ...(taken.byName && { who: taken.byName }) }]
  })
  lines.push({ id: 'noticed', at: breach.noticedAt, what: text.noticedAt, who: breach.recordedByName })
  if (breach.closedAt !== null)
    lines.push({ id: 'closed', at: breach.closedAt, what: text.closed, ...(breach.closedByName && { who: breach.closedByName }) })
  return lines.sort((left, right) => Date.parse(right.at) - Date.parse(left.at))
}
