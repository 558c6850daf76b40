import { Alert, Button, PasswordInput, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconLogin2 } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { openSession, readWelcome, startProvider } from '../../src/platform/session-api.ts'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'
import { useTabTitle } from '../ui/page-frame.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { addressOf, call } from './call.ts'
import { LanguageButton } from './preferences.tsx'
import { shownOf } from './problem.ts'
import { useRoleName } from './roles.ts'
import { useKeepSession } from './session.tsx'
import style from './sign-in.module.css'

/** The page of those who are not signed in: the region's name, the form, and in a demonstration the accounts. */
export function SignInPage() {
  const text = useText(appText)
  const welcome = useWelcome()
  useTabTitle(text.signIn)
  return (
    <main className={style.page}>
      <div className={style.box}>
        <div className={style.mark}>UCOK</div>
        <h1 className={style.title}>{welcome?.regionName ?? text.signIn}</h1>
        <p className="quiet">{text.programme}</p>
        <SignInForm />
        <LanguageButton />
      </div>
    </main>
  )
}

/** The form alone; used again above a page whose session has ended. */
export function SignInForm() {
  const text = useText(appText)
  const keep = useKeepSession()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const opening = useMutation({
    mutationFn: (body: { username: string; password: string }) => call(openSession, { body }),
    onSuccess: keep,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    opening.mutate({ username, password })
  }
  return (
    <>
      <ProviderButton />
      <form className={style.form} onSubmit={submit}>
        <TextInput
          label={text.userName}
          autoComplete="username"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={text.password}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        {opening.isError && <ProblemNotice problem={shownOf(opening.error)} />}
        <Button type="submit" loading={opening.isPending}>
          {text.signIn}
        </Button>
      </form>
      <DemoAccounts onChoose={(account) => opening.mutate(account)} />
    </>
  )
}

/** Why a sign-in through the provider did not lead in, by the word in the address it came back to. */
const declined = {
  'provider-unreachable': 'providerUnreachable',
  'provider-declined': 'providerDeclined',
  'identity-unverified': 'identityUnverified',
  'nobody-invited': 'nobodyInvited',
} as const

function ProviderButton() {
  const text = useText(appText)
  const name = useWelcome()?.providerName
  const reason = new URLSearchParams(location.search).get('masuk') ?? ''
  if (!name) return null
  return (
    <div className={style.provider}>
      {reason in declined && (
        <Alert color="red" variant="outline" icon={<IconAlertTriangle size={18} />} role="alert">
          {text[declined[reason as keyof typeof declined]]}
        </Alert>
      )}
      <Button component="a" href={addressOf(startProvider)} variant="default" leftSection={<IconLogin2 size={16} aria-hidden />}>
        {text.signInThrough(name)}
      </Button>
      <p className="quiet small">{text.orHere}</p>
    </div>
  )
}

function DemoAccounts({ onChoose }: { onChoose: (account: { username: string; password: string }) => void }) {
  const text = useText(appText)
  const welcome = useWelcome()
  const roleName = useRoleName()
  if (!welcome?.isDemo || welcome.demoPassword === null) return null
  const password = welcome.demoPassword
  return (
    <section className={style.demo} aria-label={text.demo}>
      <h2 className={style.demoTitle}>{text.demo}</h2>
      <p className="quiet small">{text.demoNote}</p>
      <ul>
        {welcome.demoAccounts.map((account) => (
          <li key={account.username}>
            <UnstyledButton className={style.account} onClick={() => onChoose({ username: account.username, password })}>
              <span>{account.fullName}</span>
              <span className="quiet small">
                {[account.roles.map(roleName).join(', '), account.office].filter(Boolean).join(' · ')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useWelcome() {
  return useQuery({ queryKey: ['welcome'], queryFn: () => call(readWelcome), staleTime: Infinity }).data
}
