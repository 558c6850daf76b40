import { findDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { done } from '../../values/outcome.ts'
import { carryOut } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import type { TaskWork } from '../platform/tasks.ts'
import { decidingKind, type DecidingPayload, undoingKind } from './deciding-tasks.ts'
import { keepOurs, takeOver } from './decisions.ts'
import { differingFields } from './layouts-api.ts'
import { receiveAnswer } from './operations.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { registerNames, type Register, registers } from './registers.ts'
import { makeRequest, type NewRequest } from './requests.ts'
import { undoDecision } from './undoing.ts'

/** The kind of task that takes in an uploaded answer. */
export const receivingKind = 'matching.receive-answer'

export type ReceivingPayload = {
  register: Register
  fileId: string
  fileName: string
  answeredOn: string | null
  requestId: string | null
}

/** Takes in an uploaded answer; done again after a crash it finds the same file and changes nothing. */
const receive: TaskWork = async (platform, { actor, region, payload, progress }) => {
  const asked = payload as ReceivingPayload
  const register = registers.find((known) => known === asked.register)
  if (register === undefined) throw new Error(`no register ${asked.register}`)
  const note: Wording = {
    id: `Membaca jawaban ${registerNames[register].id}`,
    en: `Reading the answer of ${registerNames[register].en}`,
  }
  const outcome = await carryOut(platform, { actor, region }, (ctx) =>
    receiveAnswer(ctx, {
      register,
      file: { name: asked.fileName, path: pathOf(platform, asked.fileId) },
      answeredOn: findDay(asked.answeredOn ?? ''),
      requestId: asked.requestId ?? undefined,
      progress: (lines, total) => progress(lines, total, note),
    }),
  )
  if (!outcome.ok) return worded(outcome, wordMatchingRefusal)
  const { faults, columns: _columns, ...received } = outcome.value
  return done({ ...received, faults: faults.slice(0, 20) })
}

/** The kind of task that makes the file of a request. */
export const askingKind = 'matching.make-request'

/** Makes the file of a request; done again after a crash it makes it anew, for nothing of the first was kept. */
const ask: TaskWork = async (platform, { actor, region, payload, progress }) =>
  worded(await makeRequest(platform, { actor, region }, { ...(payload as NewRequest), progress }), wordMatchingRefusal)

/** Carries a decision about differences out; done again after a crash it finds itself under its number and changes nothing. */
const decide: TaskWork = async (platform, { actor, region, payload, progress }) => {
  const asked = payload as DecidingPayload
  const field = differingFields.find((known) => known === asked.field)
  if (field === undefined) throw new Error(`no field ${asked.field}`)
  const deciding = {
    field,
    decisionId: asked.decisionId,
    village: asked.village ?? undefined,
    workerIds: asked.workerIds?.map(Number),
    progress,
  }
  const operation = asked.kind === 'taken-over' ? takeOver : keepOurs
  const outcome = await carryOut(platform, { actor, region }, (ctx) => operation(ctx, deciding))
  return outcome.ok ? done({ ...outcome.value, kind: asked.kind }) : worded(outcome, wordMatchingRefusal)
}

/** Takes a decision back, all of it in one transaction. */
const undo: TaskWork = async (platform, { actor, region, payload, progress }) =>
  worded(
    await carryOut(platform, { actor, region }, (ctx) =>
      undoDecision(ctx, { decisionId: String(payload['decisionId']), progress }),
    ),
    wordMatchingRefusal,
  )

/** Every kind of work of this slice. */
export const matchingWorks: Record<string, TaskWork> = {
  [receivingKind]: receive,
  [askingKind]: ask,
  [decidingKind]: decide,
  [undoingKind]: undo,
}
