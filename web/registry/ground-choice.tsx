import { Select, Textarea } from '@mantine/core'
import { type AccessGround, accessGroundNames, accessGrounds } from '../../src/registry/api.ts'
import { useText, useWording } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import type { ShownProblem } from '../ui/states.ts'

/** What somebody says they need hidden details for. */
export type ChosenGround = { ground: AccessGround | null; because: string }

type GroundedActProps = {
  title: string
  act: string
  willHappen: readonly string[]
  chosen: ChosenGround
  onChoose: (chosen: ChosenGround) => void
  onClose: () => void
  onConfirm: (ground: AccessGround, because: string) => void
  isBusy: boolean
  problem: ShownProblem | undefined
}

/** Asks what hidden details are needed for before they are shown; what is not in the list is said in words. */
export function GroundedAct({ chosen, onChoose, onConfirm, ...act }: GroundedActProps) {
  const text = useText(registryText)
  const word = useWording()
  const { ground, because } = chosen
  const lack = ground === null ? text.chooseGround : ground === 'other' && because.trim().length < 3 ? text.sayWhatFor : undefined
  return (
    <ConfirmAct opened {...act} whyNot={lack} onConfirm={() => ground !== null && onConfirm(ground, because.trim())}>
      <Select
        label={text.groundOfAccess}
        data={accessGrounds.map((one) => ({ value: one, label: word(accessGroundNames[one]) }))}
        value={ground}
        onChange={(value) => onChoose({ ground: value, because })}
        mb="sm"
      />
      <Textarea
        label={ground === 'other' ? text.whatFor : text.whatForOptional}
        value={because}
        onChange={(event) => onChoose({ ground, because: event.currentTarget.value })}
        maxLength={200}
        autosize
        minRows={2}
        mb="md"
      />
    </ConfirmAct>
  )
}
