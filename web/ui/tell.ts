import { notifications } from '@mantine/notifications'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'

const colours = { good: 'green', warn: 'amber', bad: 'red' } as const

/** Tells the reader in passing, at the corner of the page, what was done or why it was not. */
export function useTell(): (tone: keyof typeof colours, message: string) => void {
  const text = useText(uiText)
  return (tone, message) => {
    notifications.show({ message, color: colours[tone], closeButtonProps: { 'aria-label': text.close } })
  }
}
