import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { formatRupiah, rupiah } from '../../values/rupiah.ts'
import type { Decision, Line } from '../kit/decide.ts'
import { type FactSchema, rupiahFact } from '../kit/facts.ts'
import { type Ground, groundKind, type GroundKind, judge, judgeWith } from '../kit/ground.ts'
import { findValue, type Parameter, valueOn } from '../kit/parameter.ts'
import {
  denturesCap,
  glassesCap,
  hearingAidCap,
  homeCareCap,
  jkkClaimYears,
  prosthesisMarkUp,
  transportAirCap,
  transportLandCap,
  transportSeaCap,
} from '../parameters/injury.ts'
import { decideInjury, injuryDay, type InjuryFacts, injuryFacts } from './injury.ts'

/** Transport of the injured, by mode, in rupiah as receipted. */
export type TransportFacts = InjuryFacts & {
  readonly land?: number | undefined
  readonly sea?: number | undefined
  readonly air?: number | undefined
}

/** Other costs repaid up to a cap, in rupiah as receipted. `prosthesis` is the price on the government hospital’s list. */
export type CareFacts = InjuryFacts & {
  readonly homeCare?: number | undefined
  readonly dentures?: number | undefined
  readonly hearingAid?: number | undefined
  readonly glasses?: number | undefined
  readonly prosthesis?: number | undefined
}

const cost = (meaning: Wording) => rupiahFact(meaning, { absent: undefined, unit: { id: 'rupiah', en: 'rupiah' } })

export const transportFacts: FactSchema<TransportFacts> = {
  ...injuryFacts,
  land: cost({ id: 'biaya angkutan darat, sungai, danau', en: 'cost of transport by land, river or lake' }),
  sea: cost({ id: 'biaya angkutan laut', en: 'cost of transport by sea' }),
  air: cost({ id: 'biaya angkutan udara', en: 'cost of transport by air' }),
}

export const careFacts: FactSchema<CareFacts> = {
  ...injuryFacts,
  homeCare: cost({ id: 'biaya perawatan di rumah (paling lama 1 tahun)', en: 'cost of home care (one year at most)' }),
  dentures: cost({ id: 'biaya gigi tiruan', en: 'cost of dentures' }),
  hearingAid: cost({ id: 'biaya alat bantu dengar', en: 'cost of a hearing aid' }),
  glasses: cost({ id: 'biaya kacamata', en: 'cost of glasses' }),
  prosthesis: cost({
    id: 'harga orthose atau prothese di RS rehabilitasi pemerintah',
    en: 'price of an orthosis or prosthesis at the government hospital',
  }),
}

export const transportParameters = [transportLandCap, transportSeaCap, transportAirCap, jkkClaimYears] as const
export const careParameters = [homeCareCap, denturesCap, hearingAidCap, glassesCap, prosthesisMarkUp, jkkClaimYears] as const

/** Transport after a work accident: every mode up to its own cap; several modes add up. */
export function jkkTransport(facts: TransportFacts, on: Day): Decision {
  const spent = [
    { label: { id: 'Angkutan darat, sungai, danau', en: 'Land, river or lake' }, cost: facts.land, cap: transportLandCap },
    { label: { id: 'Angkutan laut', en: 'Sea' }, cost: facts.sea, cap: transportSeaCap },
    { label: { id: 'Angkutan udara', en: 'Air' }, cost: facts.air, cap: transportAirCap },
  ]
  return decideCosts(facts, on, spent)
}

/** Home care and aids after a work accident, each up to its cap; orthosis and prosthesis at the list price and 40 %. */
export function jkkCare(facts: CareFacts, on: Day): Decision {
  const spent = [
    { label: { id: 'Perawatan di rumah', en: 'Home care' }, cost: facts.homeCare, cap: homeCareCap },
    { label: { id: 'Gigi tiruan', en: 'Dentures' }, cost: facts.dentures, cap: denturesCap },
    { label: { id: 'Alat bantu dengar', en: 'Hearing aid' }, cost: facts.hearingAid, cap: hearingAidCap },
    { label: { id: 'Kacamata', en: 'Glasses' }, cost: facts.glasses, cap: glassesCap },
  ]
  return decideCosts(facts, on, spent, facts.prosthesis)
}

type Spent = { readonly label: Wording; readonly cost: number | undefined; readonly cap: Parameter<'rupiah'> }

const receipted = groundKind({
  id: 'costs-receipted',
  condition: { id: 'Ada biaya dengan kuitansi asli', en: 'There are costs with original receipts' },
  law: { law: 'bpjs-form', sources: ['S29', 'S31'] },
})

const withinCap: GroundKind = groundKind({
  id: 'within-cap',
  condition: { id: 'Biaya tidak melebihi batas', en: 'The cost does not exceed the cap' },
  law: { law: 'pp-82-2019', annex: 'III', sources: ['S03', 'S04'] },
  effect: 'changes-amount',
})

function decideCosts(facts: InjuryFacts, on: Day, all: readonly Spent[], prosthesis = 0): Decision {
  const spent = all.filter((each) => (each.cost ?? 0) > 0)
  const accident = injuryDay(facts, on)
  return decideInjury(facts, on, {
    grounds: [judge(receipted, spent.length > 0 || prosthesis > 0), ...spent.map((each) => capGround(each, accident))],
    lines: () => [...spent.map((each) => capLine(each, accident)), ...prosthesisLines(prosthesis, accident)],
  })
}

function capGround(spent: Spent, accident: Day): Ground {
  const cap = findValue(spent.cap, accident) ?? 0
  return judgeWith(withinCap, (spent.cost ?? 0) <= cap, {
    id: `${spent.label.id}: biaya ${formatRupiah(spent.cost ?? 0)}, batas ${formatRupiah(cap)}`,
    en: `${spent.label.en}: cost ${formatRupiah(spent.cost ?? 0)}, cap ${formatRupiah(cap)}`,
  })
}

function capLine(spent: Spent, accident: Day): Line {
  return { label: spent.label, amount: rupiah(Math.min(spent.cost ?? 0, findValue(spent.cap, accident) ?? 0)) }
}

function prosthesisLines(listPrice: number, accident: Day): Line[] {
  if (listPrice === 0) return []
  const markUp = valueOn(prosthesisMarkUp, accident)
  const label = {
    id: `Orthose atau prothese: harga daftar dan ${markUp} %`,
    en: `Orthosis or prosthesis: list price and ${markUp} %`,
  }
  return [{ label, amount: rupiah(Math.round((listPrice * (100 + markUp)) / 100)) }]
}
