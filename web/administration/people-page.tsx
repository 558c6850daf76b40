import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { accountStates, exportAccounts, listAccounts } from '../../src/accounts/api.ts'
import { roles } from '../../src/platform/actor.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { addressOf } from '../app/call.ts'
import { useList } from '../app/load.ts'
import { useRoleName } from '../app/roles.ts'
import { useHasRole } from '../app/session.tsx'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { DayText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { AccountStateBadge } from './account-state.tsx'
import { InviteDrawer } from './invite-drawer.tsx'

type Account = AnswerOf<typeof listAccounts>['rows'][number]

const filterNames = ['search', 'role', 'state'] as const

/** The people of the region with their roles and the areas these reach over. */
export function PeoplePage() {
  const text = useText(accountsText)
  const list = useList(listAccounts, filterNames)
  const roleName = useRoleName()
  const keeps = useHasRole('administrator')
  const [isInviting, setInviting] = useState(false)
  return (
    <ListPage
      id="people"
      words={{ title: text.people, empty: { title: text.nobody, what: text.nobodyWhat }, forbidden: text.peopleForWhom }}
      state={list.state}
      onMore={list.onMore}
      columns={useColumns()}
      keyOf={(account) => account.id}
      linkOf={(account) => paths.person(account.id)}
      filters={[
        { kind: 'search', name: 'search', label: text.searchPeople },
        { kind: 'choice', name: 'role', label: text.role, options: roles.map((value) => ({ value, label: roleName(value) })) },
        {
          kind: 'choice',
          name: 'state',
          label: text.state,
          options: accountStates.map((value) => ({ value, label: text[value] })),
        },
      ]}
      exports={{
        csv: addressOf(exportAccounts, { query: { format: 'csv' } }),
        xlsx: addressOf(exportAccounts, { query: { format: 'xlsx' } }),
      }}
      acts={
        keeps && (
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
            {text.invite}
          </Button>
        )
      }
    >
      {keeps && <InviteDrawer opened={isInviting} onClose={() => setInviting(false)} />}
    </ListPage>
  )
}

function useColumns(): ListColumn<Account>[] {
  const text = useText(accountsText)
  const roleName = useRoleName()
  const rolesOf = (account: Account) =>
    account.grants
      .filter((grant) => grant.isInForce)
      .map((grant) => `${roleName(grant.role)}, ${grant.areaName}`)
      .join('; ')
  return [
    { id: 'name', title: text.name, width: 216, isSortable: true, phone: 'first', cell: (account) => account.fullName },
    {
      id: 'username',
      title: text.username,
      width: 128,
      isSortable: true,
      phone: 'second',
      cell: (account) => account.username,
    },
    { id: 'roles', title: text.rolesToday, width: 280, phone: 'second', cell: (account) => rolesOf(account) || text.noRole },
    { id: 'office', title: text.office, width: 192, cell: (account) => account.office ?? '' },
    {
      id: 'factor',
      title: text.secondFactor,
      width: 104,
      cell: ({ hasFactor }) => (hasFactor ? text.factorSet : <span className="quiet">{text.factorMissing}</span>),
    },
    {
      id: 'lastSignIn',
      title: text.lastSignIn,
      width: 144,
      isSortable: true,
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? <span className="quiet">–</span> : <DayText iso={lastSignInAt} />),
    },
    {
      id: 'state',
      title: text.state,
      width: 120,
      isSortable: true,
      phone: 'side',
      cell: ({ state }) => <AccountStateBadge state={state} />,
    },
  ]
}
