import { type Day, formatDay } from '../../values/days.ts'
import type { Language, Wording } from '../../values/language.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { parameters, rules } from '../../rules/book.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Entry, Parameter } from '../../rules/kit/parameter.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { chartPoints, showValue, sourceTexts } from '../../rules/kit/show.ts'
import { style } from './book-style.ts'
import { bookWords as words, conflictTexts, otherOf, tableRows, unmetOf } from './book-words.ts'

/**
 * The rule book as one HTML page that needs nothing else: every figure with its history, every rule with its worked cases. The
 * language given leads, the other stands beside it.
 */
export function bookHtml(on: Day, language: Language = 'id'): string {
  const { both, plain } = writerOf(language)
  const parts: Parts = { language, both, plain }
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(words.title)} UCOK</title><style>${style}</style></head><body>
<header><h1>${both(words.title)}</h1>
<p>${plain(words.printed)} ${escape(formatDay(on, language))}. ${both(words.notAdvice)}</p>
<nav>${rules.map((rule) => `<a href="#${rule.name}">${plain(rule.title)}</a>`).join(' ')} <a href="#figures">${plain(words.figures)}</a></nav></header>
<main>${rules.map((rule) => ruleHtml(rule, parts)).join('\n')}
<h2 id="figures">${both(words.figures)}</h2>
${parameters.map((each) => parameterHtml(each, parts)).join('\n')}</main></body></html>
`
}

/** The language that leads, and how a wording is written with the other beside it, or alone. */
type Parts = { language: Language; both: (wording: Wording) => string; plain: (wording: Wording) => string }

function writerOf(language: Language): Omit<Parts, 'language'> {
  const other = otherOf(language)
  return {
    plain: (wording) => escape(wording[language]),
    both: (wording) => {
      const [first, second] = [escape(wording[language]), escape(wording[other])]
      return first === second ? first : `${first} <span class="other" lang="${other}">${second}</span>`
    },
  }
}

function ruleHtml(rule: Rule, { both, plain }: Parts): string {
  const head = (columns: readonly Wording[]) =>
    `<thead><tr>${columns.map((each) => `<th>${plain(each)}</th>`).join('')}</tr></thead>`
  const facts = Object.entries(rule.facts).map(
    ([name, fact]) =>
      `<tr><td><code>${name}</code>${fact.required ? ' *' : ''}</td><td>${fact.type}</td><td>${both(fact.meaning)}</td></tr>`,
  )
  return `<section id="${rule.name}"><h2>${both(rule.title)}</h2><p>${both(rule.description)}</p>
<p><code>ucok rules ask ${rule.name}</code></p>
<table><caption>${both(words.facts)} (* ${plain(words.required)})</caption>${head([words.name, words.kind, words.meaning])}<tbody>
${facts.join('\n')}</tbody></table>
<table class="cases"><caption>${both(words.cases)}</caption>${head([words.day, words.case, words.answer, words.source])}<tbody>
${rule.cases.map((each) => caseHtml(each, both)).join('\n')}</tbody></table></section>`
}

function caseHtml(each: Rule['cases'][number], both: Parts['both']): string {
  const yes = each.amount === null ? both(words.yes) : formatRupiah(each.amount)
  const no = () =>
    both(words.no) +
    unmetOf(each.decide())
      .map((condition) => `<p>– ${both(condition)}</p>`)
      .join('')
  return `<tr><td>${each.on.toString()}</td><td>${both(each.name)}</td><td>${each.granted ? yes : no()}</td><td>${(each.sources ?? []).join(' ')}</td></tr>`
}

function parameterHtml(of: Parameter, parts: Parts): string {
  const { both, plain } = parts
  const head = [words.since, words.value, words.law, words.source, words.checked]
    .map((each) => `<th>${plain(each)}</th>`)
    .join('')
  const rows = of.history.map((entry) => entryHtml(of, entry, parts)).join('\n')
  return `<section class="figure" id="${of.name}"><h3>${both(of.title)}</h3>${chart(of, parts)}
<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>
${tableHtml(of.history[0]?.value, parts)}</section>`
}

function entryHtml(of: Parameter, entry: Entry<unknown>, { language, both }: Parts): string {
  const mark = entry.verified ? '' : ` <mark>${both(words.unverified)}</mark>`
  const notes = [entry.note, ...conflictTexts(entry.conflict)]
    .flatMap((note) => (note === undefined ? [] : [`<p>${both(note)}</p>`]))
    .join('')
  return `<tr><td>${entry.from.toString()}</td><td>${escape(showValue(of, entry.value, language))}${mark}${notes}</td>
<td>${escape(citationText(entry.law, language))}</td><td>${sourceTexts(entry.sources).map(escape).join('<br>')}</td><td>${entry.checkedOn.toString()}</td></tr>`
}

/** Bands and losses are printed in full under their history. */
function tableHtml(value: unknown, { language, both }: Parts): string {
  const rows = tableRows(value, language)
  if (rows.length === 0) return ''
  const written = rows.map(
    ({ cells, verified }) =>
      `<tr${verified ? '' : ' class="unread"'}>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}<td>${verified ? '' : '?'}</td></tr>`,
  )
  return `<table class="rows"><caption>${both(words.unreadRows)}</caption><tbody>${written.join('')}</tbody></table>`
}

/** A step chart as wide as time runs from 2015 to 2028. */
function chart(of: Parameter, { plain }: Parts): string {
  const points = chartPoints(of)
  if (points.length < 2) return ''
  const most = Math.max(...points.map((point) => point.value), 1)
  const y = (value: number) => (38 - (value / most) * 34).toFixed(1)
  const path = points
    .map(
      (point, place) => `${place === 0 ? 'M' : 'H'}${x(point.from)}${place === 0 ? ` ${y(point.value)}` : `V${y(point.value)}`}`,
    )
    .join('')
  return `<svg viewBox="0 0 240 40" role="img" aria-label="${plain(of.title)}"><path d="${path}H240"/></svg>`
}

/** Where a day stands on the line of time, in chart units. */
function x(from: string): string {
  return (((Number(from.slice(0, 4)) + Number(from.slice(5, 7)) / 12 - 2015) / 13) * 240).toFixed(1)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
