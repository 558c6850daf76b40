import type { Package } from '../../rules/contributions/contribution.ts'
import type { Day } from '../../values/days.ts'
import { addMonths, findMonth, type Month, month, monthOf } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { Context } from '../platform/context.ts'
import type { WordedRefusal } from '../platform/refusal.ts'
import type { CommonOptions } from '../platform/terminal.ts'
import { countWorkers } from '../registry/operations.ts'
import type { ProgrammeInput } from './operations.ts'
import { costOf, payerOfSource, type Source } from './programmes.ts'

/** What the command line may say about a new programme; all else is filled in. */
export type CreateOptions = CommonOptions & {
  code?: string
  name?: string
  year?: string
  firstMonth?: string
  lastMonth?: string
  package: Package
  quota?: string
  ceiling?: string
  source: Source
  legalBasis?: string
  ruleSet?: string
}

/** From July on the budget of the coming year is being made. */
const budgetMonth = 7

/** Fills in what was not said: the coming year from July on, all its months, every worker, and the ceiling this needs. */
export async function inputFrom(ctx: Context, options: CreateOptions): Promise<Outcome<ProgrammeInput, WordedRefusal>> {
  const window = windowOf(options, ctx.today)
  const { year, firstMonth, lastMonth } = window
  if (year === undefined || firstMonth === undefined || lastMonth === undefined)
    return refused(unreadable('--year, --first-month, --last-month'))
  const quota = options.quota === undefined ? Math.max(1, await countWorkers(ctx, {})) : wholeNumber(options.quota)
  if (quota === undefined) return refused(unreadable('--quota'))
  const payer = payerOfSource[options.source]
  const isOrdered = firstMonth <= lastMonth && firstMonth >= '2015-07'
  const needed = isOrdered ? costOf({ firstMonth, lastMonth, package: options.package, payer, quota }).cost : 1
  const ceiling = options.ceiling === undefined ? needed : wholeNumber(options.ceiling.replace(/[.\s]|^rp/gi, ''))
  if (ceiling === undefined) return refused(unreadable('--ceiling'))
  return done({
    code: options.code ?? `RENTAN-${year}`,
    name: options.name ?? `Pekerja Rentan ${year}`,
    year,
    firstMonth,
    lastMonth,
    package: options.package,
    quota,
    budgetLines: [{ source: options.source, fiscalYear: year, accountCode: null, ceiling: rupiah(ceiling) }],
    ruleSetId: options.ruleSet,
    legalBasis: options.legalBasis ?? null,
  })
}

function windowOf(options: CreateOptions, today: Day) {
  const spoken = findMonth(options.firstMonth ?? '') ?? findMonth(options.lastMonth ?? '')
  const usual = spoken === undefined ? today.year + (today.month >= budgetMonth ? 1 : 0) : Number(spoken.slice(0, 4))
  const year = options.year === undefined ? usual : wholeNumber(options.year)
  if (year === undefined || year < 2015 || year > 2100) return { year: undefined, firstMonth: undefined, lastMonth: undefined }
  const firstOfYear = month(`${year}-01`)
  const next = addMonths(monthOf(today), 1)
  const first = year === today.year && next.startsWith(String(year)) ? next : firstOfYear
  return {
    year,
    firstMonth: options.firstMonth === undefined ? first : readMonth(options.firstMonth, year),
    lastMonth: options.lastMonth === undefined ? addMonths(firstOfYear, 11) : readMonth(options.lastMonth, year),
  }
}

/** `2027-03`, or the number of the month within the year. */
function readMonth(text: string, year: number): Month | undefined {
  return findMonth(text) ?? findMonth(`${year}-${text.padStart(2, '0')}`)
}

function wholeNumber(text: string): number | undefined {
  const number = Number(text)
  return /^\d+$/.test(text) && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

function unreadable(option: string): WordedRefusal {
  return {
    reason: 'unreadable-option',
    status: 400,
    title: { id: `Isian ${option} tidak terbaca.`, en: `The value of ${option} cannot be read.` },
    todo: {
      id: 'Tulis bulan seperti 2027-01 dan bilangan bulat tanpa tanda lain.',
      en: 'Write months like 2027-01 and whole numbers without other signs.',
    },
  }
}
