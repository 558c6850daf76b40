import type { Day } from '../../values/days.ts'
import { formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { parameters, rules } from '../../rules/book.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Entry, Parameter } from '../../rules/kit/parameter.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { chartPoints, showValue, sourceTexts } from '../../rules/kit/show.ts'
import type { IncomeBand, Loss } from '../../rules/kit/units.ts'
import { style } from './book-style.ts'

/** The rule book as one HTML page that needs nothing else: every figure with its history, every rule with its worked cases. */
export function bookHtml(on: Day): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Buku aturan UCOK</title><style>${style}</style></head><body>
<header><h1>Buku aturan <small lang="en">Rule book</small></h1>
<p>Dicetak ${escape(formatDay(on, 'id'))}. Bukan nasihat hukum: BPJS Ketenagakerjaan yang memutuskan manfaat.
<span lang="en">Printed on ${escape(formatDay(on, 'en'))}. Not legal advice: BPJS Ketenagakerjaan decides benefits.</span></p>
<nav>${rules.map((rule) => `<a href="#${rule.name}">${escape(rule.title.id)}</a>`).join(' ')} <a href="#figures">Angka</a></nav></header>
<main>${rules.map(ruleHtml).join('\n')}
<h2 id="figures">Angka <small lang="en">Figures</small></h2>
${parameters.map(parameterHtml).join('\n')}</main></body></html>
`
}

function ruleHtml(rule: Rule): string {
  return `<section id="${rule.name}"><h2>${both(rule.title)}</h2><p>${both(rule.description)}</p>
<p><code>ucok rules ask ${rule.name}</code></p>
<table><caption>Fakta <span lang="en">Facts</span></caption><thead><tr><th>Nama</th><th>Jenis</th><th>Arti</th></tr></thead><tbody>
${Object.entries(rule.facts)
  .map(
    ([name, fact]) =>
      `<tr><td><code>${name}</code>${fact.required ? ' *' : ''}</td><td>${fact.type}</td><td>${both(fact.meaning)}</td></tr>`,
  )
  .join('\n')}</tbody></table>
<table><caption>Contoh <span lang="en">Worked cases</span></caption><thead><tr><th>Hari</th><th>Kasus</th><th>Jawaban</th><th>Sumber</th></tr></thead><tbody>
${rule.cases.map(caseHtml).join('\n')}</tbody></table></section>`
}

function caseHtml(each: Rule['cases'][number]): string {
  const unmet = each.decide().grounds.filter((ground) => !ground.met && ground.effect === 'required')
  const yes = each.amount === null ? 'ya <span lang="en">yes</span>' : formatRupiah(each.amount)
  const no = `tidak <span lang="en">no</span>${unmet.map((ground) => `<p>– ${both(ground.condition)}</p>`).join('')}`
  const answer = each.granted ? yes : no
  return `<tr><td>${each.on.toString()}</td><td>${both(each.name)}</td><td>${answer}</td><td>${(each.sources ?? []).join(' ')}</td></tr>`
}

function parameterHtml(of: Parameter): string {
  const rows = of.history.map((entry) => entryHtml(of, entry)).join('\n')
  return `<section class="figure" id="${of.name}"><h3>${both(of.title)}</h3>${chart(of)}
<table><thead><tr><th>Sejak</th><th>Nilai</th><th>Dasar</th><th>Sumber</th><th>Diperiksa</th></tr></thead><tbody>${rows}</tbody></table>
${table(of.history[0]?.value)}</section>`
}

function entryHtml(of: Parameter, entry: Entry<unknown>): string {
  const mark = entry.verified ? '' : ' <mark>belum diverifikasi <span lang="en">unverified</span></mark>'
  const notes = [entry.note, ...conflictTexts(entry)]
    .flatMap((note) => (note === undefined ? [] : [`<p>${both(note)}</p>`]))
    .join('')
  return `<tr><td>${entry.from.toString()}</td><td>${escape(showValue(of, entry.value, 'id'))}${mark}${notes}</td>
<td>${escape(citationText(entry.law, 'id'))}</td><td>${sourceTexts(entry.sources).map(escape).join('<br>')}</td><td>${entry.checkedOn.toString()}</td></tr>`
}

function conflictTexts(entry: Entry<unknown>): Wording[] {
  const { conflict } = entry
  if (conflict === undefined) return []
  const readings = conflict.readings.map(({ says, sources }, place) => {
    const chosen = place === conflict.chosen
    const from = sources.length === 0 ? '' : ` [${sources.join(', ')}]`
    return {
      id: `${chosen ? 'Dipakai' : 'Bacaan lain'}: ${says.id}${from}`,
      en: `${chosen ? 'Chosen' : 'Other reading'}: ${says.en}`,
    }
  })
  return [...readings, conflict.why]
}

/** Bands and losses are printed in full under their history. */
function table(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object') return ''
  const rows = value.map((row: IncomeBand | Loss) => {
    const cells =
      'base' in row ? [`≥ ${formatRupiah(row.floor)}`, formatRupiah(row.base)] : [row.code, row.label.id, `${row.percent} %`]
    return `<tr${row.verified ? '' : ' class="unread"'}>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`
  })
  return `<table class="rows"><tbody>${rows.join('')}</tbody></table>`
}

/** A step chart as wide as time runs from 2015 to 2028. */
function chart(of: Parameter): string {
  const points = chartPoints(of)
  if (points.length < 2) return ''
  const most = Math.max(...points.map((point) => point.value), 1)
  const y = (value: number) => (38 - (value / most) * 34).toFixed(1)
  const path = points
    .map(
      (point, place) => `${place === 0 ? 'M' : 'H'}${x(point.from)}${place === 0 ? ` ${y(point.value)}` : `V${y(point.value)}`}`,
    )
    .join('')
  return `<svg viewBox="0 0 240 40" role="img" aria-label="${escape(of.title.id)}"><path d="${path}H240"/></svg>`
}

/** Where a day stands on the line of time, in chart units. */
function x(from: string): string {
  return (((Number(from.slice(0, 4)) + Number(from.slice(5, 7)) / 12 - 2015) / 13) * 240).toFixed(1)
}

function both(wording: Wording): string {
  return `${escape(wording.id)} <span lang="en">${escape(wording.en)}</span>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
