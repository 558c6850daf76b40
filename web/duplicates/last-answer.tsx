import { Button, Group, Kbd } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import type { Answered } from './use-review.ts'

type LastAnswerProps = { last: Answered; isBusy: boolean; onUndo: () => void }

/** What was just answered, and one key to take it back. */
export function LastAnswer({ last, isBusy, onUndo }: LastAnswerProps) {
  const text = useText(duplicatesText)
  const undo = () => {
    if (last.undo !== undefined && !isBusy) onUndo()
  }
  useHotkeys([['u', undo]])
  return (
    <Group gap="xs" role="status">
      <span className="quiet">{last.said}</span>
      {last.undo && (
        <Button variant="subtle" size="compact-sm" loading={isBusy} onClick={undo} rightSection={<Kbd size="xs">U</Kbd>}>
          {text.undo}
        </Button>
      )}
    </Group>
  )
}
