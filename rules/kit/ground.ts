import type { Wording } from '../../values/language.ts'
import type { Citation } from './cite.ts'

/** One condition of the law and how it came out for one person. */
export type Ground = {
  readonly id: string
  readonly condition: Wording
  readonly law: Citation
  readonly met: boolean
  /** `required` grounds must all be met; `changes-amount` grounds only say which amount applies. */
  readonly effect: 'required' | 'changes-amount'
  /** False when a fact was missing: the ground is not met, but may still turn out to be. */
  readonly known: boolean
  readonly detail?: Wording
}

/** A condition before anybody has been asked; its three answers are made once and shared by millions of people. */
export type GroundKind = { readonly id: string; readonly met: Ground; readonly unmet: Ground; readonly unknown: Ground }

type Declared = Pick<Ground, 'id' | 'condition' | 'law'> & { readonly effect?: Ground['effect'] }

/** Declares a condition with its wording and citation. */
export function groundKind(declared: Declared): GroundKind {
  const base = { effect: 'required', ...declared } as const
  return Object.freeze({
    id: declared.id,
    met: Object.freeze({ ...base, met: true, known: true }),
    unmet: Object.freeze({ ...base, met: false, known: true }),
    unknown: Object.freeze({ ...base, met: false, known: false }),
  })
}

/** The answer to a condition; `undefined` says that the fact is not known. */
export function judge(kind: GroundKind, met: boolean | undefined): Ground {
  return met === undefined ? kind.unknown : met ? kind.met : kind.unmet
}

/** The answer with the figures of this person: “born 3 May 1961: 65 years”. */
export function judgeWith(kind: GroundKind, met: boolean | undefined, detail: Wording): Ground {
  return { ...judge(kind, met), detail }
}
