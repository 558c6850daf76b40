import type { Command } from 'commander'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type ChainEnd, type Verification, verifyAudit, wordVerification, wordVerifyRefusal } from './audit-chain.ts'
import { look } from './context.ts'
import { type WordedRefusal, worded } from './refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from './terminal.ts'

type VerifyOptions = CommonOptions & { noted?: string }

/** `ucok audit verify`: is the trail whole? Exit code 1 when it is not. */
export function registerAuditCommands(audit: Command): void {
  withCommonOptions(
    audit
      .command('verify')
      .description('periksa keutuhan jejak audit / check that the audit trail is whole')
      .option('--noted <position:hash>', 'ujung rantai yang pernah dicatat / an end of the chain noted earlier'),
  ).action((options: VerifyOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const noted = options.noted === undefined ? undefined : readEnd(options.noted)
      if (options.noted !== undefined && noted === undefined) return refused(notAnEnd(options.noted))
      const outcome = worded(await look(platform, asking, (ctx) => verifyAudit(ctx, noted)), wordVerifyRefusal)
      return outcome.ok ? shownOf(outcome.value) : outcome
    }),
  )
}

function shownOf(verified: Verification): Outcome<{ json: unknown; text: (language: 'id' | 'en') => string }, WordedRefusal> {
  const wording = wordVerification(verified)
  if (verified.fault !== null) return refused({ reason: verified.fault.fault, status: 409, title: wording })
  return done({ json: verified, text: (language) => wording[language] })
}

function readEnd(text: string): ChainEnd | undefined {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  return position === undefined || hash === undefined ? undefined : { position: Number(position), hash }
}

function notAnEnd(text: string): WordedRefusal {
  return {
    reason: 'not-an-end',
    status: 400,
    title: { id: `"${text}" bukan ujung rantai audit.`, en: `"${text}" is not an end of the audit chain.` },
    todo: {
      id: 'Tulis seperti yang dicetak "ucok audit verify": urutan, titik dua, 64 tanda.',
      en: 'Write it as "ucok audit verify" printed it: position, colon, 64 signs.',
    },
  }
}
