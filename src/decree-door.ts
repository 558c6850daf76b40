import type { Command } from 'commander'
import { day, findDay, formatDay } from '../values/days.ts'
import { formatCount } from '../values/numbers.ts'
import { done, type Outcome, refused } from '../values/outcome.ts'
import { openPeriodsFromDecree } from './membership/operations.ts'
import { wordMembershipRefusal } from './membership/refusals.ts'
import { carryOut, type Context } from './platform/context.ts'
import { type WordedRefusal, worded } from './platform/refusal.ts'
import { route, type Route } from './platform/route.ts'
import { atDesk, type CommonOptions, withCommonOptions } from './platform/terminal.ts'
import { freezeDecree as endpoint } from './programmes/api.ts'
import { groupOf } from './programmes/commands.ts'
import { type FreezeDecree, freezeDecree, type Frozen } from './programmes/decree.ts'
import { wordedWarning } from './programmes/overview.ts'
import { wordProgrammeRefusal } from './programmes/refusals.ts'

/** Freezes a programme's list and opens the cover of everyone within the quota: in one transaction, both happen or neither. */
export async function decree(ctx: Context, input: FreezeDecree): Promise<Outcome<Frozen & { opened: number }, WordedRefusal>> {
  const frozen = worded(await freezeDecree(ctx, input), wordProgrammeRefusal)
  if (!frozen.ok) return frozen
  const opened = worded(await openPeriodsFromDecree(ctx, { decreeId: frozen.value.decree.id }), wordMembershipRefusal)
  return opened.ok ? done({ ...frozen.value, opened: opened.value.opened }) : opened
}

export const decreeRoutes: Route[] = [
  route(endpoint, async ({ carryOut: run, params, body }) => {
    const outcome = await run((ctx) =>
      decree(ctx, { programme: params.code, number: body.number, decidedOn: day(body.decidedOn) }),
    )
    return outcome.ok ? done({ decree: outcome.value.decree, warnings: outcome.value.warnings.map(wordedWarning) }) : outcome
  }),
]

type FreezeOptions = CommonOptions & { programme: string; number: string; date: string }

export function registerDecreeCommand(program: Command): void {
  withCommonOptions(
    groupOf(program, 'decree', 'SK penetapan / the decree')
      .command('freeze')
      .description('bekukan daftar dengan SK / freeze the list by decree'),
  )
    .requiredOption('--programme <code>', 'kode program / code of the programme')
    .requiredOption('--number <number>', 'nomor SK / number of the decree')
    .requiredOption('--date <date>', 'tanggal SK / date of the decree')
    .action((options: FreezeOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const decidedOn = findDay(options.date)
        if (decidedOn === undefined) return refused(notADay(options.date))
        const outcome = await carryOut(platform, asking, (ctx) =>
          decree(ctx, { programme: options.programme, number: options.number, decidedOn }),
        )
        if (!outcome.ok) return outcome
        const { decree: made, opened, warnings } = outcome.value
        return done({
          json: { decree: made, opened, warnings: warnings.map(wordedWarning) },
          text: (language) =>
            ({
              id: `SK ${made.number} tanggal ${formatDay(made.decidedOn, 'id')}: ${formatCount(made.people, 'id')} orang dibekukan, ${formatCount(made.waiting, 'id')} dalam daftar tunggu; ${formatCount(opened, 'id')} masa kepesertaan dibuka.`,
              en: `Decree ${made.number} of ${formatDay(made.decidedOn, 'en')}: ${formatCount(made.people, 'en')} people frozen, ${formatCount(made.waiting, 'en')} on the waiting list; ${formatCount(opened, 'en')} periods opened.`,
            })[language],
        })
      }),
    )
}

function notADay(text: string): WordedRefusal {
  return {
    reason: 'not-a-day',
    status: 400,
    title: { id: `"${text}" bukan tanggal.`, en: `"${text}" is not a day.` },
    todo: { id: 'Tulis tahun-bulan-hari, misalnya 2026-12-01.', en: 'Write year-month-day, for example 2026-12-01.' },
  }
}
