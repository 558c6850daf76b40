import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'

type AccountState = 'active' | 'invited' | 'inactive'

const tones = { active: 'good', invited: 'warn', inactive: 'calm' } as const

/** Whether somebody can sign in, has still to choose a password, or is kept out. */
export function AccountStateBadge({ state }: { state: AccountState }) {
  const text = useText(accountsText)
  return <StatusBadge tone={tones[state]}>{text[state]}</StatusBadge>
}
