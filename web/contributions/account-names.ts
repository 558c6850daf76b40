import { contributionsText } from '../text/contributions.ts'
import { useText } from '../text/language.tsx'

/** Names an account of the contribution books in the reader's language; one it does not know as it is written. */
export function useAccountName(): (account: string) => string {
  const text = useText(contributionsText)
  const names: Record<string, string> = {
    'contribution-expense': text.accountExpense,
    'contribution-payable': text.accountPayable,
    'regional-treasury': text.accountTreasury,
  }
  return (account) => names[account] ?? account
}

/** Names a kind of entry in the reader's language. */
export function useEntryKind(): (kind: string) => string {
  const text = useText(contributionsText)
  const names: Record<string, string> = {
    recognised: text.kindRecognised,
    paid: text.kindPaid,
    'payment-returned': text.kindReturned,
  }
  return (kind) => names[kind] ?? kind
}
