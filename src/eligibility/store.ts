import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Register } from '../matching/registers.ts'
import { cursorBatches } from '../registry/cursor.ts'
import type { FactRow, Judgement } from './judging.ts'
import { type RegionRules, regionRules, type StoredRuleSet } from './rule-sets.ts'

type RuleSetRow = {
  id: string
  year: number
  version: number
  title: string
  legal_basis: string
  rules: unknown
  made_by: string
  made_at: string
  approved_by_name: string | null
}

/** Every rule set of the region, the newest year and version first. */
export async function listRuleSets(ctx: Context): Promise<StoredRuleSet[]> {
  const rows = await ctx.db
    .selectFrom('rule_set')
    .selectAll()
    .where('region', '=', ctx.region)
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .limit(500)
    .execute()
  return rows.map(storedOf)
}

/** The newest version of a year's rules; nothing for a year without any. */
export async function findNewestRuleSet(ctx: Context, year: number): Promise<StoredRuleSet | undefined> {
  const row = await ctx.db
    .selectFrom('rule_set')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : storedOf(row)
}

export async function findRuleSet(ctx: Context, id: string): Promise<StoredRuleSet | undefined> {
  const row = await ctx.db
    .selectFrom('rule_set')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : storedOf(row)
}

export async function insertRuleSet(
  ctx: Context,
  ruleSet: { year: number; title: string; legalBasis: string; rules: RegionRules },
  askedBy: { id: string; name: string } | undefined,
): Promise<StoredRuleSet> {
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [`ucok.rule-set.${ctx.region}`])
  const row = await ctx.db
    .insertInto('rule_set')
    .values({
      region: ctx.region,
      id: ctx.newId(),
      year: ruleSet.year,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from rule_set where region = ${ctx.region} and year = ${ruleSet.year})`,
      title: ruleSet.title,
      legal_basis: ruleSet.legalBasis,
      rules: JSON.stringify(ruleSet.rules),
      made_by: askedBy?.name ?? ctx.actor.name,
      ...(askedBy && { asked_by: askedBy.id, approved_by: ctx.actor.id, approved_by_name: ctx.actor.name }),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return storedOf(row)
}

function storedOf(row: RuleSetRow): StoredRuleSet {
  const { id, year, version, title } = row
  const rules = regionRules.parse(row.rules)
  return {
    id,
    year,
    version,
    title,
    legalBasis: row.legal_basis,
    rules,
    madeBy: row.made_by,
    madeAt: row.made_at,
    approvedBy: row.approved_by_name,
  }
}

const factColumns = sql`w.id, w.village, w.nik, w.birth_date as "birthDate", w.occupation, m.civil, m.is_deceased as "isDeceased",
  m.covered_by as "coveredBy", m.decile`

/** The facts of every worker of the registry, in batches. */
export function readFacts(ctx: Context, size: number): AsyncGenerator<FactRow[]> {
  return cursorBatches(
    ctx,
    sql<FactRow>`select ${factColumns} from worker w left join worker_match m on m.region = w.region and m.worker_id = w.id
      where w.region = ${ctx.region} and w.removed_at is null`,
    size,
  )
}

/** The facts of one worker, with the name; nothing when there is none for this reader. */
export async function findFacts(ctx: Context, workerId: number): Promise<(FactRow & { fullName: string }) | undefined> {
  const { rows } = await sql<FactRow & { fullName: string }>`select ${factColumns}, w.full_name as "fullName"
    from worker w left join worker_match m on m.region = w.region and m.worker_id = w.id
    where w.region = ${ctx.region} and w.id = ${workerId}`.execute(ctx.db)
  return rows[0]
}

/** The number of the worker with a NIK; nothing when there is none for this reader. */
export async function findWorkerByNik(ctx: Context, nik: string): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('worker')
    .select('id')
    .where('region', '=', ctx.region)
    .where('nik', '=', nik)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export async function openRun(
  ctx: Context,
  run: { id: string; ruleSetId: string; judgedOn: string; neverAsked: readonly Register[]; judgedUpTo: number },
): Promise<void> {
  await ctx.db
    .insertInto('eligibility_run')
    .values({
      region: ctx.region,
      id: run.id,
      rule_set_id: run.ruleSetId,
      judged_on: run.judgedOn,
      never_asked: [...run.neverAsked],
      judged_up_to: run.judgedUpTo,
      made_by: ctx.actor.id,
      made_by_name: ctx.actor.name,
    })
    .execute()
}

/** Keeps the judgements of a batch, in one statement. */
export async function addAssessments(
  ctx: Context,
  runId: string,
  batch: readonly { row: FactRow; judgement: Judgement }[],
): Promise<void> {
  await ctx.client.query(
    `insert into assessment (region, run_id, worker_id, village, is_eligible, unmet, unknown, decile)
      select $1, $2, id, village, is_eligible, string_to_array(unmet, ' '), string_to_array(unknown, ' '), decile
      from unnest($3::bigint[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::smallint[])
        as judged (id, village, is_eligible, unmet, unknown, decile)`,
    [
      ctx.region,
      runId,
      batch.map(({ row }) => row.id),
      batch.map(({ row }) => row.village),
      batch.map(({ judgement }) => judgement.isEligible),
      batch.map(({ judgement }) => judgement.unmet.join(' ')),
      batch.map(({ judgement }) => judgement.unknown.join(' ')),
      batch.map(({ row }) => row.decile),
    ],
  )
}

export async function closeRun(ctx: Context, runId: string, counts: { people: number; eligible: number }): Promise<void> {
  await ctx.db.updateTable('eligibility_run').set(counts).where('region', '=', ctx.region).where('id', '=', runId).execute()
}

/** A judgement of the whole registry. */
export type Run = {
  id: string
  ruleSetId: string
  ruleSetTitle: string
  ruleSetYear: number
  ruleSetVersion: number
  judgedOn: string
  neverAsked: Register[]
  people: number
  eligible: number
  madeByName: string
  madeAt: string
}

/** The runs of the region, newest first. */
export async function listRuns(ctx: Context): Promise<Run[]> {
  const { rows } = await sql<Run>`${runSelect} where r.region = ${ctx.region} order by r.made_at desc limit 200`.execute(ctx.db)
  return rows
}

/** One run; without an id the newest. */
export async function findRun(ctx: Context, id: string | undefined): Promise<Run | undefined> {
  const which = id === undefined ? sql`true` : sql`r.id = ${id}::uuid`
  const { rows } =
    await sql<Run>`${runSelect} where r.region = ${ctx.region} and ${which} order by r.made_at desc limit 1`.execute(ctx.db)
  return rows[0]
}

const runSelect = sql`select r.id, r.rule_set_id as "ruleSetId", s.title as "ruleSetTitle", s.year as "ruleSetYear", s.version as "ruleSetVersion",
  r.judged_on as "judgedOn", r.never_asked as "neverAsked", r.people, r.eligible, r.made_by_name as "madeByName", r.made_at as "madeAt"
  from eligibility_run r join rule_set s on s.region = r.region and s.id = r.rule_set_id`

/** How many workers a ground stopped (`unmet`), left open (`unknown`), and stopped before any other did (`first`: adds up to the ineligible). */
export type GroundCount = { ground: string; unmet: number; unknown: number; first: number }

/** The counts of a run by ground; `leftOpen` are the grounds that did not block although nobody knew them. */
export async function countGrounds(ctx: Context, runId: string, leftOpen: ReadonlySet<string>): Promise<GroundCount[]> {
  const { rows } = await sql<GroundCount>`
    select ground, coalesce(sum(people) filter (where how = 'unmet'), 0)::bigint as unmet,
      coalesce(sum(people) filter (where how = 'unknown'), 0)::bigint as unknown,
      coalesce(sum(people) filter (where how = 'first'), 0)::bigint as first
    from (
      select unmet, unknown, is_eligible, count(*) as people from assessment where region = ${ctx.region} and run_id = ${runId} group by 1, 2, 3
    ) as kinds, lateral (
      select unnest(unmet) as ground, 'unmet' as how union all select unnest(unknown), 'unknown'
      union all select coalesce(unmet[1], (select open from unnest(unknown) as open where open <> all (${[...leftOpen]}::text[]) limit 1)), 'first'
        where not is_eligible
    ) as each
    where ground is not null group by 1 order by 4 desc, 2 desc, 1`.execute(ctx.db)
  return rows
}

/** What a run decided about one worker. */
export async function findAssessment(ctx: Context, runId: string, workerId: number) {
  return ctx.db
    .selectFrom('assessment')
    .select(['is_eligible as isEligible', 'unmet', 'unknown', 'decile'])
    .where('region', '=', ctx.region)
    .where('run_id', '=', runId)
    .where('worker_id', '=', workerId)
    .executeTakeFirst()
}
