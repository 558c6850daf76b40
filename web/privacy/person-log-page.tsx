import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { readWorkerLog, takeWorkerLog } from '../../src/privacy/subject-api.ts'
import { addressOf } from '../app/call.ts'
import { useLoad } from '../app/load.ts'
import { paths } from '../paths.ts'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { registryText } from '../text/registry.ts'
import { MomentText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { PageHead, Stateful, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import style from './privacy.module.css'

/** Who opened, saw whole, changed or gave away a person's data; to be read here, printed, or given to the person. */
export function PersonLogPage() {
  const text = useText(privacyText)
  const registry = useText(registryText)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const state = useLoad(readWorkerLog, { params: { workerId: id } })
  const title = state.is === 'here' ? text.logOf(state.value.fullName) : text.seeLog
  useTabTitle(title)
  return (
    <div className={pageStyle.page}>
      <PageHead
        title={title}
        over={<PageLink to={paths.worker(id, { tab: 'privasi' })}>{registry.worker}</PageLink>}
        acts={
          <Button
            component="a"
            href={addressOf(takeWorkerLog, { params: { workerId: id } })}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            download
          >
            {text.logPdf}
          </Button>
        }
      />
      <p className={`quiet ${style.lead}`}>{text.logWhat}</p>
      <Stateful state={state} words={{ title, empty: { title: text.noLog, what: text.logWhat }, forbidden: text.forWhom }}>
        {({ lines }) => <LogTable lines={lines} />}
      </Stateful>
    </div>
  )
}

function LogTable({ lines }: { lines: AnswerOf<typeof readWorkerLog>['lines'] }) {
  const text = useText(privacyText)
  const word = useWording()
  if (lines.length === 0) return <p className="quiet">{text.noLog}</p>
  const rows = lines.toReversed().map((line, place) => ({ ...line, place }))
  return (
    <NumbersTable
      label={text.seeLog}
      rows={rows}
      keyOf={(line) => String(line.place)}
      columns={[
        { id: 'what', title: text.what, cell: (line) => word(line.what) },
        { id: 'when', title: text.when, cell: (line) => <MomentText iso={line.at} /> },
        { id: 'by', title: text.by, cell: (line) => line.actorName },
        { id: 'ground', title: text.ground, cell: (line) => (line.ground === null ? '' : word(line.ground)) },
      ]}
    />
  )
}
