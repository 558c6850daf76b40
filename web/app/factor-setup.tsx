import { Alert, Button, Group, PasswordInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { beginSecondFactor, confirmSecondFactor, readOwnAccount } from '../../src/platform/own-account-api.ts'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { CodeInput } from './code-input.tsx'
import { useAct } from './load.ts'
import style from './own-account.module.css'
import { shownOf } from './problem.ts'
import { useRefreshSession, useSession } from './session.tsx'

/** Sets up a second factor: who one is, the code to scan, a code back, and the recovery codes. */
export function FactorSetup() {
  const text = useText(accountsText)
  const { hasFactor } = useSession()
  const [isOpen, setOpen] = useState(!hasFactor)
  const [enrolment, setEnrolment] = useState<{ uri: string; secret: string }>()
  const [codes, setCodes] = useState<readonly string[]>()
  const refresh = useRefreshSession()
  const end = async () => {
    setCodes(undefined)
    setEnrolment(undefined)
    setOpen(false)
    await refresh()
  }
  if (codes !== undefined) return <RecoveryCodes codes={codes} onKept={() => void end()} />
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {text.factorReplace}
      </Button>
    )
  }
  return enrolment === undefined ? (
    <BeginForm onBegun={setEnrolment} />
  ) : (
    <ConfirmForm enrolment={enrolment} onConfirmed={setCodes} />
  )
}

function BeginForm({ onBegun }: { onBegun: (enrolment: { uri: string; secret: string }) => void }) {
  const text = useText(accountsText)
  const { account, hasPassword, hasFactor } = useSession()
  const [current, setCurrent] = useState('')
  const [code, setCode] = useState('')
  const begin = useAct(beginSecondFactor, { touches: [], onDone: onBegun })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate({ body: { current, ...(hasFactor && { code }) } })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <p>{text.factorWhat}</p>
      {hasPassword && (
        <>
          <input type="text" autoComplete="username" value={account.username} readOnly hidden />
          <PasswordInput
            label={text.currentPassword}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
        </>
      )}
      {hasFactor && <CodeInput label={text.factorCurrentCode} value={code} onChange={setCode} />}
      {begin.error && <ProblemNotice problem={shownOf(begin.error)} />}
      <Button type="submit" loading={begin.isPending}>
        {hasFactor ? text.factorGo : text.factorBegin}
      </Button>
    </form>
  )
}

type ConfirmFormProps = { enrolment: { uri: string; secret: string }; onConfirmed: (codes: readonly string[]) => void }

function ConfirmForm({ enrolment, onConfirmed }: ConfirmFormProps) {
  const text = useText(accountsText)
  const [code, setCode] = useState('')
  const confirm = useAct(confirmSecondFactor, {
    touches: [readOwnAccount],
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ body: { code } })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <p>{text.factorScan}</p>
      <QrCode text={enrolment.uri} label={text.qrOfFactor} />
      <p>
        {text.factorType}
        <br />
        <code className={style.key}>{enrolment.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeInput label={text.factorCode} value={code} onChange={setCode} />
      {confirm.error && <ProblemNotice problem={shownOf(confirm.error)} />}
      <Button type="submit" loading={confirm.isPending}>
        {text.factorConfirm}
      </Button>
    </form>
  )
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const text = useText(accountsText)
  return (
    <section className={style.part} aria-label={text.recoveryTitle}>
      <h2>{text.recoveryTitle}</h2>
      <ul className={style.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Alert color="amber" variant="outline" icon={<IconAlertTriangle size={18} />}>
        {text.recoveryWhat}
      </Alert>
      <Group gap="xs">
        <Button onClick={onKept}>{text.recoveryKept}</Button>
        <Button variant="default" onClick={() => print()}>
          {text.print}
        </Button>
      </Group>
    </section>
  )
}
