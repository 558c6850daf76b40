import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { maskNik } from '../../values/nik.ts'
import { done } from '../../values/outcome.ts'
import { maskField } from '../platform/audit-change.ts'
import { carryOut, look } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { exportedWorkers } from './export.ts'
import { beginExport, openWorker, wordRegistryRefusal } from './operations.ts'
import { readPlace } from './order.ts'
import { type SheetFormat, sheetFormats } from './sheets.ts'
import { listWorkers } from './store.ts'
import { eligibilities, standings, type WorkerFilter } from './workers.ts'

type ListOptions = CommonOptions &
  Omit<WorkerFilter, 'decile'> & { decile?: string; limit: string; after?: string; sort?: string }

export function registerRegistryCommands(program: Command): void {
  const registry = program.command('registry').description('daftar pekerja / the list of workers')
  withFilters(registry.command('list').description('cari dan daftar / search and list'))
    .option('--limit <n>', 'paling banyak / at most', '50')
    .option('--after <mark>', 'lanjutan daftar / where to go on')
    .option('--sort <order>', 'name, village, birth-date, id; -name')
    .action((options: ListOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const page = await look(platform, asking, (ctx) =>
          listWorkers(ctx, filterOf(options), readPlace(options.sort, options.after), Number(options.limit)),
        )
        const rows = page.rows.map((row) => ({ ...row, nik: row.nik === null ? null : maskNik(row.nik) }))
        const line = (row: (typeof rows)[number]) =>
          [row.id, row.nik ?? '-', row.fullName, row.birthDate ?? '-', row.villageName, row.occupation ?? '-'].join('\t')
        return done({ json: { ...page, rows }, text: () => [...rows.map(line), `= ${page.count}`].join('\n') })
      }),
    )
  withCommonOptions(registry.command('show <id>').description('satu pekerja / one worker')).action(
    (id: string, options: CommonOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const opened = await carryOut(platform, asking, (ctx) => openWorker(ctx, Number(id)))
        if (!opened.ok) return worded(opened, wordRegistryRefusal)
        const { worker, history } = opened.value
        const masked = {
          ...worker,
          nik: worker.nik && maskNik(worker.nik),
          family_card: worker.family_card && maskNik(worker.family_card),
          phone: worker.phone && maskNik(worker.phone),
          mother_name: maskField('mother_name', worker.mother_name),
        }
        const lines = [`${masked.nik ?? '-'}\t${masked.full_name}`, `${masked.village_name}, ${masked.district_name}`]
        return done({
          json: { worker: masked, history },
          text: () => [...lines, ...history.map((line) => `${line.at}\t${line.actorName}\t${line.act}`)].join('\n'),
        })
      }),
  )
  registerExport(registry)
}

type ExportOptions = ListOptions & { out: string; format: SheetFormat; fullNik?: boolean }

function registerExport(registry: Command): void {
  withFilters(registry.command('export').description('ekspor CSV atau XLSX / export as CSV or XLSX'))
    .requiredOption('--out <file>', 'berkas tujuan / file to write')
    .addOption(new Option('--format <format>', 'csv / xlsx').choices(sheetFormats).default('xlsx'))
    .option('--full-nik', 'NIK utuh, tercatat dalam jejak audit / whole NIK, left in the audit trail')
    .action((options: ExportOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const wanted = { filter: filterOf(options), format: options.format, showsNik: options.fullNik ?? false }
        const begun = await carryOut(platform, asking, (ctx) => beginExport(ctx, wanted))
        if (!begun.ok) return worded(begun, wordRegistryRefusal)
        const { workers, regionName } = begun.value
        const title = `Daftar pekerja ${regionName}`
        await look(platform, asking, (ctx) =>
          pipeline(Readable.from(exportedWorkers(ctx, { ...wanted, title })), createWriteStream(options.out)),
        )
        return done({ json: { file: options.out, workers }, text: () => `${options.out}\t${workers}` })
      }),
    )
}

function withFilters(command: Command): Command {
  return withCommonOptions(command)
    .option('--text <text>', 'nama atau NIK / name or NIK')
    .option('--village <code>', 'desa / village')
    .option('--district <code>', 'kecamatan / district')
    .addOption(new Option('--standing <standing>', 'hasil pemadanan / what the registers say').choices(standings))
    .option('--covered-by <segment>', 'segmen BPJS / segment of BPJS')
    .option('--decile <n>', 'desil / decile')
    .addOption(new Option('--eligibility <state>', 'kelayakan / eligibility').choices(eligibilities))
    .option('--ground <id>', 'syarat yang tidak terpenuhi / ground not met')
}

function filterOf(options: ListOptions): WorkerFilter {
  const { text, village, district, standing, coveredBy, eligibility, ground, decile } = options
  return {
    text,
    village,
    district,
    standing,
    coveredBy,
    eligibility,
    ground,
    decile: decile === undefined ? undefined : Number(decile),
  }
}
