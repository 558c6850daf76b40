import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readOutcome, type ToldOutcome } from './duplicates/outcome.ts'
import { say } from './measured.ts'

// How well people are found again, each measurement a process of its own: village lists read as intake reads them, the shared people, and a
// seeded million. node bench/duplicates.ts [DATA]; the folder holds badung/ and people/.
const data = process.argv[2] ?? '../shared/data'

type Bound = (outcome: ToldOutcome) => readonly (readonly [told: string, holds: boolean])[]

const ofLists: Bound = ({ score, notes }) => [
  [`precision ${score.precision.toFixed(4)} (at least 0.995)`, score.precision >= 0.995],
  [`recall where an identity is readable ${score.recall.toFixed(4)} (at least 0.97)`, score.recall >= 0.97],
  [`look-alikes called one person ${lookalikes(notes)} (at most 0)`, lookalikes(notes) === 0],
]
const ofPeople: Bound = ({ score }) => [
  [`F1 ${score.f1.toFixed(4)} (at least 0.96)`, score.f1 >= 0.96],
  [`recall at precision 0.99 ${score.recallAt99.toFixed(4)} (at least 0.80)`, score.recallAt99 >= 0.8],
]
const ofMillion: Bound = ({ score, seconds, peakMegabytes }) => [
  [`F1 ${score.f1.toFixed(4)} (at least 0.95)`, score.f1 >= 0.95],
  [`${seconds.toFixed(1)} s (at most 40)`, seconds <= 40],
  [`${peakMegabytes} MB (at most 1500)`, peakMegabytes <= 1500],
]

let holds = true
await measured('lists', ofLists)
await measured('shared', ofPeople)
const hundredThousand = await measured('100000', () => [])
const million = await measured('1000000', ofMillion)
if (hundredThousand !== undefined && million !== undefined) {
  const cost = ({ seconds, records }: ToldOutcome) => seconds / records
  const ratio = cost(million) / cost(hundredThousand)
  if (ratio > 1.5) holds = false
  say(`cost per person at a million beside a hundred thousand: ${ratio.toFixed(2)} (at most 1.5)`)
}
say(holds ? 'every bound holds' : 'a bound does not hold')
process.exitCode = holds ? 0 : 1

async function measured(what: string, bound: Bound): Promise<ToldOutcome | undefined> {
  const program = fileURLToPath(new URL('duplicates/run.ts', import.meta.url))
  const child = spawn(process.execPath, [program, what, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UCOK_BENCH_ASKED: '1' },
  })
  let output = ''
  for await (const chunk of child.stdout) output += String(chunk)
  const { text, outcome } = readOutcome(output)
  say(text)
  if (outcome === undefined) return undefined
  for (const [told, isHeld] of bound(outcome)) {
    say(`  ${isHeld ? 'holds' : 'DOES NOT HOLD'}: ${told}`)
    if (!isHeld) holds = false
  }
  return outcome
}

/** How many look-alikes stand above 0.9, from where on two records are called probably one person. */
function lookalikes(notes: readonly string[]): number {
  return Number(/above 0\.9: (\d+)/.exec(notes.join('\n'))?.[1] ?? Number.NaN)
}
