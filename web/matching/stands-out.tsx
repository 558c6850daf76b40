import { readMatchSummary, registers } from '../../src/matching/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAnswer } from '../app/load.ts'
import { useSegmentName } from '../registry/words-of-standing.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { paths } from '../paths.ts'
import { Count, Share } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import { PageLink } from '../ui/link.tsx'
import style from '../ui/page.module.css'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useRegisterName } from './words-of-registers.ts'

type Summary = AnswerOf<typeof readMatchSummary>

/** When each register spoke last, and how many workers stand out; every count leads to its people. */
export function StandsOut() {
  const summary = useAnswer(readMatchSummary).data
  if (summary === undefined) return null
  return (
    <>
      <LastAnswers answeredOn={summary.answeredOn} />
      <Counts summary={summary} />
    </>
  )
}

function LastAnswers({ answeredOn }: { answeredOn: Summary['answeredOn'] }) {
  const text = useText(matchingText)
  const name = useRegisterName()
  return (
    <section className={`${style.panel} ${style.section}`} aria-label={text.lastAnswer}>
      <Figures>
        {registers.map((register) => {
          const on = answeredOn[register]
          return (
            <div key={register} style={{ minWidth: 152 }}>
              <dt className="quiet small">{name(register)}</dt>
              <dd>{on === null ? <StatusBadge tone="warn">{text.never}</StatusBadge> : <DayText iso={on} age="away" />}</dd>
            </div>
          )
        })}
      </Figures>
    </section>
  )
}

function Counts({ summary }: { summary: Summary }) {
  const text = useText(matchingText)
  const segment = useSegmentName()
  const counts = [
    { label: text.deceased, means: text.deceasedMeans, count: summary.deceased, to: { standing: 'deceased' } },
    ...summary.covered.map((one) => ({
      label: text.covered(segment(one.segment)),
      means: text.coveredMeans,
      count: one.workers,
      to: { standing: 'covered', coveredBy: one.segment },
    })),
    { label: text.unknown, means: text.unknownMeans, count: summary.unknown, to: { standing: 'unknown' } },
    { label: text.nameDiffers, means: text.nameDiffersMeans, count: summary.nameDiffers, to: { standing: 'name-differs' } },
    {
      label: text.birthDateDiffers,
      means: text.birthDateDiffersMeans,
      count: summary.birthDateDiffers,
      to: { standing: 'birth-date-differs' },
    },
    { label: text.noDecile, means: text.noDecileMeans, count: summary.noDecile, to: { standing: 'no-decile' } },
    { label: text.notAsked, means: text.notAskedMeans, count: summary.notAsked, to: { standing: 'not-asked' } },
  ]
  return (
    <section className={`${style.panel} ${style.section}`}>
      <h2 style={{ marginBottom: 12 }}>{text.standsOut}</h2>
      <Figures>
        {counts.map(({ label, means, count, to }) => (
          <Figure
            key={label}
            label={label}
            {...(means !== undefined && { definition: means })}
            value={
              count === 0 ? (
                <Count of={0} />
              ) : (
                <PageLink to={paths.workers(to)}>
                  <Count of={count} />
                </PageLink>
              )
            }
            note={<Share part={count} whole={summary.workers} />}
          />
        ))}
      </Figures>
    </section>
  )
}
