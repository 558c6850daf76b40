import { sql } from 'kysely'
import type { Wording } from '../../values/language.ts'
import { formatCount } from '../../values/numbers.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { areasOf } from './actor.ts'
import type { AuditFault } from './audit-faults.ts'
import type { Context } from './context.ts'
import type { WordedRefusal } from './refusal.ts'

/** The end of the chain. Whoever keeps `position` and `hash` outside the database can later show that all up to there still stands. */
export type ChainEnd = { position: number; hash: string }

export type Verification = { lines: number; end: ChainEnd | null; fault: { lineId: number; fault: AuditFault } | null }

export type VerifyRefusal = { reason: 'whole-region-only' } | { reason: 'noted-end-gone'; position: number }

/**
 * Goes over the whole chain of a region and tells the first line that was altered, removed or slipped in, and where the chain ends. Refuses
 * a reader who does not see the whole region, and a chain that does not hold the end noted earlier: then it was cut off or written anew.
 */
export async function verifyAudit(ctx: Context, noted?: ChainEnd): Promise<Outcome<Verification, VerifyRefusal>> {
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const { rows } = await sql<{ lineId: number; fault: AuditFault }>`
    select line_id as "lineId", fault from (
      select s.line_id, case
          when s.position <> coalesce(lag(s.position) over chain, 0) + 1 then 'missing-seal'
          when s.previous_hash <> coalesce(lag(s.own_hash) over chain, '') then 'chain-broken'
          when l.id is null then 'line-removed'
          when s.own_hash <> audit_hash(s.previous_hash, l) then 'line-altered' end as fault, s.position as place
        from audit_seal s left join audit_line l on l.region = s.region and l.id = s.line_id where s.region = ${ctx.region}
        window chain as (order by s.position)
      union all
      select l.id, 'line-inserted', null from audit_line l where l.region = ${ctx.region}
        and not exists (select from audit_seal s where s.region = l.region and s.line_id = l.id)
    ) found where fault is not null order by line_id limit 1`.execute(ctx.db)
  const end = await endOfChain(ctx)
  if (noted !== undefined && !(await holds(ctx, noted))) return refused({ reason: 'noted-end-gone', position: noted.position })
  const { count } = await ctx.db
    .selectFrom('audit_line')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', ctx.region)
    .executeTakeFirstOrThrow()
  return done({ lines: count, end, fault: rows[0] ?? null })
}

async function endOfChain(ctx: Context): Promise<ChainEnd | null> {
  const last = await ctx.db
    .selectFrom('audit_seal')
    .select(['position', 'own_hash'])
    .where('region', '=', ctx.region)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last === undefined ? null : { position: last.position, hash: last.own_hash.toString('hex') }
}

async function holds(ctx: Context, noted: ChainEnd): Promise<boolean> {
  const seal = await ctx.db
    .selectFrom('audit_seal')
    .select('own_hash')
    .where('region', '=', ctx.region)
    .where('position', '=', noted.position)
    .executeTakeFirst()
  return seal?.own_hash.toString('hex') === noted.hash
}

const faultWords: Record<AuditFault, Wording> = {
  'line-altered': { id: 'isinya diubah', en: 'was altered' },
  'line-removed': { id: 'dihapus', en: 'was removed' },
  'line-inserted': { id: 'disisipkan tanpa melalui UCOK', en: 'was slipped in without UCOK' },
  'missing-seal': { id: 'didahului segel yang hilang', en: 'follows a seal that is missing' },
  'chain-broken': { id: 'tidak menyambung pada baris sebelumnya', en: 'does not follow the line before it' },
}

/** What a verification found, as a sentence. */
export function wordVerification({ lines, end, fault }: Verification): Wording {
  if (fault !== null) {
    const words = faultWords[fault.fault]
    return {
      id: `Jejak audit tidak utuh: baris ${fault.lineId} ${words.id}. Simpan cadangan basis data dan laporkan kepada Inspektorat.`,
      en: `The audit trail is not whole: line ${fault.lineId} ${words.en}. Keep a copy of the database and report it to the inspectorate.`,
    }
  }
  const at = end === null ? '-' : `${end.position}:${end.hash}`
  return {
    id: `Jejak audit utuh: ${formatCount(lines, 'id')} baris. Ujung rantai ${at}; catat di luar basis data.`,
    en: `The audit trail is whole: ${formatCount(lines, 'en')} lines. The chain ends at ${at}; note it outside the database.`,
  }
}

export function wordVerifyRefusal(refusal: VerifyRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'whole-region-only':
      return {
        reason: refusal.reason,
        status: 403,
        title: {
          id: 'Rantai audit hanya dapat diperiksa utuh.',
          en: 'The chain of the audit trail can only be checked as a whole.',
        },
        why: { id: 'Wilayah tugas Anda hanya sebagian dari daerah ini.', en: 'The area you work for is a part of this region.' },
        todo: { id: 'Minta auditor seluruh daerah memeriksanya.', en: 'Ask an auditor of the whole region to check it.' },
      }
    case 'noted-end-gone':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Rantai audit tidak lagi memuat ujung yang dicatat pada urutan ${refusal.position}.`,
          en: `The audit trail no longer holds the end noted at position ${refusal.position}.`,
        },
        why: {
          id: 'Ujungnya dipotong, atau seluruh rantai ditulis ulang.',
          en: 'Its end was cut off, or the whole chain was written anew.',
        },
        todo: {
          id: 'Simpan cadangan basis data dan laporkan kepada Inspektorat.',
          en: 'Keep a copy of the database and report it to the inspectorate.',
        },
      }
    default:
      return unreachable(refusal)
  }
}
