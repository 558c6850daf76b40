import type { Wording } from '../../values/language.ts'
import type { Outcome } from '../../values/outcome.ts'
import type { Details, Subject } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { WordedRefusal } from '../platform/refusal.ts'
import type { Facts } from './facts-api.ts'
import type { TwoPersonOperation } from './two-person.ts'

/** Where a request stands. A waiting one whose day has passed counts as expired. */
export const requestStates = ['waiting', 'approved', 'refused', 'withdrawn', 'void', 'expired'] as const
export type RequestState = (typeof requestStates)[number]

/** What the work of an operation is given to carry out what was asked; all of it plain JSON. */
export type Payload = Readonly<Record<string, unknown>>

/** What somebody asks two people to decide. */
export type AskApproval = {
  operation: TwoPersonOperation
  /** The record it is about. One request of an operation waits at a time for a record. */
  subject: Subject
  title: Wording
  /** Why it is asked, in the words of who asks. */
  because?: string | undefined
  before: Facts
  after: Facts
  /** Consequences in figures: people it touches, whole rupiah it moves. */
  people?: number | undefined
  amount?: number | undefined
  payload: Payload
  /** Of the record as it is now, made by the operation's `ApprovedWork`: if it is another at the answer, the request is void. */
  fingerprint: string
  /** The account it is about, whose holder may not answer. */
  concerns?: string | undefined
}

/** A request that was made: who may answer it finds it in the inbox, and so many of them must approve. */
export type Asked = { requestId: string; needed: number }

/** A request as the work of its operation sees it. */
export type StandingRequest = {
  id: string
  operation: TwoPersonOperation
  subject: { kind: string; id: string }
  payload: Payload
  askedBy: string
  askedByName: string
  people: number | null
  amount: number | null
}

/** How a request ended without being done. */
export type Ending = 'refused' | 'withdrawn' | 'void'

/** What an operation of the table does around its request. */
export type ApprovedWork = {
  /** What the record is like now, in the form in which `requestApproval` was given it; nothing when it is gone. */
  fingerprint(ctx: Context, request: StandingRequest): Promise<string | undefined>
  /** Does what was asked, in the transaction of the last approval; a refusal leaves the request waiting and the answer unwritten. */
  carryOut(ctx: Context, request: StandingRequest): Promise<Outcome<Details, WordedRefusal>>
  /** Lets go of what was held for the request when it ends undone. */
  letGo?(ctx: Context, request: StandingRequest, ending: { how: Ending; reason: string | null }): Promise<void>
}

/** The work of every operation of the table; the doors join it, as the slices that do the work come after this one. */
export type ApprovedWorks = Readonly<Record<TwoPersonOperation, ApprovedWork>>

export type Verdict = 'approve' | 'refuse'

/** How a request stands after an answer. */
export type Answered = {
  requestId: string
  operation: TwoPersonOperation
  state: Exclude<RequestState, 'withdrawn' | 'expired'>
  approvals: number
  needed: number
  /** What the work answered, once it is done. */
  result: Details | null
}
