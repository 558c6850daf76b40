import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { packages } from '../../rules/contributions/contribution.ts'
import { findDay } from '../../values/days.ts'
import type { Language, Wording } from '../../values/language.ts'
import { done, refused } from '../../values/outcome.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { carryOut, look } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { annexBytes, baseAddressOf, beginAnnex } from './annex.ts'
import { type AnnexFormat, annexFormats } from './annex-head.ts'
import { type CreateOptions, inputFrom } from './create-options.ts'
import { createProgramme, runEligibility } from './operations.ts'
import { listOverviews, type Overview, overviewOf, readOverview } from './overview.ts'
import { sources } from './programmes.ts'
import { wordProgrammeRefusal } from './refusals.ts'

export function registerProgrammesCommands(program: Command): void {
  const programme = groupOf(program, 'programme', 'program / programmes')
  registerCreate(programme)
  withCommonOptions(programme.command('list').description('daftar program / list programmes')).action((options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const programmes = await look(platform, asking, listOverviews)
      return done({ json: { programmes }, text: (language) => programmes.map((one) => lineOf(one, language)).join('\n') })
    }),
  )
  withCommonOptions(programme.command('show <programme>').description('satu program / one programme')).action(
    (code: string, options: CommonOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const overview = await look(platform, asking, (ctx) => readOverview(ctx, code))
        if (!overview.ok) return worded(overview, wordProgrammeRefusal)
        return done({ json: overview.value, text: (language) => detailOf(overview.value, language) })
      }),
  )
  registerRun(groupOf(program, 'eligibility', 'kelayakan / eligibility'))
  registerAnnex(groupOf(program, 'decree', 'SK penetapan / the decree'))
}

/** The group of commands with a name: several slices add to the same one, whichever comes first makes it. */
export function groupOf(program: Command, name: string, description: string): Command {
  return program.commands.find((command) => command.name() === name) ?? program.command(name).description(description)
}

function registerCreate(programme: Command): void {
  withCommonOptions(programme.command('create').description('buat program / create a programme'))
    .option('--code <code>', 'kode, bawaan RENTAN-<tahun> / code, default RENTAN-<year>')
    .option('--name <name>', 'nama / name')
    .option('--year <year>', 'tahun anggaran / fiscal year')
    .option('--first-month <month>', 'bulan pertama, 2027-01 atau 1 / first month')
    .option('--last-month <month>', 'bulan terakhir, 2027-12 atau 12 / last month')
    .addOption(new Option('--package <package>', 'paket / package').choices(packages).default('JKK_JKM'))
    .option('--quota <people>', 'kuota, bawaan semua pekerja / quota, default every worker')
    .option('--ceiling <rupiah>', 'pagu, bawaan sebesar kebutuhan / ceiling, default what the quota needs')
    .addOption(new Option('--source <source>', 'sumber dana / source of money').choices(sources).default('APBD'))
    .option('--legal-basis <text>', 'dasar hukum / legal basis')
    .option('--rule-set <id>', 'aturan kelayakan, bawaan yang terbaru / rule set, default the newest')
    .action((options: CreateOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const outcome = await carryOut(platform, asking, async (ctx) => {
          const input = await inputFrom(ctx, options)
          if (!input.ok) return input
          const created = await createProgramme(ctx, input.value)
          return created.ok ? done(await overviewOf(ctx, created.value)) : refused(wordProgrammeRefusal(created.refusal))
        })
        if (!outcome.ok) return outcome
        return done({ json: outcome.value, text: (language) => detailOf(outcome.value, language) })
      }),
    )
}

type RunOptions = CommonOptions & { programme: string; on?: string }

function registerRun(eligibility: Command): void {
  withCommonOptions(eligibility.command('run').description('nilai kelayakan dan susun peringkat / judge and rank'))
    .requiredOption('--programme <programme>', 'kode program / code of the programme')
    .option('--on <date>', 'hari penilaian umur, bawaan hari ini / day on which ages count, default today')
    .action((options: RunOptions) =>
      atDesk(options, async ({ platform, asking, progress }) => {
        const note: Wording = { id: 'Menilai', en: 'Judging' }
        const on = findDay(options.on ?? '')
        const outcome = await carryOut(platform, asking, (ctx) =>
          runEligibility(ctx, { programme: options.programme, on, progress: (count, total) => progress(count, total, note) }),
        )
        if (!outcome.ok) return worded(outcome, wordProgrammeRefusal)
        const result = outcome.value
        const text: Wording = {
          id: `${result.people} orang dinilai (${result.judgedOn}): ${result.eligible} layak; ${result.withinQuota} dalam kuota, ${result.waiting} daftar tunggu${result.elsewhere > 0 ? `, ${result.elsewhere} sudah dibayar program lain` : ''}`,
          en: `${result.people} people judged (${result.judgedOn}): ${result.eligible} eligible; ${result.withinQuota} within the quota, ${result.waiting} waiting${result.elsewhere > 0 ? `, ${result.elsewhere} paid for by another programme` : ''}`,
        }
        return done({ json: result, text: (language) => text[language] })
      }),
    )
}

type AnnexOptions = CommonOptions & { programme: string; format: AnnexFormat; out: string; official?: boolean }

function registerAnnex(decree: Command): void {
  withCommonOptions(decree.command('annex').description('lampiran SK sebagai PDF atau XLSX / the annex as PDF or XLSX'))
    .requiredOption('--programme <programme>', 'kode program / code of the programme')
    .addOption(new Option('--format <format>', 'pdf / xlsx').choices(annexFormats).default('pdf'))
    .requiredOption('--out <file>', 'berkas tujuan / file to write')
    .option('--official', 'NIK utuh, untuk BPJS; tercatat / whole NIK, for BPJS; recorded')
    .action((options: AnnexOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const { programme, format, out } = options
        const variant = options.official ? 'official' : 'public'
        const baseAddress = baseAddressOf(platform.settings)
        const head = await carryOut(platform, asking, (ctx) => beginAnnex(ctx, { programme, format, variant, baseAddress }))
        if (!head.ok) return worded(head, wordProgrammeRefusal)
        await look(platform, asking, (ctx) =>
          pipeline(Readable.from(annexBytes(ctx, head.value, format)), createWriteStream(out)),
        )
        const { decree: made } = head.value
        return done({ json: { file: out, format, variant, decree: made }, text: () => `${out}\t${made.number}\t${made.people}` })
      }),
    )
}

function lineOf(one: Overview, language: Language): string {
  const states: Record<Overview['state'], Wording> = {
    planned: { id: 'direncanakan', en: 'planned' },
    judged: { id: 'dinilai', en: 'judged' },
    decreed: { id: 'ditetapkan', en: 'decreed' },
  }
  return [one.code, one.name, `${one.firstMonth}..${one.lastMonth}`, one.quota, states[one.state][language]].join('\t')
}

function detailOf(one: Overview, language: Language): string {
  const lines: [Wording, string][] = [
    [
      { id: 'Kebutuhan', en: 'Needed' },
      `${one.quota} × ${one.months} × ${formatRupiah(one.pricePerMonth)} = ${formatRupiah(one.cost)}`,
    ],
    [{ id: 'Pagu', en: 'Ceiling' }, formatRupiah(one.ceiling)],
    [{ id: 'Dalam kuota / daftar tunggu', en: 'Within the quota / waiting' }, `${one.withinQuota} / ${one.waiting}`],
    [{ id: 'SK', en: 'Decree' }, one.decree === null ? '-' : `${one.decree.number} (${one.decree.decidedOn})`],
  ]
  const warnings = one.warnings.map(
    (warning) => `! ${warning.title[language]} ${warning.why[language]} ${warning.todo[language]}`,
  )
  return [lineOf(one, language), ...lines.map(([name, value]) => `${name[language]}: ${value}`), ...warnings].join('\n')
}
