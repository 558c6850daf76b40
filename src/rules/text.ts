import type { Language, Wording } from '../../values/language.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import type { BatchResult } from './batch.ts'
import type { DescribedFact } from './operations.ts'

const words = {
  granted: { id: 'Ya, memenuhi syarat', en: 'Yes, the conditions are met' },
  refused: { id: 'Tidak, ada syarat yang belum terpenuhi', en: 'No, a condition is not met' },
  estimate: { id: 'Perkiraan: BPJS Ketenagakerjaan yang memutuskan.', en: 'An estimate: BPJS Ketenagakerjaan decides.' },
  total: { id: 'Jumlah', en: 'Total' },
  required: { id: 'wajib', en: 'required' },
  optional: { id: 'boleh kosong', en: 'optional' },
  day: { id: 'Hari (--on)', en: 'Day (--on)' },
} as const satisfies Record<string, Wording>

/** A decision for a person at a terminal: the answer, the parts, then every ground with its article. */
export function decisionText(decision: Decision, language: Language): string {
  const lines = decision.lines.map((line) => `  ${formatRupiah(line.amount).padStart(16)}  ${line.label[language]}`)
  const total = decision.amount === null ? [] : [`  ${formatRupiah(decision.amount).padStart(16)}  ${words.total[language]}`]
  const grounds = decision.grounds.map((ground) => {
    const mark = ground.met ? '✓' : ground.known ? '✗' : '?'
    const detail = ground.detail === undefined ? '' : ` (${ground.detail[language]})`
    return `  ${mark} ${ground.condition[language]}${detail} [${citationText(ground.law, language)}]`
  })
  const head = decision.granted ? words.granted[language] : words.refused[language]
  return [head, ...lines, ...total, ...grounds, ...(decision.estimate ? [words.estimate[language]] : [])].join('\n')
}

type Described = { name: string; title: Wording; description: Wording; on: Wording; facts: readonly DescribedFact[] }

/** A rule’s facts for a person at a terminal. */
export function ruleText(rule: Described, language: Language): string {
  const head = [
    `${rule.name}: ${rule.title[language]}`,
    rule.description[language],
    `${words.day[language]}: ${rule.on[language]}`,
  ]
  return [...head, ...factLines(rule.facts, language, '  ')].join('\n')
}

function factLines(facts: readonly DescribedFact[], language: Language, indent: string): string[] {
  return facts.flatMap((fact) => {
    const kind = [fact.type, fact.unit?.[language], fact.required ? words.required[language] : words.optional[language]]
      .filter(Boolean)
      .join(', ')
    const choices = fact.choices === undefined ? '' : `: ${fact.choices.join(' | ')}`
    return [
      `${indent}${fact.name} (${kind}) ${fact.meaning[language]}${choices}`,
      ...factLines(fact.of ?? [], language, `${indent}    `),
    ]
  })
}

/** What became of a table, for a person at a terminal; the first bad rows by number. */
export function batchText(result: BatchResult, language: Language): string {
  const count = (value: number) => formatCount(value, language)
  const head =
    language === 'id'
      ? `${count(result.rows)} baris: ${count(result.granted)} memenuhi syarat (${formatRupiah(result.totalAmount)}), ${count(result.refused)} tidak, ${count(result.bad)} tidak terbaca.`
      : `${count(result.rows)} rows: ${count(result.granted)} granted (${formatRupiah(result.totalAmount)}), ${count(result.refused)} refused, ${count(result.bad)} unreadable.`
  const bad = result.firstBad.map(({ row, problem }) => `  ${language === 'id' ? 'baris' : 'row'} ${row}: ${problem}`)
  return [head, ...bad, ...(result.badRowsIn === null ? [] : [`→ ${result.badRowsIn}`])].join('\n')
}
