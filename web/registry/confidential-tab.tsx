import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { listParts, openPart, type Part, partNames, parts, writePart } from '../../src/confidential/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import style from '../privacy/privacy.module.css'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { DayText } from '../ui/day-text.tsx'
import { Stateful } from '../ui/page-frame.tsx'
import { ConfidentialContent } from './confidential-content.tsx'
import { ConfidentialForm } from './confidential-form.tsx'
import { type ChosenGround, GroundedAct } from './ground-choice.tsx'

/** What stands open of a confidential record. */
export type Opened = AnswerOf<typeof openPart>
type Recorded = AnswerOf<typeof listParts>['parts'][number]

/** The confidential parts of a worker, each closed until it is opened on a ground, which is logged. */
export function ConfidentialTab({ workerId }: { workerId: number }) {
  const text = useText(privacyText)
  const state = useLoad(listParts, { params: { workerId } })
  const words = {
    title: text.tabConfidential,
    empty: { title: text.notRecorded, what: text.confidentialWhat },
    forbidden: text.confidentialForWhom,
  }
  return (
    <>
      <p className={`quiet ${style.lead}`}>{text.confidentialWhat}</p>
      <Stateful state={state} words={words}>
        {(answer) =>
          parts.map((part) => (
            <PartShown key={part} workerId={workerId} part={part} recorded={answer.parts.find((one) => one.part === part)} />
          ))
        }
      </Stateful>
    </>
  )
}

type PartProps = { workerId: number; part: Part; recorded: Recorded | undefined }

function PartShown({ workerId, part, recorded }: PartProps) {
  const text = useText(privacyText)
  const word = useWording()
  const [opened, setOpened] = useState<Opened>()
  const [isWriting, setWriting] = useState(false)
  const name = word(partNames[part])
  return (
    <section className={style.part} aria-label={name}>
      <div>
        <h3>{name}</h3>
        <span className="quiet small">
          {recorded === undefined ? (
            text.notRecorded
          ) : (
            <>
              {text.recordedBy(recorded.enteredByName)} · <DayText iso={recorded.enteredAt} />
            </>
          )}
        </span>
      </div>
      <Group gap="xs">
        {recorded === undefined ? (
          <Button variant="default" onClick={() => setWriting(true)}>
            {text.record}
          </Button>
        ) : (
          <RecordedActs workerId={workerId} part={part} opened={opened} onOpened={setOpened} onWrite={() => setWriting(true)} />
        )}
      </Group>
      {opened !== undefined && (
        <div className={style.content}>
          <ConfidentialContent opened={opened} />
        </div>
      )}
      {isWriting && (
        <ConfidentialForm
          workerId={workerId}
          part={part}
          opened={opened}
          isNew={recorded === undefined}
          onClose={() => setWriting(false)}
          onDone={() => {
            setWriting(false)
            setOpened(undefined)
          }}
        />
      )}
    </section>
  )
}

type RecordedProps = {
  workerId: number
  part: Part
  opened: Opened | undefined
  onOpened: (opened: Opened | undefined) => void
  onWrite: () => void
}

function RecordedActs({ workerId, part, opened, onOpened, onWrite }: RecordedProps) {
  const text = useText(privacyText)
  const word = useWording()
  const [asked, setAsked] = useState<ChosenGround>()
  const [isRemoving, setRemoving] = useState(false)
  const open = useAct(openPart, {
    touches: [],
    onDone: (answer) => {
      onOpened(answer)
      setAsked(undefined)
    },
  })
  const remove = useAct(writePart, {
    touches: [listParts],
    onDone: () => {
      onOpened(undefined)
      setRemoving(false)
    },
  })
  const name = word(partNames[part])
  const params = { workerId }
  return (
    <>
      {opened === undefined ? (
        <Button variant="default" onClick={() => setAsked({ ground: null, because: '' })} aria-label={text.openPart(name)}>
          {text.open}
        </Button>
      ) : (
        <>
          <Button variant="subtle" onClick={() => onOpened(undefined)}>
            {text.close}
          </Button>
          <Button variant="default" onClick={onWrite}>
            {text.change}
          </Button>
          <Button variant="default" color="red" onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
        </>
      )}
      {asked !== undefined && (
        <GroundedAct
          chosen={asked}
          onChoose={setAsked}
          onClose={() => setAsked(undefined)}
          title={text.openPart(name)}
          act={text.open}
          willHappen={[text.willOpen, text.willLog]}
          isBusy={open.isPending}
          problem={open.error ? shownOf(open.error) : undefined}
          onConfirm={(ground, because) => open.mutate({ params, body: { part, ground, because } })}
        />
      )}
      <ConfirmAct
        opened={isRemoving}
        onClose={() => setRemoving(false)}
        title={text.removePart(name)}
        act={text.remove}
        isDestructive
        asksReason
        willHappen={[text.willRemove]}
        isBusy={remove.isPending}
        problem={remove.error ? shownOf(remove.error) : undefined}
        onConfirm={(because) => remove.mutate({ params, body: { part, content: null, because } })}
      />
    </>
  )
}
