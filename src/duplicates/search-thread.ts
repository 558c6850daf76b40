import { parentPort, workerData } from 'node:worker_threads'
import { day } from '../../values/days.ts'
import { copyValue } from '../platform/copying.ts'
import { explainerOf } from './compare.ts'
import { groupsOfPairs } from './groups.ts'
import { type Linked, type LinkStepName, linkPeople } from './linking.ts'
import { modelOf } from './model.ts'
import { type FieldSpec, type People, peopleBuilder } from './people.ts'
import type { PeopleBatch } from './registry-people.ts'
import { faintestKept, likelihoodOf, likely } from './thresholds.ts'

/** What the server asks of the thread: to take people in, then to find who is the same. */
export type SearchRequest = { readonly task: 'people'; readonly batch: PeopleBatch } | { readonly task: 'link' }

/** What the thread answers: people taken in, a step that begins, pairs as lines for COPY, and at the end what was learned. */
export type SearchAnswer =
  | { readonly said: 'taken' }
  | { readonly said: 'step'; readonly step: LinkStepName }
  | { readonly said: 'found'; readonly lines: string }
  | { readonly said: 'learned'; readonly model: string; readonly version: number; readonly pairs: number }

export type SearchData = { readonly fields: readonly FieldSpec[]; readonly trainedOn: string; readonly threshold: number }

const { fields, trainedOn, threshold } = workerData as SearchData
const builder = peopleBuilder(fields)
const ids: number[] = []

parentPort?.on('message', (request: SearchRequest) => {
  if (request.task === 'link') return void link()
  for (const id of request.batch.ids) ids.push(id)
  for (const cells of request.batch.cells) builder.add(cells)
  say({ said: 'taken' })
})

async function link(): Promise<void> {
  const people = builder.finish()
  const linked = await linkPeople(people, { threshold: faintestKept, onStep: (step) => say({ said: 'step', step }) })
  tellPairs(people, linked)
  const model = modelOf(people, linked.mixture, day(trainedOn))
  const pairs = linked.pairs.filter((pair) => pair.probability >= threshold).length
  say({ said: 'learned', model: JSON.stringify(model), version: model.version, pairs })
  parentPort?.close()
}

const chunkSize = 262_144

function tellPairs(people: People, { pairs, mixture }: Linked): void {
  const explain = explainerOf(people, mixture)
  const groupOf = groupsOfPairs(pairs, likely)
  let lines = ''
  for (const pair of pairs) {
    const group = groupOf(pair)
    const [one = 0, other = 0] = [ids[pair.left], ids[pair.right]]
    const reasons = explain(pair.left, pair.right)
    const nikLevel = reasons.find(({ field, verdict }) => field === 'nik' && verdict !== 'missing')?.level
    const cells = [
      Math.min(one, other),
      Math.max(one, other),
      pair.probability,
      JSON.stringify(reasons),
      group === undefined ? null : (ids[group.first] ?? null),
      group?.probability ?? pair.probability,
      pair.probability >= likely ? likelihoodOf(pair.probability, nikLevel) : null,
    ]
    lines += `${cells.map(copyValue).join('\t')}\n`
    if (lines.length < chunkSize) continue
    say({ said: 'found', lines })
    lines = ''
  }
  say({ said: 'found', lines })
}

function say(answer: SearchAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer)
}
