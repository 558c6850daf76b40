import { Progress } from '@mantine/core'
import type { handInLists } from '../../src/intake/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatShare } from '../../values/numbers.ts'
import { paths } from '../paths.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { PageLink } from '../ui/link.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'

/** What became of the files that were sent. */
export type HandedIn = AnswerOf<typeof handInLists>

/** How far the files are: not sent, on their way (bytes that left), or answered. */
export type Sending = { sent: number; total: number } | undefined

type FileStateProps = { file: File; files: readonly File[]; sending: Sending; answer: HandedIn | undefined }

/** How far one file of the queue is: waiting, sending with its share, sent; then taken, known from before, or not taken and why. */
export function FileState({ file, files, sending, answer }: FileStateProps) {
  const text = useText(repairText)
  const word = useWording()
  const { language } = useLanguage()
  if (answer !== undefined) {
    const known = answer.known.find((list) => list.name === file.name)
    const left = answer.notTaken.find((list) => list.name === file.name)
    if (left) return <Left because={word(left.because)} />
    if (known)
      return (
        <span>
          <StatusBadge tone="warn">{text.knownIn}</StatusBadge>{' '}
          <PageLink to={paths.intake(known.intakeId)}>{known.title}</PageLink>
        </span>
      )
    return <StatusBadge tone="good">{text.taken}</StatusBadge>
  }
  if (sending === undefined) return <span className="quiet">{text.queued}</span>
  const share = shareSent(file, files, sending)
  if (share >= 1) return <StatusBadge tone="good">{text.sent}</StatusBadge>
  if (share <= 0) return <span className="quiet">{text.queued}</span>
  return (
    <>
      <span className="quiet">{text.sending(formatShare(share, language))}</span>
      <Progress value={share * 100} size={3} aria-label={file.name} transitionDuration={120} />
    </>
  )
}

function Left({ because }: { because: string }) {
  return <span style={{ color: 'var(--bad)', whiteSpace: 'normal' }}>{because}</span>
}

/** Files travel one behind the other in one request: how much of this one has left. */
function shareSent(file: File, files: readonly File[], { sent, total }: { sent: number; total: number }): number {
  const bytes = files.reduce((sum, other) => sum + other.size, 0)
  const before = files.slice(0, files.indexOf(file)).reduce((sum, other) => sum + other.size, 0)
  const left = total === 0 ? 0 : (sent / total) * bytes
  return file.size === 0 ? (left > before ? 1 : 0) : Math.max(0, Math.min(1, (left - before) / file.size))
}
