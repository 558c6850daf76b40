import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  listRequests,
  receiveRequest,
  type RequestChannel,
  requestChannels,
  type RequestKind,
  requestKinds,
  requestLaw,
} from '../../src/privacy/subject-api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { MomentField, momentOf, thisMinute } from '../privacy/moment-field.tsx'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'

/** Records what a person asks for about their data; the legal time begins when it reached the office. */
export function RequestForm({ workerId, onClose }: { workerId: number; onClose: () => void }) {
  const text = useText(privacyText)
  const word = useWording()
  const [kind, setKind] = useState<RequestKind>('access')
  const [channel, setChannel] = useState<RequestChannel>('in-person')
  const [wish, setWish] = useState('')
  const [received, setReceived] = useState(thisMinute)
  const receive = useAct(receiveRequest, { touches: [listRequests], onDone: onClose })
  const channels = { 'in-person': text.inPerson, letter: text.letter, phone: text.phone, online: text.online }
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.receive}
      act={text.record}
      isBusy={receive.isPending}
      problem={receive.error ? shownOf(receive.error) : undefined}
      onSubmit={() => receive.mutate({ body: { workerId, kind, channel, wish, receivedAt: momentOf(received) ?? '' } })}
    >
      {(errorOf) => (
        <>
          <Select
            label={text.kind}
            description={requestLaw[kind].law}
            data={requestKinds.map((one) => ({ value: one, label: word(requestLaw[one].name) }))}
            value={kind}
            onChange={(chosen) => chosen !== null && setKind(chosen)}
            allowDeselect={false}
          />
          <Textarea
            label={text.wish}
            value={wish}
            onChange={(event) => setWish(event.currentTarget.value)}
            error={errorOf('wish')}
            autosize
            minRows={3}
          />
          <Select
            label={text.channel}
            data={requestChannels.map((one) => ({ value: one, label: channels[one] }))}
            value={channel}
            onChange={(chosen) => chosen !== null && setChannel(chosen)}
            allowDeselect={false}
          />
          <MomentField label={text.receivedAt} value={received} onChange={setReceived} error={errorOf('receivedAt')} />
        </>
      )}
    </FormDrawer>
  )
}
