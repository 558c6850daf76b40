import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { listRuleSets } from '../../src/eligibility/api.ts'
import { changeProgramme, createProgramme } from '../../src/programmes/api.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useYear } from '../app/year.tsx'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { type FieldErrors, FormDrawer } from '../ui/form-drawer.tsx'
import { BudgetFields } from './budget-fields.tsx'
import { formOf, type Package, type TypedProgramme, typedOf } from './plan-of-form.ts'
import { PlanShown } from './plan-shown.tsx'
import type { Programme } from './words-of-programmes.ts'

type ProgrammeFormProps = {
  opened: boolean
  onClose: () => void
  onSaved: (code: string) => void
  /** The programme to be changed; without it a new one is made. */
  programme?: Programme
}

/** Makes or changes a programme; what it costs and what to think of stand under the fields while they are typed. */
export function ProgrammeForm({ opened, onClose, onSaved, programme }: ProgrammeFormProps) {
  const text = useText(programmesText)
  const { year } = useYear()
  const [typed, setTyped] = useState(() => typedOf(programme, year))
  const [from, setFrom] = useState(programme)
  if (programme !== from) {
    setFrom(programme)
    setTyped(typedOf(programme, year))
  }
  const done = { onDone: (saved: Programme) => onSaved(saved.code) }
  const create = useAct(createProgramme, done)
  const change = useAct(changeProgramme, done)
  const saving = programme === undefined ? create : change
  const submit = () => {
    const body = formOf(typed)
    if (programme === undefined) create.mutate({ body })
    else change.mutate({ params: { code: programme.code }, body })
  }
  const put = (parts: Partial<TypedProgramme>) => setTyped({ ...typed, ...parts })
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={programme === undefined ? text.create : text.change}
      act={programme === undefined ? text.create : text.save}
      isBusy={saving.isPending}
      problem={saving.error ? shownOf(saving.error) : undefined}
      onSubmit={submit}
    >
      {(errorOf) => (
        <>
          <TermFields typed={typed} put={put} errorOf={errorOf} programme={programme} />
          <BudgetFields typed={typed} put={put} errorOf={errorOf} />
          <PlanShown typed={typed} />
        </>
      )}
    </FormDrawer>
  )
}

export type FieldsProps = { typed: TypedProgramme; put: (parts: Partial<TypedProgramme>) => void; errorOf: FieldErrors }

function TermFields({ typed, put, errorOf, programme }: FieldsProps & { programme: Programme | undefined }) {
  const text = useText(programmesText)
  const ruleSets = useAnswer(listRuleSets).data?.ruleSets ?? []
  return (
    <>
      <TextInput
        label={text.code}
        description={text.codeHint}
        value={typed.code}
        onChange={(event) => put({ code: event.currentTarget.value.toUpperCase() })}
        error={errorOf('code')}
      />
      <TextInput
        label={text.name}
        value={typed.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
        error={errorOf('name')}
      />
      <Group gap="xs" grow align="flex-start">
        <NumberInput
          label={text.year}
          value={typed.year}
          onChange={(year) => put({ year })}
          error={errorOf('year')}
          thousandSeparator=""
          hideControls
        />
        <TextInput
          type="month"
          label={text.firstMonth}
          placeholder={text.monthHint}
          value={typed.firstMonth}
          onChange={(event) => put({ firstMonth: event.currentTarget.value })}
          error={errorOf('firstMonth')}
        />
        <TextInput
          type="month"
          label={text.lastMonth}
          placeholder={text.monthHint}
          value={typed.lastMonth}
          onChange={(event) => put({ lastMonth: event.currentTarget.value })}
          error={errorOf('lastMonth')}
        />
      </Group>
      <Group gap="xs" grow align="flex-start">
        <Select
          label={text.package}
          data={[
            { value: 'JKK_JKM' satisfies Package, label: text.accidentAndDeath },
            { value: 'JKK_JKM_JHT' satisfies Package, label: text.withSavings },
          ]}
          value={typed.package}
          allowDeselect={false}
          onChange={(chosen) => put({ package: (chosen as Package | null) ?? typed.package })}
        />
        <NumberInput
          label={text.quota}
          value={typed.quota}
          onChange={(quota) => put({ quota })}
          error={errorOf('quota')}
          min={1}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          hideControls
        />
      </Group>
      <Select
        label={text.ruleSet}
        placeholder={text.newestRules}
        {...(programme?.state === 'judged' && { description: text.changesRanking })}
        data={ruleSets.map((one) => ({ value: one.id, label: text.ruleSetIs(one.title, one.version) }))}
        value={typed.ruleSetId}
        onChange={(ruleSetId) => put({ ruleSetId })}
        clearable={programme === undefined}
        error={errorOf('ruleSetId')}
      />
      <TextInput
        label={text.legalBasis}
        value={typed.legalBasis}
        onChange={(event) => put({ legalBasis: event.currentTarget.value })}
        error={errorOf('legalBasis')}
      />
    </>
  )
}
