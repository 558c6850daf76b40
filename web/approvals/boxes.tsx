import { listInbox, listOwn } from '../../src/approvals/api.ts'
import { useAnswer } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { approvalsText } from '../text/approvals.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'
import style from './approvals.module.css'

type Box = 'inbox' | 'own' | 'history' | 'rules'

/** The places of approvals, with what waits in those that wait for somebody. */
export function Boxes({ box }: { box: Box | undefined }) {
  const text = useText(approvalsText)
  const mayAnswer = useHasRole('administrator', 'officer', 'approver', 'treasurer')
  const own = useAnswer(listOwn, { query: { state: 'waiting', limit: 1 } }).data?.count ?? 0
  return (
    <nav className={style.boxes} aria-label={text.boxes}>
      {mayAnswer && <InboxLink isHere={box === 'inbox'} />}
      {mayAnswer && <BoxLink to={paths.approvalsOwn()} isHere={box === 'own'} label={text.boxOwn(own)} />}
      <BoxLink to={paths.approvalHistory()} isHere={box === 'history'} label={text.boxHistory} />
      <BoxLink to={paths.approvalRules()} isHere={box === 'rules'} label={text.boxRules} />
    </nav>
  )
}

function InboxLink({ isHere }: { isHere: boolean }) {
  const text = useText(approvalsText)
  const count = useAnswer(listInbox, { query: { limit: 1 } }).data?.count ?? 0
  return <BoxLink to={paths.approvals()} isHere={isHere} label={text.boxInbox(count)} />
}

function BoxLink({ to, isHere, label }: { to: string; isHere: boolean; label: string }) {
  return (
    <PageLink to={to} className={style.box} {...(isHere && { 'aria-current': 'page' as const })}>
      {label}
    </PageLink>
  )
}
