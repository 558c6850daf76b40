import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { lookUpAccountLink, redeemAccountLink } from '../../src/platform/own-account-api.ts'
import { call } from '../app/call.ts'
import style from '../app/own-account.module.css'
import { NewPassword } from '../app/password-form.tsx'
import { LanguageButton } from '../app/preferences.tsx'
import { shownOf } from '../app/problem.ts'
import signInStyle from '../app/sign-in.module.css'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { useTabTitle } from '../ui/page-frame.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'

/** The page a one-time link opens: whom it is for, and a password of their own. What opens it stands after the #, which no server sees. */
export function AccountLinkPage() {
  const text = useText(accountsText)
  const token = location.hash.slice(1)
  useTabTitle(text.linkPage)
  const asked = useQuery({
    queryKey: ['account-link', token],
    queryFn: () => call(lookUpAccountLink, { body: { token } }),
    retry: false,
    staleTime: Infinity,
  })
  return (
    <main className={style.gate}>
      <div className={signInStyle.mark}>UCOK</div>
      {asked.isError && (
        <>
          <h1 className={signInStyle.title}>{text.linkPage}</h1>
          <ProblemNotice problem={shownOf(asked.error)} />
        </>
      )}
      {asked.data && <Choose token={token} link={asked.data} />}
      <div className={style.gateFoot}>
        <LanguageButton />
      </div>
    </main>
  )
}

type Link = Awaited<ReturnType<typeof call<typeof lookUpAccountLink>>>

function Choose({ token, link }: { token: string; link: Link }) {
  const text = useText(accountsText)
  const [password, setPassword] = useState<string>()
  const redeem = useMutation({
    mutationFn: (chosen: string) => call(redeemAccountLink, { body: { token, password: chosen } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password !== undefined) redeem.mutate(password)
  }
  if (redeem.data !== undefined) {
    return (
      <>
        <h1 className={signInStyle.title}>{text.chosen}</h1>
        <p>{text.chosenWhat(redeem.data.username)}</p>
        <Button component="a" href={paths.home()} style={{ justifySelf: 'start' }}>
          {text.toSignIn}
        </Button>
      </>
    )
  }
  return (
    <>
      <h1 className={signInStyle.title}>
        {link.purpose === 'invitation' ? text.linkPageInvitation(link.fullName) : text.linkPageReset(link.fullName)}
      </h1>
      <p>{text.linkPageWhat(link.username)}</p>
      <form className={style.form} onSubmit={submit}>
        <input type="text" autoComplete="username" value={link.username} readOnly hidden />
        <NewPassword onChange={setPassword} problem={redeem.error} />
        <Button type="submit" loading={redeem.isPending} disabled={password === undefined}>
          {text.choose}
        </Button>
      </form>
      <p className="quiet small">{text.linkUntil(link.expiresAt.slice(0, 10))}</p>
    </>
  )
}
