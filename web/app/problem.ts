import type { ProblemDocument } from '../../src/platform/endpoint.ts'
import type { Wording } from '../../values/language.ts'
import type { ShownProblem } from '../ui/states.ts'

/** Thrown by `call` when the server does not do as asked, or cannot be reached; carries the words for the reader. */
export class Problem extends Error {
  readonly status: number
  readonly reason: string
  readonly shown: ShownProblem & { fields?: Readonly<Record<string, Wording>> }

  constructor(status: number, reason: string, shown: Problem['shown']) {
    super(reason)
    this.name = 'Problem'
    this.status = status
    this.reason = reason
    this.shown = shown
  }
}

/** The problem a server's answer tells; an answer that is no problem+json says only that something broke. */
export async function problemOfAnswer(answer: Response): Promise<Problem> {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) {
    return new Problem(answer.status, 'unreadable-answer', { title: broken })
  }
  const { reason, wording, fields, requestNumber } = (await answer.json()) as ProblemDocument
  const { title, why, todo } = wording
  return new Problem(answer.status, reason, {
    title,
    ...(why && { why }),
    ...(todo && { todo }),
    ...(fields && { fields }),
    ...(requestNumber && { requestNumber }),
  })
}

/** The problem of a request that never reached the server. */
export const unreachableServer = new Problem(0, 'unreachable', {
  title: { id: 'Server tidak terjangkau.', en: 'The server cannot be reached.' },
  why: {
    id: 'Sambungan terputus, atau server sedang dimulai ulang. Tidak ada yang berubah.',
    en: 'The connection is down, or the server is restarting. Nothing was changed.',
  },
  todo: {
    id: 'Periksa sambungan, lalu coba lagi; isian Anda tetap ada.',
    en: 'Check the connection and try again; what you typed is kept.',
  },
})

const broken: Wording = { id: 'Jawaban server tidak terbaca.', en: "The server's answer could not be read." }

/** What to show for anything that was thrown. */
export function shownOf(error: unknown): Problem['shown'] {
  return error instanceof Problem ? error.shown : { title: broken }
}
