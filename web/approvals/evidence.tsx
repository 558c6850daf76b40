import { ruleOf } from '../../src/approvals/api.ts'
import { useRoleName } from '../app/roles.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { Amount, Count } from '../ui/amounts.tsx'
import { DayText, MomentText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './approvals.module.css'
import { Changes } from './changes.tsx'
import { type Request, stateTones, useStateName } from './request.ts'

/** Everything needed to answer a request on one screen: what follows in figures, what changes, who asked and why it takes two. */
export function Evidence({ request }: { request: Request }) {
  const text = useText(approvalsText)
  const word = useWording()
  const stateName = useStateName()
  const { people, amount } = request
  return (
    <div className={style.evidence}>
      {(people !== null || amount !== null) && (
        <Figures>
          {people !== null && <Figure label={text.people} value={<Count of={people} />} />}
          {amount !== null && <Figure label={text.amount} value={<Amount rupiah={amount} />} />}
        </Figures>
      )}
      <Changes request={request} />
      <FactList
        facts={[
          {
            label: text.state,
            value: (
              <>
                <StatusBadge tone={stateTones[request.state]}>{stateName(request.state)}</StatusBadge>
                {request.endedBecause && <p>{word(request.endedBecause)}</p>}
              </>
            ),
          },
          ...(request.because === null ? [] : [{ label: text.because, value: request.because }]),
          { label: text.whyTwo, value: word(ruleOf(request.operation).why) },
          { label: text.approvals, value: <Progress request={request} /> },
          ...(request.expiresOn === null ? [] : [{ label: text.expires, value: <DayText iso={request.expiresOn} age="due" /> }]),
        ]}
      />
    </div>
  )
}

/** How many have approved, who answered what, and who else may. */
function Progress({ request }: { request: Request }) {
  const text = useText(approvalsText)
  const roleName = useRoleName()
  if (request.needed === 0) return text.nobodyElse
  return (
    <>
      {text.approvalsOf(request.approvals, request.needed)}
      {request.answers.map((answer) => (
        <div key={answer.answeredByName + answer.answeredAt}>
          {answer.verdict === 'approve'
            ? text.saidApprove(answer.answeredByName)
            : text.saidRefuse(answer.answeredByName, answer.reason ?? '')}
          , <MomentText iso={answer.answeredAt} />
        </div>
      ))}
      {request.state === 'waiting' && (
        <div className="small quiet">
          {text.byWhom}: {request.roles.map(roleName).join(', ')}
        </div>
      )}
    </>
  )
}
