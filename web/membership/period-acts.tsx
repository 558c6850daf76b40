import { Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { endPeriod, replacePeriod } from '../../src/membership/api.ts'
import { type EndReason, endReasonNames, endReasons } from '../../src/membership/reasons-api.ts'
import { findDay, formatDay } from '../../values/days.ts'
import { monthOf, monthsFromTo } from '../../values/months.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import type { Person } from './person.ts'

type PeriodActsProps = { name: string; period: Person['membership']['periods'][number] }

/** What an officer may do with a cover: end it while it runs, and fill its place once it has ended. */
export function PeriodActs({ name, period }: PeriodActsProps) {
  if (period.endReason === null) return <EndPeriod name={name} period={period} />
  return period.replacedBy === null ? <ReplacePeriod period={period} /> : null
}

function EndPeriod({ name, period }: PeriodActsProps) {
  const text = useText(membershipText)
  const { language } = useLanguage()
  const word = useWording()
  const { today } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<EndReason | null>(null)
  const [lastDay, setLastDay] = useState(today < period.firstDay ? period.firstDay : today)
  const end = useAct(endPeriod, { onDone: () => setOpen(false) })
  const chosen = findDay(lastDay)
  const months =
    chosen === undefined ? 0 : Math.max(0, monthsFromTo(monthOf(chosen), monthOf(Temporal.PlainDate.from(period.lastDay))) - 1)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {text.end}
      </Button>
      <ConfirmAct
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text.endOf(name)}
        act={text.end}
        isDestructive
        isBusy={end.isPending}
        problem={end.error ? shownOf(end.error) : undefined}
        whyNot={reason === null || chosen === undefined ? text.endChoose : undefined}
        willHappen={[
          ...(chosen === undefined ? [] : [text.endWill(formatDay(chosen, language), formatDay(period.lastDay, language))]),
          ...(months > 0 ? [text.endWillMonths(months)] : []),
          text.endWillPlace,
        ]}
        onConfirm={() => reason !== null && end.mutate({ params: { periodId: period.id }, body: { reason, lastDay } })}
      >
        <Select
          label={text.endReason}
          placeholder={text.chooseReason}
          data={endReasons.map((value) => ({ value, label: word(endReasonNames[value]) }))}
          value={reason}
          onChange={(value) => setReason(value as EndReason | null)}
          mb="md"
        />
        <TextInput
          type="date"
          label={text.endLastDay}
          description={text.endLastDayHint}
          value={lastDay}
          min={Temporal.PlainDate.from(period.firstDay).subtract({ days: 1 }).toString()}
          max={period.lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
      </ConfirmAct>
    </>
  )
}

function ReplacePeriod({ period }: Pick<PeriodActsProps, 'period'>) {
  const text = useText(membershipText)
  const [isOpen, setOpen] = useState(false)
  const replace = useAct(replacePeriod, {
    onDone: ({ fullName, position }) => {
      setOpen(false)
      notifications.show({ message: text.replaced(fullName, position) })
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.replace}</Button>
      <ConfirmAct
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text.replace}
        act={text.replace}
        isBusy={replace.isPending}
        problem={replace.error ? shownOf(replace.error) : undefined}
        willHappen={[text.replaceWillNext, text.replaceWillFrom]}
        onConfirm={() => replace.mutate({ params: { periodId: period.id } })}
      />
    </>
  )
}
