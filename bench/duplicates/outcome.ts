import type { Score } from './score.ts'

/** What a measurement found; `notes` are lines for a reader. */
export type Outcome = {
  readonly name: string
  readonly records: number
  readonly score: Score
  readonly seconds: number
  readonly notes: readonly string[]
}

/** An outcome as another process reads it, with the highest memory of the one that measured. */
export type ToldOutcome = Outcome & { readonly peakMegabytes: number }

/** Begins the line by which an outcome travels to the process that asked. */
const sign = 'outcome '

/** Prints what was found, for a reader; and, when another process asked, in a line for it. */
export function tellOutcome(outcome: Outcome): void {
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const { name, records, score, seconds, notes } = outcome
  const lines = [
    `${name}: ${records} records, ${score.truePairs} true pairs`,
    `  at 0.5: precision ${share(score.precision)}, recall ${share(score.recall)}, F1 ${share(score.f1)}; best F1 ${share(score.bestF1)}; recall at precision 0.99 ${share(score.recallAt99)}`,
    `  ${seconds.toFixed(1)} s, ${((seconds * 1e6) / records).toFixed(0)} µs a record, peak ${peakMegabytes} MB`,
    ...notes.map((note) => `  ${note}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  if (process.env['UCOK_BENCH_ASKED'] === '1') process.stdout.write(`${sign}${JSON.stringify({ ...outcome, peakMegabytes })}\n`)
}

/** Parts what a measurement printed into lines for a reader and the outcome. */
export function readOutcome(output: string): { text: string; outcome: ToldOutcome | undefined } {
  const lines = output.trimEnd().split('\n')
  const told = lines.find((line) => line.startsWith(sign))
  const outcome = told === undefined ? undefined : (JSON.parse(told.slice(sign.length)) as ToldOutcome)
  return { text: lines.filter((line) => line !== told).join('\n'), outcome }
}

const share = (value: number) => value.toFixed(4)
