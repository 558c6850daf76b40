import { useMemo } from 'react'
import { readVillages } from '../../src/places/api.ts'
import { roles } from '../../src/platform/actor.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { listPeople } from '../../src/platform/session-api.ts'
import { useAnswer, useLoad } from '../app/load.ts'
import { useRoleName } from '../app/roles.ts'
import { useSession } from '../app/session.tsx'
import { administrationText } from '../text/administration.ts'
import { useText } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'

type Account = AnswerOf<typeof listPeople>['accounts'][number]

/** The accounts of the region with their roles and the areas these reach over. */
export function PeoplePage() {
  const text = useText(administrationText)
  const asked = useLoad(listPeople)
  const { address } = useAddress()
  const roleName = useRoleName()
  const search = (address['search'] ?? '').trim().toLowerCase()
  const role = address['role']
  const state = useMemo<PageState<ListValue<Account>>>(() => {
    if (asked.is !== 'here') return asked
    const rows = asked.value.accounts.filter(
      (account) =>
        `${account.fullName} ${account.username}`.toLowerCase().includes(search) &&
        (role === undefined || account.grants.some((grant) => grant.role === role)),
    )
    return { is: 'here', value: { rows, count: rows.length } }
  }, [asked, search, role])
  return (
    <ListPage
      id="people"
      words={{ title: text.people, empty: { title: text.nobody, what: text.nobodyWhat }, forbidden: text.peopleForWhom }}
      state={state}
      columns={useColumns()}
      keyOf={(account) => account.id}
      filters={[
        { kind: 'search', name: 'search', label: text.searchPeople },
        { kind: 'choice', name: 'role', label: text.role, options: roles.map((value) => ({ value, label: roleName(value) })) },
      ]}
    />
  )
}

function useColumns(): ListColumn<Account>[] {
  const text = useText(administrationText)
  const rolesOf = useRolesOf()
  return [
    { id: 'name', title: text.name, width: 208, phone: 'first', cell: (account) => account.fullName },
    { id: 'username', title: text.username, width: 152, phone: 'second', cell: (account) => account.username },
    { id: 'roles', title: text.roles, width: 320, phone: 'second', cell: (account) => rolesOf(account) || text.noRole },
    { id: 'office', title: text.office, width: 208, cell: (account) => account.office ?? '' },
    {
      id: 'state',
      title: text.state,
      width: 120,
      phone: 'side',
      cell: ({ isActive }) => (
        <StatusBadge tone={isActive ? 'good' : 'calm'}>{isActive ? text.active : text.inactive}</StatusBadge>
      ),
    },
  ]
}

/** The roles of an account, each with the name of its area. */
function useRolesOf(): (account: Account) => string {
  const roleName = useRoleName()
  const { region } = useSession()
  const { data } = useAnswer(readVillages)
  const names = useMemo(() => {
    const villages = data?.villages ?? []
    return new Map([
      [region.area, region.name],
      ...villages.flatMap(({ code, name, districtCode, districtName }): [string, string][] => [
        [code, name],
        [districtCode, districtName],
      ]),
    ])
  }, [data, region])
  return ({ grants }) => grants.map(({ role, area }) => `${roleName(role)}, ${names.get(area) ?? area}`).join('; ')
}
