import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { repairText } from '../text/intake-repairs.ts'
import { useText } from '../text/language.tsx'
import { useFieldName } from './field-names.ts'
import { keyOfRow, type MendableField, useMending } from './mending.tsx'
import type { IntakeRow } from './states.ts'

/** The faulty cells of a row to be mended below it: on a phone, where the table has no room for fields. */
export function MendInDetail({ row }: { row: IntakeRow }) {
  const mending = useMending()
  if (mending === undefined) return null
  const fields = Object.keys(row.written).filter((field) => !row.mended.includes(field)) as MendableField[]
  return fields.map((field) => <MendOne key={`${keyOfRow(row)} ${field}`} row={row} field={field} />)
}

function MendOne({ row, field }: { row: IntakeRow; field: MendableField }) {
  const text = useText(repairText)
  const nameOf = useFieldName()
  const mending = useMending()
  const isNumber = field === 'nik' || field === 'familyCard'
  const [value, setValue] = useState(isNumber ? '' : (row.written[field] ?? ''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (value !== '') mending?.save(row, field, value)
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label={nameOf(field)}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          inputMode={isNumber ? 'numeric' : 'text'}
          maxLength={200}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default">
          {text.edit}
        </Button>
      </Group>
    </form>
  )
}
