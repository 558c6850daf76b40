import { Alert, Stack } from '@mantine/core'
import type { explainWorker } from '../../src/eligibility/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useText } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import { paths } from '../paths.ts'
import { GroundsList } from '../ui/grounds.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { Stateful } from '../ui/page-frame.tsx'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useShownGrounds } from './shown-grounds.ts'
import type { Known } from './worker-life.ts'

type Explanation = AnswerOf<typeof explainWorker>
type Places = NonNullable<Known['places']>

/** Why the worker is eligible or not, ground by ground with its law, and where they stand in each programme. */
export function GroundsTab({ state, places }: { state: PageState<Explanation>; places: Places }) {
  const text = useText(registryText)
  const words = { title: text.tabGrounds, empty: { title: text.notJudgedYet, what: '' }, forbidden: text.forWhom }
  return (
    <Stateful state={state} words={words}>
      {(explanation) => (
        <Stack gap="md">
          <ExplanationShown explanation={explanation} />
          {places.length > 0 && <PlacesTable places={places} />}
        </Stack>
      )}
    </Stateful>
  )
}

/** An explanation: by which rules, how it came out, every ground; and a word when a kept judgement says otherwise. */
export function ExplanationShown({ explanation }: { explanation: Explanation }) {
  const text = useText(registryText)
  const shown = useShownGrounds()
  const { ruleSet, judgedOn, isEligible, decided } = explanation
  return (
    <Stack gap="xs">
      <p className="quiet">
        {text.byRules(ruleSet.title, ruleSet.version, judgedOn)}
        {ruleSet.legalBasis !== '' && ` · ${ruleSet.legalBasis}`}
      </p>
      {decided === null && (
        <Alert color="gray" variant="outline" py={8}>
          {text.notJudgedYet}
        </Alert>
      )}
      {decided !== null && decided.isEligible !== isEligible && (
        <Alert color="amber" variant="outline" py={8}>
          {text.changedSince}
        </Alert>
      )}
      <GroundsList title={isEligible ? text.groundsYes : text.groundsNo} grounds={shown(explanation)} isOpen />
    </Stack>
  )
}

function PlacesTable({ places }: { places: Places }) {
  const text = useText(registryText)
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{text.places}</h2>
      <NumbersTable
        label={text.places}
        rows={places}
        keyOf={(place) => place.programmeId}
        columns={[
          {
            id: 'programme',
            title: text.programme,
            cell: (place) => <PageLink to={paths.programme(place.code)}>{place.name}</PageLink>,
          },
          {
            id: 'place',
            title: text.position,
            cell: (place) => (
              <>
                {text.ofQuota(place.position, place.placesInQuota)}{' '}
                <StatusBadge tone={place.place === 'quota' ? 'good' : 'calm'}>
                  {place.place === 'quota' ? text.withinQuota : text.waitingList}
                </StatusBadge>
              </>
            ),
          },
          {
            id: 'decree',
            title: text.decree,
            cell: (place) => place.decreeNumber ?? <span className="quiet">{text.notDecreed}</span>,
          },
        ]}
      />
    </section>
  )
}
