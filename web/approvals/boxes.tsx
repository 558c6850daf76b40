import { listInbox, listOwn } from '../../src/approvals/api.ts'
import { useAnswer, useAnswerWhen } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText } from '../text/language.tsx'
import { PageTabs } from '../ui/page-tabs.tsx'

type Box = 'inbox' | 'own' | 'history' | 'rules'

/** The places of approvals, with what waits in those that wait for somebody. */
export function Boxes({ box }: { box: Box | undefined }) {
  const text = useText(approvalsText)
  const mayAnswer = useHasRole('administrator', 'officer', 'approver', 'treasurer')
  const own = useAnswer(listOwn, { query: { state: 'waiting', limit: 1 } }).data?.count ?? 0
  const inbox = useAnswerWhen(listInbox, mayAnswer ? { query: { limit: 1 } } : undefined)?.count ?? 0
  const answering = [
    { to: paths.approvals(), label: text.boxInbox(inbox), isHere: box === 'inbox' },
    { to: paths.approvalsOwn(), label: text.boxOwn(own), isHere: box === 'own' },
  ]
  const pages = [
    ...(mayAnswer ? answering : []),
    { to: paths.approvalHistory(), label: text.boxHistory, isHere: box === 'history' },
    { to: paths.approvalRules(), label: text.boxRules, isHere: box === 'rules' },
  ]
  return <PageTabs label={text.boxes} pages={pages} />
}
