/** What an operation answers: the value, or a named refusal. Refusals are expected; defects throw. */
export type Outcome<Value, Refusal extends { reason: string }> = Done<Value> | Refused<Refusal>

export type Done<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Refusal> = { readonly ok: false; readonly refusal: Refusal }

/** Wraps a value that was reached. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

/** Wraps a refusal: its `reason` names it, its other fields say with which numbers. */
export function refused<const Refusal extends { reason: string }>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal }
}
