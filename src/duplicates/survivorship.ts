import type { MergeableValues } from '../registry/merging.ts'
import { type Choosable, choosable, type Ground, type Side } from './survivors-api.ts'

export type Chosen = Readonly<Partial<Record<Choosable, Side>>>

/** One of two records of a person, with what the civil registry says of its NIK, when it was asked and knows it. */
export type OriginalRecord = { values: MergeableValues; recordedAt: string; civil: Partial<MergeableValues> | undefined }

/** For each value the record it is taken from, and why. */
export type Proposal = Record<Choosable, { side: Side; because: Ground }>

/**
 * Which record each value is taken from where nobody chose by hand: the one the civil registry confirms; else the newer entry; never an
 * empty value where the other has one.
 */
export function propose(left: OriginalRecord, right: OriginalRecord): Proposal {
  const newer = newerSide(left, right)
  return Object.fromEntries(choosable.map((field) => [field, proposalFor(field, left, right, newer)])) as Proposal
}

/** The record that entered the registry later. */
export function newerSide(left: OriginalRecord, right: OriginalRecord): Side {
  return right.recordedAt > left.recordedAt ? 'right' : 'left'
}

/** The choice that nobody made by hand. */
export function defaultChoice(left: OriginalRecord, right: OriginalRecord): Record<Choosable, Side> {
  const proposed = propose(left, right)
  return Object.fromEntries(choosable.map((field) => [field, proposed[field].side])) as Record<Choosable, Side>
}

function proposalFor(
  field: Choosable,
  left: OriginalRecord,
  right: OriginalRecord,
  newer: Side,
): { side: Side; because: Ground } {
  const [one, other] = [left.values[field], right.values[field]]
  if (one === null || other === null) {
    return one === other ? { side: newer, because: 'newer' } : { side: one === null ? 'right' : 'left', because: 'only' }
  }
  const confirms = [isConfirmed(field, left, right), isConfirmed(field, right, left)]
  if (confirms[0] !== confirms[1]) return { side: confirms[0] ? 'left' : 'right', because: 'civil' }
  return { side: newer, because: 'newer' }
}

/** A value that the civil registry gives for the NIK of either record; a NIK is confirmed by being known there. */
function isConfirmed(field: Choosable, record: OriginalRecord, other: OriginalRecord): boolean {
  if (field === 'nik') return record.civil !== undefined
  const value = String(record.values[field]).toUpperCase()
  return [record.civil, other.civil].some((civil) => civil?.[field] != null && String(civil[field]).toUpperCase() === value)
}

/** The values the kept record takes over from the other, by the choice of each field; the kind of occupation goes with the occupation. */
export function takenOver(
  choice: Record<Choosable, Side>,
  keptSide: Side,
  kept: MergeableValues,
  merged: MergeableValues,
): Partial<MergeableValues> {
  const taken = choosable.filter((field) => choice[field] !== keptSide && kept[field] !== merged[field])
  const fields: (keyof MergeableValues)[] = taken.includes('occupation') ? [...taken, 'occupation_kind'] : [...taken]
  return Object.fromEntries(fields.map((field) => [field, merged[field]]))
}
