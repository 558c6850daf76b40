import { sql } from 'kysely'
import { type Day, day, isBefore } from '../../values/days.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { findRun } from '../eligibility/operations.ts'
import { areasOf } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { overWholeLists } from '../registry/planning.ts'
import type { Warning } from './programmes.ts'
import { countChangedSinceRun, countRanking } from './ranking.ts'
import type { ProgrammeRefusal } from './refusals.ts'
import { type Decree, findDecree, findProgramme, isDecreeNumberTaken, type Programme } from './store.ts'

/** The programme's code or id, and the number and date written on the decree. */
export type DecreeInput = { programme: string; number: string; decidedOn: Day }

/** Who asked for the freezing, when another does it. */
export type FreezeDecree = DecreeInput & { askedBy?: { id: string; name: string } | undefined }

export type Frozen = { decree: Decree; programme: Programme; warnings: Warning[] }

/** A list that can be frozen, with its counts and what changed since it was judged. */
export type Freezable = {
  programme: Programme & { eligibilityRunId: string }
  number: string
  people: number
  waiting: number
  changed: number
}

/**
 * Looks whether a list can be frozen. Refuses, in this order: no such programme, a part of the region only, already decreed, never
 * judged, nobody ranked, dated before the judging, number taken. Holds the programme until the transaction ends.
 */
export async function checkFreezing(ctx: Context, input: DecreeInput): Promise<Outcome<Freezable, ProgrammeRefusal>> {
  const programme = await findProgramme(ctx, input.programme, true)
  if (programme === undefined) return refused({ reason: 'no-such-programme' })
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const before = await findDecree(ctx, programme.id)
  if (before !== undefined) return refused({ reason: 'already-decreed', number: before.number })
  const run = programme.eligibilityRunId === null ? undefined : await findRun(ctx, programme.eligibilityRunId)
  if (run === undefined) return refused({ reason: 'no-eligibility-run', code: programme.code })
  const ranked = await countRanking(ctx, programme.id)
  if (ranked.withinQuota === 0) return refused({ reason: 'ranking-empty', code: programme.code })
  if (isBefore(input.decidedOn, day(run.judgedOn))) return refused({ reason: 'date-before-run', judgedOn: run.judgedOn })
  const number = input.number.trim()
  if (await isDecreeNumberTaken(ctx, number)) return refused({ reason: 'number-taken', number })
  const changed = await overWholeLists(ctx, () => countChangedSinceRun(ctx, programme.id))
  const { withinQuota: people, waiting } = ranked
  return done({ programme: { ...programme, eligibilityRunId: run.id }, number, people, waiting, changed })
}

/**
 * Freezes the ranking of a programme into a decree: the list is copied as it stands, with its fingerprint, and never changes again.
 * Refused as `checkFreezing` is. Warns of people who have died or are covered since the run. Leaves an audit line. It opens no
 * memberships, and whether two people agreed is the business of whoever calls it.
 */
export async function freezeDecree(ctx: Context, input: FreezeDecree): Promise<Outcome<Frozen, ProgrammeRefusal>> {
  const checked = await checkFreezing(ctx, input)
  if (!checked.ok) return checked
  const { programme, changed } = checked.value
  const id = await addDecree(ctx, input, checked.value)
  await overWholeLists(ctx, () => copyRanking(ctx, programme.id, id))
  const decree = await findDecree(ctx, programme.id)
  if (decree === undefined) throw new Error('the decree just made is not there')
  const { people, waiting, listSha256, decidedOn, number } = decree
  const list = { people, waiting, listSha256, run: programme.eligibilityRunId }
  const details = { programme: programme.code, number, decidedOn, ...list, askedBy: input.askedBy?.name }
  await audit(ctx, 'programmes.decree-frozen', { kind: 'decree', id }, details)
  await audit(ctx, 'programmes.programme-decreed', { kind: 'programme', id: programme.id }, { number, people, waiting })
  const warnings: Warning[] = changed > 0 ? [{ kind: 'changed-since-run', people: changed }] : []
  return done({ decree, programme, warnings })
}

async function addDecree(ctx: Context, input: FreezeDecree, { programme, number, people, waiting }: Freezable): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('decree')
    .values({
      region: ctx.region,
      id,
      programme_id: programme.id,
      number,
      decided_on: input.decidedOn.toString(),
      people,
      waiting,
      list_sha256: await overWholeLists(ctx, () => fingerprintOfRanking(ctx, programme.id)),
      rule_set_id: programme.ruleSetId,
      eligibility_run_id: programme.eligibilityRunId,
      frozen_by: ctx.actor.id,
      frozen_by_name: ctx.actor.name,
      asked_by: input.askedBy?.id ?? null,
      asked_by_name: input.askedBy?.name ?? null,
    })
    .execute()
  return id
}

/** The fingerprint of a list: SHA-256 over a line per person, in order: position, place, NIK, name, birth date, village. */
async function fingerprintOfRanking(ctx: Context, programmeId: string): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`select encode(sha256(convert_to(string_agg(
      concat_ws('|', r.position, r.place, w.nik, w.full_name, w.birth_date, r.village), E'\n' order by r.position), 'UTF8')), 'hex') as fingerprint
    from ranking r join worker w on w.region = r.region and w.id = r.worker_id
    where r.region = ${ctx.region} and r.programme_id = ${programmeId}`.execute(ctx.db)
  return rows[0]?.fingerprint ?? ''
}

async function copyRanking(ctx: Context, programmeId: string, decreeId: string): Promise<void> {
  await sql`insert into decree_line (region, decree_id, position, place, worker_id, village, nik, full_name, birth_date, sex, address, occupation, decile)
    select r.region, ${decreeId}, r.position, r.place, r.worker_id, r.village, w.nik, w.full_name, w.birth_date, w.sex, w.address, w.occupation, r.decile
    from ranking r join worker w on w.region = r.region and w.id = r.worker_id
    where r.region = ${ctx.region} and r.programme_id = ${programmeId}`.execute(ctx.db)
}

/** Notes that somebody of a decree's waiting list was called up, so that no other programme counts on them in the same months. */
export async function callUp(ctx: Context, input: { decreeId: string; workerId: number }): Promise<void> {
  await ctx.db
    .insertInto('decree_call')
    .values({ region: ctx.region, decree_id: input.decreeId, worker_id: input.workerId })
    .execute()
}
