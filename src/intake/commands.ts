import type { Command } from 'commander'
import { findDay } from '../../values/days.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { openRegion, wordPlacesRefusal } from '../places/operations.ts'
import { type Asking, carryOut, look, todayIn } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { type WordedRefusal, worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, type Desk, type Shown, withCommonOptions } from '../platform/terminal.ts'
import { correctionsOf } from './correction-views.ts'
import { findLists, findVillage, handInFiles } from './hand-in.ts'
import { wordIntakeRefusal } from './refusals.ts'
import { wordRepairRefusal } from './repairs/refusals.ts'
import { findReport } from './validation-report.ts'
import { listIntakes } from './views.ts'
import { reportLists, reportRows, type RowReport } from './report.ts'
import { asText, type Told } from './report-text.ts'

type IntakeOptions = CommonOptions & { checkOnly?: boolean; village?: string }

export function registerIntakeCommands(program: Command): void {
  const command = program.command('intake [path...]')
  withCommonOptions(
    command
      .description('baca daftar desa, periksa, dan terima yang baik / read village lists, check them, accept the good')
      .option('--on <date>', 'hari penilaian umur / day on which ages are judged')
      .option('--village <code>', 'desa daftar yang namanya tidak menyebut kode desa / village of lists whose names say none')
      .option('--check-only', 'periksa saja, jangan terima / check only, accept nothing'),
  ).action((paths: string[], options: IntakeOptions) => atDesk(options, (desk) => intake(desk, paths, options)))
  withCommonOptions(
    command
      .command('report [intake]')
      .description(
        'laporan pemeriksaan suatu pendataan, bentuk Frictionless / validation report of an intake, as Frictionless has it',
      )
      .option('--limit <count>', 'kesalahan per daftar / errors told of each list', '1000'),
  ).action((id: string | undefined, _options: unknown, own: Command) =>
    atDesk(own.optsWithGlobals(), (desk) => report(desk, id, own.optsWithGlobals<ReportOptions>())),
  )
}

type ReportOptions = CommonOptions & { limit: string }

/** The report of the intake named, or of the newest. */
async function report(
  { platform, asking }: Desk,
  id: string | undefined,
  { limit }: ReportOptions,
): Promise<Outcome<Shown, WordedRefusal>> {
  const asked = { limit: Math.max(0, Math.min(10_000, Number.parseInt(limit, 10) || 0)) }
  const found = await look(platform, asking, async (ctx) => {
    const intakeId = id ?? (await listIntakes(ctx, { limit: 1 })).rows[0]?.id
    return intakeId === undefined || !isId(intakeId) ? undefined : findReport(ctx, { intakeId, ...asked })
  })
  if (found === undefined) return refused(wordIntakeRefusal({ reason: 'no-such-intake' }))
  return done({
    json: found,
    text: () => found.tasks.map(({ name, stats }) => `${name}  ${stats.rows} / ${stats.errors} / ${stats.warnings}`).join('\n'),
  })
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

async function intake(desk: Desk, paths: string[], options: IntakeOptions): Promise<Outcome<Shown, WordedRefusal>> {
  const { platform, asking } = desk
  const lists = findLists(paths)
  if (!lists.ok) return refused(noSuchPath(lists.refusal.path))
  if (lists.value.length === 0) return refused(wordIntakeRefusal({ reason: 'no-lists' }))
  const opened = worded(await carryOut(platform, asking, (ctx) => openRegion(ctx)), wordPlacesRefusal)
  if (!opened.ok) return opened
  const village = options.village === undefined ? undefined : await findVillage(platform, asking, options.village)
  if (options.village !== undefined && village === undefined) return refused(wordRepairRefusal({ reason: 'no-such-village' }))
  const judgedOn = (findDay(options.on ?? '') ?? asking.today ?? todayIn(asking.region)).toString()
  const handed = await handInFiles(platform, asking, {
    paths: lists.value,
    judgedOn,
    accepts: !options.checkOnly,
    progress: desk.progress,
    village,
  })
  if (!handed.ok) return refused(wordIntakeRefusal(handed.refusal))
  const told = await look(platform, asking, async (ctx) => ({
    files: await reportLists(ctx, handed.value.fileIds),
    corrections: await correctionsOf(ctx, handed.value.fileIds),
  }))
  return done({
    jsonParts: asJson(platform, asking, told, handed.value.fileIds),
    text: (language) => asText(told, handed.value.entered, language),
  })
}

async function* asJson(
  platform: Platform,
  asking: Asking,
  { files, corrections }: Told,
  fileIds: readonly string[],
): AsyncGenerator<string> {
  const corrected = corrections.map(({ fileId: _fileId, name, of, ...counts }) => ({
    file: name,
    corrects: of.map((earlier) => earlier.name),
    ...counts,
  }))
  yield `{"files":${JSON.stringify(files)},"corrections":${JSON.stringify(corrected)},"rows":[`
  let separator = ''
  for await (const page of pagesOf(platform, asking, fileIds)) {
    yield separator + page.map((row) => JSON.stringify(row)).join(',')
    separator = ','
  }
  yield ']}'
}

/** Streams pages out of the one transaction in which they are read. */
async function* pagesOf(platform: Platform, asking: Asking, fileIds: readonly string[]): AsyncGenerator<RowReport[]> {
  const pages = new TransformStream<RowReport[], RowReport[]>({}, { highWaterMark: 2 }, { highWaterMark: 2 })
  const writer = pages.writable.getWriter()
  const reading = look(platform, asking, async (ctx) => {
    for await (const page of reportRows(ctx, fileIds)) await writer.write(page)
    await writer.close()
  }).catch((error: unknown) => writer.abort(error))
  yield* pages.readable
  await reading
}

function noSuchPath(path: string): WordedRefusal {
  return {
    reason: 'no-such-path',
    status: 404,
    title: { id: `Tidak ada berkas atau folder "${path}".`, en: `There is no file or folder "${path}".` },
    todo: { id: 'Periksa ejaannya.', en: 'Check the spelling.' },
  }
}
