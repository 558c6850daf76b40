import type { z } from 'zod'
import { costOf, payerOfSource, type programmeForm, warningsOf, wordWarning } from '../../src/programmes/api.ts'
import type { Wording } from '../../values/language.ts'
import { findMonth } from '../../values/months.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { Programme } from './words-of-programmes.ts'

export type Package = Programme['package']
export type Source = Programme['budgetLines'][number]['source']

/** A budget line as it is being typed; a field left empty is empty text. */
export type TypedLine = {
  key: number
  source: Source
  fiscalYear: number | string
  accountCode: string
  ceiling: number | string
}

/** A programme as it is being typed. */
export type TypedProgramme = {
  code: string
  name: string
  year: number | string
  firstMonth: string
  lastMonth: string
  package: Package
  quota: number | string
  legalBasis: string
  ruleSetId: string | null
  budgetLines: TypedLine[]
}

/** A new programme for a year, or the one to be changed. */
export function typedOf(programme: Programme | undefined, year: number): TypedProgramme {
  if (programme === undefined)
    return {
      code: '',
      name: '',
      year,
      firstMonth: `${year}-01`,
      lastMonth: `${year}-12`,
      package: 'JKK_JKM',
      quota: '',
      legalBasis: '',
      ruleSetId: null,
      budgetLines: [{ key: 0, source: 'APBD', fiscalYear: year, accountCode: '', ceiling: '' }],
    }
  const { code, name, firstMonth, lastMonth, quota, ruleSetId, legalBasis } = programme
  const budgetLines = programme.budgetLines.map((line, key) => ({ ...line, key, accountCode: line.accountCode ?? '' }))
  const basis = legalBasis ?? ''
  return {
    code,
    name,
    year: programme.year,
    firstMonth,
    lastMonth,
    package: programme.package,
    quota,
    legalBasis: basis,
    ruleSetId,
    budgetLines,
  }
}

/** What is typed, in the shape the server takes. What is empty stays wrong there, so that the server says so at its field. */
export function formOf(typed: TypedProgramme): z.input<typeof programmeForm> {
  const { ruleSetId, legalBasis, budgetLines, year, quota, ...rest } = typed
  return {
    ...rest,
    year: Number(year),
    quota: Number(quota),
    legalBasis: legalBasis.trim() || null,
    ...(ruleSetId !== null && { ruleSetId }),
    budgetLines: budgetLines.map(({ source, fiscalYear, accountCode, ceiling }) => ({
      source,
      fiscalYear: Number(fiscalYear),
      accountCode: accountCode.trim() || null,
      ceiling: Number(ceiling),
    })),
  }
}

/** What a plan being typed costs against its ceiling, with what there is to warn of; nothing until months and quota are filled in. */
export function planOf(typed: TypedProgramme) {
  const [firstMonth, lastMonth] = [findMonth(typed.firstMonth), findMonth(typed.lastMonth)]
  const quota = Number(typed.quota)
  if (firstMonth === undefined || lastMonth === undefined || lastMonth < firstMonth || firstMonth < '2015-07') return undefined
  if (!Number.isSafeInteger(quota) || quota < 1) return undefined
  const payers = new Set(typed.budgetLines.map((line) => payerOfSource[line.source]))
  const payer = payers.values().next().value ?? 'APBD'
  const budgetLines = typed.budgetLines.map((line) => ({ ceiling: rupiah(Math.round(Number(line.ceiling) || 0)) }))
  const plan = { firstMonth, lastMonth, package: typed.package, payer, quota, budgetLines }
  const ceiling = budgetLines.reduce((sum, line) => sum + line.ceiling, 0)
  const warnings: { kind: string; title: Wording; why: Wording; todo: Wording }[] = warningsOf(plan).map((warning) => ({
    kind: warning.kind,
    ...wordWarning(warning),
  }))
  return { ...costOf(plan), ceiling, warnings, payersDiffer: payers.size > 1 }
}
