import { useParams } from '@tanstack/react-router'
import { readAccount } from '../../src/accounts/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { accountsText } from '../text/accounts.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'
import { RecordPage, type RecordView } from '../ui/record-page.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { AccountStateBadge } from './account-state.tsx'
import { wordAct, wordDetails } from './audit-words.ts'
import { PersonActs } from './person-acts.tsx'
import { PersonRoles } from './person-roles.tsx'
import { PersonSessions } from './person-sessions.tsx'
import { PersonSignIn } from './person-sign-in.tsx'

/** A person as an administrator or an auditor sees them. */
export type Person = AnswerOf<typeof readAccount>

/** One person: their roles from day to day, how they sign in, where they are signed in, and what was done with the account. */
export function PersonPage() {
  const text = useText(accountsText)
  const { id } = useParams({ strict: false }) as { id: string }
  const state = useLoad(readAccount, { params: { accountId: id } })
  const view = useView()
  return (
    <RecordPage
      words={{
        title: text.person,
        empty: { title: text.noPerson, what: text.noPersonWhat },
        forbidden: text.peopleForWhom,
      }}
      over={<PageLink to={paths.people()}>{text.people}</PageLink>}
      state={state}
      view={view}
    />
  )
}

function useView(): (person: Person) => RecordView {
  const text = useText(accountsText)
  const { language } = useLanguage()
  const keeps = useHasRole('administrator')
  return (person) => ({
    name: person.fullName,
    facts: (
      <>
        <span>{person.username}</span>
        {person.office && <span>{person.office}</span>}
        <AccountStateBadge state={person.state} />
        {person.isDemo && <StatusBadge tone="calm">{text.demoAccount}</StatusBadge>}
      </>
    ),
    ...(keeps && { acts: <PersonActs person={person} /> }),
    tabs: [
      {
        id: 'roles',
        label: text.roles,
        count: person.grants.filter((grant) => grant.isInForce).length,
        content: <PersonRoles person={person} />,
      },
      { id: 'sign-in', label: text.signingIn, content: <PersonSignIn person={person} /> },
      ...(keeps ? [{ id: 'sessions', label: text.sessions, content: <PersonSessions accountId={person.id} /> }] : []),
    ],
    timeline: person.history.map((line) => ({
      id: String(line.id),
      at: line.at,
      what: wordAct(line.act, language),
      who: line.actorName,
      detail: <span className="quiet small">{wordDetails(line.details, language)}</span>,
    })),
  })
}
