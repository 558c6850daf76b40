import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { requestRule } from '../../src/approvals/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useRoleName } from '../app/roles.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import type { Rule } from './rules-page.tsx'

type RuleFormProps = { rule: Rule; onClose: () => void; onAsked: (requestId: string) => void }

/** Asks for more approvals of an operation, or for fewer kinds of people who may give them. */
export function RuleForm({ rule, onClose, onAsked }: RuleFormProps) {
  const text = useText(approvalsText)
  const word = useWording()
  const roleName = useRoleName()
  const [needed, setNeeded] = useState(rule.needed)
  const [roles, setRoles] = useState<Rule['roles']>(rule.roles)
  const [because, setBecause] = useState('')
  const ask = useAct(requestRule, { onDone: ({ requestId }) => onAsked(requestId) })
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.changeRuleOf(word(rule.name))}
      act={text.changeRule}
      isBusy={ask.isPending}
      problem={ask.error ? shownOf(ask.error) : undefined}
      onSubmit={() => ask.mutate({ params: { operation: rule.operation }, body: { needed, roles, because } })}
    >
      {(errorOf) => (
        <>
          <p className="quiet">{word(rule.why)}</p>
          <NumberInput
            label={text.needed}
            value={needed}
            onChange={(value) => setNeeded(Number(value))}
            min={rule.leastNeeded}
            max={5}
            error={errorOf('needed')}
            data-autofocus
            w={160}
          />
          <Checkbox.Group
            label={text.mayApprove}
            value={roles}
            onChange={(chosen) => setRoles(rule.approve.filter((role) => chosen.includes(role)))}
            error={errorOf('roles')}
          >
            {rule.approve.map((role) => (
              <Checkbox key={role} value={role} label={roleName(role)} mt={8} />
            ))}
          </Checkbox.Group>
          <TextInput
            label={text.because}
            description={text.becauseHint}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
            error={errorOf('because')}
          />
        </>
      )}
    </FormDrawer>
  )
}
