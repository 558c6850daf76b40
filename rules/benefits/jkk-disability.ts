import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { Decision, Line } from '../kit/decide.ts'
import { choiceFact, type FactSchema, listFact, percentFact, quantityFact, yesNoFact } from '../kit/facts.ts'
import { type Ground, groundKind, judge, judgeWith } from '../kit/ground.ts'
import { findValue, valueOn } from '../kit/parameter.ts'
import type { Loss } from '../kit/units.ts'
import { disabilityTable } from '../parameters/disability.ts'
import { jkkClaimYears, jkkPeriodic, partialDisabilityCeiling, totalDisabilityShare, wageMultiple } from '../parameters/injury.ts'
import { decideInjury, injuryDay, type InjuryFacts, injuryFacts } from './injury.ts'

export const disabilityKinds = ['partial-anatomical', 'partial-functional', 'total-permanent'] as const
export type DisabilityKind = (typeof disabilityKinds)[number]

/** One loss of the table: how often (per 10 decibels or 10 %), which share within a range, how much the function is reduced. */
export type LossFacts = {
  readonly code: string
  readonly count?: number | undefined
  readonly percent?: number | undefined
  readonly reduction?: number | undefined
}

export type DisabilityFacts = InjuryFacts & {
  readonly kind: DisabilityKind
  readonly losses?: readonly LossFacts[] | undefined
  readonly leftHanded?: boolean | undefined
}

const table = disabilityTable.history[0]?.value ?? []

/** Codes of the disability table. */
export const lossCodes: readonly string[] = table.map((loss) => loss.code)

const lossFacts: FactSchema<LossFacts> = {
  code: choiceFact(lossCodes, { id: 'kode baris tabel cacat', en: 'code of a row of the disability table' }),
  count: quantityFact(
    {
      id: 'berapa kali (tiap 10 desibel atau tiap 10 %, atau jumlah jari)',
      en: 'how often (per 10 decibels or per 10 %, or fingers)',
    },
    { absent: undefined },
  ),
  percent: percentFact(
    { id: 'persentase bila tabel memberi rentang (kulit kepala 10–30)', en: 'share where the table gives a range (scalp 10–30)' },
    { absent: undefined, unit: { id: 'persen', en: 'per cent' } },
  ),
  reduction: percentFact(
    { id: 'berkurangnya fungsi, untuk cacat fungsi', en: 'how much of the function is lost, for functional disability' },
    { absent: undefined, unit: { id: 'persen', en: 'per cent' } },
  ),
}

export const disabilityFacts: FactSchema<DisabilityFacts> = {
  ...injuryFacts,
  kind: choiceFact(disabilityKinds, {
    id: 'cacat sebagian anatomis, cacat sebagian fungsi, atau cacat total tetap',
    en: 'partial anatomical, partial functional, or total permanent disability',
  }),
  losses: listFact<LossFacts>(
    lossFacts,
    { id: 'bagian yang hilang atau berkurang (untuk cacat sebagian)', en: 'what was lost (for partial disability)' },
    {
      absent: [],
    },
  ),
  leftHanded: yesNoFact(
    { id: 'kidal: kanan dan kiri bertukar', en: 'left-handed: right and left change places' },
    { absent: false },
  ),
}

export const disabilityParameters = [
  wageMultiple,
  totalDisabilityShare,
  partialDisabilityCeiling,
  jkkPeriodic,
  disabilityTable,
  jkkClaimYears,
] as const

/** Cash for permanent disability after a work accident: the table’s share × 80 × W, or 70 % × 80 × W and the periodic benefit. */
export function jkkDisability(facts: DisabilityFacts, on: Day): Decision {
  const share = shareOf(facts, injuryDay(facts, on))
  return decideInjury(facts, on, {
    grounds: [judge(lossNamed, facts.kind === 'total-permanent' || share.counted.length > 0), ceilingGround(facts, share)],
    lines: (base, accident) =>
      facts.kind === 'total-permanent' ? totalLines(base, accident) : partialLines(base, accident, share),
  })
}

type Share = {
  readonly counted: readonly { readonly loss: Loss; readonly percent: number }[]
  readonly sum: number
  readonly ceiling: number
}

const lossNamed = groundKind({
  id: 'loss-in-table',
  condition: {
    id: 'Cacat tetap menurut keterangan dokter ada dalam tabel',
    en: 'A permanent loss stated by a doctor is in the table',
  },
  law: { law: 'pp-44-2015', annex: 'III', sources: ['S25'] },
})

const belowCeiling = groundKind({
  id: 'below-ceiling',
  condition: { id: 'Jumlah persentase beberapa cacat tidak melebihi 70 %', en: 'Several losses together do not exceed 70 %' },
  law: { law: 'pp-44-2015', annex: 'III' },
  effect: 'changes-amount',
})

const labels = {
  total: {
    id: 'Santunan cacat total tetap (70 % × 80 × upah sebulan)',
    en: 'Total permanent disability (70 % × 80 × monthly income)',
  },
  periodic: { id: 'Santunan berkala, dibayar sekaligus', en: 'Periodic benefit, paid at once' },
} as const satisfies Record<string, Wording>

function shareOf(facts: DisabilityFacts, accident: Day): Share {
  const rows = findValue(disabilityTable, accident) ?? []
  const ceiling = findValue(partialDisabilityCeiling, accident) ?? 0
  const counted = (facts.losses ?? []).flatMap((given) => {
    const loss = rows.find((row) => row.code === (facts.leftHanded === true ? otherSide(given.code) : given.code))
    return loss === undefined ? [] : [{ loss, percent: worthOf(loss, given, facts.kind) }]
  })
  return { counted, sum: counted.reduce((sum, each) => sum + each.percent, 0), ceiling }
}

/** Within a range the doctor’s figure counts, the lowest where none is given; functional loss counts by its reduction. */
function worthOf(loss: Loss, given: LossFacts, kind: DisabilityKind): number {
  const within =
    loss.upTo === undefined ? loss.percent : Math.min(loss.upTo, Math.max(loss.percent, given.percent ?? loss.percent))
  const reduction = kind === 'partial-functional' ? (given.reduction ?? 100) / 100 : 1
  return within * (given.count ?? 1) * reduction
}

function otherSide(code: string): string {
  if (code.endsWith('_R')) return `${code.slice(0, -2)}_L`
  return code.endsWith('_L') ? `${code.slice(0, -2)}_R` : code
}

function ceilingGround(facts: DisabilityFacts, share: Share): Ground {
  if (facts.kind === 'total-permanent') return judge(belowCeiling, true)
  return judgeWith(belowCeiling, share.sum <= share.ceiling, {
    id: `Jumlah ${share.sum} %, batas ${share.ceiling} %`,
    en: `Together ${share.sum} %, ceiling ${share.ceiling} %`,
  })
}

function totalLines(base: number, accident: Day): Line[] {
  const sum = (valueOn(totalDisabilityShare, accident) * valueOn(wageMultiple, accident) * base) / 100
  return [
    { label: labels.total, amount: rupiah(Math.round(sum)) },
    { label: labels.periodic, amount: valueOn(jkkPeriodic, accident) },
  ]
}

/** Each loss has a line; what exceeds the ceiling is taken from the last ones. */
function partialLines(base: number, accident: Day, share: Share): Line[] {
  const multiple = valueOn(wageMultiple, accident)
  let left = share.ceiling
  return share.counted.map(({ loss, percent }) => {
    const counts = Math.min(percent, left)
    left -= counts
    const label = {
      id: `${loss.label.id}: ${counts} % × ${multiple} × upah`,
      en: `${loss.label.en}: ${counts} % × ${multiple} × income`,
    }
    return { label, amount: rupiah(Math.round((counts * multiple * base) / 100)) }
  })
}
