import { Button, TextInput } from '@mantine/core'
import { IconUserSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { readPersonLog } from '../../src/privacy/subject-api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { administrationText } from '../text/administration.ts'
import { useText } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'

/** Narrows the trail to one person by NIK; the address then holds the number of the record, never the NIK. */
export function FindPerson() {
  const text = useText(administrationText)
  const { change } = useAddress()
  const mayFind = useHasRole('administrator', 'auditor')
  const [isOpen, setOpen] = useState(false)
  const [nik, setNik] = useState('')
  const find = useAct(readPersonLog, {
    touches: [],
    onDone: ({ workerId }) => {
      change({ subjectKind: 'worker', subjectId: String(workerId) })
      setOpen(false)
      setNik('')
    },
  })
  if (!mayFind) return null
  return (
    <>
      <Button variant="default" leftSection={<IconUserSearch size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {text.findPerson}
      </Button>
      <FormDrawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={text.findPerson}
        act={text.find}
        isBusy={find.isPending}
        problem={find.error ? shownOf(find.error) : undefined}
        onSubmit={() => find.mutate({ body: { nik } })}
      >
        {(errorOf) => (
          <>
            <p className="quiet">{text.findPersonWhat}</p>
            <TextInput
              label={text.nik}
              value={nik}
              inputMode="numeric"
              autoComplete="off"
              onChange={(event) => setNik(event.currentTarget.value)}
              error={errorOf('nik')}
              data-autofocus
            />
          </>
        )}
      </FormDrawer>
    </>
  )
}
