import { type Day, day } from '../../values/days.ts'
import { type Meetings, lineBuilder, meetingRoom } from './meetings.ts'
import type { LinkageModel } from './model.ts'
import { type Newcomers, newcomerCollector } from './newcomers.ts'
import type { PeopleBuilder } from './people.ts'
import { eachLine, lineFields, readLine } from './person-lines.ts'
import { learnWeights, modelFor } from './weights-learning.ts'
import { type Weights, startingWeights } from './weights.ts'

/** What a search asks of a thread, one thing after the other; each is answered. */
export type SearchRequest =
  | { readonly task: 'collect'; readonly lines: Uint8Array }
  | { readonly task: 'arrange' }
  | ({ readonly task: 'weigh' } & Weighing)
  | { readonly task: 'begin'; readonly newcomers: Newcomers; readonly model: LinkageModel }
  | { readonly task: 'meet'; readonly lines: Uint8Array }
  | { readonly task: 'meetEachOther'; readonly from: number; readonly to: number }
  | { readonly task: 'finish' }

/** What weights are chosen or learned from: newcomers, a sample of lines of people known, and weights from earlier if there are any. */
export type Weighing = {
  readonly newcomers: Newcomers
  readonly sample: readonly Uint8Array[]
  readonly weights: Weights | undefined
  readonly population: number
  /** As `2026-11-01`. */
  readonly today: string
}

/** The model to compare by, and the weights when they were learned just now. */
export type Weighed = { readonly model: LinkageModel; readonly learned: Weights | undefined }

/** What each request is answered with. */
export type SearchAnswers = {
  readonly collect: undefined
  readonly arrange: Newcomers
  readonly weigh: Weighed
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
        return void collector.add(request.lines)
      case 'arrange': {
        const newcomers = collector.finish()
        collector = newcomerCollector()
        return newcomers
      }
      case 'weigh':
        return weigh(request)
      case 'begin':
        room = meetingRoom(request.newcomers, request.model)
        return undefined
      case 'meet':
        return void opened().meet(request.lines)
      case 'meetEachOther':
        return void opened().meetEachOther(request.from, request.to)
      case 'finish':
        return opened().finish()
    }
  }
}

/** So many newcomers tell how common names are, and fewer are enough to learn weights from. */
const countedNewcomers = 25_000
const learnedFrom = 8000
const learningPairs = 100_000

/** With fewer people, or fewer pairs of one person among them, the weights a region begins with are better than what they could teach. */
const fewestToLearn = 5000
const fewestPairs = 100

async function weigh({ newcomers, sample, weights, population, today }: Weighing): Promise<Weighed> {
  const usable = weights !== undefined && weights.records >= fewestToLearn ? weights : undefined
  const learned = usable === undefined ? await learn(newcomers, sample, day(today)) : undefined
  const chosen = usable ?? learned ?? startingWeights
  const builder = lineBuilder(chosen)
  addNewcomers(builder, newcomers, countedNewcomers)
  addSample(builder, sample)
  return { model: modelFor(builder, chosen, population), learned }
}

async function learn(newcomers: Newcomers, sample: readonly Uint8Array[], today: Day): Promise<Weights | undefined> {
  if (newcomers.count < fewestToLearn) return undefined
  const builder = lineBuilder({ fields: lineFields })
  addNewcomers(builder, newcomers, learnedFrom)
  addSample(builder, sample.slice(0, 1))
  const { weights, samePairs } = await learnWeights(builder, { today, pairs: learningPairs, judgedBy: startingWeights })
  return samePairs < fewestPairs ? undefined : weights
}

function addNewcomers(builder: PeopleBuilder, { bytes, starts, count }: Newcomers, most: number): void {
  eachLine(bytes, 0, starts[Math.min(count, most)] ?? 0, (start, end) => builder.add(readLine(bytes, start, end).cells))
}

function addSample(builder: PeopleBuilder, sample: readonly Uint8Array[]): void {
  for (const lines of sample) eachLine(lines, 0, lines.length, (start, end) => builder.add(readLine(lines, start, end).cells))
}
