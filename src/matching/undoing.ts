import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Progress } from '../platform/tasks.ts'
import { overWholeLists } from '../registry/planning.ts'
import { lackOf, setRight } from './decisions.ts'
import { type DifferingField, tellableFields } from './layouts-api.ts'
import type { MatchingRefusal } from './refusals.ts'

/** A decision that was taken back: of how many people, and of how many it stays because their value has changed since. */
export type Undone = { decisionId: string; people: number; left: number }

/**
 * Takes a whole decision back: values taken over become what they were, by corrections of their own, and differences kept wait again. Whoever
 * was changed again since stays as they are, and is counted. Leaves audit lines.
 */
export async function undoDecision(
  ctx: Context,
  { decisionId, progress }: { decisionId: string; progress?: Progress },
): Promise<Outcome<Undone, MatchingRefusal>> {
  const found = await findUndoable(ctx, decisionId)
  if (!found.ok) return found
  const decision = found.value
  const field = tellableFields.find((one) => one === decision.field)
  const people =
    decision.kind === 'taken-over' && field !== undefined
      ? await giveBack(ctx, { decisionId, field, progress })
      : await waitAgain(ctx, decisionId)
  if (people === 0) return refused({ reason: 'nothing-to-undo' })
  await sql`update register_decision set undone_people = ${people}, undone_by_name = ${ctx.actor.name}, undone_at = now()
    where region = ${ctx.region} and id = ${decisionId}::uuid`.execute(ctx.db)
  const left = decision.people - people
  await audit(ctx, 'matching.decision-undone', { kind: 'decision', id: decisionId }, { field: decision.field, people, left })
  return done({ decisionId, people, left })
}

/** The decision, held until the transaction ends; refuses one that is not there or was taken back. */
export async function findUndoable(ctx: Context, decisionId: string): Promise<Outcome<DecisionRow, MatchingRefusal>> {
  const lack = lackOf(ctx)
  if (lack !== undefined) return refused(lack)
  if (!/^[0-9a-f-]{36}$/.test(decisionId)) return refused({ reason: 'no-such-decision' })
  const row = await ctx.db
    .selectFrom('register_decision')
    .select(['kind', 'field', 'people', 'undone_by_name'])
    .where('region', '=', ctx.region)
    .where('id', '=', decisionId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refused({ reason: 'no-such-decision' })
  return row.undone_by_name === null ? done(row) : refused({ reason: 'undone-already', byName: row.undone_by_name })
}

type DecisionRow = { kind: string; field: string; people: number; undone_by_name: string | null }

type GivingBack = { decisionId: string; field: (typeof tellableFields)[number]; progress: Progress | undefined }

async function giveBack(ctx: Context, { decisionId, field, progress }: GivingBack): Promise<number> {
  const gather = sql`create temporary table giving_back on commit drop as
    select row_number() over (order by c.worker_id) as place, c.worker_id, c.before_value as value
    from worker_correction c join worker w on w.region = c.region and w.id = c.worker_id and w.removed_at is null
    where c.region = ${ctx.region} and c.batch_id = ${decisionId}::uuid
      and w.${sql.ref(field)}::text is not distinct from c.after_value`
  await overWholeLists(ctx, () => gather.execute(ctx.db))
  await sql`analyze giving_back`.execute(ctx.db)
  const { rows } = await sql<{ people: number }>`select count(*) as people from giving_back`.execute(ctx.db)
  const people = rows[0]?.people ?? 0
  await setRight(ctx, {
    field,
    values: sql`select place, worker_id, value from giving_back`,
    ground: 'Pembatalan keputusan pencocokan / Decision of matching taken back',
    act: 'matching.taken-back',
    details: { field },
    people,
    progress,
  })
  await sql`drop table giving_back`.execute(ctx.db)
  return people
}

async function waitAgain(ctx: Context, decisionId: string): Promise<number> {
  const result =
    await sql`update register_difference set state = 'open', decided_by_name = null, decided_at = null, decision_id = null
    where region = ${ctx.region} and decision_id = ${decisionId}::uuid and state = 'ours'`.execute(ctx.db)
  return Number(result.numAffectedRows ?? 0)
}

/** A decision as a list shows it. */
export type ListedDecision = {
  decisionId: string
  kind: 'taken-over' | 'ours-kept'
  field: DifferingField
  villageName: string | null
  chosen: boolean
  people: number
  madeByName: string
  madeAt: string
  undonePeople: number | null
  undoneByName: string | null
  undoneAt: string | null
}

/** The newest decisions about differences, at most 200. */
export async function listDecisions(ctx: Context): Promise<ListedDecision[]> {
  const { rows } =
    await sql<ListedDecision>`select d.id as "decisionId", d.kind, d.field, v.name as "villageName", d.chosen, d.people,
      d.made_by_name as "madeByName", d.made_at as "madeAt", d.undone_people as "undonePeople", d.undone_by_name as "undoneByName",
      d.undone_at as "undoneAt"
    from register_decision d left join area v on v.code = d.village
    where d.region = ${ctx.region} order by d.made_at desc limit 200`.execute(ctx.db)
  return rows
}
