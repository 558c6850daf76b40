import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { ageBounds, readAges, setPeriod } from '../../src/matching/asking-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { Count } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import style from './matching.module.css'
import { useRegisterName } from './words-of-registers.ts'

type Ages = AnswerOf<typeof readAges>['registers'][number]

/** How old the answers of each register are, counted in workers, and after how many days they are due again. */
export function AgesOfAnswers() {
  const text = useText(matchingText)
  const name = useRegisterName()
  const ages = useAnswer(readAges).data
  const maySet = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  if (ages === undefined) return null
  const bounds = [...ageBounds.map((days) => text.upTo(days)), text.older]
  return (
    <NumbersTable
      label={text.agesTitle}
      rows={ages.registers}
      keyOf={(row) => row.register}
      columns={[
        { id: 'register', title: text.register, cell: (row) => name(row.register) },
        ...bounds.map((title, at) => ({
          id: `age-${at}`,
          title,
          isNumber: true,
          cell: (row: Ages) => <Count of={row.ages[at] ?? 0} />,
        })),
        { id: 'never', title: text.neverAnswered, isNumber: true, cell: (row) => <Count of={row.never} /> },
        {
          id: 'due',
          title: text.due,
          isNumber: true,
          cell: (row) =>
            row.due === 0 ? (
              <Count of={0} />
            ) : (
              <PageLink to={paths.matchingDue({ register: row.register })}>
                <Count of={row.due} />
              </PageLink>
            ),
        },
        {
          id: 'waiting',
          title: text.awaited,
          isNumber: true,
          cell: (row) =>
            row.waiting === 0 ? (
              <Count of={0} />
            ) : (
              <PageLink to={paths.matchingDue({ register: row.register, awaiting: 'waiting' })}>
                <Count of={row.waiting} />
              </PageLink>
            ),
        },
        {
          id: 'period',
          title: text.period,
          isNumber: true,
          cell: (row) => (maySet ? <Period key={row.days} row={row} /> : <Count of={row.days} />),
        },
      ]}
    />
  )
}

function Period({ row }: { row: Ages }) {
  const text = useText(matchingText)
  const name = useRegisterName()
  const [days, setDays] = useState(row.days)
  const set = useAct(setPeriod, { touches: [readAges] })
  return (
    <span className={style.period}>
      {days !== row.days && (
        <Button
          size="compact-xs"
          loading={set.isPending}
          onClick={() => set.mutate({ params: { register: row.register }, body: { days } })}
        >
          {text.setPeriod}
        </Button>
      )}
      <NumberInput
        aria-label={text.periodOf(name(row.register))}
        size="xs"
        w={88}
        min={1}
        max={3650}
        allowDecimal={false}
        value={days}
        onChange={(value) => setDays(Number(value) || row.days)}
      />
    </span>
  )
}
