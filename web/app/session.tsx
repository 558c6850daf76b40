import { Center, Loader, Modal } from '@mantine/core'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState } from 'react'
import type { z } from 'zod'
import type { Role } from '../../src/platform/actor.ts'
import { readSession, type sessionShape } from '../../src/platform/session-api.ts'
import { useText } from '../text/language.tsx'
import { appText } from '../text/app.ts'
import { uiText } from '../text/ui.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { call, isProblem, keepToken } from './call.ts'
import { Gate } from './gate.tsx'
import { shownOf } from './problem.ts'
import { CodeForm } from './sign-in-code.tsx'
import { SignInForm, SignInPage } from './sign-in.tsx'

/** The signed-in person: account, roles on areas, region, today by the region's clock. */
export type Session = z.infer<typeof sessionShape>

const SessionContext = createContext<Session | undefined>(undefined)

const sessionKey = ['session']

/** The session of the page; a page inside the frame always has one. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('a page asked for the session outside the frame')
  return session
}

/** Tells whether the reader holds one of the roles. What they may do is decided by the server; this only hides what they may not. */
export function useHasRole(...wanted: readonly Role[]): boolean {
  return useSession().grants.some((grant) => wanted.includes(grant.role))
}

/** Puts a new session in place; what another person had loaded is forgotten. */
export function useKeepSession(): (session: Session) => void {
  const queries = useQueryClient()
  return (session) => {
    const before = queries.getQueryData<Session | null>(sessionKey)
    if (before && before.account.id !== session.account.id) queries.clear()
    keepToken(session.csrfToken)
    queries.setQueryData(sessionKey, session)
  }
}

/** Asks the server anew what the session may do: its token changed, or its person did what they owed. */
export function useRefreshSession(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await queries.fetchQuery({ queryKey: sessionKey, queryFn: askSession, staleTime: 0 })
  }
}

/** Marks the session as ended: the next view asks to sign in again. */
export function endSession(queries: QueryClient): void {
  if (queries.getQueryData(sessionKey)) queries.setQueryData(sessionKey, null)
}

/** Shows what is inside only to a signed-in person. A session that ends meanwhile asks to sign in above the page, which keeps what was typed. */
export function SessionGate({ children }: { children: ReactNode }) {
  const text = useText(appText)
  const shared = useText(uiText)
  const asked = useQuery({ queryKey: sessionKey, queryFn: askSession, staleTime: 60_000, retry: false })
  const session = asked.data ?? undefined
  const [last, setLast] = useState<Session>()
  if (session?.standing === 'full' && session !== last) setLast(session)
  // Whoever was at work and signs in again, perhaps with a code still due, finds the page as they left it.
  const isAway = asked.data === null || session?.standing === 'code-due'
  if (asked.isPending) {
    return (
      <Center component="output" h="100vh" aria-label={shared.loading}>
        <Loader size="sm" />
      </Center>
    )
  }
  const kept = isAway ? (last ?? session) : (session ?? last)
  if (kept === undefined) {
    return asked.isError ? <ErrorState problem={shownOf(asked.error)} retry={() => void asked.refetch()} /> : <SignInPage />
  }
  return (
    <SessionContext value={kept}>
      {kept.standing === 'full' ? children : <Gate />}
      <Modal opened={isAway && last !== undefined} onClose={() => {}} withCloseButton={false} title={text.signIn}>
        <p>{text.signInAgain}</p>
        {session === undefined ? <SignInForm /> : <CodeForm />}
      </Modal>
    </SessionContext>
  )
}

/** Nobody signed in is an answer, not a failure. */
async function askSession(): Promise<Session | null> {
  try {
    const session = await call(readSession)
    keepToken(session.csrfToken)
    return session
  } catch (error) {
    if (isProblem(error, 401)) return null
    throw error
  }
}
