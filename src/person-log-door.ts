import type { Command } from 'commander'
import { z } from 'zod'
import { findNik } from '../values/nik.ts'
import { done, type Outcome, refused } from '../values/outcome.ts'
import { audit } from './platform/audit.ts'
import { carryOut, type Context } from './platform/context.ts'
import { endpoint } from './platform/endpoint.ts'
import { notFound, type WordedRefusal } from './platform/refusal.ts'
import { route, type Route } from './platform/route.ts'
import { atDesk, type CommonOptions, withCommonOptions } from './platform/terminal.ts'

const logLine = z.object({ at: z.string(), actorName: z.string(), act: z.string(), details: z.record(z.string(), z.unknown()) })

/** The NIK travels in the body: addresses end up in logs and histories. */
const readPersonLog = endpoint({
  method: 'POST',
  path: '/api/audit/of-person',
  summary: { id: 'Jejak audit satu orang, untuk diberikan kepadanya', en: 'The audit trail of one person, to be given to them' },
  roles: ['administrator', 'auditor'],
  body: z.object({ nik: z.string().trim().max(20) }),
  answer: z.object({ lines: z.array(logLine) }),
})

/**
 * What was done with a person's record and who looked at it, oldest first, as UU 27/2022 lets them ask. Entries of the NIK that were
 * undone count too. Refuses a NIK that nobody in the reader's area has. Asking leaves an audit line of its own.
 */
export async function auditOfPerson(
  ctx: Context,
  input: { nik: string },
): Promise<Outcome<{ lines: z.infer<typeof logLine>[] }, WordedRefusal>> {
  const nik = findNik(input.nik)
  const workers =
    nik === undefined
      ? []
      : await ctx.db.selectFrom('worker').select('id').where('region', '=', ctx.region).where('nik', '=', nik).execute()
  const ids = workers.map((worker) => String(worker.id))
  if (ids.length === 0) return refused(notFound({ id: 'Orang dengan NIK ini', en: 'A person with this NIK' }))
  const lines = await ctx.db
    .selectFrom('audit_line')
    .select(['at', 'actor_name as actorName', 'act', 'details'])
    .where('region', '=', ctx.region)
    .where('subject_kind', '=', 'worker')
    .where('subject_id', 'in', ids)
    .orderBy('id')
    .limit(10_000)
    .execute()
  for (const id of ids) await audit(ctx, 'audit.person-log-read', { kind: 'worker', id }, { lines: lines.length })
  return done({ lines: lines.map((line) => ({ ...line, details: line.details as Record<string, unknown> })) })
}

export const personLogRoutes: Route[] = [
  route(readPersonLog, async ({ carryOut: run, body }) => run((ctx) => auditOfPerson(ctx, body))),
]

/** `ucok audit of-person NIK`, in the group of commands of the audit trail. */
export function registerPersonLogCommand(program: Command): void {
  const group =
    program.commands.find((command) => command.name() === 'audit') ??
    program.command('audit').description('jejak audit / the audit trail')
  withCommonOptions(
    group
      .command('of-person <nik>')
      .description('jejak audit satu orang, untuk diberikan kepadanya / the audit trail of one person, to be given to them'),
  ).action((nik: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const outcome = await carryOut(platform, asking, (ctx) => auditOfPerson(ctx, { nik }))
      if (!outcome.ok) return outcome
      const { lines } = outcome.value
      const text = (line: (typeof lines)[number]) => [line.at, line.actorName, line.act, JSON.stringify(line.details)].join('\t')
      return done({ json: { lines }, text: () => lines.map(text).join('\n') })
    }),
  )
}
