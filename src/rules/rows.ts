import { type Day, findDay } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import type { FactProblem } from '../../rules/kit/facts.ts'
import type { Rule } from '../../rules/kit/rule.ts'

/** The four cells that answer a row: `problem` is filled when the row could not be read, the others when it could. */
export type AnsweredRow = { readonly granted: string; readonly amount: string; readonly unmet: string; readonly problem: string }

export type RowAnswerer = (cells: readonly string[], language: Language) => AnsweredRow

/** Prepares a rule for rows under a header; `missing` names required facts that have no column. */
export function rowAnswerer(rule: Rule, columns: readonly string[], on: Day): { missing: string[]; answer: RowAnswerer } {
  const missing = Object.entries(rule.facts).flatMap(([name, fact]) => (fact.required && !columns.includes(name) ? [name] : []))
  const ask = rule.askRows(columns)
  const dayPlace = columns.indexOf('on')
  const days = new Map<string, Day>()
  const dayOf = (cell: string | undefined): Day | undefined => {
    if (cell === undefined || cell === '') return on
    const known = days.get(cell)
    if (known !== undefined) return known
    const found = findDay(cell)
    if (found !== undefined && days.size < 50_000) days.set(cell, found)
    return found
  }
  return {
    missing,
    answer: (cells, language) => {
      const asked = dayOf(dayPlace < 0 ? undefined : cells[dayPlace])
      if (asked === undefined) return badRow([{ fact: 'on', problem: notADay }], language)
      const answer = ask(cells, asked)
      return answer.ok ? rowOf(answer.value) : badRow(answer.refusal.problems, language)
    },
  }
}

const notADay = { id: 'harus hari yang ditulis tahun-bulan-tanggal', en: 'must be a day written year-month-day' }

function rowOf(decision: Decision): AnsweredRow {
  return {
    granted: decision.granted ? 'true' : 'false',
    amount: decision.amount === null ? '' : String(decision.amount),
    unmet: decision.granted ? '' : unmetOf(decision),
    problem: '',
  }
}

function unmetOf(decision: Decision): string {
  return decision.grounds.flatMap((ground) => (!ground.met && ground.effect === 'required' ? [ground.id] : [])).join(' ')
}

function badRow(problems: readonly FactProblem[], language: Language): AnsweredRow {
  return {
    granted: '',
    amount: '',
    unmet: '',
    problem: problems.map(({ fact, problem }) => `${fact}: ${problem[language]}`).join('; '),
  }
}
