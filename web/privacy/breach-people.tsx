import { Button, Group, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { addAffected, clearAffected, listBreaches, readBreach, takeAffectedList } from '../../src/privacy/duties-api.ts'
import { addressOf } from '../app/call.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useTell } from '../ui/tell.ts'
import type { Breach } from './breaches-page.tsx'
import style from './privacy.module.css'

/** Whose data were revealed: put on the list from a selection of workers, and taken away as a file to tell them. */
export function BreachPeople({ breach }: { breach: Breach }) {
  const text = useText(privacyText)
  const mayAct = useHasRole('officer', 'administrator')
  const [isAdding, setAdding] = useState(false)
  const clear = useAct(clearAffected, { touches: [readBreach, listBreaches] })
  const params = { breachId: breach.id }
  const isOpen = breach.closedAt === null
  return (
    <>
      <p>{text.affectedCount(breach.affected)}</p>
      <p className={`quiet ${style.lead}`}>{text.takeListNote}</p>
      {mayAct && (
        <Group gap="xs" mt="md">
          {isOpen && <Button onClick={() => setAdding(true)}>{text.addAffected}</Button>}
          {breach.affected > 0 && (
            <Button
              component="a"
              href={addressOf(takeAffectedList, { params })}
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              download
            >
              {text.takeList}
            </Button>
          )}
          {breach.affected > 0 && isOpen && (
            <Button variant="subtle" onClick={() => clear.mutate({ params })} loading={clear.isPending}>
              {text.clear}
            </Button>
          )}
        </Group>
      )}
      {isAdding && <SelectionForm breachId={breach.id} onClose={() => setAdding(false)} />}
    </>
  )
}

function SelectionForm({ breachId, onClose }: { breachId: string; onClose: () => void }) {
  const text = useText(privacyText)
  const tell = useTell()
  const [filter, setFilter] = useState({ village: '', district: '', text: '' })
  const add = useAct(addAffected, {
    touches: [readBreach, listBreaches],
    onDone: ({ added }) => {
      tell('good', text.added(added))
      onClose()
    },
  })
  const body = Object.fromEntries(Object.entries(filter).filter(([, value]) => value.trim() !== ''))
  const input = (name: keyof typeof filter, label: string) => (
    <TextInput
      label={label}
      value={filter[name]}
      onChange={(event) => {
        const { value } = event.currentTarget
        setFilter((before) => ({ ...before, [name]: value.trim() }))
      }}
    />
  )
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.addAffected}
      act={text.add}
      isBusy={add.isPending}
      problem={add.error ? shownOf(add.error) : undefined}
      onSubmit={() => add.mutate({ params: { breachId }, body })}
    >
      {() => (
        <>
          <p className="quiet">{text.addAffectedWhat}</p>
          {input('village', text.village)}
          {input('district', text.district)}
          {input('text', text.nameOrNik)}
        </>
      )}
    </FormDrawer>
  )
}
