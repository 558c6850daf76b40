import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
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
import { useFieldName, useRegisterName } from './words-of-registers.ts'

type Exchange = AnswerOf<typeof listExchanges>['exchanges'][number]
type Fault = Exchange['faults'][number]

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
        above: <Unexpected exchange={exchange} />,
        stages: stagesOf(exchange),
        leftOut: <FaultyLines exchange={exchange} />,
        below: (
          <>
            <ColumnsRead exchange={exchange} />
            <Facts exchange={exchange} />
          </>
        ),
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
        comesIn: exchange.records + exchange.notFound + exchange.faulty,
        goesOn: exchange.records + exchange.notFound,
        held: rest > 0 ? [...held, { reason: text.otherFaults, count: rest }] : held,
        ...(exchange.leftOut > 0 && { note: text.leftOutNote(exchange.leftOut) }),
      },
      {
        id: 'matched',
        label: text.stageMatched,
        state: done,
        comesIn: exchange.records + exchange.notFound,
        goesOn: exchange.records,
        held: exchange.notFound > 0 ? [{ reason: text.notFound, count: exchange.notFound }] : [],
        note: text.matchedNote(exchange.answeredOn),
      },
    ]
  }
}

function FaultyLines({ exchange }: { exchange: Exchange }) {
  const text = useText(matchingText)
  const word = useWording()
  const hasSheets = new Set(exchange.faults.map((fault) => fault.sheet)).size > 1
  if (exchange.faulty === 0) return <p className="quiet">{text.noFaults}</p>
  return (
    <>
      <NumbersTable
        label={text.faultyLines}
        rows={exchange.faults}
        keyOf={(fault) => `${fault.sheet} ${fault.line} ${fault.reason}`}
        columns={[
          ...(hasSheets ? [{ id: 'sheet', title: text.sheet, cell: (fault: Fault) => fault.sheet }] : []),
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

/** NIKs in the answer that nobody expected there: they change nothing, and somebody ought to know. */
function Unexpected({ exchange: { strangers, unasked } }: { exchange: Exchange }) {
  const text = useText(matchingText)
  const said = [
    ...(strangers > 0 ? [text.strangersToo(strangers)] : []),
    ...(unasked !== null && unasked > 0 ? [text.unaskedToo(unasked)] : []),
  ]
  if (said.length === 0) return null
  return (
    <Alert color="amber" variant="outline" icon={<IconAlertTriangle size={18} />} title={said.join(' ')} py={8}>
      {text.unexpectedWhy}
    </Alert>
  )
}

/** What each column of the file was taken for, so that a clerk sees that it was read as meant. */
function ColumnsRead({ exchange }: { exchange: Exchange }) {
  const text = useText(matchingText)
  const fieldName = useFieldName()
  const holds = { value: text.holdsValue, verdict: text.holdsVerdict, ours: text.holdsOurs }
  if (exchange.columns.length === 0) return null
  return (
    <section aria-label={text.columnsRead}>
      <h2 style={{ margin: '0 0 8px' }}>{text.columnsRead}</h2>
      <NumbersTable
        label={text.columnsRead}
        rows={exchange.columns}
        keyOf={(column) => `${column.sheet} ${column.field} ${column.holds}`}
        columns={[
          ...(new Set(exchange.columns.map((column) => column.sheet)).size > 1
            ? [{ id: 'sheet', title: text.sheet, cell: (column: Exchange['columns'][number]) => column.sheet }]
            : []),
          { id: 'head', title: text.head, cell: (column) => (column.head === '' ? text.noHead : column.head) },
          { id: 'field', title: text.takenFor, cell: (column) => fieldName(column.field) },
          { id: 'holds', title: text.holds, cell: (column) => holds[column.holds] },
        ]}
      />
    </section>
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
