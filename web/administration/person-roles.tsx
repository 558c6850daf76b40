import { Alert, Button, Textarea, TextInput } from '@mantine/core'
import { IconHourglass, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { endRole, readAccount, requestRoles } from '../../src/accounts/api.ts'
import { formatDay } from '../../values/days.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useRoleName } from '../app/roles.ts'
import { useHasRole, useSession } from '../app/session.tsx'
import { accountsText } from '../text/accounts.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { PageLink } from '../ui/link.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useTell } from '../ui/tell.ts'
import style from './accounts.module.css'
import type { Person } from './person-page.tsx'
import { RoleFields, roleOf, useFirstRole } from './role-fields.tsx'
import { paths } from '../paths.ts'

type Grant = Person['grants'][number]

/** The roles of a person with their days; a new one is asked for here, one that stands is ended here. */
export function PersonRoles({ person }: { person: Person }) {
  const text = useText(accountsText)
  const keeps = useHasRole('administrator')
  const [isAsking, setAsking] = useState(false)
  const [ending, setEnding] = useState<Grant>()
  const asked = person.waiting.find((request) => request.what === 'roles')
  return (
    <div className={style.part}>
      {asked && <Waiting request={asked} />}
      {person.grants.length === 0 ? (
        <p className="quiet">{text.noRoles}</p>
      ) : (
        <GrantsTable grants={person.grants} onEnd={keeps ? setEnding : undefined} />
      )}
      {keeps && person.state !== 'inactive' && asked === undefined && (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAsking(true)}>
          {text.giveRole}
        </Button>
      )}
      {keeps && <AskDrawer person={person} opened={isAsking} onClose={() => setAsking(false)} />}
      {ending && <EndRole person={person} grant={ending} onClose={() => setEnding(undefined)} />}
    </div>
  )
}

function Waiting({ request }: { request: Person['waiting'][number] }) {
  const text = useText(accountsText)
  const roleName = useRoleName()
  const days = useDays()
  return (
    <Alert variant="outline" color="amber" icon={<IconHourglass size={18} />} title={text.waitingRoles(request.askedByName)}>
      <ul style={{ paddingInlineStart: 18 }}>
        {request.roles.map((role) => (
          <li key={`${role.role}${role.area}${role.firstDay}`}>
            {roleName(role.role)}, {role.areaName}, {days(role)}
          </li>
        ))}
      </ul>
      <PageLink to={paths.approvals()}>{text.toApprovals}</PageLink>
    </Alert>
  )
}

type Spell = { firstDay: string; lastDay: string | null }

function useDays(): (spell: Spell) => string {
  const text = useText(accountsText)
  const { language } = useLanguage()
  return ({ firstDay, lastDay }) =>
    `${formatDay(firstDay, language)} – ${lastDay === null ? text.noEnd : formatDay(lastDay, language)}`
}

function GrantsTable({ grants, onEnd }: { grants: readonly Grant[]; onEnd: ((grant: Grant) => void) | undefined }) {
  const text = useText(accountsText)
  const roleName = useRoleName()
  const days = useDays()
  const { today } = useSession()
  const stands = (grant: Grant) =>
    grant.isInForce ? (
      <StatusBadge tone="good">{text.standsNow}</StatusBadge>
    ) : grant.firstDay > today ? (
      <StatusBadge tone="now">{text.standsLater}</StatusBadge>
    ) : (
      <StatusBadge tone="calm">{text.standsOver}</StatusBadge>
    )
  return (
    <ul className={style.grants} aria-label={text.roles}>
      {grants.map((grant) => (
        <li key={grant.id}>
          <div>
            <strong>{roleName(grant.role)}</strong>, {grant.areaName} {stands(grant)}
            <div className="quiet small">{days(grant)}</div>
          </div>
          {onEnd && (grant.lastDay === null || grant.lastDay > today) && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${text.endRole}: ${roleName(grant.role)}, ${grant.areaName}`}
              onClick={() => onEnd(grant)}
            >
              {text.endRole}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

type AskDrawerProps = { person: Person; opened: boolean; onClose: () => void }

function AskDrawer({ person, opened, onClose }: AskDrawerProps) {
  const text = useText(accountsText)
  const tell = useTell()
  const first = useFirstRole()
  const [roles, setRoles] = useState([first])
  const [because, setBecause] = useState('')
  const ask = useAct(requestRoles, {
    touches: [readAccount],
    onDone: () => {
      onClose()
      setRoles([first])
      setBecause('')
      tell('good', text.askedToApprove)
    },
  })
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={`${text.giveRole}: ${person.fullName}`}
      act={text.askRole}
      isBusy={ask.isPending}
      problem={ask.error ? shownOf(ask.error) : undefined}
      onSubmit={() => ask.mutate({ params: { accountId: person.id }, body: { roles: roles.map(roleOf), because } })}
    >
      {(errorOf) => (
        <>
          <p className="quiet">{text.giveRoleWhat}</p>
          <RoleFields typed={roles} onChange={setRoles} errorOf={errorOf} />
          <Textarea
            label={text.why}
            description={text.whyHint}
            value={because}
            error={errorOf('because')}
            onChange={(event) => setBecause(event.currentTarget.value)}
            autosize
            minRows={2}
          />
        </>
      )}
    </FormDrawer>
  )
}

function EndRole({ person, grant, onClose }: { person: Person; grant: Grant; onClose: () => void }) {
  const text = useText(accountsText)
  const roleName = useRoleName()
  const { today } = useSession()
  const [lastDay, setLastDay] = useState(today)
  const end = useAct(endRole, { touches: [readAccount], onDone: onClose })
  const params = { accountId: person.id, grantId: grant.id }
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={text.endRoleTitle}
      willHappen={[text.endRoleWill(person.fullName, roleName(grant.role), grant.areaName)]}
      act={text.endRole}
      isDestructive
      asksReason
      isBusy={end.isPending}
      problem={end.error ? shownOf(end.error) : undefined}
      onConfirm={(because) => end.mutate({ params, body: { lastDay, because } })}
    >
      <TextInput
        type="date"
        label={text.lastDayOfRole}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
        mb="md"
      />
    </ConfirmAct>
  )
}
