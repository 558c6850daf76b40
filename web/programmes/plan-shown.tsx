import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Wording } from '../../values/language.ts'
import { useText, useWording } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { planOf, type TypedProgramme } from './plan-of-form.ts'

/** What a plan being typed costs against its ceiling, and what to think of. */
export function PlanShown({ typed }: { typed: TypedProgramme }) {
  const text = useText(programmesText)
  const plan = planOf(typed)
  if (plan === undefined) return <p className="quiet">{text.costLater}</p>
  const { personMonths, pricePerMonth, cost, ceiling, warnings } = plan
  const isOnePrice = pricePerMonth * personMonths === cost
  const left = ceiling - cost
  return (
    <Stack gap="xs" role="status">
      <div>
        <div>{isOnePrice ? text.costIs(personMonths, pricePerMonth, cost) : text.costVaries(personMonths, cost)}</div>
        <div>
          {text.ceilingIs(ceiling)}{' '}
          <StatusBadge tone={left >= 0 ? 'good' : 'warn'}>{left >= 0 ? text.left(left) : text.short(-left)}</StatusBadge>
        </div>
      </div>
      {plan.payersDiffer && (
        <Alert color="amber" variant="outline" icon={<IconAlertTriangle size={18} />} py={8}>
          {text.payersDiffer}
        </Alert>
      )}
      <Warnings warnings={warnings} />
    </Stack>
  )
}

type Warning = { kind: string; title: Wording; why: Wording; todo: Wording }

/** What there is to think of in a plan; nothing is refused for it. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const word = useWording()
  return warnings.map((warning) => (
    <Alert
      key={warning.kind}
      color="amber"
      variant="outline"
      icon={<IconAlertTriangle size={18} />}
      title={word(warning.title)}
      py={8}
    >
      {word(warning.why)} {word(warning.todo)}
    </Alert>
  ))
}
