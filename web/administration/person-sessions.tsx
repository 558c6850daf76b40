import { Button } from '@mantine/core'
import { endSession, endSessions, listSessions } from '../../src/accounts/api.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { SessionsTable } from '../app/sessions-table.tsx'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useTell } from '../ui/tell.ts'
import style from './accounts.module.css'

/** Where a person is signed in now; an administrator ends one session or all of them. */
export function PersonSessions({ accountId }: { accountId: string }) {
  const text = useText(accountsText)
  const tell = useTell()
  const state = useLoad(listSessions, { params: { accountId } })
  const end = useAct(endSession, { touches: [listSessions] })
  const endAll = useAct(endSessions, {
    touches: [listSessions],
    onDone: ({ count }) => tell('good', text.sessionsEnded(count)),
  })
  const problem = end.error ?? endAll.error
  if (state.is === 'failed') return <ProblemNotice problem={state.problem} />
  if (state.is !== 'here') return null
  return (
    <div className={style.part}>
      <SessionsTable
        sessions={state.value.sessions}
        isBusy={end.isPending}
        onEnd={(sessionId) => end.mutate({ params: { accountId, sessionId } })}
      />
      {problem && <ProblemNotice problem={shownOf(problem)} />}
      {state.value.sessions.length > 0 && (
        <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate({ params: { accountId } })}>
          {text.endAllSessions}
        </Button>
      )}
    </div>
  )
}
