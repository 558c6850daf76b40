import { ActionIcon, Button, Fieldset, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { sources } from '../../src/programmes/api.ts'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import type { Source, TypedLine } from './plan-of-form.ts'
import type { FieldsProps } from './programme-form.tsx'

/** The sources a programme is paid from, each with its fiscal year, account and ceiling. */
export function BudgetFields({ typed, put, errorOf }: FieldsProps) {
  const text = useText(programmesText)
  const lines = typed.budgetLines
  const change = (key: number, parts: Partial<TypedLine>) =>
    put({ budgetLines: lines.map((line) => (line.key === key ? { ...line, ...parts } : line)) })
  const add = () => {
    const source = sources.find((one) => !lines.some((line) => line.source === one)) ?? 'APBD'
    const key = Math.max(...lines.map((line) => line.key), -1) + 1
    put({ budgetLines: [...lines, { key, source, fiscalYear: typed.year, accountCode: '', ceiling: '' }] })
  }
  return (
    <Fieldset legend={text.budget} p="sm">
      {lines.map((line, place) => (
        <Group key={line.key} gap="xs" align="flex-end" mb="sm" wrap="wrap">
          <Select
            w={152}
            label={text.source}
            data={[...sources]}
            value={line.source}
            allowDeselect={false}
            onChange={(chosen) => change(line.key, { source: (chosen as Source | null) ?? line.source })}
          />
          <NumberInput
            w={136}
            label={text.fiscalYear}
            value={line.fiscalYear}
            onChange={(fiscalYear) => change(line.key, { fiscalYear })}
            error={errorOf(`budgetLines.${place}.fiscalYear`)}
            thousandSeparator=""
            hideControls
          />
          {lines.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              ml="auto"
              aria-label={text.removeLine(line.source)}
              onClick={() => put({ budgetLines: lines.filter((other) => other.key !== line.key) })}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
          <NumberInput
            flex="1 1 152px"
            label={text.ceiling}
            prefix="Rp"
            value={line.ceiling}
            onChange={(ceiling) => change(line.key, { ceiling })}
            error={errorOf(`budgetLines.${place}.ceiling`)}
            min={1}
            allowDecimal={false}
            thousandSeparator="."
            decimalSeparator=","
            hideControls
          />
          <TextInput
            flex="1 1 152px"
            label={text.accountCode}
            value={line.accountCode}
            onChange={(event) => change(line.key, { accountCode: event.currentTarget.value })}
          />
        </Group>
      ))}
      <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {text.addLine}
      </Button>
    </Fieldset>
  )
}
