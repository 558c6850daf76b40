import type { MergeableValues } from '../registry/merging.ts'
import { type Choosable, choosable, type Side } from './survivors-api.ts'

export type Chosen = Readonly<Partial<Record<Choosable, Side>>>

/** One of two records of a person, with what the civil registry says of its NIK, when it was asked and knows it. */
export type OriginalRecord = { values: MergeableValues; recordedAt: string; civil: Partial<MergeableValues> | undefined }

/**
 * Which record each value is taken from where nobody chose by hand: the one the civil registry confirms; else the newer entry; never an
 * empty value where the other has one.
 */
export function defaultChoice(left: OriginalRecord, right: OriginalRecord): Record<Choosable, Side> {
  const newer: Side = right.recordedAt > left.recordedAt ? 'right' : 'left'
  return Object.fromEntries(choosable.map((field) => [field, sideOf(field, left, right, newer)])) as Record<Choosable, Side>
}

function sideOf(field: Choosable, left: OriginalRecord, right: OriginalRecord, newer: Side): Side {
  const [one, other] = [left.values[field], right.values[field]]
  if (one === null || other === null) return one === other ? newer : one === null ? 'right' : 'left'
  const confirms = [isConfirmed(field, left, right), isConfirmed(field, right, left)]
  if (confirms[0] !== confirms[1]) return confirms[0] ? 'left' : 'right'
  return newer
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
