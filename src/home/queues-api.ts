import type { Role } from '../platform/actor.ts'

/** Work that waits for somebody, in the order of a worker's way through the programme. */
export const queueIds = [
  'intakes-to-accept',
  'rows-in-review',
  'programmes-without-decree',
  'runs-to-start',
  'runs-to-approve',
  'runs-to-bill',
  'runs-to-pay',
  'runs-to-reconcile',
  'deaths-without-end',
] as const
export type QueueId = (typeof queueIds)[number]

/** Whose work each queue is. */
export const queueRoles: Readonly<Record<QueueId, readonly Role[]>> = {
  'intakes-to-accept': ['officer'],
  'rows-in-review': ['officer', 'village-operator'],
  'programmes-without-decree': ['officer'],
  'runs-to-start': ['officer', 'treasurer'],
  'runs-to-approve': ['approver'],
  'runs-to-bill': ['treasurer'],
  'runs-to-pay': ['treasurer'],
  'runs-to-reconcile': ['treasurer'],
  'deaths-without-end': ['officer'],
}
