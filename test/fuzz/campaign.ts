/**
 * A long campaign of hostile files: `node test/fuzz/campaign.ts [--minutes 10] [--seed 1000000]`. First every trap and the giants, then mutated
 * lists until the time is over. Says what each kind took, and ends with code 1 when a file crashed the reader, hung it, or cost too much memory.
 */
import { parseArgs } from 'node:util'
import { limits, watch, type Watched } from './watched.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1000000' } },
})
const end = Date.now() + Number(values.minutes) * 60_000
const faults: string[] = []
const ends = new Map<string, number>()
let files = 0
let seed = Number(values.seed)

for (const what of ['traps', 'giants'] as const) {
  const run = await watch(what)
  note(run)
  for (const { name, end: how, rows, milliseconds, peakMegabytes } of run.endings)
    print(
      `${how.padEnd(11)} ${String(milliseconds).padStart(6)} ms ${String(peakMegabytes).padStart(4)} MB ${String(rows).padStart(8)} rows  ${name}`,
    )
}
while (Date.now() < end) {
  const run = await watch('mutants', seed, 500)
  note(run)
  seed += 500
}
print(`${files} files, next seed ${seed}: ${[...ends].map(([how, count]) => `${how} ${count}`).join(', ')}`)
for (const fault of faults) print(`FAULT ${fault}`)
if (faults.length === 0) print('no crash, no hang, no memory above the limit')
process.exitCode = faults.length === 0 ? 0 : 1

function note({ endings, broke }: Watched): void {
  if (broke !== undefined) faults.push(broke)
  files += endings.length
  for (const { name, end: how, words, peakMegabytes, passwords } of endings) {
    ends.set(how, (ends.get(how) ?? 0) + 1)
    if (how !== 'read' && words === '') faults.push(`${name}: refused without words`)
    if (peakMegabytes > limits.megabytes) faults.push(`${name}: ${peakMegabytes} MB`)
    if (passwords) faults.push(`${name}: read a file of ours`)
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
