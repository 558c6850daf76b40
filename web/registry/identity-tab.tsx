import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { type readWorker, readWorker as workerEndpoint, showIdentity } from '../../src/registry/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import { Amount } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { type ChosenGround, GroundedAct } from './ground-choice.tsx'

type Worker = AnswerOf<typeof readWorker>
type Whole = AnswerOf<typeof showIdentity>

/** Who the worker is. What lists hide is shown whole only after saying what for; that is logged, and gone when the page is left. */
export function IdentityTab({ worker }: { worker: Worker }) {
  const text = useText(registryText)
  const [asked, setAsked] = useState<ChosenGround>()
  const [whole, setWhole] = useState<Whole>()
  const mayShow = useHasRole('officer', 'approver', 'auditor', 'administrator', 'village-operator')
  const show = useAct(showIdentity, {
    touches: [workerEndpoint],
    onDone: (answer) => {
      setWhole(answer)
      setAsked(undefined)
    },
  })
  return (
    <Stack gap="md" align="flex-start">
      {whole === undefined && mayShow && (
        <Button variant="default" onClick={() => setAsked({ ground: null, because: '' })}>
          {text.show}
        </Button>
      )}
      {whole !== undefined && (
        <Alert color="gray" variant="outline" py={8} w="100%" role="status">
          <Group justify="space-between" gap="xs">
            {text.shownNow}
            <Button variant="subtle" size="compact-sm" onClick={() => setWhole(undefined)}>
              {text.hide}
            </Button>
          </Group>
        </Alert>
      )}
      <div style={{ width: '100%' }}>
        <Facts worker={worker} whole={whole} />
      </div>
      {asked !== undefined && (
        <GroundedAct
          chosen={asked}
          onChoose={setAsked}
          onClose={() => setAsked(undefined)}
          title={text.show}
          act={text.show}
          willHappen={[text.willShow, text.willLog, text.forProgrammeOnly]}
          isBusy={show.isPending}
          problem={show.error ? shownOf(show.error) : undefined}
          onConfirm={(ground, because) => show.mutate({ params: { id: worker.id }, body: { ground, because } })}
        />
      )}
    </Stack>
  )
}

function Facts({ worker, whole }: { worker: Worker; whole: Whole | undefined }) {
  const text = useText(registryText)
  const hidden = (isKnown: boolean, shown: string | null | undefined) =>
    shown ?? <span className="quiet">{isKnown ? text.hidden : text.notRecorded}</span>
  return (
    <FactList
      facts={[
        { label: text.name, value: worker.fullName },
        { label: text.nik, value: <span className="figures">{whole?.nik ?? worker.nik ?? text.notRecorded}</span> },
        {
          label: text.familyCard,
          value: <span className="figures">{whole?.familyCard ?? worker.familyCard ?? text.notRecorded}</span>,
        },
        { label: text.birthPlace, value: worker.birthPlace },
        { label: text.birthDate, value: worker.birthDate === null ? null : <DayText iso={worker.birthDate} /> },
        { label: text.sex, value: worker.sex === null ? null : worker.sex === 'L' ? text.man : text.woman },
        { label: text.address, value: worker.address },
        { label: text.neighbourhood, value: worker.neighbourhood },
        { label: text.village, value: `${worker.villageName}, ${worker.districtName}` },
        { label: text.occupation, value: worker.occupation },
        { label: text.income, value: worker.monthlyIncome === null ? null : <Amount rupiah={worker.monthlyIncome} /> },
        { label: text.phone, value: hidden(worker.hasPhone, whole?.phone) },
        { label: text.motherName, value: hidden(worker.hasMotherName, whole?.motherName) },
        { label: text.source, value: <Source worker={worker} /> },
      ]}
    />
  )
}

function Source({ worker }: { worker: Worker }) {
  const text = useText(registryText)
  return (
    <>
      {worker.sourceFile !== null && `${worker.sourceFile} · `}
      <DayText iso={worker.recordedAt} age="away" />
      {worker.removedAt !== null && (
        <>
          {' '}
          · {text.removed} <DayText iso={worker.removedAt} />
        </>
      )}
    </>
  )
}
