import { useParams } from '@tanstack/react-router'
import { readPerson } from '../../src/contributions/books-api.ts'
import { explainWorker } from '../../src/eligibility/api.ts'
import { readWorkerAnswers } from '../../src/matching/api.ts'
import { readWorkerPlaces } from '../../src/programmes/api.ts'
import { readWorker } from '../../src/registry/api.ts'
import { isProblem } from '../app/call.ts'
import { stateOf, useAnswer } from '../app/load.ts'
import { useText } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'
import { Masked } from '../ui/masked.tsx'
import { RecordPage } from '../ui/record-page.tsx'
import type { PageState } from '../ui/states.ts'
import { useHasRole } from '../app/session.tsx'
import { privacyText } from '../text/privacy.ts'
import { ConfidentialTab } from './confidential-tab.tsx'
import { IdentityTab } from './identity-tab.tsx'
import { MembershipTab } from './membership-tab.tsx'
import { PrivacyTab } from './privacy-tab.tsx'
import { RegistersTab } from './registers-tab.tsx'
import { GroundsTab } from './grounds-tab.tsx'
import { type Known, lifeOf } from './worker-life.ts'
import { useStepNotes, useWorkerTimeline } from './worker-timeline.ts'
import { StandingBadge } from './workers-page.tsx'

/** One worker: who they are, what the registers said, why they are eligible or not, what they are covered by, and what happened. */
export function WorkerPage() {
  const text = useText(registryText)
  const privacy = useText(privacyText)
  const seesConfidential = useHasRole('officer', 'village-operator')
  const seesPrivacy = useHasRole('officer', 'approver', 'administrator', 'auditor')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const params = { id }
  const worker = useAnswer(readWorker, { params })
  const answers = useAnswer(readWorkerAnswers, { params })
  const explanation = useAnswer(explainWorker, { params, query: {} })
  const places = useAnswer(readWorkerPlaces, { params })
  const person = useAnswer(readPerson, { params: { workerId: id } })
  const state: PageState<Known['worker'] | undefined> = isProblem(worker.error, 404)
    ? { is: 'here', value: undefined }
    : stateOf(worker)
  const timelineOf = useWorkerTimeline()
  const notesOf = useStepNotes()
  const stepNames = {
    listed: text.stepListed,
    matched: text.stepMatched,
    eligible: text.stepEligible,
    ranked: text.stepRanked,
    decreed: text.stepDecreed,
    member: text.stepMember,
  }
  return (
    <RecordPage
      words={{ title: text.worker, empty: { title: text.noSuch, what: text.noSuchWhat }, forbidden: text.forWhom }}
      over={<PageLink to={paths.workers()}>{text.title}</PageLink>}
      state={state}
      view={(loaded) => {
        const known: Known = {
          worker: loaded,
          answers: answers.data,
          explanation: explanation.data,
          places: places.data?.places,
          person: person.data,
        }
        const notes = notesOf(known)
        return {
          name: loaded.fullName,
          facts: (
            <>
              {loaded.nik !== null && <Masked nik={loaded.nik} />}
              <span>
                {loaded.villageName}, {loaded.districtName}
              </span>
              {loaded.occupation !== null && <span>{loaded.occupation}</span>}
              {answers.data?.match && <StandingBadge row={answers.data.match} />}
            </>
          ),
          steps: lifeOf(known).map(({ step, stands }) => ({
            label: stepNames[step],
            stands,
            ...(notes[step] !== undefined && { note: notes[step] }),
          })),
          tabs: [
            { id: 'identitas', label: text.tabIdentity, content: <IdentityTab worker={loaded} /> },
            { id: 'register', label: text.tabRegisters, content: <RegistersTab state={stateOf(answers)} /> },
            {
              id: 'kelayakan',
              label: text.tabGrounds,
              content: <GroundsTab state={stateOf(explanation)} places={places.data?.places ?? []} />,
            },
            {
              id: 'kepesertaan',
              label: text.tabMembership,
              ...(person.data && { count: person.data.membership.periods.length }),
              content: <MembershipTab state={stateOf(person)} />,
            },
            ...(seesConfidential
              ? [{ id: 'rahasia', label: privacy.tabConfidential, content: <ConfidentialTab workerId={loaded.id} /> }]
              : []),
            ...(seesPrivacy ? [{ id: 'privasi', label: privacy.tabPrivacy, content: <PrivacyTab workerId={loaded.id} /> }] : []),
          ],
          timeline: timelineOf(known),
        }
      }}
    />
  )
}
