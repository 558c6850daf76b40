import { Button, Textarea } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { addActivity, endActivity, exportRegister, readRegister } from '../../src/privacy/duties-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { addressOf } from '../app/call.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { PrivacyPage } from './privacy-page.tsx'

type Activity = AnswerOf<typeof readRegister>['activities'][number]

/** The register of processing: what UCOK does with personal data, and what the region adds. */
export function ProcessingPage() {
  const text = useText(privacyText)
  const state = useLoad(readRegister)
  const mayAdd = useHasRole('officer', 'administrator')
  const [isAdding, setAdding] = useState(false)
  return (
    <PrivacyPage
      name={text.processing}
      lead={`${text.processingWhat} ${text.lawDraft}`}
      empty={{ title: text.processing, what: text.processingWhat }}
      state={state}
      acts={
        <>
          <Button
            component="a"
            href={addressOf(exportRegister, { query: { format: 'xlsx' } })}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            download
          >
            {text.xlsx}
          </Button>
          {mayAdd && <Button onClick={() => setAdding(true)}>{text.addActivity}</Button>}
        </>
      }
    >
      {({ activities }) => (
        <>
          <Register activities={activities} mayEnd={mayAdd} />
          {isAdding && <ActivityForm onClose={() => setAdding(false)} />}
        </>
      )}
    </PrivacyPage>
  )
}

function Register({ activities, mayEnd }: { activities: readonly Activity[]; mayEnd: boolean }) {
  const text = useText(privacyText)
  const word = useWording()
  const end = useAct(endActivity, { touches: [readRegister] })
  return (
    <NumbersTable
      label={text.processing}
      rows={activities}
      keyOf={(row) => row.id}
      columns={[
        {
          id: 'purpose',
          title: text.purpose,
          cell: (row) => (
            <>
              {word(row.purpose)}
              {row.addedByName !== null && <div className="quiet small">{text.addedBy(row.addedByName)}</div>}
              {row.addedByName !== null && mayEnd && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => end.mutate({ params: { activityId: row.id } })}
                  aria-label={`${text.end}: ${word(row.purpose)}`}
                >
                  {text.end}
                </Button>
              )}
            </>
          ),
        },
        { id: 'basis', title: text.legalBasis, cell: (row) => row.legalBasis },
        { id: 'categories', title: text.categories, cell: (row) => word(row.categories) },
        { id: 'recipients', title: text.recipients, cell: (row) => word(row.recipients) },
        { id: 'retention', title: text.retention, cell: (row) => word(row.retention) },
        { id: 'measures', title: text.measures, cell: (row) => word(row.measures) },
      ]}
    />
  )
}

const fields = ['purpose', 'legalBasis', 'categories', 'recipients', 'retention', 'measures'] as const

function ActivityForm({ onClose }: { onClose: () => void }) {
  const text = useText(privacyText)
  const [draft, setDraft] = useState({ purpose: '', legalBasis: '', categories: '', recipients: '', retention: '', measures: '' })
  const add = useAct(addActivity, { touches: [readRegister], onDone: onClose })
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.addActivity}
      act={text.add}
      isBusy={add.isPending}
      problem={add.error ? shownOf(add.error) : undefined}
      onSubmit={() => add.mutate({ body: draft })}
    >
      {(errorOf) =>
        fields.map((field) => (
          <Textarea
            key={field}
            label={text[field]}
            value={draft[field]}
            onChange={(event) => {
              const { value } = event.currentTarget
              setDraft((before) => ({ ...before, [field]: value }))
            }}
            error={errorOf(field)}
            autosize
          />
        ))
      }
    </FormDrawer>
  )
}
