import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { changeOwnPassword, readOwnAccount } from '../../src/platform/own-account-api.ts'
import { accountsText } from '../text/accounts.ts'
import { useText, useWording } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useTell } from '../ui/tell.ts'
import { useAct } from './load.ts'
import style from './own-account.module.css'
import { shownOf } from './problem.ts'
import { useRefreshSession, useSession } from './session.tsx'

/** Changes one's own password: the present one, and twice the new one. */
export function PasswordForm() {
  const text = useText(accountsText)
  const tell = useTell()
  const refresh = useRefreshSession()
  const { account } = useSession()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState<string>()
  const change = useAct(changeOwnPassword, {
    touches: [readOwnAccount],
    onDone: async () => {
      await refresh()
      setCurrent('')
      setPassword(undefined)
      tell('good', text.passwordChanged)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== undefined) change.mutate({ body: { current, password } })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <input type="text" autoComplete="username" value={account.username} readOnly hidden />
      <PasswordInput
        label={text.currentPassword}
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <NewPassword key={change.submittedAt} onChange={setPassword} problem={change.error} />
      <Button type="submit" loading={change.isPending} disabled={password === undefined}>
        {text.changePassword}
      </Button>
    </form>
  )
}

type NewPasswordProps = { onChange: (password: string | undefined) => void; problem: Error | null }

/** A new password, typed twice; given on once both are the same. */
export function NewPassword({ onChange, problem }: NewPasswordProps) {
  const text = useText(accountsText)
  const word = useWording()
  const [first, setFirst] = useState('')
  const [again, setAgain] = useState('')
  const put = (one: string, two: string) => {
    setFirst(one)
    setAgain(two)
    onChange(one !== '' && one === two ? one : undefined)
  }
  const shown = problem ? shownOf(problem) : undefined
  const wrong = shown?.fields?.['password']
  return (
    <>
      <PasswordInput
        label={text.newPassword}
        description={text.passwordHint}
        autoComplete="new-password"
        value={first}
        error={wrong && word(wrong)}
        onChange={(event) => put(event.currentTarget.value, again)}
        required
        withAsterisk={false}
      />
      <PasswordInput
        label={text.againPassword}
        autoComplete="new-password"
        value={again}
        error={again !== '' && again.length >= first.length && again !== first ? text.notTheSame : undefined}
        onChange={(event) => put(first, event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      {shown && <ProblemNotice problem={shown} />}
    </>
  )
}
