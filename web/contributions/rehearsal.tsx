import { rehearseRun } from '../../src/contributions/api.ts'
import { omissionReasonNames } from '../../src/contributions/steps-api.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText, useWording } from '../text/language.tsx'
import { Amount, Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { LinesLoading } from '../ui/page-frame.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'

/** What a run would freeze if it were started now, worked out by the server without keeping it. */
export function Rehearsal({ programmeId, month }: { programmeId: string; month: string }) {
  const text = useText(contributionsText)
  const word = useWording()
  const asked = useAnswer(rehearseRun, { query: { programmeId, month } })
  if (asked.isError) return <ProblemNotice problem={shownOf(asked.error)} />
  if (asked.data === undefined || asked.isPlaceholderData) return <LinesLoading lines={4} />
  const run = asked.data
  const money = run.funding.map((each) => (
    <div key={each.source}>
      {each.source} <Amount rupiah={each.amount} /> <span className="quiet">({<Count of={each.people} />})</span>
    </div>
  ))
  return (
    <section aria-label={text.willFreeze}>
      <h3 style={{ marginBottom: 8 }}>{text.willFreeze}</h3>
      {!run.isNew && <p className="quiet">{text.standsAlready}</p>}
      <FactList
        facts={[
          { label: text.people, value: <Count of={run.people} /> },
          ...run.omissions.map((each) => ({ label: word(omissionReasonNames[each.reason]), value: <Count of={each.people} /> })),
          { label: text.price, value: <Amount rupiah={run.rate} /> },
          {
            label: text.amount,
            value: (
              <>
                <strong>
                  <Amount rupiah={run.amount} />
                </strong>{' '}
                <span className="quiet">{text.times(run.people, formatRupiah(run.rate))}</span>
              </>
            ),
          },
          { label: text.fundedBy, value: money },
          { label: text.due, value: <DayText iso={run.dueOn} age="due" /> },
        ]}
      />
    </section>
  )
}
