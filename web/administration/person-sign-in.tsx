import { Alert, Button } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useState } from 'react'
import { readAccount, requestFactorRemoval } from '../../src/accounts/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { PageLink } from '../ui/link.tsx'
import { useTell } from '../ui/tell.ts'
import style from './accounts.module.css'
import type { Person } from './person-page.tsx'

/** How a person signs in: password, provider, second factor, an open link. */
export function PersonSignIn({ person }: { person: Person }) {
  const text = useText(accountsText)
  const keeps = useHasRole('administrator')
  const removal = person.waiting.find((request) => request.what === 'second-factor')
  const factor = person.hasFactor
    ? `${text.factorSet}, ${text.recoveryLeft(person.recoveryCodesLeft)}`
    : person.needsFactor
      ? text.factorNeeded
      : text.factorMissing
  return (
    <div className={style.part}>
      <FactList
        facts={[
          { label: text.password, value: person.hasPassword ? text.passwordOwn : text.passwordNone },
          { label: text.secondFactor, value: factor },
          { label: text.provider, value: providerOf(person, text) },
          {
            label: text.openLink,
            value: person.link && text.openLinkWhat(person.link.madeByName, person.link.expiresAt.slice(0, 10)),
          },
          {
            label: text.lastSignIn,
            value: person.lastSignInAt === null ? text.never : <MomentText iso={person.lastSignInAt} />,
          },
        ]}
      />
      {removal && (
        <Alert variant="outline" color="amber" icon={<IconHourglass size={18} />} title={text.waitingFactor(removal.askedByName)}>
          <PageLink to={paths.approvals()}>{text.toApprovals}</PageLink>
        </Alert>
      )}
      {keeps && person.hasFactor && removal === undefined && <RemoveFactor person={person} />}
    </div>
  )
}

function providerOf(person: Person, text: { providerBound: (of: string) => string; providerExpected: (of: string) => string }) {
  if (person.providerIdentity === null) return null
  return person.isBoundToProvider ? text.providerBound(person.providerIdentity) : text.providerExpected(person.providerIdentity)
}

function RemoveFactor({ person }: { person: Person }) {
  const text = useText(accountsText)
  const tell = useTell()
  const [isOpen, setOpen] = useState(false)
  const ask = useAct(requestFactorRemoval, {
    touches: [readAccount],
    onDone: () => {
      setOpen(false)
      tell('good', text.askedToApprove)
    },
  })
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {text.removeFactor}
      </Button>
      <ConfirmAct
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text.removeFactor}
        willHappen={[text.removeFactorWill]}
        act={text.askRole}
        asksReason
        isBusy={ask.isPending}
        problem={ask.error ? shownOf(ask.error) : undefined}
        onConfirm={(because) => ask.mutate({ params: { accountId: person.id }, body: { because } })}
      />
    </>
  )
}
