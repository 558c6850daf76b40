import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { inviteAccount, listAccounts } from '../../src/accounts/api.ts'
import { readWelcome } from '../../src/platform/session-api.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { LinkSlip, type ShownLink } from './link-slip.tsx'
import { RoleFields, roleOf, type TypedRole, useFirstRole } from './role-fields.tsx'

const nobody = { fullName: '', username: '', office: '', providerIdentity: '' }

/** Invites a person: who they are, which roles they are to have; afterwards the link, this once. */
export function InviteDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText(accountsText)
  const first = useFirstRole()
  const [typed, setTyped] = useState(nobody)
  const [roles, setRoles] = useState<TypedRole[]>([first])
  const [link, setLink] = useState<ShownLink>()
  const invite = useAct(inviteAccount, {
    touches: [listAccounts],
    onDone: (made) => {
      onClose()
      const note = made.requestId === null ? undefined : text.rolesAsked
      setLink({ ...made.link, fullName: typed.fullName, username: typed.username, ...(note && { note }) })
      setTyped(nobody)
      setRoles([first])
    },
  })
  const put = (part: Partial<typeof nobody>) => setTyped({ ...typed, ...part })
  const submit = () => invite.mutate({ body: { ...typed, roles: roles.map(roleOf) } })
  return (
    <>
      <FormDrawer
        opened={opened}
        onClose={onClose}
        title={text.invite}
        act={text.invite}
        isBusy={invite.isPending}
        problem={invite.error ? shownOf(invite.error) : undefined}
        onSubmit={submit}
      >
        {(errorOf) => (
          <>
            <p className="quiet">{text.inviteWhat}</p>
            <TextInput
              label={text.fullName}
              value={typed.fullName}
              error={errorOf('fullName')}
              onChange={(event) => put({ fullName: event.currentTarget.value })}
              autoComplete="off"
              required
              withAsterisk={false}
            />
            <TextInput
              label={text.username}
              description={text.usernameHint}
              value={typed.username}
              error={errorOf('username')}
              onChange={(event) => put({ username: event.currentTarget.value.toLowerCase() })}
              autoComplete="off"
              autoCapitalize="none"
            />
            <TextInput
              label={text.office}
              value={typed.office}
              error={errorOf('office')}
              onChange={(event) => put({ office: event.currentTarget.value })}
              autoComplete="off"
            />
            <IdentityField
              value={typed.providerIdentity}
              onChange={(providerIdentity) => put({ providerIdentity })}
              error={errorOf('providerIdentity')}
            />
            <RoleFields typed={roles} onChange={setRoles} errorOf={errorOf} />
          </>
        )}
      </FormDrawer>
      <LinkSlip link={link} onClose={() => setLink(undefined)} />
    </>
  )
}

type IdentityFieldProps = { value: string; onChange: (value: string) => void; error: string | undefined }

/** Asked for only where the region signs in through a provider. */
function IdentityField({ value, onChange, error }: IdentityFieldProps) {
  const text = useText(accountsText)
  const hasProvider = (useAnswer(readWelcome).data?.providerName ?? null) !== null
  if (!hasProvider) return null
  return (
    <TextInput
      label={text.identity}
      description={text.identityHint}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      autoCapitalize="none"
    />
  )
}
