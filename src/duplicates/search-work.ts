import { day } from '../../values/days.ts'
import { type Meetings, lineBuilder, meetingRoom } from './meetings.ts'
import type { LinkageModel } from './model.ts'
import { type Newcomers, newcomerCollector } from './newcomers.ts'
import type { PeopleBuilder } from './people.ts'
import { eachLine, lineFields, readLine } from './person-lines.ts'
import { learnWeights, modelFor } from './weights-learning.ts'
import { type Weights, startingWeights } from './weights.ts'

/** What a search asks of a thread, one thing after the other; each is answered. */
export type SearchRequest =
  | { readonly task: 'collect'; readonly lines: Uint8Array<ArrayBuffer> }
  | { readonly task: 'arrange' }
  | ({ readonly task: 'learn' } & Learning)
  | ({ readonly task: 'weigh' } & Weighing)
  | { readonly task: 'begin'; readonly newcomers: Newcomers; readonly model: LinkageModel }
  | { readonly task: 'meet'; readonly lines: Uint8Array<ArrayBuffer> }
  | { readonly task: 'meetEachOther'; readonly from: number; readonly to: number }
  | { readonly task: 'finish' }

/** What weights are learned from: lines of newcomers, `learningNewcomers` of them or all, and a sample of lines of people known. */
export type Learning = {
  readonly newcomers: readonly Uint8Array[]
  readonly sample: readonly Uint8Array[]
  /** As `2026-11-01`. */
  readonly today: string
}

/** What a model is made of: weights, for as many people as there are, and lines that tell how common names are among them. */
export type Weighing = Pick<Learning, 'newcomers' | 'sample'> & { readonly weights: Weights; readonly population: number }

/** What each request is answered with. */
export type SearchAnswers = {
  readonly collect: undefined
  readonly arrange: Newcomers
  readonly learn: Weights | undefined
  readonly weigh: LinkageModel
  readonly begin: undefined
  readonly meet: undefined
  readonly meetEachOther: undefined
  readonly finish: Meetings
}

/** Does the work of one thread; keeps what it was told until it is asked to finish. */
export function searchWork(): (request: SearchRequest) => Promise<SearchAnswers[SearchRequest['task']]> {
  let collector = newcomerCollector()
  let room: ReturnType<typeof meetingRoom> | undefined
  const opened = () => {
    if (room === undefined) throw new Error('nobody was let in before the meeting began')
    return room
  }
  return async (request) => {
    switch (request.task) {
      case 'collect':
        collector.add(request.lines)
        return letGo(request.lines)
      case 'arrange': {
        const newcomers = collector.finish()
        collector = newcomerCollector()
        return newcomers
      }
      case 'learn':
        return learn(request)
      case 'weigh':
        return weigh(request)
      case 'begin':
        room = meetingRoom(request.newcomers, request.model)
        return undefined
      case 'meet':
        opened().meet(request.lines)
        return letGo(request.lines)
      case 'meetEachOther':
        return void opened().meetEachOther(request.from, request.to)
      case 'finish':
        return opened().finish()
    }
  }
}

/** Gives back the memory of lines that were gone through, which would otherwise wait until there is much of it. */
function letGo({ buffer }: Uint8Array<ArrayBuffer>): undefined {
  buffer.transfer(0)
}

/** So many newcomers tell how common names are. */
export const countedNewcomers = 12_000

/** So many newcomers, and so many pairs of them, are enough to learn weights from. */
export const learningNewcomers = 5000
const learningPairs = 40_000

/** With fewer people, or fewer pairs of one person among them, the weights a region begins with are better than what they could teach. */
export const fewestToLearn = 5000
const fewestPairs = 40

function weigh({ newcomers, sample, weights, population }: Weighing): LinkageModel {
  const builder = lineBuilder(weights)
  addPeople(builder, newcomers, countedNewcomers)
  addPeople(builder, sample)
  return modelFor(builder, weights, population)
}

async function learn({ newcomers, sample, today }: Learning): Promise<Weights | undefined> {
  const builder = lineBuilder({ fields: lineFields })
  if (addPeople(builder, newcomers, learningNewcomers) < fewestToLearn) return undefined
  addPeople(builder, sample.slice(0, 1))
  const terms = { today: day(today), pairs: learningPairs, judgedBy: startingWeights }
  const { weights, samePairs } = await learnWeights(builder, terms)
  return samePairs < fewestPairs ? undefined : weights
}

/** Adds people to a builder, the first so many of them; says how many. */
function addPeople(builder: PeopleBuilder, pieces: readonly Uint8Array[], most = Number.POSITIVE_INFINITY): number {
  let added = 0
  for (const lines of pieces) {
    eachLine(lines, 0, lines.length, (start, end) => {
      if (added++ < most) builder.add(readLine(lines, start, end).cells)
    })
  }
  return Math.min(added, most)
}
