import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { regionRules, requestRuleSet } from '../../src/eligibility/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useYear } from '../app/year.tsx'
import { eligibilityText } from '../text/eligibility.ts'
import { useText } from '../text/language.tsx'
import { type FieldErrors, FormDrawer } from '../ui/form-drawer.tsx'
import type { RuleSet } from './rule-sets-page.tsx'

type Typed = { year: number | string; title: string; legalBasis: string; because: string; rules: RuleSet['rules'] }
type RuleSetFormProps = { opened: boolean; onClose: () => void; onAsked: (requestId: string) => void; from: RuleSet | undefined }

/** Asks for a version of the rules, beginning with what the newest one says; another person approves it. */
export function RuleSetForm({ opened, onClose, onAsked, from }: RuleSetFormProps) {
  const text = useText(eligibilityText)
  const { year } = useYear()
  const [typed, setTyped] = useState<Typed>(() => ({
    year: from?.year ?? year,
    title: from?.title ?? '',
    legalBasis: from?.legalBasis ?? '',
    because: '',
    rules: from?.rules ?? regionRules.parse({}),
  }))
  const ask = useAct(requestRuleSet, { onDone: ({ requestId }) => onAsked(requestId) })
  const put = (parts: Partial<Typed>) => setTyped({ ...typed, ...parts })
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.form}
      act={text.askFor}
      isBusy={ask.isPending}
      problem={ask.error ? shownOf(ask.error) : undefined}
      onSubmit={() => ask.mutate({ body: { ...typed, year: Number(typed.year) } })}
    >
      {(errorOf) => (
        <>
          <p className="quiet">{text.formNote}</p>
          <NumberInput
            label={text.year}
            value={typed.year}
            onChange={(wanted) => put({ year: wanted })}
            error={errorOf('year')}
            thousandSeparator=""
            hideControls
            w={120}
          />
          <TextInput
            label={text.name}
            value={typed.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
            error={errorOf('title')}
          />
          <TextInput
            label={text.legalBasis}
            description={text.legalBasisHint}
            value={typed.legalBasis}
            onChange={(event) => put({ legalBasis: event.currentTarget.value })}
            error={errorOf('legalBasis')}
          />
          <TextInput
            label={text.because}
            description={text.becauseHint}
            value={typed.because}
            onChange={(event) => put({ because: event.currentTarget.value })}
            error={errorOf('because')}
          />
          <RuleFields rules={typed.rules} put={(rules) => put({ rules: { ...typed.rules, ...rules } })} errorOf={errorOf} />
        </>
      )}
    </FormDrawer>
  )
}

type RuleFieldsProps = { rules: RuleSet['rules']; put: (rules: Partial<RuleSet['rules']>) => void; errorOf: FieldErrors }

function RuleFields({ rules, put, errorOf }: RuleFieldsProps) {
  const text = useText(eligibilityText)
  const admitting = [
    { value: 'admit', label: text.admit },
    { value: 'wait', label: text.wait },
  ]
  const tick = (label: string, isTicked: boolean, name: keyof RuleSet['rules']) => (
    <Checkbox label={label} checked={isTicked} onChange={(event) => put({ [name]: event.currentTarget.checked })} />
  )
  return (
    <>
      <Group gap="xs" grow align="flex-start">
        <NumberInput
          label={text.minimumAge}
          value={rules.minimumAge}
          onChange={(age) => put({ minimumAge: Number(age) })}
          error={errorOf('rules.minimumAge')}
          min={15}
          max={100}
        />
        <NumberInput
          label={text.maximumAge}
          value={rules.maximumAge}
          onChange={(age) => put({ maximumAge: Number(age) })}
          error={errorOf('rules.maximumAge')}
          min={15}
          max={120}
        />
      </Group>
      {tick(text.maximumAgeIncluded, rules.maximumAgeIncluded, 'maximumAgeIncluded')}
      <Group gap="xs" grow align="flex-start">
        <Select
          label={text.decileCeiling}
          placeholder={text.decileAny}
          data={Array.from({ length: 10 }, (_, index) => String(index + 1))}
          value={rules.decileCeiling === null ? null : String(rules.decileCeiling)}
          onChange={(chosen) => put({ decileCeiling: chosen === null ? null : Number(chosen) })}
          clearable
        />
        <Select
          label={text.unknownDecile}
          data={admitting}
          value={rules.unknownDecile}
          allowDeselect={false}
          onChange={(chosen) => put({ unknownDecile: chosen === 'wait' ? 'wait' : 'admit' })}
        />
      </Group>
      {tick(text.citizensOnly, rules.citizensOnly, 'citizensOnly')}
      {tick(text.residentsOnly, rules.residentsOnly, 'residentsOnly')}
      {tick(text.knownOnly, rules.knownToCivilRegistryOnly, 'knownToCivilRegistryOnly')}
      <Select
        label={text.unasked}
        data={[
          { value: 'admit', label: text.unaskedAdmit },
          { value: 'wait', label: text.unaskedWait },
        ]}
        value={rules.unaskedRegisters}
        allowDeselect={false}
        onChange={(chosen) => put({ unaskedRegisters: chosen === 'wait' ? 'wait' : 'admit' })}
      />
    </>
  )
}
