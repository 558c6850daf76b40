import { useParams } from '@tanstack/react-router'
import { listExchanges } from '../../src/matching/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useLoad } from '../app/load.ts'
import { useText, useWording } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { paths } from '../paths.ts'
import { Count } from '../ui/amounts.tsx'
import { DayText, MomentText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import type { PageState } from '../ui/states.ts'
import { WorkPage, type WorkStage } from '../ui/work-page.tsx'
import { useRegisterName } from './words-of-registers.ts'

type Exchange = AnswerOf<typeof listExchanges>['exchanges'][number]

/** One answer of a register: how many lines were read and used, and which could not be used and why. */
export function ExchangePage() {
  const text = useText(matchingText)
  const name = useRegisterName()
  const { id } = useParams({ strict: false }) as { id?: string }
  const loaded = useLoad(listExchanges)
  const state: PageState<Exchange | undefined> =
    loaded.is === 'here' ? { is: 'here', value: loaded.value.exchanges.find((one) => one.exchangeId === id) } : loaded
  const found = state.is === 'here' ? state.value : undefined
  const stagesOf = useStages()
  return (
    <WorkPage
      words={{
        title: found === undefined ? text.answer : `${name(found.register)}: ${found.fileName}`,
        empty: { title: text.noSuch, what: text.noSuchWhat },
        forbidden: text.forWhom,
      }}
      over={<PageLink to={paths.matching()}>{text.title}</PageLink>}
      state={state}
      view={(exchange) => ({
        status: { tone: 'good', word: text.done },
        stages: stagesOf(exchange),
        leftOut: <FaultyLines exchange={exchange} />,
        below: <Facts exchange={exchange} />,
      })}
    />
  )
}

function useStages(): (exchange: Exchange) => WorkStage[] {
  const text = useText(matchingText)
  const word = useWording()
  return (exchange) => {
    const byReason = Map.groupBy(exchange.faults, (fault) => fault.reason)
    const held = [...byReason.values()].map((faults) => ({
      reason: faults[0] ? word(faults[0].wording) : '',
      count: faults.length,
    }))
    const rest = exchange.faulty - exchange.faults.length
    const done = { tone: 'good', word: text.done } as const
    return [
      {
        id: 'read',
        label: text.stageRead,
        state: done,
        comesIn: exchange.records + exchange.faulty,
        goesOn: exchange.records,
        held: rest > 0 ? [...held, { reason: text.otherFaults, count: rest }] : held,
      },
      {
        id: 'matched',
        label: text.stageMatched,
        state: done,
        comesIn: exchange.records,
        goesOn: exchange.records,
        note: text.matchedNote(exchange.answeredOn),
      },
    ]
  }
}

function FaultyLines({ exchange }: { exchange: Exchange }) {
  const text = useText(matchingText)
  const word = useWording()
  if (exchange.faulty === 0) return <p className="quiet">{text.noFaults}</p>
  return (
    <>
      <NumbersTable
        label={text.faultyLines}
        rows={exchange.faults}
        keyOf={(fault) => `${fault.line} ${fault.reason}`}
        columns={[
          { id: 'line', title: text.line, cell: (fault) => <Count of={fault.line} /> },
          { id: 'reason', title: text.reason, cell: (fault) => word(fault.wording) },
          { id: 'written', title: text.written, cell: (fault) => (fault.value === '' ? '–' : <code>{fault.value}</code>) },
        ]}
      />
      {exchange.faults.length < exchange.faulty && (
        <p className="quiet small">{text.faultsShown(exchange.faults.length, exchange.faulty)}</p>
      )}
    </>
  )
}

function Facts({ exchange }: { exchange: Exchange }) {
  const text = useText(matchingText)
  const name = useRegisterName()
  return (
    <FactList
      facts={[
        { label: text.register, value: name(exchange.register) },
        { label: text.answeredOn, value: <DayText iso={exchange.answeredOn} age="away" /> },
        { label: text.file, value: exchange.fileName },
        { label: text.receivedBy, value: exchange.receivedBy },
        { label: text.receivedAt, value: <MomentText iso={exchange.receivedAt} /> },
      ]}
    />
  )
}
