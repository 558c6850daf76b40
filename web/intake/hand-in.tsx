import { Anchor, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { downloadTemplate, handInLists, listIntakes } from '../../src/intake/api.ts'
import { addressOf, sendFiles } from '../app/call.ts'
import { shownOf } from '../app/problem.ts'
import { paths } from '../paths.ts'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText } from '../text/language.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useGo } from '../ui/link.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import { FileState, type HandedIn, type Sending } from './file-states.tsx'

/** The kinds of file intake reads. */
const endings = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.tsv', '.txt']

type HandInProps = { opened: boolean; onOpen: () => void; onClose: () => void }

/**
 * Lists are handed in beside the list of intakes: chosen, or dropped anywhere on the page. Each shows how far it is; then the new intake opens.
 * When a file was known from before or was not taken, the queue stays and says so.
 */
export function HandIn({ opened, onOpen, onClose }: HandInProps) {
  const text = useText(intakeText)
  const words = useText(repairText)
  const go = useGo()
  const queue = useQueue((intakeId) => go(paths.intake(intakeId)))
  const { files, sending, answer } = queue
  useDropAnywhere(onOpen, (dropped) => queue.choose([...files, ...dropped]))
  const intakeId = answer?.intakeId
  const isAnswered = answer !== undefined
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.handIn}
      act={files.length === 0 || isAnswered ? text.handIn : text.handInCount(files.length)}
      isBusy={sending !== undefined && !isAnswered}
      whyNot={isAnswered ? words.taken : files.length === 0 ? text.noFilesYet : undefined}
      problem={queue.problem ? shownOf(queue.problem) : undefined}
      onSubmit={() => void queue.send()}
    >
      {() => (
        <>
          <FileDrop
            label={text.handIn}
            hint={text.handInHint}
            endings={endings}
            files={answer === undefined ? files : leftFirst(files, answer)}
            onFiles={queue.choose}
            isLocked={sending !== undefined && !isAnswered}
            stateOf={(file) => <FileState file={file} files={files} sending={sending} answer={answer} />}
          />
          {sending && !isAnswered && <ProgressLine label={words.sendingAll} done={sending.sent} total={sending.total} isShare />}
          {!isAnswered && <p className="quiet">{text.handInAfter}</p>}
          {!isAnswered && (
            <p>
              <Anchor href={addressOf(downloadTemplate)} download>
                {text.template}
              </Anchor>
            </p>
          )}
          {intakeId && (
            <Button onClick={() => go(paths.intake(intakeId))}>
              {words.openIntake(files.length - answer.known.length - answer.notTaken.length)}
            </Button>
          )}
        </>
      )}
    </FormDrawer>
  )
}

/** What was not taken, or was known from before, stands first. */
function leftFirst(files: readonly File[], { known, notTaken }: HandedIn): File[] {
  const left = new Set([...notTaken, ...known].map((list) => list.name))
  return files.toSorted((one, other) => Number(left.has(other.name)) - Number(left.has(one.name)))
}

/** The files chosen, how far they have been sent, and what became of them. */
function useQueue(onTaken: (intakeId: string) => void) {
  const [files, setFiles] = useState<File[]>([])
  const [sending, setSending] = useState<Sending>()
  const [answer, setAnswer] = useState<HandedIn>()
  const [problem, setProblem] = useState<unknown>()
  const queries = useQueryClient()
  const choose = (chosen: File[]) => {
    setFiles(chosen)
    setSending(undefined)
    setAnswer(undefined)
    setProblem(undefined)
  }
  const send = async () => {
    const body = new FormData()
    for (const file of files) body.append('files', file, file.name)
    setProblem(undefined)
    setSending({ sent: 0, total: files.reduce((sum, file) => sum + file.size, 0) })
    try {
      const handed = await sendFiles(handInLists, body, (sent, total) => setSending({ sent, total }))
      void queries.invalidateQueries({ queryKey: [listIntakes.path] })
      if (handed.intakeId !== null && handed.known.length + handed.notTaken.length === 0) onTaken(handed.intakeId)
      else setAnswer(handed)
    } catch (failure) {
      setProblem(failure)
      setSending(undefined)
    }
  }
  return { files, sending, answer, problem, choose, send }
}

/** Files dropped beside the marked field count too, instead of making the browser leave the page. */
function useDropAnywhere(onOver: () => void, onFiles: (files: File[]) => void): void {
  const over = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    onOver()
  })
  const drop = useEffectEvent((event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer) return
    event.preventDefault()
    onFiles([...event.dataTransfer.files].filter((file) => endings.some((ending) => file.name.toLowerCase().endsWith(ending))))
  })
  useEffect(() => {
    const hearOver = (event: DragEvent) => over(event)
    const hearDrop = (event: DragEvent) => drop(event)
    window.addEventListener('dragover', hearOver)
    window.addEventListener('drop', hearDrop)
    return () => {
      window.removeEventListener('dragover', hearOver)
      window.removeEventListener('drop', hearDrop)
    }
  }, [])
}
