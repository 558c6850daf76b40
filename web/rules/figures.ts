import { type Day, daysBetween, isBefore } from '../../values/days.ts'
import { languages } from '../../values/language.ts'
import { parameters, rules } from '../../rules/book.ts'
import { citationText } from '../../rules/kit/cite.ts'
import { type Entry, findEntry, type Parameter } from '../../rules/kit/parameter.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { showValue } from '../../rules/kit/show.ts'
import { instruments } from '../../rules/law/instruments.ts'

/** What a figure says on a day: the entry in force (nothing before the first), and the next entry with another value. */
export type Standing = { readonly entry: Entry<unknown> | undefined; readonly next: Entry<unknown> | undefined }

/** Something about a figure a reader must know before relying on it. */
export type FigureMark = 'unverified' | 'rows-unverified' | 'past-unverified' | 'conflict' | 'stale'

/** Which figures to show; all when empty. */
export type FigureFilter = 'unverified' | 'conflict' | 'changing'

/** Figures under the rule that uses them first; those no rule uses stand under none, at the end. */
export type FigureGroup = { readonly rule: Rule | undefined; readonly figures: readonly Parameter[] }

/** What a figure says on a day, and what comes next. */
export function standingOn(of: Parameter, on: Day): Standing {
  const entry = findEntry(of, on)
  return { entry, next: of.history.findLast((later) => isBefore(on, later.from) && later.value !== entry?.value) }
}

/** What a reader must know of a figure on a day: of the value in force first, then of its past. */
export function marksOf(of: Parameter, on: Day): FigureMark[] {
  const { entry } = standingOn(of, on)
  const asked = entry ?? of.history.at(-1)
  const isUnverified = asked?.verified === false
  const marks: [FigureMark, boolean][] = [
    ['unverified', isUnverified && !hasVerifiedRows(asked.value)],
    ['rows-unverified', isUnverified && hasVerifiedRows(asked.value)],
    ['past-unverified', !isUnverified && of.history.some((each) => !each.verified)],
    ['conflict', of.history.some((each) => each.conflict !== undefined)],
    ['stale', of.history.some((each) => daysBetween(each.checkedOn, on) > 365)],
  ]
  return marks.flatMap(([mark, applies]) => (applies ? [mark] : []))
}

/** The figures that match what is typed (title, law, value; every word) and the filter, in their groups. */
export function findFigures(asked: { search: string; filter: string | undefined; on: Day }): FigureGroup[] {
  const wanted = asked.search.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map(({ rule, figures }) => ({
      rule,
      figures: figures.filter(
        (figure) => passes(figure, asked) && wanted.every((word) => searchText(figure, asked.on).includes(word)),
      ),
    }))
    .filter((group) => group.figures.length > 0)
}

/** The rules that use a figure. */
export function rulesUsing(of: Parameter): Rule[] {
  return rules.filter((rule) => rule.parameters.some((each) => each.name === of.name))
}

const groups: readonly FigureGroup[] = groupFigures()

function groupFigures(): FigureGroup[] {
  const taken = new Set<string>()
  const take = (rule: Rule | undefined, among: readonly Parameter[]): FigureGroup => {
    const figures = among.filter(({ name }) => !taken.has(name))
    for (const { name } of figures) taken.add(name)
    return { rule, figures }
  }
  return [...rules.map((rule) => take(rule, rule.parameters)), take(undefined, parameters)]
}

function passes(of: Parameter, asked: { filter: string | undefined; on: Day }): boolean {
  switch (asked.filter) {
    case 'unverified':
      return of.history.some((entry) => !entry.verified)
    case 'conflict':
      return of.history.some((entry) => entry.conflict !== undefined)
    case 'changing':
      return standingOn(of, asked.on).next !== undefined
    default:
      return true
  }
}

function searchText(of: Parameter, on: Day): string {
  const value = standingOn(of, on).entry?.value
  const said = languages.flatMap((language) => [
    of.title[language],
    showValue(of, value, language),
    ...of.history.flatMap(({ law }) => [citationText(law, language), instruments[law.law].title[language]]),
  ])
  return [of.name, ...said].join(' ').toLowerCase()
}

function hasVerifiedRows(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some((row: unknown) => typeof row === 'object' && row !== null && 'verified' in row && row.verified)
  )
}
