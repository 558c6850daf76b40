import { type RawBuilder, sql } from 'kysely'
import type { NewcomerGroups } from '../duplicates/newcomer-groups.ts'
import type { Searched } from '../duplicates/newcomer-search.ts'
import { meetingKinds, reasonsOf } from '../duplicates/meetings.ts'
import { likelihoodOf } from '../duplicates/thresholds.ts'
import type { Context } from '../platform/context.ts'
import { copyInto, copyValue } from '../platform/copying.ts'
import type { Standing } from './known-people.ts'

/** Makes the temporary tables of meetings: `met`, whom each row of `mine` met, and `grouped`, which rows are one person. */
export async function prepareMeetings(ctx: Context): Promise<void> {
  await sql`create temporary table met (ordinal int, standing text, other bigint, code text, probability double precision, likelihood text, reasons jsonb)
    on commit drop`.execute(ctx.db)
  await sql`create temporary table grouped (ordinal int, person int) on commit drop`.execute(ctx.db)
}

/** Keeps what came of a search in `met`; meetings of two rows of `mine` from both sides. Joins rows that are at least probably one person. */
export async function keepMeetings(
  ctx: Context,
  searched: Searched,
  { standings, groups }: { standings: readonly Standing[]; groups: NewcomerGroups },
): Promise<void> {
  const columns = ['ordinal', 'standing', 'other', 'code', 'probability', 'likelihood', 'reasons']
  await copyInto(ctx, 'met', columns, linesOfMeetings(searched, standings, groups))
}

/** Keeps the groups in `grouped`. */
export async function keepGroups(ctx: Context, groups: NewcomerGroups): Promise<void> {
  await copyInto(ctx, 'grouped', ['ordinal', 'person'], linesOfGroups(groups))
  await sql`analyze met (ordinal, standing, other, code), grouped (ordinal)`.execute(ctx.db)
}

function* linesOfGroups(groups: NewcomerGroups): Generator<string> {
  for (const [newcomer, person] of groups.members()) yield `${newcomer}\t${person}\n`
}

function* linesOfMeetings(
  { meetings, model }: Searched,
  standings: readonly Standing[],
  groups: NewcomerGroups,
): Generator<string> {
  for (const [at, met] of meetings.entries()) {
    const reasons = reasonsOf(met, model)
    const standing = standings[at] ?? 'worker'
    for (let one = 0; one < met.newcomers.length; one++) {
      const why = reasons(one)
      const code = meetingKinds[met.kinds[one] ?? 0]
      const probability = met.probabilities[one] ?? 0
      const likelihood = likelihoodOf(probability, why.find((reason) => reason.field === 'nik')?.level)
      const [newcomer = 0, other = 0] = [met.newcomers[one], met.others[one]]
      const told = `${code}\t${probability.toFixed(4)}\t${likelihood}\t${copyValue(JSON.stringify(why))}\n`
      yield `${newcomer}\t${standing}\t${other}\t${told}`
      if (standing !== 'mine') continue
      yield `${other}\t${standing}\t${newcomer}\t${told}`
      if (code === 'duplicate' && likelihood !== 'possible') groups.join(newcomer, other)
    }
  }
}

/** The nearest meeting of each kind of each row: in the registry before another list, before the same list; one line a row and finding. */
export function meetingFindings(ctx: Context): RawBuilder<unknown> {
  const told = sql`jsonb_strip_nulls(jsonb_build_object('detail', met_whom.place, 'match', jsonb_build_object(
    'likelihood', case when code = 'duplicate' then likelihood end, 'probability', probability, 'reasons', reasons, 'village', met_whom.village,
    'worker', worker, 'fileId', other_file, 'sheet', other_sheet, 'row', other_row, 'more', nullif(met_in_all - 1, 0),
    'person', case when code = 'duplicate' then person_place end, 'isKnown', nullif(is_known, false), 'isOpen', nullif(is_open, false))))`
  const side = (
    standing: 'mine' | 'rest' | 'open',
  ) => sql`select n.*, o.place, o.village, null::bigint as worker, o.file_id as other_file, o.sheet as other_sheet,
      o.row_number as other_row from nearest n join ${sql.table(standing)} o on n.standing = ${sql.lit(standing)} and o.ordinal = n.other`
  return sql`select m.file_id, m.sheet, m.row_number, met_whom.code, ${told} as told from (
      with nearest as (
        select distinct on (ordinal, code) *, count(*) over same as met_in_all,
          bool_or(standing = 'worker' and likelihood <> 'possible') over same as is_known, bool_or(standing in ('open', 'rest') and likelihood <> 'possible') over same as is_open
        from met window same as (partition by ordinal, code)
        order by ordinal, code, probability desc, array_position(array['worker', 'open', 'rest', 'mine'], standing), other
      )
      ${side('mine')} union all ${side('rest')} union all ${side('open')}
      union all select n.*, null, w.village, w.id, null, null, null from nearest n join worker w on n.standing = 'worker' and w.region = ${ctx.region} and w.id = n.other
    ) as met_whom join mine m on m.ordinal = met_whom.ordinal
      left join lateral (select concat_ws(' ', p.file_id, p.sheet, p.row_number) as person_place from grouped g join mine p on p.ordinal = g.person where g.ordinal = met_whom.ordinal) as group_of on true`
}
