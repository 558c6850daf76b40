import { Button } from '@mantine/core'
import { accountsText } from '../text/accounts.ts'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'
import { useTabTitle } from '../ui/page-frame.tsx'
import { FactorSetup } from './factor-setup.tsx'
import style from './own-account.module.css'
import { PasswordForm } from './password-form.tsx'
import { LanguageButton } from './preferences.tsx'
import { useRefreshSession, useSession } from './session.tsx'
import { CodeForm } from './sign-in-code.tsx'
import signInStyle from './sign-in.module.css'
import { useSignOut } from './sign-out.ts'

/** Stands before the pages of somebody who still owes a code, a password of their own, a second factor, or has no role yet. */
export function Gate() {
  const text = useText(appText)
  const { account } = useSession()
  const signOut = useSignOut()
  useTabTitle(text.signIn)
  return (
    <main className={style.gate}>
      <div>
        <div className={signInStyle.mark}>UCOK</div>
        <h1 className={signInStyle.title}>{account.fullName}</h1>
      </div>
      <Debt />
      <div className={style.gateFoot}>
        <Button variant="default" onClick={signOut}>
          {text.signOut}
        </Button>
        <LanguageButton />
      </div>
    </main>
  )
}

function Debt() {
  const text = useText(accountsText)
  const { standing, isDemo } = useSession()
  const refresh = useRefreshSession()
  if (standing === 'code-due') return <CodeForm />
  if (standing === 'password-due') {
    return (
      <>
        <p>{text.gatePassword}</p>
        <PasswordForm />
      </>
    )
  }
  if (standing === 'factor-due') {
    return (
      <>
        <p>{text.gateFactor}</p>
        <FactorSetup />
      </>
    )
  }
  return (
    <>
      <h2>{text.gateNoRole}</h2>
      <p>{text.gateNoRoleWhat}</p>
      <Button style={{ justifySelf: 'start' }} onClick={() => void refresh()}>
        {text.reload}
      </Button>
      {!isDemo && (
        <section className={style.part}>
          <h2>{text.secondFactor}</h2>
          <FactorSetup />
        </section>
      )}
    </>
  )
}
