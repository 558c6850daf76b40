import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { DayText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import type { Opened } from './confidential-tab.tsx'

/** An opened confidential part, as it was recorded. */
export function ConfidentialContent({ opened }: { opened: Opened }) {
  const text = useText(privacyText)
  const { bankAccount, health, children } = opened
  if (bankAccount !== null) {
    return (
      <FactList
        facts={[
          { label: text.bank, value: bankAccount.bank },
          { label: text.accountNumber, value: <span className="figures">{bankAccount.number}</span> },
          { label: text.holder, value: bankAccount.holder },
        ]}
      />
    )
  }
  if (health !== null) return <p>{health.note}</p>
  return (
    <FactList
      facts={(children ?? []).map((child) => ({
        label: child.name,
        value: (
          <>
            <DayText iso={child.birthDate} /> · {child.level ?? text.noLevel}
          </>
        ),
      }))}
    />
  )
}
