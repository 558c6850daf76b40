import type { readTrialBalance } from '../../src/contributions/books-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText, useWording } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { type NumbersColumn, NumbersTable } from '../ui/numbers-table.tsx'
import style from './contributions.module.css'

type Balance = AnswerOf<typeof readTrialBalance>

/** Every account with what was debited and credited to it; the balances add up to nothing when the books are right. */
export function TrialBalance({ balance }: { balance: Balance }) {
  const text = useText(contributionsText)
  return (
    <>
      <h2 className={style.heading}>{text.trialBalance}</h2>
      <NumbersTable
        label={text.trialBalance}
        rows={balance.accounts}
        keyOf={(each) => each.account}
        columns={useColumns(balance)}
      />
    </>
  )
}

function useColumns(balance: Balance): NumbersColumn<Balance['accounts'][number]>[] {
  const text = useText(contributionsText)
  const word = useWording()
  const money = (id: 'debit' | 'credit' | 'balance', title: string): NumbersColumn<Balance['accounts'][number]> => ({
    id,
    title,
    isNumber: true,
    cell: (each) => <Amount rupiah={each[id]} />,
    total: <Amount rupiah={balance.accounts.reduce((total, each) => total + each[id], 0)} />,
  })
  return [
    { id: 'account', title: text.account, cell: (each) => word(each.name), total: text.total },
    money('debit', text.debit),
    money('credit', text.credit),
    money('balance', text.balance),
  ]
}
