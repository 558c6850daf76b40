import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { recordBreach, type RevealedKind, revealedKinds, revealedNames } from '../../src/privacy/duties-api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { MomentField, momentOf, thisMinute } from './moment-field.tsx'

type Draft = { title: string; noticed: string; happened: string; cause: string; handling: string; revealed: RevealedKind[] }

/** Records a breach; its clock runs from when it was noticed. */
export function BreachForm({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const text = useText(privacyText)
  const word = useWording()
  const [draft, setDraft] = useState<Draft>(() => ({
    title: '',
    noticed: thisMinute(),
    happened: '',
    cause: '',
    handling: '',
    revealed: ['identity'],
  }))
  const change = (parts: Partial<Draft>) => setDraft((before) => ({ ...before, ...parts }))
  const record = useAct(recordBreach, { onDone: (answer) => onDone(answer.id) })
  const { noticed, ...rest } = draft
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.recordBreach}
      act={text.record}
      isBusy={record.isPending}
      problem={record.error ? shownOf(record.error) : undefined}
      onSubmit={() => record.mutate({ body: { ...rest, noticedAt: momentOf(noticed) ?? '' } })}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={text.breachTitle}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
            error={errorOf('title')}
            data-autofocus
          />
          <MomentField
            label={text.noticedAt}
            description={text.noticedNote}
            value={draft.noticed}
            onChange={(value) => change({ noticed: value })}
            error={errorOf('noticedAt')}
          />
          {(['happened', 'cause', 'handling'] as const).map((field) => (
            <Textarea
              key={field}
              label={text[field]}
              value={draft[field]}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
              error={errorOf(field)}
              autosize
              minRows={2}
            />
          ))}
          <Checkbox.Group
            label={text.revealed}
            value={draft.revealed}
            onChange={(chosen) => change({ revealed: revealedKinds.filter((kind) => chosen.includes(kind)) })}
            error={errorOf('revealed')}
          >
            <Stack gap="xs" mt="xs">
              {revealedKinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={word(revealedNames[kind])} />
              ))}
            </Stack>
          </Checkbox.Group>
        </>
      )}
    </FormDrawer>
  )
}
