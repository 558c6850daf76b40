import { Button, Checkbox, Menu, Textarea } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { type BreachStep, breachStepActs, closeBreach, takeLetter, takeStep } from '../../src/privacy/duties-api.ts'
import { addressOf } from '../app/call.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { type Breach, missingSteps } from './breaches-page.tsx'

/** What can be done about a breach now: the letters, the next step, closing it. */
export function BreachActs({ breach }: { breach: Breach }) {
  const text = useText(privacyText)
  const word = useWording()
  const mayAct = useHasRole('officer', 'administrator') && breach.closedAt === null
  const [asked, setAsked] = useState<BreachStep | 'close'>()
  const missing = missingSteps(breach)
  const [next, ...others] = missing
  return (
    <>
      <Letters breach={breach} />
      {mayAct &&
        others.map((step) => (
          <Button key={step} variant="default" onClick={() => setAsked(step)}>
            {word(breachStepActs[step])}
          </Button>
        ))}
      {mayAct && next !== undefined && <Button onClick={() => setAsked(next)}>{word(breachStepActs[next])}</Button>}
      {mayAct && next === undefined && <Button onClick={() => setAsked('close')}>{text.closeBreach}</Button>}
      {asked === 'close' && <CloseAct breach={breach} onClose={() => setAsked(undefined)} />}
      {asked !== undefined && asked !== 'close' && <StepAct breach={breach} step={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function Letters({ breach }: { breach: Breach }) {
  const text = useText(privacyText)
  const to = (addressee: 'persons' | 'authority') =>
    addressOf(takeLetter, { params: { breachId: breach.id }, query: { to: addressee } })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {text.letters}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={to('persons')} download>
          {text.letterPersons}
        </Menu.Item>
        <Menu.Item component="a" href={to('authority')} download>
          {text.letterAuthority}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function StepAct({ breach, step, onClose }: { breach: Breach; step: BreachStep; onClose: () => void }) {
  const text = useText(privacyText)
  const word = useWording()
  const [handling, setHandling] = useState('')
  const [isPublic, setPublic] = useState(false)
  const take = useAct(takeStep, { onDone: onClose })
  const body = {
    step,
    ...(handling.trim() !== '' && { handling: handling.trim() }),
    ...(step === 'assessed' && { needsPublicNotice: isPublic }),
  }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={word(breachStepActs[step])}
      act={text.record}
      willHappen={[text.willNote]}
      isBusy={take.isPending}
      problem={take.error ? shownOf(take.error) : undefined}
      onConfirm={() => take.mutate({ params: { breachId: breach.id }, body })}
    >
      {step === 'assessed' && (
        <Checkbox
          label={text.publicNotice}
          checked={isPublic}
          onChange={(event) => setPublic(event.currentTarget.checked)}
          mb="sm"
        />
      )}
      <Textarea
        label={text.handling}
        value={handling}
        onChange={(event) => setHandling(event.currentTarget.value)}
        autosize
        minRows={2}
      />
    </ConfirmAct>
  )
}

function CloseAct({ breach, onClose }: { breach: Breach; onClose: () => void }) {
  const text = useText(privacyText)
  const [report, setReport] = useState('')
  const close = useAct(closeBreach, { onDone: onClose })
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={text.closeBreach}
      act={text.closeBreach}
      willHappen={[text.willNote]}
      whyNot={report.trim().length < 3 ? text.reportNeeded : undefined}
      isBusy={close.isPending}
      problem={close.error ? shownOf(close.error) : undefined}
      onConfirm={() => close.mutate({ params: { breachId: breach.id }, body: { report: report.trim() } })}
    >
      <Textarea
        label={text.report}
        value={report}
        onChange={(event) => setReport(event.currentTarget.value)}
        autosize
        minRows={4}
      />
    </ConfirmAct>
  )
}
