import { type RawBuilder, sql } from 'kysely'
import type { LinkageModel } from '../duplicates/model.ts'
import { type NewcomerGroups, newcomerGroups } from '../duplicates/newcomer-groups.ts'
import { searchNewcomers } from '../duplicates/newcomer-search.ts'
import { findWeights, keepWeights } from '../duplicates/weights-store.ts'
import { acrossVillages, type Context } from '../platform/context.ts'
import { overWholeLists } from '../registry/planning.ts'
import { type ComparedCode, comparedSeverity } from './intake.ts'
import { countKnown, fewRows, gatherOthers, gatherRows, linesOf, rowsBetween, sampleOf } from './known-people.ts'
import { keepGroups, keepMeetings, meetingFindings, prepareMeetings } from './meeting-findings.ts'
import { knownToRegisters } from './register-findings.ts'

/** Hears how many rows were compared so far, of how many. */
export type OnCompared = (compared: number, all: number) => void

/**
 * Compares the rows of an intake with each other, with other lists that are still open, and with the whole registry; adds the findings and sets
 * the verdicts. In the transaction that calls the intake checked: killed anywhere it leaves nothing behind, and run again it ends the same. The
 * office compares on behalf of whoever hands in: also with people of villages that the actor does not see.
 */
export async function compareIntake(ctx: Context, intakeId: string, onCompared: OnCompared = () => {}): Promise<void> {
  await acrossVillages(ctx, () => compareRows(ctx, { intakeId, which: sql`true`, onCompared }))
}

/**
 * Compares anew the rows of an intake that stand in a temporary table `again` (file_id, sheet, row_number), after cells of them were mended:
 * what comparisons had found of them goes, what they find now comes. Rows that were found to be the same as one of these are compared anew, too.
 */
export async function compareAgain(ctx: Context, intakeId: string, onCompared: OnCompared = () => {}): Promise<void> {
  await acrossVillages(ctx, async () => {
    await addMetBefore(ctx)
    await forgetFindings(ctx)
    const which = sql`(r.file_id, r.sheet, r.row_number) in (select file_id, sheet, row_number from again)`
    await compareRows(ctx, { intakeId, which, onCompared })
  })
}

/** Rows whose findings name a row of `again`, and rows these name. */
async function addMetBefore(ctx: Context): Promise<void> {
  const other = sql`(finding -> 'match' ->> 'fileId')::uuid, finding -> 'match' ->> 'sheet', (finding -> 'match' ->> 'row')::int`
  await sql`insert into again (file_id, sheet, row_number)
    select r.file_id, r.sheet, r.row_number from intake_row r, jsonb_array_elements(r.findings) as finding
      where r.region = ${ctx.region} and r.file_id in (select o.id from again a join intake_file f on f.region = ${ctx.region} and f.id = a.file_id
          join intake_file o on o.region = f.region and o.intake_id = f.intake_id)
        and r.findings is not null and (${other}) in (select file_id, sheet, row_number from again)
    union select ${other} from again a join intake_row r on r.region = ${ctx.region} and r.file_id = a.file_id and r.sheet = a.sheet
        and r.row_number = a.row_number, jsonb_array_elements(r.findings) as finding
      where (finding -> 'match' ->> 'fileId')::uuid in (select o.id from again b join intake_file f on f.region = ${ctx.region} and f.id = b.file_id
          join intake_file o on o.region = f.region and o.intake_id = f.intake_id)
    except select file_id, sheet, row_number from again`.execute(ctx.db)
}

async function forgetFindings(ctx: Context): Promise<void> {
  await sql`update intake_row r set findings = nullif(own.findings, '[]'),
      verdict = case when own.findings @> '[{"severity": "refuse"}]' then 'refused' when own.findings @> '[{"severity": "review"}]' then 'review' else 'accepted' end
    from again a cross join lateral (
      select coalesce(jsonb_agg(finding), '[]') as findings from intake_row o, jsonb_array_elements(o.findings) as finding
      where o.region = ${ctx.region} and o.file_id = a.file_id and o.sheet = a.sheet and o.row_number = a.row_number
        and finding ->> 'code' <> all (${Object.keys(comparedSeverity)})
    ) own
    where r.region = ${ctx.region} and r.file_id = a.file_id and r.sheet = a.sheet and r.row_number = a.row_number`.execute(
    ctx.db,
  )
}

/** Fewer people than this are compared sooner than a thread of their own would start. */
const fewPeople = 3000

type Rows = { intakeId: string; which: RawBuilder<unknown>; onCompared: OnCompared }

async function compareRows(ctx: Context, { intakeId, which, onCompared }: Rows): Promise<void> {
  const newcomers = await gatherRows(ctx, intakeId, which)
  const others = await gatherOthers(ctx, intakeId, newcomers <= fewRows)
  const workers = await countKnown(ctx)
  const ground: Ground = { newcomers, others, workers, groups: newcomerGroups(), onCompared }
  await prepareMeetings(ctx)
  for (let after = 0; after < newcomers; after += rowsAtOnce) await compareStretch(ctx, ground, after)
  await keepGroups(ctx, ground.groups)
  await sql`create temporary table compared on commit drop as
    ${meetingFindings(ctx)}
    union all select file_id, sheet, row_number, code, jsonb_strip_nulls(jsonb_build_object('detail', nullif(detail, ''))) from (${knownToRegisters(ctx)}) as known`.execute(
    ctx.db,
  )
  await sql`analyze compared`.execute(ctx.db)
  if (newcomers > fewRows) await overWholeLists(ctx, () => addFindings(ctx))
  else await addFindings(ctx)
  await sql`drop table mine, rest, open, met, grouped, compared`.execute(ctx.db)
}

type Ground = {
  newcomers: number
  others: { rest: number; open: number }
  workers: number
  groups: NewcomerGroups
  /** Made by the first stretch, for all of them. */
  model?: LinkageModel
  onCompared: OnCompared
}

/** So many rows are held in memory at once; the registry is gone through once for each such stretch. */
const rowsAtOnce = 100_000

/** Compares a stretch of rows with each other, with the rows before it, and with everybody else. */
async function compareStretch(ctx: Context, ground: Ground, after: number): Promise<void> {
  const { newcomers, others, workers, groups, onCompared } = ground
  const isFew = newcomers <= fewRows
  const last = Math.min(after + rowsAtOnce, newcomers)
  const known = [after, others.rest, others.open, workers]
  const share = (people: number) => (people / Math.max(1, after + others.rest + others.open + workers)) * (last - after)
  const searched = await searchNewcomers(
    {
      newcomers: rowsBetween(ctx, after, last),
      sample: sampleOf(ctx, workers, isFew),
      known: [rowsBetween(ctx, 0, after), linesOf(ctx, 'rest'), linesOf(ctx, 'open'), linesOf(ctx, 'worker', isFew)],
    },
    {
      isSmall: isFew || known.reduce((sum, people) => sum + people, last - after) < fewPeople,
      population: newcomers + others.rest + others.open + workers,
      weights: await findWeights(ctx),
      model: ground.model,
      today: ctx.today,
      onCompared: (people) => onCompared(Math.round(after + share(people)), newcomers),
    },
  )
  ground.model = searched.model
  if (searched.learned !== undefined) await keepWeights(ctx, searched.learned)
  await keepMeetings(ctx, searched, { standings: ['mine', 'mine', 'rest', 'open', 'worker'], groups })
}

const fieldOf: Readonly<Record<ComparedCode, string>> = {
  duplicate: 'nik',
  'nik-shared': 'nik',
  lookalike: 'fullName',
  deceased: 'nik',
  'already-covered': 'nik',
  'not-in-dukcapil': 'nik',
}

async function addFindings(ctx: Context): Promise<void> {
  const kinds = Object.entries(comparedSeverity).map(([code, severity]) => ({
    code,
    severity,
    field: fieldOf[code as ComparedCode],
  }))
  await sql`update intake_row r set findings = coalesce(r.findings, '[]') || added.findings,
      verdict = case when r.verdict = 'refused' then 'refused' when added.needs_review then 'review' else r.verdict end
    from (
      select c.file_id, c.sheet, c.row_number, bool_or(k.severity = 'review') as needs_review,
        jsonb_agg(jsonb_build_object('code', c.code, 'severity', k.severity, 'field', k.field) || c.told order by c.code) as findings
      from (select distinct on (file_id, sheet, row_number, code) * from compared order by file_id, sheet, row_number, code, told::text) c
        join json_to_recordset(${JSON.stringify(kinds)}::json) as k(code text, severity text, field text) on k.code = c.code
      group by c.file_id, c.sheet, c.row_number
    ) added
    where r.region = ${ctx.region} and r.file_id = added.file_id and r.sheet = added.sheet and r.row_number = added.row_number`.execute(
    ctx.db,
  )
}
