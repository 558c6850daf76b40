import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { ApprovedWork, Asked } from '../approvals/approvals.ts'
import type { Facts } from '../approvals/facts-api.ts'
import { requestApproval } from '../approvals/operations.ts'
import { wordApprovalRefusal } from '../approvals/refusals.ts'
import type { Context } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { addRuleSet, type NewRuleSet } from './operations.ts'
import { type EligibilityRefusal, wordEligibilityRefusal } from './refusals.ts'
import { defaultRules, type RegionRules, regionRules, type StoredRuleSet } from './rule-sets.ts'
import { countStanding } from '../registry/tallies.ts'
import { findNewestRuleSet } from './store.ts'

/** Asks for another version of a year's rules: they hold once another person has approved them. Leaves an audit line. */
export async function requestRuleSet(
  ctx: Context,
  input: NewRuleSet & { because?: string | undefined },
): Promise<Outcome<Asked, EligibilityRefusal>> {
  const { year, title, legalBasis, rules, because } = input
  const { minimumAge, maximumAge } = rules
  if (minimumAge >= maximumAge) return refused({ reason: 'ages-reversed', minimumAge, maximumAge })
  const before = await findNewestRuleSet(ctx, year)
  const asked = await requestApproval(ctx, {
    operation: 'eligibility.rule-set',
    subject: { kind: 'rule-set-year', id: year },
    title: { id: `Aturan kelayakan ${year}: ${title}`, en: `Rules of eligibility ${year}: ${title}` },
    because,
    before: before === undefined ? factsOf({ rules: defaultRules }) : factsOf(before),
    after: factsOf({ title, legalBasis, rules }),
    people: await countStanding(ctx),
    payload: { title, legalBasis, rules },
    fingerprint: fingerprintOf(before),
  })
  return asked.ok ? asked : refused({ reason: 'not-asked', words: wordApprovalRefusal(asked.refusal) })
}

/** What two people do with a year's rules: the next version. */
export const ruleSetWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => fingerprintOf(await findNewestRuleSet(ctx, Number(subject.id))),
  carryOut: async (ctx, { subject, payload, askedBy, askedByName }) => {
    const { title, legalBasis, rules } = payload as { title: string; legalBasis: string; rules: unknown }
    const wanted = { year: Number(subject.id), title, legalBasis, rules: regionRules.parse(rules) }
    const added = worded(await addRuleSet(ctx, wanted, { id: askedBy, name: askedByName }), wordEligibilityRefusal)
    return added.ok ? done({ ruleSetId: added.value.id, version: added.value.version }) : added
  },
}

function fingerprintOf(newest: StoredRuleSet | undefined): string {
  return newest === undefined ? 'none' : newest.id
}

const labels = {
  title: { id: 'Nama', en: 'Name' },
  legalBasis: { id: 'Dasar hukum', en: 'Legal basis' },
  minimumAge: { id: 'Usia terendah', en: 'Lowest age' },
  maximumAge: { id: 'Usia tertinggi', en: 'Highest age' },
  maximumAgeIncluded: { id: 'Usia tertinggi masih layak', en: 'The highest age is still eligible' },
  decileCeiling: { id: 'Desil tertinggi', en: 'Highest decile' },
  unknownDecile: { id: 'Desil tidak diketahui', en: 'Decile not known' },
  citizensOnly: { id: 'Hanya WNI', en: 'Citizens only' },
  residentsOnly: { id: 'Hanya penduduk daerah', en: 'Residents of the region only' },
  knownOnly: { id: 'Hanya yang dikenal Dukcapil', en: 'Only those known to the civil registry' },
  onlyOccupations: { id: 'Hanya pekerjaan', en: 'Only these occupations' },
  furtherBarred: { id: 'Pekerjaan lain yang dikecualikan', en: 'Occupations barred besides' },
  priorities: { id: 'Urutan peringkat', en: 'Order of the ranking' },
  unaskedRegisters: { id: 'Register yang belum menjawab', en: 'Registers that never answered' },
} satisfies Record<string, Wording>

const admitting: Record<'admit' | 'wait', Wording> = {
  admit: { id: 'tetap layak', en: 'eligible all the same' },
  wait: { id: 'menunggu', en: 'waits' },
}
const none: Wording = { id: 'tidak dibatasi', en: 'no limit' }
const priorityNames: Record<RegionRules['priorities'][number], Wording> = {
  'lowest-decile': { id: 'desil terendah', en: 'lowest decile' },
  'longest-waiting': { id: 'terlama tercatat', en: 'longest waiting' },
  oldest: { id: 'tertua', en: 'oldest' },
}

function factsOf({ title, legalBasis, rules }: { title?: string; legalBasis?: string; rules: RegionRules }): Facts {
  const order = rules.priorities.map((priority) => priorityNames[priority])
  const named = (codes: readonly string[] | null) => (codes === null ? { words: none } : { text: codes.join(', ') })
  return {
    ...(title !== undefined && { title: { label: labels.title, text: title } }),
    ...(legalBasis !== undefined && { legalBasis: { label: labels.legalBasis, text: legalBasis } }),
    minimumAge: { label: labels.minimumAge, count: rules.minimumAge },
    maximumAge: { label: labels.maximumAge, count: rules.maximumAge },
    maximumAgeIncluded: { label: labels.maximumAgeIncluded, yes: rules.maximumAgeIncluded },
    decileCeiling: {
      label: labels.decileCeiling,
      ...(rules.decileCeiling === null ? { words: none } : { count: rules.decileCeiling }),
    },
    unknownDecile: { label: labels.unknownDecile, words: admitting[rules.unknownDecile] },
    citizensOnly: { label: labels.citizensOnly, yes: rules.citizensOnly },
    residentsOnly: { label: labels.residentsOnly, yes: rules.residentsOnly },
    knownOnly: { label: labels.knownOnly, yes: rules.knownToCivilRegistryOnly },
    onlyOccupations: { label: labels.onlyOccupations, ...named(rules.onlyOccupations) },
    furtherBarred: { label: labels.furtherBarred, ...named(rules.furtherBarred) },
    priorities: {
      label: labels.priorities,
      words: { id: order.map(({ id }) => id).join(', '), en: order.map(({ en }) => en).join(', ') },
    },
    unaskedRegisters: { label: labels.unaskedRegisters, words: admitting[rules.unaskedRegisters] },
  }
}
