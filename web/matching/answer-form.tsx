import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { registers, sendAnswer } from '../../src/matching/api.ts'
import { listRequests } from '../../src/matching/asking-api.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useSession } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { neededColumns, type Register, useRegisterName } from './words-of-registers.ts'

type AnswerFormProps = { opened: boolean; onClose: () => void; onSent: (taskId: string) => void }

/** Hands in the answer of a register: which one, of which day, its file. */
export function AnswerForm({ opened, onClose, onSent }: AnswerFormProps) {
  const text = useText(matchingText)
  const name = useRegisterName()
  const { today } = useSession()
  const [register, setRegister] = useState<Register>('dukcapil')
  const [answeredOn, setAnsweredOn] = useState(today)
  const requests = useAnswer(listRequests).data?.requests ?? []
  const open = requests.filter((one) => one.register === register && one.answeredBy === null)
  const [chosenRequest, setRequest] = useState<string | null>()
  const answers = chosenRequest === undefined ? (open[0]?.requestId ?? null) : chosenRequest
  const [files, setFiles] = useState<File[]>([])
  const [isFileMissing, setFileMissing] = useState(false)
  const send = useAct(sendAnswer, {
    touches: [],
    onDone: ({ taskId }) => {
      setFiles([])
      onSent(taskId)
    },
  })
  const submit = () => {
    const [file] = files
    setFileMissing(file === undefined)
    if (file === undefined) return
    const body = new FormData()
    body.set('register', register)
    body.set('answeredOn', answeredOn)
    if (answers !== null) body.set('requestId', answers)
    body.set('file', file)
    send.mutate({ body })
  }
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.send}
      act={text.sendAct}
      isBusy={send.isPending}
      problem={send.error ? shownOf(send.error) : undefined}
      onSubmit={submit}
    >
      {(errorOf) => (
        <>
          <Select
            label={text.register}
            description={text.needs(neededColumns[register])}
            data={registers.map((value) => ({ value, label: name(value) }))}
            value={register}
            allowDeselect={false}
            onChange={(chosen) => {
              setRegister(chosen ?? register)
              setRequest(undefined)
            }}
            error={errorOf('register')}
          />
          {open.length > 0 && (
            <Select
              label={text.answersRequest}
              description={text.answersRequestWhy}
              placeholder={text.answersNone}
              data={open.map((one) => ({ value: one.requestId, label: text.requestOf(one.fileName, one.people) }))}
              value={answers}
              clearable
              onChange={setRequest}
            />
          )}
          <TextInput
            type="date"
            label={text.answeredOn}
            description={text.answeredOnWhy}
            max={today}
            value={answeredOn}
            onChange={(event) => setAnsweredOn(event.currentTarget.value)}
            error={errorOf('answeredOn')}
          />
          <FileDrop
            label={text.chooseFile}
            hint={text.fileHint}
            endings={['.xlsx', '.xls', '.xlsb', '.ods', '.csv', '.tsv', '.txt']}
            files={files}
            onFiles={(chosen) => {
              setFiles(chosen.slice(-1))
              setFileMissing(false)
            }}
          />
          {isFileMissing && (
            <p role="alert" style={{ color: 'var(--bad)' }}>
              {text.fileNeeded}
            </p>
          )}
        </>
      )}
    </FormDrawer>
  )
}
