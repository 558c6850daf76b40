import { sql } from 'kysely'
import type { Package } from '../../rules/contributions/contribution.ts'
import type { PayerKind } from '../../rules/kit/units.ts'
import { type Month, month } from '../../values/months.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { Context } from '../platform/context.ts'
import type { BudgetLine, Source } from './programmes.ts'

/** A programme as it is kept. */
export type Programme = {
  id: string
  code: string
  name: string
  year: number
  firstMonth: Month
  lastMonth: Month
  package: Package
  payer: PayerKind
  quota: number
  ruleSetId: string
  eligibilityRunId: string | null
  legalBasis: string | null
  madeByName: string
  madeAt: string
}

/** The decree of a programme. */
export type Decree = {
  id: string
  number: string
  decidedOn: string
  people: number
  waiting: number
  listSha256: string
  eligibilityRunId: string
  askedByName: string | null
  frozenByName: string
  frozenAt: string
}

export async function insertProgramme(
  ctx: Context,
  programme: Omit<Programme, 'madeAt' | 'madeByName' | 'eligibilityRunId'>,
): Promise<void> {
  await ctx.db
    .insertInto('programme')
    .values({
      region: ctx.region,
      id: programme.id,
      ...columnsOf(programme),
      made_by: ctx.actor.id,
      made_by_name: ctx.actor.name,
    })
    .execute()
}

export async function updateProgramme(ctx: Context, programme: Omit<Programme, 'madeAt' | 'madeByName'>): Promise<void> {
  await ctx.db
    .updateTable('programme')
    .set({ ...columnsOf(programme), eligibility_run_id: programme.eligibilityRunId })
    .where('region', '=', ctx.region)
    .where('id', '=', programme.id)
    .execute()
}

function columnsOf(programme: Omit<Programme, 'madeAt' | 'madeByName' | 'eligibilityRunId'>) {
  return {
    code: programme.code,
    name: programme.name,
    year: programme.year,
    first_month: programme.firstMonth,
    last_month: programme.lastMonth,
    package: programme.package,
    payer: programme.payer,
    quota: programme.quota,
    rule_set_id: programme.ruleSetId,
    legal_basis: programme.legalBasis,
  }
}

/** Sets which run a programme's ranking was made from. */
export async function setRun(ctx: Context, programmeId: string, runId: string): Promise<void> {
  await ctx.db
    .updateTable('programme')
    .set({ eligibility_run_id: runId })
    .where('region', '=', ctx.region)
    .where('id', '=', programmeId)
    .execute()
}

/** The budget lines of a programme are replaced whole. */
export async function replaceBudgetLines(ctx: Context, programmeId: string, lines: readonly BudgetLine[]): Promise<void> {
  await ctx.db.deleteFrom('budget_line').where('region', '=', ctx.region).where('programme_id', '=', programmeId).execute()
  if (lines.length === 0) return
  const values = lines.map((line) => ({
    region: ctx.region,
    id: ctx.newId(),
    programme_id: programmeId,
    fiscal_year: line.fiscalYear,
    source: line.source,
    account_code: line.accountCode,
    ceiling: line.ceiling,
  }))
  await ctx.db.insertInto('budget_line').values(values).execute()
}

export async function listBudgetLines(ctx: Context, programmeId: string): Promise<(BudgetLine & { id: string })[]> {
  const rows = await ctx.db
    .selectFrom('budget_line')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('programme_id', '=', programmeId)
    .orderBy('fiscal_year')
    .orderBy('source')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    source: row.source as Source,
    fiscalYear: row.fiscal_year,
    accountCode: row.account_code,
    ceiling: rupiah(row.ceiling),
  }))
}

/** The programme with a code (whatever the letters' case) or an id; nothing when there is none. */
export async function findProgramme(ctx: Context, codeOrId: string, locks = false): Promise<Programme | undefined> {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(codeOrId)
  let query = ctx.db.selectFrom('programme').selectAll().where('region', '=', ctx.region)
  query = isId ? query.where('id', '=', codeOrId) : query.where(sql`upper(code)`, '=', codeOrId.toUpperCase())
  if (locks) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row === undefined ? undefined : programmeOf(row)
}

/** Every programme of the region, the newest year first. */
export async function listProgrammes(ctx: Context): Promise<Programme[]> {
  const rows = await ctx.db
    .selectFrom('programme')
    .selectAll()
    .where('region', '=', ctx.region)
    .orderBy('year', 'desc')
    .orderBy('code')
    .limit(500)
    .execute()
  return rows.map(programmeOf)
}

type ProgrammeRow = {
  id: string
  code: string
  name: string
  year: number
  first_month: string
  last_month: string
  package: string
  payer: string
  quota: number
  rule_set_id: string
  eligibility_run_id: string | null
  legal_basis: string | null
  made_by_name: string
  made_at: string
}

function programmeOf(row: ProgrammeRow): Programme {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    year: row.year,
    firstMonth: month(row.first_month),
    lastMonth: month(row.last_month),
    package: row.package as Package,
    payer: row.payer as PayerKind,
    quota: row.quota,
    ruleSetId: row.rule_set_id,
    eligibilityRunId: row.eligibility_run_id,
    legalBasis: row.legal_basis,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  }
}

/** The decree of a programme; nothing while the list is not frozen. */
export async function findDecree(ctx: Context, programmeId: string): Promise<Decree | undefined> {
  const { rows } = await sql<Decree>`select id, number, decided_on as "decidedOn", people, waiting, list_sha256 as "listSha256",
    eligibility_run_id as "eligibilityRunId", asked_by_name as "askedByName", frozen_by_name as "frozenByName", frozen_at as "frozenAt"
    from decree where region = ${ctx.region} and programme_id = ${programmeId}`.execute(ctx.db)
  return rows[0]
}

export async function isDecreeNumberTaken(ctx: Context, number: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('decree')
    .select('id')
    .where('region', '=', ctx.region)
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}
