import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Child, listParts, type Part, partNames, schoolLevels, writePart } from '../../src/confidential/api.ts'
import type { InputOf } from '../../src/platform/endpoint.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import style from '../privacy/privacy.module.css'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { type FieldErrors, FormDrawer } from '../ui/form-drawer.tsx'
import type { Opened } from './confidential-tab.tsx'

type Body = InputOf<typeof writePart>['body']
type Draft = { bank: string; number: string; holder: string; note: string; children: Child[]; because: string }

type FormProps = {
  workerId: number
  part: Part
  opened: Opened | undefined
  isNew: boolean
  onClose: () => void
  onDone: () => void
}

/** Writes one confidential part anew; what was opened before stands in the fields. */
export function ConfidentialForm({ workerId, part, opened, isNew, onClose, onDone }: FormProps) {
  const text = useText(privacyText)
  const word = useWording()
  const [draft, setDraft] = useState<Draft>(() => draftOf(opened))
  const change = (parts: Partial<Draft>) => setDraft((before) => ({ ...before, ...parts }))
  const write = useAct(writePart, { touches: [listParts], onDone })
  const title = text.recordPart(word(partNames[part]))
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={title}
      act={isNew ? text.record : text.change}
      isBusy={write.isPending}
      problem={write.error ? shownOf(write.error) : undefined}
      onSubmit={() => write.mutate({ params: { workerId }, body: bodyOf(part, draft) })}
    >
      {(errorOf) => (
        <>
          {!isNew && <p className="quiet">{text.willReplace}</p>}
          {part === 'bank-account' && <BankFields draft={draft} change={change} errorOf={errorOf} />}
          {part === 'health' && (
            <Textarea
              label={text.healthNote}
              value={draft.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
              error={errorOf('content.note')}
              autosize
              minRows={3}
            />
          )}
          {part === 'children' && <ChildrenFields draft={draft} change={change} />}
          <TextInput
            label={text.because}
            value={draft.because}
            onChange={(event) => change({ because: event.currentTarget.value })}
            error={errorOf('because') && text.becauseNeeded}
          />
        </>
      )}
    </FormDrawer>
  )
}

const emptyChild: Child = { name: '', birthDate: '', level: null }

function draftOf(opened: Opened | undefined): Draft {
  const account = opened?.bankAccount
  return {
    bank: account?.bank ?? '',
    number: account?.number ?? '',
    holder: account?.holder ?? '',
    note: opened?.health?.note ?? '',
    children: opened?.children ?? [emptyChild],
    because: '',
  }
}

function bodyOf(part: Part, { bank, number, holder, note, children, because }: Draft): Body {
  if (part === 'bank-account') return { part, content: { bank, number, holder }, because }
  if (part === 'health') return { part, content: { note }, because }
  return { part, content: { children }, because }
}

type FieldsProps = { draft: Draft; change: (parts: Partial<Draft>) => void }

function BankFields({ draft, change, errorOf }: FieldsProps & { errorOf: FieldErrors }) {
  const text = useText(privacyText)
  return (
    <>
      <TextInput
        label={text.bank}
        value={draft.bank}
        onChange={(event) => change({ bank: event.currentTarget.value })}
        error={errorOf('content.bank')}
      />
      <TextInput
        label={text.accountNumber}
        value={draft.number}
        inputMode="numeric"
        onChange={(event) => change({ number: event.currentTarget.value })}
        error={errorOf('content.number')}
      />
      <TextInput
        label={text.holder}
        value={draft.holder}
        onChange={(event) => change({ holder: event.currentTarget.value })}
        error={errorOf('content.holder')}
      />
    </>
  )
}

function ChildrenFields({ draft, change }: FieldsProps) {
  const text = useText(privacyText)
  const changeChild = (place: number, parts: Partial<Child>) =>
    change({ children: draft.children.map((child, at) => (at === place ? { ...child, ...parts } : child)) })
  return (
    <>
      {draft.children.map((child, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a child is its place in the form until it is saved
        <div key={place} className={style.child}>
          <TextInput
            label={text.childName}
            value={child.name}
            onChange={(event) => changeChild(place, { name: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={text.childBirth}
            value={child.birthDate}
            onChange={(event) => changeChild(place, { birthDate: event.currentTarget.value })}
          />
          <Select
            label={text.childLevel}
            placeholder={text.noLevel}
            data={[...schoolLevels]}
            value={child.level}
            onChange={(level) => changeChild(place, { level })}
            clearable
          />
        </div>
      ))}
      <Button variant="default" onClick={() => change({ children: [...draft.children, emptyChild] })}>
        {text.addChild}
      </Button>
    </>
  )
}
