import type { ReactNode } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import type { readWorkerAnswers } from '../../src/matching/api.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { registryText } from '../text/registry.ts'
import { DayText } from '../ui/day-text.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { Stateful } from '../ui/page-frame.tsx'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useSegmentName } from './words-of-standing.ts'

type Answers = AnswerOf<typeof readWorkerAnswers>
type Line = { id: string; register: string; said: ReactNode; answeredOn: string | null; fileName: string | null }

/** What each register said of the worker, when, and in which file. */
export function RegistersTab({ state }: { state: PageState<Answers> }) {
  const text = useText(registryText)
  const words = { title: text.tabRegisters, empty: { title: text.noAnswer, what: text.noAnswer }, forbidden: text.forWhom }
  return (
    <Stateful state={state} words={words}>
      {(answers) => <AnswersTable answers={answers} />}
    </Stateful>
  )
}

function AnswersTable({ answers }: { answers: Answers }) {
  const text = useText(registryText)
  const segment = useSegmentName()
  const none = { said: <span className="quiet">{text.noAnswer}</span>, answeredOn: null, fileName: null }
  const { civil, insured, welfare, death } = answers
  const lines: Line[] = [
    { id: 'dukcapil', register: text.civilRegistry, ...(civil ? { ...civil, said: <CivilAnswer answers={answers} /> } : none) },
    ...(insured.length === 0 ? [{ id: 'bpjs', register: text.insurer, ...none }] : []),
    ...insured.map((one) => ({
      id: `bpjs ${one.segment}`,
      register: text.insurer,
      ...one,
      said: (
        <Said>
          <StatusBadge tone={one.isActive ? 'warn' : 'calm'}>{one.isActive ? text.active : text.inactive}</StatusBadge>
          {segment(one.segment)}
          <span className="quiet">{one.programmes}</span>
        </Said>
      ),
    })),
    {
      id: 'dtsen',
      register: text.welfare,
      ...(welfare ? { ...welfare, said: welfare.decile === null ? text.noDecile : text.decileIs(welfare.decile) } : none),
    },
    { id: 'deaths', register: text.deaths, ...(death ? { ...death, said: <DeathAnswer death={death} /> } : none) },
  ]
  return (
    <NumbersTable
      label={text.tabRegisters}
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        { id: 'register', title: text.register, cell: (line) => line.register },
        { id: 'said', title: text.said, cell: (line) => line.said },
        {
          id: 'answeredOn',
          title: text.answeredOn,
          cell: (line) => (line.answeredOn === null ? '–' : <DayText iso={line.answeredOn} age="away" />),
        },
        { id: 'file', title: text.file, cell: (line) => <span className="quiet">{line.fileName ?? '–'}</span> },
      ]}
    />
  )
}

function Said({ children }: { children: ReactNode }) {
  return <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: '4px 8px' }}>{children}</span>
}

function CivilAnswer({ answers }: { answers: Answers }) {
  const text = useText(registryText)
  const matching = useText(matchingText)
  const { civil, match } = answers
  if (civil === null) return null
  const disagrees = civil.disagrees.map(({ field }) => field)
  return (
    <Said>
      <StatusBadge tone={civil.isAlive ? 'good' : 'bad'}>{civil.isAlive ? text.alive : text.dead}</StatusBadge>
      {match?.nameAgrees === true && text.nameSame}
      {match?.nameAgrees === false && !disagrees.includes('full_name') && civil.fullName !== null && (
        <strong>{text.nameIs(civil.fullName)}</strong>
      )}
      {match?.birthDateAgrees === true && text.bornSame}
      {match?.birthDateAgrees === false && !disagrees.includes('birth_date') && civil.birthDate !== null && (
        <strong>{text.bornIs(civil.birthDate)}</strong>
      )}
      {civil.disagrees.map(({ field, similarity }) => (
        <strong key={field}>{text.disagrees(matching[field], similarity)}</strong>
      ))}
    </Said>
  )
}

function DeathAnswer({ death }: { death: NonNullable<Answers['death']> }) {
  const text = useText(registryText)
  return (
    <Said>
      <StatusBadge tone="bad">{death.diedOn === null ? text.dead : text.diedOn(death.diedOn)}</StatusBadge>
      {death.certificateNumber !== null && <span className="quiet">{text.certificate(death.certificateNumber)}</span>}
    </Said>
  )
}
