import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { correctableFieldNames } from '../../src/registry/api.ts'
import { listCorrections, listRequests, takeSubjectExport } from '../../src/privacy/subject-api.ts'
import { addressOf } from '../app/call.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import style from '../privacy/privacy.module.css'
import { RequestsTable } from '../privacy/requests-table.tsx'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { MomentText } from '../ui/day-text.tsx'
import { useGo } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { Stateful } from '../ui/page-frame.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { RequestForm } from './request-form.tsx'

/** What the law gives a person over their data: the log, a copy, correction, requests. */
export function PrivacyTab({ workerId }: { workerId: number }) {
  const text = useText(privacyText)
  const go = useGo()
  const mayCopy = useHasRole('officer', 'administrator')
  const [form, setForm] = useState<'correction' | 'request'>()
  const copy = (format: 'pdf' | 'json', label: string) => (
    <Button
      component="a"
      href={addressOf(takeSubjectExport, { params: { workerId }, query: { format } })}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      download
    >
      {label}
    </Button>
  )
  return (
    <>
      <p className={`quiet ${style.lead}`}>{text.privacyWhat}</p>
      <Group gap="xs" my="md">
        <Button variant="default" onClick={() => go(paths.workerLog(workerId))}>
          {text.seeLog}
        </Button>
        {mayCopy && copy('pdf', text.copyPdf)}
        {mayCopy && copy('json', text.copyJson)}
        {mayCopy && (
          <Button variant="default" onClick={() => setForm('correction')}>
            {text.correct}
          </Button>
        )}
        {mayCopy && (
          <Button variant="default" onClick={() => setForm('request')}>
            {text.receive}
          </Button>
        )}
      </Group>
      <RequestsOf workerId={workerId} />
      <CorrectionsOf workerId={workerId} />
      {form === 'correction' && <CorrectionForm workerId={workerId} onClose={() => setForm(undefined)} />}
      {form === 'request' && <RequestForm workerId={workerId} onClose={() => setForm(undefined)} />}
    </>
  )
}

function RequestsOf({ workerId }: { workerId: number }) {
  const text = useText(privacyText)
  const state = useLoad(listRequests, { query: { workerId } })
  const words = { title: text.requests, empty: { title: text.noRequests, what: text.noRequestsWhat }, forbidden: text.forWhom }
  return (
    <Stateful state={state} words={words}>
      {({ requests }) =>
        requests.length > 0 && (
          <>
            <h2 className={style.over}>{text.requests}</h2>
            <RequestsTable requests={requests} />
          </>
        )
      }
    </Stateful>
  )
}

function CorrectionsOf({ workerId }: { workerId: number }) {
  const text = useText(privacyText)
  const word = useWording()
  const state = useLoad(listCorrections, { params: { workerId } })
  const words = { title: text.corrections, empty: { title: text.corrections, what: '' }, forbidden: text.forWhom }
  return (
    <Stateful state={state} words={words}>
      {({ corrections }) =>
        corrections.length > 0 && (
          <>
            <h2 className={style.over}>{text.corrections}</h2>
            <NumbersTable
              label={text.corrections}
              rows={corrections}
              keyOf={(row) => row.id}
              columns={[
                { id: 'field', title: text.field, cell: (row) => word(correctableFieldNames[row.field]) },
                { id: 'before', title: text.before, cell: (row) => row.before ?? '–' },
                { id: 'after', title: text.after, cell: (row) => row.after ?? '–' },
                { id: 'ground', title: text.ground, cell: (row) => row.ground },
                { id: 'by', title: text.by, cell: (row) => row.madeByName },
                { id: 'when', title: text.when, cell: (row) => <MomentText iso={row.madeAt} /> },
              ]}
            />
          </>
        )
      }
    </Stateful>
  )
}
