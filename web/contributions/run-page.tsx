import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { readRun, takeBpjsFile } from '../../src/contributions/api.ts'
import { runStateNames } from '../../src/contributions/steps-api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { addressOf } from '../app/call.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { PageLink } from '../ui/link.tsx'
import { WorkPage } from '../ui/work-page.tsx'
import { runTones } from './run-state.tsx'
import { RunActs, useActsNote } from './run-acts.tsx'
import { RunBelow } from './run-below.tsx'
import { useStages } from './run-stages.tsx'

/** One month of a programme: its stages from freezing to reconciliation, who was left out, why it costs what it costs, its books. */
export function RunPage() {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const word = useWording()
  const { id } = useParams({ strict: false }) as { id: string }
  const state = useLoad(readRun, { params: { runId: id } })
  const stagesOf = useStages()
  const noteOf = useActsNote()
  const title = state.is === 'here' ? text.run(formatMonth(month(state.value.month), language)) : text.runs
  const programme = state.is === 'here' ? ` · ${state.value.programmeName}` : ''
  return (
    <WorkPage
      words={{ title, empty: { title: text.noRun, what: text.noRunWhat }, forbidden: text.forWhom }}
      over={
        <>
          <PageLink to={paths.contributions()}>{text.runs}</PageLink>
          {programme}
        </>
      }
      state={state}
      view={(run) => {
        const note = noteOf(run)
        return {
          status: { tone: runTones[run.state], word: word(runStateNames[run.state]) },
          stages: stagesOf(run),
          acts: (
            <>
              <FileForBpjs runId={run.id} />
              <RunActs run={run} />
            </>
          ),
          ...(note && { actsNote: note }),
          below: <RunBelow run={run} />,
        }
      }}
    />
  )
}

function FileForBpjs({ runId }: { runId: string }) {
  const text = useText(contributionsText)
  const mayTake = useHasRole('officer', 'treasurer', 'insurer')
  if (!mayTake) return null
  return (
    <Button
      component="a"
      href={addressOf(takeBpjsFile, { params: { runId }, query: { format: 'xlsx' } })}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {text.listForBpjs}
    </Button>
  )
}
