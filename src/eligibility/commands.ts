import type { Command } from 'commander'
import type { Language } from '../../values/language.ts'
import { done, refused } from '../../values/outcome.ts'
import { look } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { atDesk, type CommonOptions, withCommonOptions } from '../platform/terminal.ts'
import { type ExplainedGround, explainWorker, type Explanation } from './explaining.ts'
import { type EligibilityRefusal, wordEligibilityRefusal } from './refusals.ts'
import { findWorkerByNik, listRuleSets } from './store.ts'

/** Adds the commands on eligibility and gives back their group, to which a programme adds its run. */
export function registerEligibilityCommands(program: Command): Command {
  const eligibility = program.command('eligibility').description('kelayakan / eligibility')
  withCommonOptions(
    eligibility
      .command('explain <worker>')
      .description('semua syarat seorang pekerja (nomor atau NIK) / every ground of one worker (number or NIK)')
      .option('--run <id>', 'penilaian, bawaan yang terbaru / run, default the newest'),
  ).action((worker: string, options: CommonOptions & { run?: string }) =>
    atDesk(options, async ({ platform, asking }) => {
      const outcome = await look(platform, asking, async (ctx) => {
        const workerId = /^\d{16}$/.test(worker) ? await findWorkerByNik(ctx, worker) : Number(worker)
        if (workerId === undefined || !Number.isSafeInteger(workerId))
          return refused<EligibilityRefusal>({ reason: 'no-such-worker' })
        return explainWorker(ctx, { workerId, runId: options.run })
      })
      if (!outcome.ok) return worded(outcome, wordEligibilityRefusal)
      return done({ json: outcome.value, text: (language) => explanationText(outcome.value, language) })
    }),
  )
  withCommonOptions(eligibility.command('rules').description('aturan kelayakan wilayah / rule sets of the region')).action(
    (options: CommonOptions) =>
      atDesk(options, async ({ platform, asking }) => {
        const ruleSets = await look(platform, asking, listRuleSets)
        return done({
          json: { ruleSets },
          text: () => ruleSets.map((set) => `${set.id}\t${set.year} v${set.version}\t${set.title}\t${set.legalBasis}`).join('\n'),
        })
      }),
  )
  return eligibility
}

function explanationText(explanation: Explanation, language: Language): string {
  const verdict = {
    id: explanation.isEligible ? 'LAYAK' : 'TIDAK LAYAK',
    en: explanation.isEligible ? 'ELIGIBLE' : 'NOT ELIGIBLE',
  }
  const { worker, ruleSet, judgedOn } = explanation
  const head = `${worker.nik ?? '-'}  ${worker.fullName}: ${verdict[language]}  (${ruleSet.title} v${ruleSet.version}, ${judgedOn})`
  return [head, ...explanation.grounds.map((ground) => groundLine(ground, language))].join('\n')
}

function groundLine(ground: ExplainedGround, language: Language): string {
  const unknown = { id: 'belum diketahui', en: 'not known yet' }
  const mark = ground.met ? '✓' : ground.known ? '✗' : '?'
  const notes = [ground.law[language], ground.known ? undefined : unknown[language], ground.detail?.[language]]
  return `${mark} ${ground.condition[language]} (${notes.filter(Boolean).join('; ')})`
}
