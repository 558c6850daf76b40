import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { formatCount } from '../../values/numbers.ts'
import { done } from '../../values/outcome.ts'
import { timeZoneOf } from '../../values/time-zones.ts'
import { carryOut, look } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { paperHead } from './paper.ts'
import { auditOfPerson } from './person-log.ts'
import { carryOutRetention, readSchedule } from './retention.ts'
import { exportSubject } from './subject-export.ts'
import { subjectPdf } from './subject-pdf.ts'
import { shortNameOf, wordSubjectRefusal } from './subject.ts'
import { wholeRegionOnly } from './whole-region.ts'

type ExportOptions = CommonOptions & { out: string; format: 'pdf' | 'json' }

/** `ucok person export NIK`, `ucok audit of-person NIK`, `ucok privacy retention`. */
export function registerPrivacyCommands(program: Command): void {
  registerPersonExport(program.command('person').description('data satu orang / the data of one person'))
  const audit =
    program.commands.find((command) => command.name() === 'audit') ??
    program.command('audit').description('jejak audit / the audit trail')
  registerPersonLog(audit)
  registerRetention(program.command('privacy').description('pelindungan data pribadi / protection of personal data'))
}

function registerPersonExport(person: Command): void {
  withCommonOptions(person.command('export <nik>').description('seluruh data satu orang / everything held about one person'))
    .requiredOption('--out <file>', 'berkas tujuan / file to write')
    .addOption(new Option('--format <format>', 'pdf / json').choices(['pdf', 'json']).default('pdf'))
    .action((nik: string, options: ExportOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const input = { asked: { nik }, format: options.format }
        const outcome = worded(await carryOut(platform, asking, (ctx) => exportSubject(ctx, input)), wordSubjectRefusal)
        if (!outcome.ok) return outcome
        const head = await look(platform, asking, paperHead)
        const bytes =
          options.format === 'json'
            ? Readable.from(JSON.stringify(outcome.value, undefined, 2))
            : subjectPdf(head, outcome.value, timeZoneOf(asking.region))
        await pipeline(bytes, createWriteStream(options.out, { mode: 0o600 }))
        const rows = outcome.value.sections.reduce((sum, section) => sum + section.rows.length, 0)
        return done({
          json: { file: options.out, rows },
          text: () => [options.out, shortNameOf(outcome.value.subject), formatCount(rows, 'id')].join('\t'),
        })
      }),
    )
}

function registerPersonLog(audit: Command): void {
  withCommonOptions(
    audit
      .command('of-person <nik>')
      .description('jejak audit satu orang, untuk diberikan kepadanya / the audit trail of one person, to be given to them'),
  ).action((nik: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking }) => {
      const outcome = worded(await carryOut(platform, asking, (ctx) => auditOfPerson(ctx, { nik })), wordSubjectRefusal)
      if (!outcome.ok) return outcome
      const { lines } = outcome.value
      const text = (language: 'id' | 'en') =>
        lines.map((line) => [line.at, line.actorName, line.what[language], line.ground?.[language] ?? ''].join('\t')).join('\n')
      return done({ json: { lines }, text })
    }),
  )
}

function registerRetention(privacy: Command): void {
  withCommonOptions(
    privacy
      .command('retention')
      .description('apa yang sudah lewat waktunya; --run menghapusnya / what is kept no longer; --run deletes it')
      .option('--run', 'hapus sekarang / delete now'),
  ).action((options: CommonOptions & { run?: boolean }) =>
    atDesk(options, async ({ platform, asking, progress }) => {
      const schedule = worded(await look(platform, asking, readSchedule), () => wholeRegionOnly)
      if (!schedule.ok) return schedule
      const due = Object.fromEntries(schedule.value.map((line) => [line.rule.id, line.due]))
      const gone = options.run ? await carryOutRetention(platform, asking, progress) : undefined
      return done({
        json: gone === undefined ? { due } : { due, gone },
        text: (language) =>
          schedule.value
            .map(({ rule, due: count }) =>
              [rule.id, rule.what[language], rule.days ?? '-', count, gone?.[rule.id] ?? ''].join('\t'),
            )
            .join('\n'),
      })
    }),
  )
}
