import { copyFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { maskNik } from '../../values/nik.ts'
import { formatDay, day } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { done } from '../../values/outcome.ts'
import { carryOut, look } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { type Awaiting, awaitings, listDue } from './due.ts'
import { ageBounds, layouts, type Scope, scopes } from './layouts-api.ts'
import { readNumber } from './differences-commands.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { setPeriod } from './periods.ts'
import { registerNames, type Register, registers } from './registers.ts'
import { fetchRequest, makeRequest } from './requests.ts'
import { agesOfAnswers, type RegisterAges } from './standing.ts'

type RequestOptions = CommonOptions & { who: Scope; village?: string; layout?: string; format: 'csv' | 'xlsx'; out: string }
type DueOptions = CommonOptions & { awaiting: Awaiting; village?: string }

/** Adds `match request|ages|due|period`. */
export function registerAskingCommands(match: Command): void {
  registerRequest(match)
  withCommonOptions(
    match.command('ages').description('umur jawaban, dan yang perlu ditanyakan lagi / age of the answers, and what is due'),
  ).action((options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const ages = await look(platform, asking, agesOfAnswers)
      return done({ json: ages, text: (language) => ages.map((one) => ageLine(one, language)).join('\n') })
    }),
  )
  withCommonOptions(
    match
      .command('period')
      .addArgument(registerArgument(match))
      .argument('<days>', 'hari / days', readNumber)
      .description('atur kapan jawaban perlu ditanyakan lagi / set when an answer is due for asking again'),
  ).action((register: Register, days: number, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const outcome = await carryOut(platform, asking, (ctx) => setPeriod(ctx, { register, days }))
      if (!outcome.ok) return worded(outcome, wordMatchingRefusal)
      return done({ json: outcome.value, text: (language) => `${registerNames[register][language]}: ${days}` })
    }),
  )
  registerDue(match)
}

const registerArgument = (match: Command) => match.createArgument('<register>', registers.join(' | ')).choices(registers)

function registerRequest(match: Command): void {
  const names = [...new Set(registers.flatMap((register) => layouts[register].map((layout) => layout.id)))]
  withCommonOptions(
    match
      .command('request')
      .addArgument(registerArgument(match))
      .description('berkas permintaan ke register, tercatat / the file with which a register is asked, logged'),
  )
    .addOption(new Option('--who <who>', 'siapa yang ditanyakan / who is asked about').choices(scopes).default('due'))
    .option('--village <code>', 'satu desa saja / one village only')
    .addOption(new Option('--layout <layout>', 'susunan kolom / layout of the columns').choices(names))
    .addOption(new Option('--format <format>', 'format').choices(['csv', 'xlsx']).default('xlsx'))
    .requiredOption('--out <file>', 'berkas hasil / where the file goes')
    .action((register: Register, options: RequestOptions) =>
      atDesk(options, async ({ platform, asking, progress }) => {
        const { who, village, layout, format } = options
        const made = await makeRequest(platform, asking, { register, who, village, layout, format, progress })
        if (!made.ok) return worded(made, wordMatchingRefusal)
        const fetched = await carryOut(platform, asking, (ctx) => fetchRequest(ctx, made.value.requestId))
        if (!fetched.ok) return worded(fetched, wordMatchingRefusal)
        await copyFile(pathOf(platform, made.value.fileId), resolve(options.out))
        const { people, leftOut } = made.value
        const said = {
          id: `${options.out}: ${people} orang ditanyakan, ${leftOut} tanpa NIK tidak`,
          en: `${options.out}: ${people} people asked about, ${leftOut} without a NIK not`,
        }
        return done({ json: made.value, text: (language) => said[language] })
      }),
    )
}

function registerDue(match: Command): void {
  withCommonOptions(
    match
      .command('due')
      .addArgument(registerArgument(match))
      .description('siapa yang perlu ditanyakan lagi / whom it is time to ask about again'),
  )
    .addOption(new Option('--awaiting <which>', 'jatuh tempo atau menunggu / due or waiting').choices(awaitings).default('due'))
    .option('--village <code>', 'satu desa saja / one village only')
    .action((register: Register, options: DueOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const { awaiting, village } = options
        const found = await look(platform, asking, (ctx) =>
          listDue(ctx, { register, awaiting, village }, { after: undefined, limit: 1000 }),
        )
        const people = found.rows.map(({ nik, ...row }) => ({ ...row, nik: nik === null ? null : maskNik(nik) }))
        const lines = people.map((row) => [row.workerId, row.nik ?? '-', row.name, row.villageName, row.since].join('\t'))
        return done({ json: { count: found.count, people }, text: () => [...lines, `= ${found.count}`].join('\n') })
      }),
    )
}

function ageLine({ register, days, ages, never, due, oldest }: RegisterAges, language: Language): string {
  const words = {
    id: { upTo: 'hari', older: 'lebih tua', never: 'belum pernah', due: 'perlu ditanyakan lagi', oldest: 'tertua' },
    en: { upTo: 'days', older: 'older', never: 'never', due: 'due again', oldest: 'oldest' },
  }[language]
  const counted = ages.map(
    (count, at) => `${ageBounds[at] === undefined ? words.older : `≤${ageBounds[at]} ${words.upTo}`} ${count}`,
  )
  const since = oldest === null ? [] : [`${words.oldest} ${formatDay(day(oldest), language)}`]
  return `${registerNames[register][language]} (${days}): ${[...counted, `${words.never} ${never}`, `${words.due} ${due}`, ...since].join(', ')}`
}
