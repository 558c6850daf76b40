import { type Command, InvalidArgumentError, Option } from 'commander'
import { done } from '../../values/outcome.ts'
import { carryOut, look } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { keepOurs, takeOver } from './decisions.ts'
import { countDifferences, listDifferences } from './differences.ts'
import { type DifferingField, differingFields } from './layouts-api.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { listDecisions, undoDecision } from './undoing.ts'

type DecideOptions = CommonOptions & { field: DifferingField; worker?: number; village?: string }

/** Adds `match differences|take-over|keep-ours|decisions|undo`. */
export function registerDifferencesCommands(match: Command): void {
  const field = () => new Option('--field <field>', 'kolom / field').choices(differingFields)
  withCommonOptions(
    match.command('differences').description('perbedaan dengan Dukcapil / where the civil registry has another value'),
  )
    .addOption(field())
    .option('--village <code>', 'satu desa saja / one village only')
    .action((options: CommonOptions & { field?: DifferingField; village?: string }) =>
      atDesk(options, async ({ platform, asking }) => {
        const filter = { state: 'open' as const, field: options.field, village: options.village }
        const found = await look(platform, asking, async (ctx) => ({
          counts: (await countDifferences(ctx)).filter((one) => one.state === 'open'),
          ...(await listDifferences(ctx, filter, { after: undefined, limit: 1000 })),
        }))
        const differences = found.rows.map(({ nik: _nik, ...row }) => row)
        const lines = differences.map((row) =>
          [row.workerId, row.name, row.field, row.ours ?? '-', row.theirs ?? 'TIDAK SESUAI', row.answeredOn].join('\t'),
        )
        const json = { count: found.count, counts: found.counts, differences }
        return done({ json, text: () => [...lines, `= ${found.count}`].join('\n') })
      }),
    )
  const decided = (name: string, description: string) =>
    withCommonOptions(match.command(name).description(description))
      .addOption(field().makeOptionMandatory())
      .option('--worker <id>', 'satu pekerja / one worker', readNumber)
      .option('--village <code>', 'satu desa saja / one village only')
  decided('take-over', 'ambil nilai Dukcapil / take over the value of the civil registry').action((options: DecideOptions) =>
    carryOutDecision(takeOver, options),
  )
  decided('keep-ours', 'tetap pakai nilai kami / keep our own value').action((options: DecideOptions) =>
    carryOutDecision(keepOurs, options),
  )
  withCommonOptions(match.command('decisions').description('keputusan tentang perbedaan / decisions about differences')).action(
    (options: CommonOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const decisions = await look(platform, asking, listDecisions)
        const lines = decisions.map((one) =>
          [one.decisionId, one.kind, one.field, one.villageName ?? '-', one.people, one.madeByName, one.undoneAt ?? '-'].join(
            '\t',
          ),
        )
        return done({ json: decisions, text: () => lines.join('\n') })
      }),
  )
  withCommonOptions(
    match
      .command('undo')
      .argument('<decision>', 'nomor keputusan / the decision')
      .description('batalkan seluruh keputusan / take a whole decision back'),
  ).action((decisionId: string, options: CommonOptions) =>
    atDesk(options, async ({ platform, asking, progress }) => {
      const outcome = await carryOut(platform, asking, (ctx) => undoDecision(ctx, { decisionId, progress }))
      if (!outcome.ok) return worded(outcome, wordMatchingRefusal)
      return done({ json: outcome.value, text: () => String(outcome.value.people) })
    }),
  )
}

function carryOutDecision(operation: typeof takeOver, options: DecideOptions) {
  return atDesk(options, async ({ platform, asking, progress }) => {
    const outcome = await carryOut(platform, asking, (ctx) => operation(ctx, { ...chosenBy(options), progress }))
    if (!outcome.ok) return worded(outcome, wordMatchingRefusal)
    return done({ json: outcome.value, text: () => String(outcome.value.people) })
  })
}

const chosenBy = ({ field, village, worker }: DecideOptions) => ({
  field,
  village,
  workerIds: worker === undefined ? undefined : [worker],
})

/** Reads a whole number from 1 on out of an argument. */
export function readNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Isi bilangan bulat mulai 1. / Give a whole number from 1 on.')
  return value
}
