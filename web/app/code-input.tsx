import { TextInput } from '@mantine/core'

type CodeInputProps = { label: string; value: string; onChange: (value: string) => void; description?: string }

/** A code of an authenticator; phones and password keepers know by the field what to fill in. */
export function CodeInput({ label, value, onChange, description }: CodeInputProps) {
  return (
    <TextInput
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={20}
      w={240}
      required
      withAsterisk={false}
    />
  )
}
