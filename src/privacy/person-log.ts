import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { wordActFor, wordGround } from './act-words.ts'
import { findSubject, type Subject, type SubjectAsked, type SubjectRefusal } from './subject.ts'

/** One line about a person: when, who, what in words and as the trail names it, on which ground. */
export type LogLine = {
  at: string
  actorName: string
  act: string
  what: Wording
  ground: Wording | null
  details: Record<string, unknown>
}

/** The lines of the trail about a person, oldest first; entries that were undone or merged count too. */
export async function linesAbout(ctx: Context, subject: Subject): Promise<LogLine[]> {
  const rows = await ctx.db
    .selectFrom('audit_line')
    .select(['at', 'actor_name as actorName', 'act', 'details'])
    .where('region', '=', ctx.region)
    .where('subject_kind', '=', 'worker')
    .where('subject_id', 'in', subject.workerIds.map(String))
    .orderBy('id')
    .limit(10_000)
    .execute()
  return rows.map((row) => {
    const details = row.details as Record<string, unknown>
    return { ...row, details, what: wordActFor(row.act), ground: wordGround(details) ?? null }
  })
}

/**
 * What was done with a person's record and who looked at it, oldest first, as UU 27/2022 lets them ask. Refuses somebody nobody in the
 * reader's area knows. Asking leaves an audit line of its own on each of their entries.
 */
export async function auditOfPerson(
  ctx: Context,
  asked: SubjectAsked,
): Promise<Outcome<{ subject: Subject; lines: LogLine[] }, SubjectRefusal>> {
  const subject = await findSubject(ctx, asked)
  if (subject === undefined) return refused({ reason: 'nobody-known' })
  const lines = await linesAbout(ctx, subject)
  for (const id of subject.workerIds) await audit(ctx, 'audit.person-log-read', { kind: 'worker', id }, { lines: lines.length })
  return done({ subject, lines })
}
