import { type Day, day, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { type Rupiah, rupiah } from '../../values/rupiah.ts'
import { type Decision, decideAmount, type Line } from '../kit/decide.ts'
import { countFact, dayFact, type FactSchema, rupiahFact, yesNoFact } from '../kit/facts.ts'
import { type Ground, groundKind, type GroundKind, judge } from '../kit/ground.ts'
import { lawInForce } from '../kit/in-force.ts'
import { valueOn } from '../kit/parameter.ts'
import { startOfLaw } from '../parameters/checked.ts'
import { jkmDeathSum, jkmFuneral, jkmPeriodic } from '../parameters/death.ts'

/** The classes of PP 44/2015 art. 40, in the order of the law: the first that has anybody receives everything. */
export const heirClasses = ['spouse-or-child', 'lineal', 'sibling', 'parent-in-law', 'testamentary', 'funeral-arranger'] as const
export type HeirClass = (typeof heirClasses)[number]

/** Who is left. Counts are of the living. */
export type HeirFacts = {
  readonly spouse?: boolean | undefined
  readonly children?: number | undefined
  readonly parents?: number | undefined
  readonly grandchildren?: number | undefined
  readonly grandparents?: number | undefined
  readonly siblings?: number | undefined
  readonly parentsInLaw?: number | undefined
  readonly will?: boolean | undefined
  readonly willNotarised?: boolean | undefined
  readonly deathDate?: Day | undefined
  /** What is paid, in rupiah; absent: the full JKM of the day. */
  readonly amount?: number | undefined
}

const people = (meaning: Wording) => countFact(meaning, { absent: 0, unit: { id: 'orang', en: 'people' } })

export const heirFacts: FactSchema<HeirFacts> = {
  spouse: yesNoFact({ id: 'ada janda atau duda', en: 'there is a widow or widower' }, { absent: false }),
  children: people({ id: 'anak', en: 'children' }),
  parents: people({ id: 'orang tua', en: 'parents' }),
  grandchildren: people({ id: 'cucu', en: 'grandchildren' }),
  grandparents: people({ id: 'kakek dan nenek', en: 'grandparents' }),
  siblings: people({ id: 'saudara kandung', en: 'full siblings' }),
  parentsInLaw: people({ id: 'mertua', en: 'parents-in-law' }),
  will: yesNoFact({ id: 'ada wasiat pekerja', en: 'the worker left a will' }, { absent: false }),
  willNotarised: yesNoFact({ id: 'wasiat berupa akta notaris', en: 'the will is a notarial deed' }, { absent: true }),
  deathDate: dayFact(
    { id: 'hari meninggal; kosong berarti hari pertanyaan', en: 'day of death; empty means the day of the question' },
    { absent: undefined },
  ),
  amount: rupiahFact(
    { id: 'jumlah yang dibayarkan; kosong berarti JKM penuh hari itu', en: 'what is paid; empty means the full JKM of that day' },
    {
      absent: undefined,
    },
  ),
}

export const heirParameters = [jkmDeathSum, jkmPeriodic, jkmFuneral] as const

/** The class that receives the death benefit: the first of the legal order in which anybody is left. */
export function heirClassOf(facts: HeirFacts, on: Day): HeirClass {
  return heirClasses.find((each) => exists(each, facts, facts.deathDate ?? on)) ?? 'funeral-arranger'
}

/** Who receives JKM, class by class in the order of PP 44/2015 art. 40, and what. BPJS decides on the heir statement. */
export function heirs(facts: HeirFacts, on: Day): Decision {
  const death = facts.deathDate ?? on
  if (isBefore(death, startOfLaw)) return decideAmount([judge(lawInForce, false)], () => [], true)
  const receiver = heirClassOf(facts, on)
  const grounds: Ground[] = [judge(lawInForce, true), ...heirClasses.map((each) => judge(classGrounds[each], each === receiver))]
  if (facts.will === true) grounds.push(judge(notarialWill, facts.willNotarised ?? true))
  return decideAmount(grounds, () => linesOf(receiver, death, facts.amount), true)
}

/** Permenaker 1/2025 art. 79 asks for a notarial deed. */
const notarialFrom = day('2025-02-24')

function exists(each: HeirClass, facts: HeirFacts, death: Day): boolean {
  switch (each) {
    case 'spouse-or-child':
      return facts.spouse === true || some(facts.children)
    case 'lineal':
      return some(facts.parents, facts.grandchildren, facts.grandparents)
    case 'sibling':
      return some(facts.siblings)
    case 'parent-in-law':
      return some(facts.parentsInLaw)
    case 'testamentary':
      return facts.will === true && (isBefore(death, notarialFrom) || (facts.willNotarised ?? true))
    case 'funeral-arranger':
      return true
  }
}

function some(...counts: (number | undefined)[]): boolean {
  return counts.some((count) => (count ?? 0) > 0)
}

const classGround = (id: HeirClass, condition: Wording): GroundKind =>
  groundKind({ id, condition, law: { law: 'pp-44-2015', article: '40', sources: ['S06', 'S98'] }, effect: 'changes-amount' })

const classGrounds: Record<HeirClass, GroundKind> = {
  'spouse-or-child': classGround('spouse-or-child', {
    id: 'Janda, duda, atau anak (anak di bawah umur melalui wali)',
    en: 'Widow, widower or child (a minor through a guardian)',
  }),
  lineal: classGround('lineal', {
    id: 'Tidak ada sebelumnya; keturunan sedarah lurus ke atas dan ke bawah sampai derajat kedua',
    en: 'Nobody before; blood relatives in the straight line to the second degree',
  }),
  sibling: classGround('sibling', { id: 'Tidak ada sebelumnya; saudara kandung', en: 'Nobody before; full siblings' }),
  'parent-in-law': classGround('parent-in-law', { id: 'Tidak ada sebelumnya; mertua', en: 'Nobody before; parents-in-law' }),
  testamentary: classGround('testamentary', {
    id: 'Tidak ada sebelumnya; pihak yang ditunjuk dalam wasiat pekerja',
    en: 'Nobody before; the person named in the worker’s will',
  }),
  'funeral-arranger': classGround('funeral-arranger', {
    id: 'Tidak ada ahli waris dan wasiat; biaya pemakaman kepada pengurus pemakaman, selebihnya ke Dana Jaminan Sosial',
    en: 'No heir and no will; funeral benefit to whoever buried, the rest to the Dana Jaminan Sosial',
  }),
}

const notarialWill = groundKind({
  id: 'will-notarised',
  condition: {
    id: 'Wasiat berupa akta notaris (sejak Permenaker 1/2025)',
    en: 'The will is a notarial deed (since Permenaker 1/2025)',
  },
  law: { law: 'permenaker-1-2025', article: '79', sources: ['S96'] },
  effect: 'changes-amount',
})

const receivers: Record<HeirClass, Wording> = {
  'spouse-or-child': { id: 'Janda, duda, atau anak', en: 'Widow, widower or child' },
  lineal: { id: 'Orang tua, cucu, kakek, nenek', en: 'Parents, grandchildren, grandparents' },
  sibling: { id: 'Saudara kandung', en: 'Full siblings' },
  'parent-in-law': { id: 'Mertua', en: 'Parents-in-law' },
  testamentary: { id: 'Penerima wasiat', en: 'The person named in the will' },
  'funeral-arranger': { id: 'Yang mengurus pemakaman', en: 'Whoever arranged the funeral' },
}

function linesOf(receiver: HeirClass, death: Day, given: number | undefined): Line[] {
  const funeral = valueOn(jkmFuneral, death)
  const total: Rupiah = rupiah(given ?? valueOn(jkmDeathSum, death) + valueOn(jkmPeriodic, death) + funeral)
  if (receiver !== 'funeral-arranger') return [{ label: receivers[receiver], amount: total }]
  const forBurial = Math.min(funeral, total)
  return [
    { label: receivers[receiver], amount: rupiah(forBurial) },
    { label: { id: 'Dana Jaminan Sosial', en: 'Dana Jaminan Sosial (social security fund)' }, amount: rupiah(total - forBurial) },
  ]
}
