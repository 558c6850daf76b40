import { type Change, compareFacts, type Fact } from '../../src/approvals/api.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { approvalsText } from '../text/approvals.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { DayText } from '../ui/day-text.tsx'
import { SideBySide } from '../ui/task-page.tsx'
import type { Request } from './request.ts'

/** What a request changes: now and then side by side, what differs marked, numbers with their difference. */
export function Changes({ request }: { request: Pick<Request, 'before' | 'after'> }) {
  const text = useText(approvalsText)
  const word = useWording()
  const facts = compareFacts(request.before, request.after).map((change) => ({
    label: word((change.after ?? change.before)?.label ?? { id: change.field, en: change.field }),
    left: <Value fact={change.before} />,
    right: (
      <>
        <Value fact={change.after} />
        <Difference change={change} />
      </>
    ),
    differs: change.differs,
  }))
  return (
    <SideBySide
      leftTitle={text.before}
      rightTitle={text.after}
      facts={facts}
      label={text.changes}
      sameWord={text.sameWord}
      differsWord={text.differsWord}
    />
  )
}

function Value({ fact }: { fact: Fact | null }) {
  const text = useText(approvalsText)
  const word = useWording()
  const { language } = useLanguage()
  if (fact === null) return <span className="quiet">–</span>
  if ('count' in fact) return <span className="figures">{formatCount(fact.count, language)}</span>
  if ('rupiah' in fact) return <span className="figures">{formatRupiah(fact.rupiah)}</span>
  if ('day' in fact) return <DayText iso={fact.day} />
  if ('yes' in fact) return fact.yes ? text.yes : text.no
  if ('words' in fact) return word(fact.words)
  return fact.text === '' ? <span className="quiet">–</span> : fact.text
}

/** How much more or less a number becomes, where both sides have one. */
function Difference({ change: { before, after, differs } }: { change: Change }) {
  const text = useText(approvalsText)
  const { language } = useLanguage()
  if (!differs || before === null || after === null) return null
  const [old, now] = [numberOf(before), numberOf(after)]
  if (old === undefined || now === undefined) return null
  const size = Math.abs(now - old)
  const shown = 'rupiah' in after ? formatRupiah(size) : formatCount(size, language)
  return <div className="small quiet">{now > old ? text.more(shown) : text.fewer(shown)}</div>
}

function numberOf(fact: Fact): number | undefined {
  if ('count' in fact) return fact.count
  return 'rupiah' in fact ? fact.rupiah : undefined
}
