import type { Wording } from '../../values/language.ts'
import { type Rupiah, sumRupiah } from '../../values/rupiah.ts'
import type { Ground } from './ground.ts'

/** One part of an amount. */
export type Line = { readonly label: Wording; readonly amount: Rupiah }

/** What a rule answers: granted or not, the amount (null when the rule knows no money or nothing is granted), and every ground. */
export type Decision = {
  readonly granted: boolean
  readonly amount: Rupiah | null
  readonly lines: readonly Line[]
  readonly grounds: readonly Ground[]
  /** True when BPJS Ketenagakerjaan decides and this is only our estimate. */
  readonly estimate: boolean
}

/** Tells whether nothing required is missing or refused. */
export function allMet(grounds: readonly Ground[]): boolean {
  for (const ground of grounds) if (!ground.met && ground.effect === 'required') return false
  return true
}

/** Tells whether the only thing in the way is facts not yet known. */
export function awaitsFacts(decision: Decision): boolean {
  return !decision.granted && decision.grounds.every((ground) => ground.met || ground.effect !== 'required' || !ground.known)
}

/** Decides an amount: the lines are worked out only when every required ground is met. */
export function decideAmount(grounds: readonly Ground[], lines: () => readonly Line[], estimate: boolean): Decision {
  if (!allMet(grounds)) return { granted: false, amount: null, lines: [], grounds, estimate }
  const worked = lines()
  return { granted: true, amount: sumRupiah(worked.map((line) => line.amount)), lines: worked, grounds, estimate }
}

/** Decides a yes or no that carries no money. */
export function decideYesNo(grounds: readonly Ground[], estimate: boolean): Decision {
  return { granted: allMet(grounds), amount: null, lines: [], grounds, estimate }
}
