import { Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { requestDecree } from '../../src/programmes/api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import type { Programme } from './words-of-programmes.ts'

type FreezeProps = { programme: Programme; opened: boolean; onClose: () => void }

/** Asks for the list to be frozen by decree: says with numbers what will happen once another person approves, and takes number, day and reason. */
export function FreezeAct({ programme, opened, onClose }: FreezeProps) {
  const text = useText(programmesText)
  const word = useWording()
  const { language } = useLanguage()
  const { today } = useSession()
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState(today)
  const [because, setBecause] = useState('')
  const freeze = useAct(requestDecree, { onDone: onClose })
  const problem = freeze.error ? shownOf(freeze.error) : undefined
  const errorOf = (field: string) => {
    const wrong = problem?.fields?.[field]
    return wrong && word(wrong)
  }
  const from = formatMonth(month(programme.firstMonth), language)
  const to = formatMonth(month(programme.lastMonth), language)
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.askFreeze}
      act={text.askFreeze}
      willHappen={[
        text.needsTwo,
        text.willFreeze(programme.withinQuota, programme.waiting),
        text.willOpen(from, to),
        text.willNotChange,
      ]}
      whyNot={number.trim() === '' ? text.numberNeeded : undefined}
      isBusy={freeze.isPending}
      problem={problem}
      onConfirm={() => freeze.mutate({ params: { code: programme.code }, body: { number: number.trim(), decidedOn, because } })}
    >
      <Stack gap="sm" mb="md">
        <TextInput
          label={text.decreeNumber}
          value={number}
          data-autofocus
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={errorOf('number')}
        />
        <TextInput
          type="date"
          label={text.decreeDay}
          value={decidedOn}
          onChange={(event) => setDecidedOn(event.currentTarget.value)}
          error={errorOf('decidedOn')}
        />
        <TextInput
          label={text.because}
          description={text.becauseHint}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value)}
          error={errorOf('because')}
        />
      </Stack>
    </ConfirmAct>
  )
}
