import { Button } from '@mantine/core'
import type { z } from 'zod'
import type { sessionLine } from '../../src/platform/own-account-api.ts'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { wordDevice } from './device.ts'
import style from './sessions-table.module.css'

type SessionLine = z.infer<typeof sessionLine>

type SessionsTableProps = {
  sessions: readonly SessionLine[]
  /** The session of the reader, which ends by signing out. */
  ownId?: string
  onEnd: (id: string) => void
  isBusy: boolean
}

/** The live sessions of a person: since when, from where, on what; each can be ended. */
export function SessionsTable({ sessions, ownId, onEnd, isBusy }: SessionsTableProps) {
  const text = useText(accountsText)
  if (sessions.length === 0) return <p className="quiet">{text.noSessions}</p>
  return (
    <ul className={style.list} aria-label={text.sessions}>
      {sessions.map((session) => (
        <li key={session.id}>
          <div className={style.what}>
            <div className={style.device}>
              <strong>{wordDevice(session.browser) ?? text.unknownDevice}</strong>
              {session.id === ownId && <StatusBadge tone="now">{text.thisSession}</StatusBadge>}
            </div>
            <div className="quiet small">
              {text.sessionOpened} <MomentText iso={session.openedAt} /> · {text.sessionUsed}{' '}
              <MomentText iso={session.lastUsedAt} />
            </div>
            <div className="quiet small">
              {text.sessionFrom} {session.address ?? '–'} · {text.sessionFactor}: {session.hasShownFactor ? text.yes : text.no}
            </div>
          </div>
          {session.id !== ownId && (
            <Button
              variant="default"
              size="compact-sm"
              loading={isBusy}
              aria-label={`${text.endSession}: ${wordDevice(session.browser) ?? text.unknownDevice}`}
              onClick={() => onEnd(session.id)}
            >
              {text.endSession}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
