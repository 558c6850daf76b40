import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { deactivatePerson, listAccounts, readAccount, reactivatePerson, renamePerson, renewLink } from '../../src/accounts/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useSession } from '../app/session.tsx'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { LinkSlip, type ShownLink } from './link-slip.tsx'
import type { Person } from './person-page.tsx'

type Open = 'link' | 'deactivate' | 'reactivate' | 'rename'

/** What an administrator may do with an account: a link for a password, another name, keeping out, letting in. */
export function PersonActs({ person }: { person: Person }) {
  const text = useText(accountsText)
  const { account } = useSession()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const isOwn = account.id === person.id
  const isOut = person.state === 'inactive'
  return (
    <>
      <Button variant="default" onClick={() => setOpen('rename')}>
        {text.rename}
      </Button>
      {!isOut && !isOwn && !person.isDemo && (
        <Button variant="default" onClick={() => setOpen('link')}>
          {person.state === 'invited' ? text.newLinkInvited : text.newLink}
        </Button>
      )}
      {!isOut && !isOwn && (
        <Button variant="default" onClick={() => setOpen('deactivate')}>
          {text.deactivate}
        </Button>
      )}
      {isOut && <Button onClick={() => setOpen('reactivate')}>{text.reactivate}</Button>}
      <NewLink person={person} opened={open === 'link'} onClose={close} />
      <Rename key={person.fullName} person={person} opened={open === 'rename'} onClose={close} />
      <KeepOut person={person} opened={open === 'deactivate'} onClose={close} />
      <LetIn person={person} opened={open === 'reactivate'} onClose={close} />
    </>
  )
}

type ActProps = { person: Person; opened: boolean; onClose: () => void }

function NewLink({ person, opened, onClose }: ActProps) {
  const text = useText(accountsText)
  const [link, setLink] = useState<ShownLink>()
  const make = useAct(renewLink, {
    touches: [readAccount],
    onDone: (made) => {
      onClose()
      setLink({ ...made, fullName: person.fullName, username: person.username })
    },
  })
  return (
    <>
      <ConfirmAct
        opened={opened}
        onClose={onClose}
        title={`${text.linkTitle}: ${person.fullName}`}
        willHappen={person.state === 'invited' ? [text.newLinkEnds] : [text.newLinkWill, text.newLinkEnds]}
        act={text.makeLink}
        isBusy={make.isPending}
        problem={make.error ? shownOf(make.error) : undefined}
        onConfirm={() => make.mutate({ params: { accountId: person.id } })}
      />
      <LinkSlip link={link} onClose={() => setLink(undefined)} />
    </>
  )
}

function Rename({ person, opened, onClose }: ActProps) {
  const text = useText(accountsText)
  const [fullName, setFullName] = useState(person.fullName)
  const [office, setOffice] = useState(person.office ?? '')
  const rename = useAct(renamePerson, { touches: [readAccount, listAccounts], onDone: onClose })
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.rename}
      act={text.save}
      isBusy={rename.isPending}
      problem={rename.error ? shownOf(rename.error) : undefined}
      onSubmit={() => rename.mutate({ params: { accountId: person.id }, body: { fullName, office } })}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={text.fullName}
            value={fullName}
            error={errorOf('fullName')}
            onChange={(event) => setFullName(event.currentTarget.value)}
          />
          <TextInput
            label={text.office}
            value={office}
            error={errorOf('office')}
            onChange={(event) => setOffice(event.currentTarget.value)}
          />
        </>
      )}
    </FormDrawer>
  )
}

function KeepOut({ person, opened, onClose }: ActProps) {
  const text = useText(accountsText)
  const keepOut = useAct(deactivatePerson, { touches: [readAccount, listAccounts], onDone: onClose })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.deactivateTitle(person.fullName)}
      willHappen={[text.deactivateWill, text.deactivateKeeps]}
      act={text.deactivate}
      isDestructive
      asksReason
      isBusy={keepOut.isPending}
      problem={keepOut.error ? shownOf(keepOut.error) : undefined}
      onConfirm={(because) => keepOut.mutate({ params: { accountId: person.id }, body: { because } })}
    />
  )
}

function LetIn({ person, opened, onClose }: ActProps) {
  const text = useText(accountsText)
  const letIn = useAct(reactivatePerson, { touches: [readAccount, listAccounts], onDone: onClose })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={`${text.reactivate}: ${person.fullName}`}
      willHappen={[text.reactivateWill(person.grants.filter((grant) => grant.isInForce).length)]}
      act={text.reactivate}
      asksReason
      isBusy={letIn.isPending}
      problem={letIn.error ? shownOf(letIn.error) : undefined}
      onConfirm={(because) => letIn.mutate({ params: { accountId: person.id }, body: { because } })}
    />
  )
}
