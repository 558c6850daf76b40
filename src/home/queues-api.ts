import type { Role } from '../platform/actor.ts'

/** Work that waits for somebody, in the order of a worker's way through the programme. */
export const queueIds = [
  'requests-to-answer',
  'intakes-to-accept',
  'rows-in-review',
  'pairs-to-review',
  'programmes-without-decree',
  'runs-to-start',
  'runs-to-bill',
  'runs-to-pay',
  'runs-to-reconcile',
  'deaths-without-end',
] as const
export type QueueId = (typeof queueIds)[number]

/** Whose work each queue is. */
export const queueRoles: Readonly<Record<QueueId, readonly Role[]>> = {
  'requests-to-answer': ['approver', 'treasurer', 'administrator', 'officer'],
  'intakes-to-accept': ['officer'],
  'rows-in-review': ['officer', 'village-operator'],
  'pairs-to-review': ['officer'],
  'programmes-without-decree': ['officer'],
  'runs-to-start': ['officer', 'treasurer'],
  'runs-to-bill': ['treasurer'],
  'runs-to-pay': ['treasurer'],
  'runs-to-reconcile': ['treasurer'],
  'deaths-without-end': ['officer'],
}
