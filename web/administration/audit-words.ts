import { findDay, formatDay } from '../../values/days.ts'
import type { Language, Wording } from '../../values/language.ts'
import { runStateNames } from '../../src/contributions/steps-api.ts'
import { endReasonNames } from '../../src/membership/reasons-api.ts'
import { findMonth, formatMonth } from '../../values/months.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { partNames } from '../../src/confidential/api.ts'
import { breachStepNames, revealedNames } from '../../src/privacy/duties-api.ts'
import { refusalGroundNames, requestLaw } from '../../src/privacy/subject-api.ts'
import { accessGroundNames, correctableFieldNames } from '../../src/registry/api.ts'
import type { Role } from '../../src/platform/actor.ts'
import { appText } from '../text/app.ts'
import { paths } from '../paths.ts'
import { actText, detailText, detailValueText, subjectText } from '../text/acts.ts'
import { say } from '../text/words.ts'

/** The act of an audit line in words; one that has none yet keeps the name it was written with. */
export function wordAct(act: string, language: Language): string {
  const known: Record<string, string> = say(actText, language)
  return known[act] ?? act
}

/** The kind of record an audit line is about, in words. */
export function wordSubject(kind: string, language: Language): string {
  const known: Record<string, string> = say(subjectText, language)
  return known[kind] ?? kind
}

/** Writes the details of an audit line as one sentence of names and values; what is not there is left out. */
export function wordDetails(details: Readonly<Record<string, unknown>>, language: Language): string {
  const fields = Object.entries(correctableFieldNames).map(([name, wording]) => [name, wording[language]])
  const names: Record<string, string> = { ...Object.fromEntries(fields), ...say(detailText, language) }
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
    .toSorted(([left], [right]) => placeOf(left) - placeOf(right))
    .map(([name, value]) => `${names[name] ?? name} ${wordValue(name, value, language)}`)
    .join(' · ')
}

/** What stood before is read before what stands now; all else stays as it comes. */
function placeOf(name: string): number {
  return name === 'before' ? 1 : name === 'after' ? 2 : 0
}

const inRupiah = new Set(['amount', 'rate', 'cost', 'ceiling', 'difference'])
const plainNumbers = new Set(['year', 'version', 'period', 'replaces', 'by', 'run', 'runId'])

function wordValue(name: string, value: unknown, language: Language): string {
  if (typeof value === 'number') {
    if (inRupiah.has(name)) return formatRupiah(value)
    return plainNumbers.has(name) ? String(value) : formatCount(value, language)
  }
  if (name === 'roles' && Array.isArray(value)) return value.map((grant) => wordGrant(String(grant), language)).join(', ')
  if (Array.isArray(value)) return value.map((one) => wordText(String(one), language)).join(', ')
  if (typeof value === 'object' && value !== null) return wordDetails(value as Record<string, unknown>, language)
  return wordText(String(value), language)
}

/** A day, a month, months from and to, or a word of the program. */
function wordText(text: string, language: Language): string {
  const known = { ...detailValueText, ...runStateNames, ...endReasonNames, ...namesOfPrivacy } as Readonly<
    Record<string, Wording>
  >
  const word = known[text]
  if (word !== undefined) return word[language]
  if (findDay(text) !== undefined) return formatDay(text, language)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return formatMoment(text, language)
  const months = text.split('..').map((part) => findMonth(part))
  return months.every((found) => found !== undefined) ? months.map((found) => formatMonth(found, language)).join('–') : text
}

/** A moment by the reader's clock. */
function formatMoment(iso: string, language: Language): string {
  const at = Temporal.Instant.from(iso).toZonedDateTimeISO(Temporal.Now.timeZoneId())
  const two = (value: number) => String(value).padStart(2, '0')
  return `${formatDay(at.toPlainDate(), language)} ${two(at.hour)}${language === 'id' ? '.' : ':'}${two(at.minute)}`
}

const namesOfPrivacy: Readonly<Record<string, Wording>> = {
  ...accessGroundNames,
  ...partNames,
  ...breachStepNames,
  ...revealedNames,
  ...refusalGroundNames,
  ...Object.fromEntries(Object.entries(requestLaw).map(([kind, law]) => [kind, law.name])),
}

const roleWords: Readonly<Record<string, Wording>> = {
  administrator: appText.roleAdministrator,
  officer: appText.roleOfficer,
  approver: appText.roleApprover,
  treasurer: appText.roleTreasurer,
  'village-operator': appText.roleVillageOperator,
  'task-force': appText.roleTaskForce,
  insurer: appText.roleInsurer,
  planner: appText.rolePlanner,
  assessor: appText.roleAssessor,
  auditor: appText.roleAuditor,
} satisfies Record<Role, Wording>

/** A role on an area, stored as `officer@51.03`. */
function wordGrant(grant: string, language: Language): string {
  const [role = '', area = ''] = grant.split('@')
  return [roleWords[role]?.[language] ?? role, area].filter(Boolean).join(' ')
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  intake: paths.intake,
  worker: paths.worker,
  programme: paths.programme,
  'contribution-run': paths.contributionRun,
  exchange: paths.matchingRun,
  'rule-set': paths.ruleSet,
  breach: paths.breach,
}

/** The page of the record an audit line is about, where there is one. */
export function pageOfSubject(kind: string, id: string): string | undefined {
  return pages[kind]?.(id)
}
