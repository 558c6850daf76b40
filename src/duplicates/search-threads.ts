import { Worker } from 'node:worker_threads'
import { type SearchAnswers, type SearchRequest, searchWork } from './search-work.ts'

/** Somebody who does the work of a search, one request after the other. */
export type Hand = {
  readonly ask: <Task extends SearchRequest['task']>(
    request: Extract<SearchRequest, { task: Task }>,
  ) => Promise<SearchAnswers[Task]>
  readonly close: () => Promise<unknown>
}

/** The hands of a search. `give` hands a piece of work to whoever is free first, and waits while all are busy. */
export type Hands = {
  readonly first: Hand
  /** The first one, too, when there is only one. */
  readonly last: Hand
  readonly all: readonly Hand[]
  readonly give: (request: SearchRequest) => Promise<void>
  /** Waits until nothing given is left to do; throws what broke. */
  readonly rest: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts so many threads; with none the work is done in this one, as is best for a few people. */
export function startHands(threads: number): Hands {
  const all = threads === 0 ? [ownHand()] : Array.from({ length: threads }, threadHand)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) throw new Error('a search has no hands')
  const busy = new Map<Hand, Promise<Hand>>()
  const free = async (): Promise<Hand> => {
    const idle = all.find((hand) => !busy.has(hand))
    if (idle !== undefined) return idle
    const done = await Promise.race(busy.values())
    busy.delete(done)
    return done
  }
  return {
    first,
    last,
    all,
    give: async (request) => {
      const hand = await free()
      const work = hand.ask(request as never).then(() => hand)
      // Whoever waits hears of it; until then it must not count as unheard.
      work.catch(() => {})
      busy.set(hand, work)
    },
    rest: async () => {
      await Promise.all(busy.values())
      busy.clear()
    },
    close: async () => {
      await Promise.all(all.map((hand) => hand.close()))
    },
  }
}

function ownHand(): Hand {
  const work = searchWork()
  return { ask: (request) => work(request) as Promise<never>, close: () => Promise.resolve() }
}

function threadHand(): Hand {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 4 } })
  const waiting: { done: (answer: never) => void; broke: (error: unknown) => void }[] = []
  worker.on('message', (message: { answer: never } | { error: unknown }) => {
    const one = waiting.shift()
    if ('error' in message) one?.broke(message.error)
    else one?.done(message.answer)
  })
  const fail = (error: unknown) => waiting.splice(0).forEach((one) => one.broke(error))
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`a thread of the search ended with code ${code}`)))
  return {
    ask: (request) =>
      new Promise((done, broke) => {
        waiting.push({ done, broke })
        const lines = 'lines' in request ? [request.lines.buffer as ArrayBuffer] : []
        worker.postMessage(request, lines)
      }),
    close: () => worker.terminate(),
  }
}
