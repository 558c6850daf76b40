import { useParams } from '@tanstack/react-router'
import { explainWorker, listRuleSets, readRun } from '../../src/eligibility/api.ts'
import { readProgramme, readWorkerPlaces } from '../../src/programmes/api.ts'
import { useAnswer, useAnswerWhen, useLoad } from '../app/load.ts'
import { ExplanationShown } from '../registry/grounds-tab.tsx'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { registryText } from '../text/registry.ts'
import { paths } from '../paths.ts'
import { Masked } from '../ui/masked.tsx'
import { PageLink } from '../ui/link.tsx'
import { RecordPage, type TimelineLine } from '../ui/record-page.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { type Programme, usePriorities } from './words-of-programmes.ts'

/** One person in a programme explained: every ground with its law, and why they stand at their place. */
export function CandidatePage() {
  const text = useText(programmesText)
  const names = useText(registryText)
  const { id: code = '', worker = '' } = useParams({ strict: false }) as { id?: string; worker?: string }
  const programme = useAnswer(readProgramme, { params: { code } }).data
  const run = programme?.eligibilityRunId ?? undefined
  const state = useLoad(explainWorker, { params: { id: worker }, query: { run } })
  const places = useAnswer(readWorkerPlaces, { params: { id: worker } }).data?.places
  const place = places?.find((one) => one.code === programme?.code)
  const timeline = useTimeline(programme)
  return (
    <RecordPage
      words={{
        title: text.candidate,
        empty: { title: text.noCandidate, what: text.noCandidateWhat },
        forbidden: text.forWhom,
      }}
      over={
        <>
          <PageLink to={paths.programme(code)}>{programme?.name ?? code}</PageLink> ·{' '}
          <PageLink to={paths.candidates(code)}>{text.ranking}</PageLink>
        </>
      }
      state={state}
      view={(explanation) => ({
        name: explanation.worker.fullName,
        facts: (
          <>
            {explanation.worker.nik !== null && <Masked nik={explanation.worker.nik} />}
            <StatusBadge tone={explanation.isEligible ? 'good' : 'warn'}>
              {explanation.isEligible ? names.eligible : names.ineligible}
            </StatusBadge>
            {place && (
              <StatusBadge tone={place.place === 'quota' ? 'good' : 'calm'}>
                {place.place === 'quota' ? text.withinQuota : text.waitingList}
              </StatusBadge>
            )}
            <PageLink to={paths.worker(String(explanation.worker.id))}>{text.toWorker}</PageLink>
          </>
        ),
        tabs: [
          { id: 'syarat', label: text.tabGrounds, content: <ExplanationShown explanation={explanation} /> },
          { id: 'urutan', label: text.tabPlace, content: <WhyThere programme={programme} position={place?.position} /> },
        ],
        timeline,
      })}
    />
  )
}

function WhyThere({ programme, position }: { programme: Programme | undefined; position: number | undefined }) {
  const text = useText(programmesText)
  const orderOf = usePriorities()
  const ruleSet = useAnswer(listRuleSets).data?.ruleSets.find((one) => one.id === programme?.ruleSetId)
  if (programme === undefined || position === undefined) return <p className="quiet">{text.placeNone}</p>
  return (
    <>
      <p>{text.ofPlaces(position, programme.quota)}</p>
      {ruleSet && <p className="quiet">{text.placeWhy(orderOf(ruleSet.rules.priorities))}</p>}
    </>
  )
}

/** When the list this person stands in was planned, judged and frozen. */
function useTimeline(programme: Programme | undefined): TimelineLine[] {
  const text = useText(programmesText)
  const id = programme?.eligibilityRunId ?? undefined
  const run = useAnswerWhen(readRun, id === undefined ? undefined : { params: { id } })
  if (programme === undefined) return []
  const { decree } = programme
  const lines: TimelineLine[] = [
    { id: 'planned', at: programme.madeAt, what: text.didPlan, who: programme.madeByName },
    ...(run ? [{ id: 'judged', at: run.madeAt, what: text.didJudge(run.ruleSetTitle), who: run.madeByName }] : []),
    ...(decree ? [{ id: 'frozen', at: decree.frozenAt, what: text.didFreeze(decree.number), who: decree.frozenByName }] : []),
  ]
  return lines.sort((left, right) => Date.parse(right.at) - Date.parse(left.at))
}
