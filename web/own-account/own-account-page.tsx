import { Button } from '@mantine/core'
import { endOtherSessions, endOwnSession, readOwnAccount } from '../../src/platform/own-account-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { FactorSetup } from '../app/factor-setup.tsx'
import { useAct, useLoad } from '../app/load.ts'
import style from '../app/own-account.module.css'
import { PasswordForm } from '../app/password-form.tsx'
import { shownOf } from '../app/problem.ts'
import { useRoleName } from '../app/roles.ts'
import { useSession } from '../app/session.tsx'
import { SessionsTable } from '../app/sessions-table.tsx'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { PageHead, Stateful, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useTell } from '../ui/tell.ts'

type OwnAccount = AnswerOf<typeof readOwnAccount>

/** One's own account: password, second factor, and where one is signed in. */
export function OwnAccountPage() {
  const text = useText(accountsText)
  const state = useLoad(readOwnAccount)
  const { account, grants } = useSession()
  const roleName = useRoleName()
  useTabTitle(text.ownAccount)
  const roles = [...new Set(grants.map((grant) => roleName(grant.role)))].join(', ')
  return (
    <div className={pageStyle.page}>
      <PageHead title={text.ownAccount} over={undefined} />
      <p className="quiet">{[account.fullName, account.username, roles, account.office].filter(Boolean).join(' · ')}</p>
      <Stateful
        state={state}
        words={{
          title: text.ownAccount,
          empty: { title: text.noPerson, what: text.noPersonWhat },
          forbidden: text.peopleForWhom,
        }}
      >
        {(own) => (
          <>
            <PasswordPart own={own} />
            <FactorPart own={own} />
            <SessionsPart own={own} />
          </>
        )}
      </Stateful>
    </div>
  )
}

function PasswordPart({ own }: { own: OwnAccount }) {
  const text = useText(accountsText)
  const { isDemo, hasPassword } = useSession()
  return (
    <section className={`${pageStyle.panel} ${pageStyle.section} ${style.part}`} aria-labelledby="own-password">
      <h2 id="own-password">{text.password}</h2>
      {own.passwordSetAt && !isDemo && <p className="quiet">{text.passwordSince(own.passwordSetAt.slice(0, 10))}</p>}
      {isDemo ? <p>{text.demoShared}</p> : hasPassword ? <PasswordForm /> : <p>{text.noPassword}</p>}
    </section>
  )
}

function FactorPart({ own }: { own: OwnAccount }) {
  const text = useText(accountsText)
  const { isDemo, hasFactor } = useSession()
  return (
    <section className={`${pageStyle.panel} ${pageStyle.section} ${style.part}`} aria-labelledby="own-factor">
      <h2 id="own-factor">{text.secondFactor}</h2>
      {hasFactor && (
        <p>
          <StatusBadge tone="good">{text.factorStands}</StatusBadge>{' '}
          <span className="quiet">{text.recoveryLeft(own.recoveryCodesLeft)}</span>
        </p>
      )}
      {isDemo ? <p>{text.demoShared}</p> : <FactorSetup />}
    </section>
  )
}

function SessionsPart({ own }: { own: OwnAccount }) {
  const text = useText(accountsText)
  const tell = useTell()
  const end = useAct(endOwnSession, { touches: [readOwnAccount] })
  const endOthers = useAct(endOtherSessions, {
    touches: [readOwnAccount],
    onDone: ({ count }) => tell('good', text.sessionsEnded(count)),
  })
  const problem = end.error ?? endOthers.error
  return (
    <section className={`${pageStyle.panel} ${pageStyle.section} ${style.part}`} aria-labelledby="own-sessions">
      <h2 id="own-sessions">{text.sessions}</h2>
      <SessionsTable
        sessions={own.sessions}
        ownId={own.sessionId}
        isBusy={end.isPending}
        onEnd={(sessionId) => end.mutate({ params: { sessionId } })}
      />
      {problem && <ProblemNotice problem={shownOf(problem)} />}
      {own.sessions.length > 1 && (
        <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({} as never)}>
          {text.endOtherSessions}
        </Button>
      )}
    </section>
  )
}
