import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { Decision, Line } from '../kit/decide.ts'
import { countFact, type FactSchema } from '../kit/facts.ts'
import { groundKind, judge } from '../kit/ground.ts'
import { valueOn } from '../kit/parameter.ts'
import type { Percent } from '../kit/units.ts'
import { incapacityFirst, incapacityLater, incapacitySecond, jkkClaimYears } from '../parameters/injury.ts'
import { decideInjury, type InjuryFacts, injuryFacts } from './injury.ts'

export type IncapacityFacts = InjuryFacts & { readonly months: number; readonly days?: number | undefined }

export const incapacityFacts: FactSchema<IncapacityFacts> = {
  ...injuryFacts,
  months: countFact(
    { id: 'bulan penuh tidak mampu bekerja menurut dokter', en: 'whole months unable to work, as the doctor states' },
    { unit: { id: 'bulan', en: 'months' } },
  ),
  days: countFact(
    { id: 'hari selebihnya (dihitung sepertigapuluh bulan)', en: 'further days (each a thirtieth of a month)' },
    { absent: 0, unit: { id: 'hari', en: 'days' } },
  ),
}

export const incapacityParameters = [incapacityFirst, incapacitySecond, incapacityLater, jkkClaimYears] as const

/** Temporary incapacity (STMB): months 1–6, 7–12 and from 13 each at their share of W. May be paid every six months. */
export function jkkIncapacity(facts: IncapacityFacts, on: Day): Decision {
  const spent = facts.months + (facts.days ?? 0) / 30
  return decideInjury(facts, on, {
    grounds: [judge(statedByDoctor, spent > 0)],
    lines: (base, accident) =>
      steps
        .map((step) => stepLine(step, { base, share: valueOn(step.share, accident), spent }))
        .filter((line) => line.amount > 0),
  })
}

type Step = { readonly after: number; readonly until: number; readonly share: typeof incapacityFirst; readonly label: Wording }

const steps: readonly Step[] = [
  { after: 0, until: 6, share: incapacityFirst, label: { id: 'Bulan 1–6', en: 'Months 1–6' } },
  { after: 6, until: 12, share: incapacitySecond, label: { id: 'Bulan 7–12', en: 'Months 7–12' } },
  { after: 12, until: Infinity, share: incapacityLater, label: { id: 'Mulai bulan 13', en: 'From month 13' } },
]

const statedByDoctor = groundKind({
  id: 'unable-to-work',
  condition: { id: 'Tidak mampu bekerja menurut surat dokter', en: 'Unable to work according to a doctor’s letter' },
  law: { law: 'pp-82-2019', annex: 'III', sources: ['S04', 'S30'] },
})

function stepLine(step: Step, amount: { base: number; share: Percent; spent: number }): Line {
  const within = Math.max(0, Math.min(amount.spent, step.until) - step.after)
  const label = { id: `${step.label.id}: ${amount.share} % upah`, en: `${step.label.en}: ${amount.share} % of income` }
  return { label, amount: rupiah(Math.round((within * amount.base * amount.share) / 100)) }
}
