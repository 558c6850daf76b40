import { findDay, formatDay } from '../../values/days.ts'
import type { Language, Wording } from '../../values/language.ts'
import { findMonth, formatMonth } from '../../values/months.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { papers } from '../../rules/claims/documents.ts'
import type { DescribedFacts, Fact } from '../../rules/kit/facts.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { disabilityTable } from '../../rules/parameters/disability.ts'
import { choiceWords } from '../text/fact-words.ts'

/** Facts as they travel: what JSON can hold, by the fact's name, nothing yet checked. */
export type RawFacts = Readonly<Record<string, unknown>>

/** Splits a fact's meaning into the label over its field and the hint below: at the first semicolon, or before a final bracket. */
export function labelOf(meaning: string): { label: string; hint: string | undefined } {
  const [before = meaning, ...after] = meaning.split('; ')
  if (after.length > 0) return { label: capital(before), hint: capital(after.join('; ')) }
  const bracket = /^(.+?) \((.{7,})\)$/.exec(meaning)
  return { label: capital(bracket?.[1] ?? meaning), hint: bracket?.[2] === undefined ? undefined : capital(bracket[2]) }
}

/** What the day of a question means to a rule, with the facts it speaks of called as the form calls them. */
export function dayMeaning(rule: Pick<Rule, 'dayMeans' | 'facts'>, language: Language): string {
  const said = rule.dayMeans[language].replaceAll(/\w+/g, (word) => {
    const fact = Object.hasOwn(rule.facts, word) ? rule.facts[word] : undefined
    return fact === undefined || !/[a-z][A-Z]/.test(word) ? word : `“${labelOf(fact.meaning[language]).label}”`
  })
  return capital(said)
}

/** What a choice is called in words; a code nobody named stands for itself. */
export function choiceLabel(code: string, language: Language): string {
  const named = choiceWords[code] ?? lossLabels.get(code) ?? paperLabels.get(code)
  return named === undefined ? code : capital(named[language])
}

/** Facts as a reader would say them, one line each; what was not given is left out. */
export function factLines(
  facts: DescribedFacts,
  raw: RawFacts,
  language: Language,
): { name: string; label: string; value: string }[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    const value = raw[name]
    if (isEmpty(value)) return []
    return [{ name, label: labelOf(fact.meaning[language]).label, value: factValue(fact, value, language) }]
  })
}

/** One fact in words: `1 November 2026`, `Rp1.200.000`, `ya`. */
export function factValue(fact: Fact<unknown>, value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((member: unknown) => memberValue(fact, member, language)).join('; ')
  const text = String(value)
  switch (fact.type) {
    case 'day': {
      const found = findDay(text)
      return found === undefined ? text : formatDay(found, language)
    }
    case 'month': {
      const found = findMonth(text)
      return found === undefined ? text : formatMonth(found, language)
    }
    case 'rupiah':
      return formatRupiah(Number(value))
    case 'percent':
      return `${decimal(Number(value), language)} %`
    case 'count':
      return [decimal(Number(value), language), fact.unit?.[language]].filter(Boolean).join(' ')
    case 'yes-no':
      return value === true ? yes[language] : no[language]
    case 'choice':
      return choiceLabel(text, language)
    default:
      return text
  }
}

/** Tells whether a fact was left open. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Writes facts of a worked case (days and all) as they travel. */
export function rawOf(facts: object): RawFacts {
  const written = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null))
}

/** Reads facts out of an address; an address nobody can read holds none. */
export function readFactsText(text: string | undefined): RawFacts {
  if (text === undefined || text === '') return {}
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as RawFacts) : {}
  } catch {
    return {}
  }
}

/** Writes facts into an address; nothing when there are none. */
export function writeFactsText(raw: RawFacts): string | undefined {
  const given = Object.entries(raw).filter(([, value]) => !isEmpty(value))
  return given.length === 0 ? undefined : JSON.stringify(Object.fromEntries(given))
}

/** Facts of one rule that another rule of the same names can use too. */
export function factsKnownTo(facts: DescribedFacts, raw: RawFacts): RawFacts {
  return Object.fromEntries(
    Object.entries(raw).filter(([name, value]) => facts[name] !== undefined && !Array.isArray(facts[name].read(value))),
  )
}

/** Reads a day as people type it: `2026-11-01`, `1/11/2026`, `1-11-2026`, `1 November 2026`; nothing outside 1900–2040. */
export function findTypedDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const [, first = '', second = '', third = ''] = /^(\d{1,4})[\s./-]+([a-z]+|\d{1,2})[\s./-]+(\d{1,4})$/.exec(text) ?? []
  const [year, dayOfMonth] = first.length === 4 ? [first, third] : [third, first]
  const month = /^\d+$/.test(second) ? second : String(monthsByName.get(second.slice(0, 3)) ?? '')
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return findDay(iso) !== undefined && iso >= '1900' && iso < '2041' ? iso : undefined
}

const yes: Wording = { id: 'ya', en: 'yes' }
const no: Wording = { id: 'tidak', en: 'no' }

const lossLabels = new Map((disabilityTable.history[0]?.value ?? []).map((loss) => [loss.code, loss.label]))
const paperLabels = new Map(Object.entries(papers).map(([code, paper]) => [code, paper.label]))

const monthsByName = new Map(
  'jan feb mar apr mei jun jul agu sep okt nov des may aug oct dec'
    .split(' ')
    .map((name, place) => [name, place < 12 ? place + 1 : ([5, 8, 10, 12][place - 12] ?? 0)]),
)

function memberValue(fact: Fact<unknown>, member: unknown, language: Language): string {
  if (fact.of === undefined || typeof member !== 'object' || member === null) return choiceLabel(String(member), language)
  return factLines(fact.of, member as RawFacts, language)
    .map(({ name, label, value }) => (fact.of?.[name]?.type === 'choice' ? value : `${label.toLowerCase()} ${value}`))
    .join(', ')
}

function decimal(value: number, language: Language): string {
  return value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 6 })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
