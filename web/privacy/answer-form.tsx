import { Radio, Select, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  decideRequest,
  listRequests,
  type RefusalGround,
  refusalGroundNames,
  refusalGrounds,
  requestLaw,
} from '../../src/privacy/subject-api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import type { SubjectRequest } from './requests-table.tsx'

/** Answers a person's request: granted, or refused on a legal ground. */
export function AnswerForm({ request, onClose }: { request: SubjectRequest; onClose: () => void }) {
  const text = useText(privacyText)
  const word = useWording()
  const [verdict, setVerdict] = useState<'grant' | 'refuse'>('grant')
  const [ground, setGround] = useState<RefusalGround | null>(null)
  const [answer, setAnswer] = useState('')
  const decide = useAct(decideRequest, { touches: [listRequests], onDone: onClose })
  const grants = verdict === 'grant'
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={word(requestLaw[request.kind].name)}
      act={grants ? text.grant : text.refuse}
      isBusy={decide.isPending}
      problem={decide.error ? shownOf(decide.error) : undefined}
      onSubmit={() =>
        decide.mutate({
          params: { requestId: request.id },
          body: { grants, answer, ...(!grants && ground !== null && { ground }) },
        })
      }
    >
      {(errorOf) => (
        <>
          <p>{request.wish}</p>
          <Radio.Group
            label={text.decision}
            value={verdict}
            onChange={(chosen) => setVerdict(chosen === 'refuse' ? 'refuse' : 'grant')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="grant" label={text.grant} />
              <Radio value="refuse" label={text.refuse} />
            </Stack>
          </Radio.Group>
          {!grants && (
            <Select
              label={text.refusalGround}
              data={refusalGrounds.map((one) => ({ value: one, label: word(refusalGroundNames[one]) }))}
              value={ground}
              onChange={setGround}
              error={errorOf('ground')}
            />
          )}
          <Textarea
            label={text.answerText}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
            error={errorOf('answer')}
            autosize
            minRows={3}
          />
        </>
      )}
    </FormDrawer>
  )
}
