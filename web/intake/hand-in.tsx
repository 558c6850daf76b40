import { Anchor } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { downloadTemplate, handInLists, listIntakes } from '../../src/intake/api.ts'
import { addressOf, isProblem } from '../app/call.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { paths } from '../paths.ts'
import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { PageLink, useGo } from '../ui/link.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useTell } from '../ui/tell.ts'

/** The kinds of file intake reads. */
const endings = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.tsv', '.txt']

type HandInProps = { opened: boolean; onOpen: () => void; onClose: () => void }

/** Lists are handed in beside the list of intakes: chosen, or dropped anywhere on the page; then the new intake opens. */
export function HandIn({ opened, onOpen, onClose }: HandInProps) {
  const text = useText(intakeText)
  const go = useGo()
  const tell = useTell()
  const [files, setFiles] = useState<File[]>([])
  const send = useAct(handInLists, {
    touches: [listIntakes],
    onDone: ({ intakeId, known }) => {
      if (known.length > 0) tell('warn', text.knownBefore(known.length))
      go(paths.intake(intakeId))
    },
  })
  const choose = (chosen: File[]) => {
    send.reset()
    setFiles(chosen)
  }
  useDropAnywhere(onOpen, (dropped) => choose([...files, ...dropped]))
  const submit = () => {
    const body = new FormData()
    for (const file of files) body.append('files', file, file.name)
    send.mutate({ body })
  }
  const first = files[0]
  const isKnown = isProblem(send.error) && send.error.reason === 'all-known'
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.handIn}
      act={files.length === 0 ? text.handIn : text.handInCount(files.length)}
      isBusy={send.isPending}
      problem={send.error && !isKnown ? shownOf(send.error) : undefined}
      onSubmit={submit}
    >
      {() => (
        <>
          <FileDrop label={text.handIn} hint={text.handInHint} endings={endings} files={files} onFiles={choose} />
          <p className="quiet">{text.handInAfter}</p>
          <p>
            <Anchor href={addressOf(downloadTemplate)} download>
              {text.template}
            </Anchor>
          </p>
          {isKnown && <ProblemNotice problem={shownOf(send.error)} />}
          {isKnown && first && <KnownIntake name={first.name} />}
        </>
      )}
    </FormDrawer>
  )
}

/** The way to the intake in which a list was handed in before. */
function KnownIntake({ name }: { name: string }) {
  const text = useText(intakeText)
  const found = useAnswer(listIntakes, { query: { text: name, limit: 20 } }).data?.rows.find(
    (intake) => intake.state !== 'undone',
  )
  return (
    found && (
      <p>
        <PageLink to={paths.intake(found.id)}>{text.openThat(found.title)}</PageLink>
      </p>
    )
  )
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
