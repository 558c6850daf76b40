import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { correctPerson } from '../../src/privacy/subject-api.ts'
import { type CorrectableField, correctableFieldNames, correctableFields } from '../../src/registry/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useTell } from '../ui/tell.ts'

/** Sets one field of a worker right, with what shows that it was wrong. */
export function CorrectionForm({ workerId, onClose }: { workerId: number; onClose: () => void }) {
  const text = useText(privacyText)
  const word = useWording()
  const tell = useTell()
  const [field, setField] = useState<CorrectableField>('full_name')
  const [value, setValue] = useState('')
  const [ground, setGround] = useState('')
  const correct = useAct(correctPerson, {
    onDone: () => {
      tell('good', text.corrected)
      onClose()
    },
  })
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.correct}
      act={text.correct}
      isBusy={correct.isPending}
      problem={correct.error ? shownOf(correct.error) : undefined}
      onSubmit={() => correct.mutate({ params: { workerId }, body: { field, value, ground } })}
    >
      {(errorOf) => (
        <>
          <Select
            label={text.field}
            data={correctableFields.map((one) => ({ value: one, label: word(correctableFieldNames[one]) }))}
            value={field}
            onChange={(chosen) => chosen !== null && setField(chosen)}
            allowDeselect={false}
          />
          <TextInput
            type={field === 'birth_date' ? 'date' : 'text'}
            label={text.newValue}
            description={text.newValueNote}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            error={errorOf('value')}
          />
          <Textarea
            label={text.correctionGround}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
            error={errorOf('ground') && text.becauseNeeded}
            autosize
            minRows={2}
          />
        </>
      )}
    </FormDrawer>
  )
}
