import { Worker } from 'node:worker_threads'
import type { PeopleBatch } from './registry-people.ts'
import type { LinkStepName } from './linking.ts'
import type { SearchAnswer, SearchData, SearchRequest } from './search-thread.ts'

/** What a search learned: its model as JSON, and how many pairs reach the threshold. */
export type Learned = { readonly model: string; readonly version: number; readonly pairs: number }

/** A search under way in a thread of its own, so that the server goes on answering. Close it when done or given up. */
export type Search = {
  /** Hands over people; resolves when the thread can take more. */
  readonly take: (batch: PeopleBatch) => Promise<void>
  /** Compares everybody; the pairs come as lines for COPY, stretch by stretch, and last what was learned. */
  readonly link: (onStep: (step: LinkStepName) => void) => AsyncGenerator<string, Learned>
  readonly close: () => Promise<void>
}

/** Starts the thread of a search. When it breaks, whoever waits for it hears the error. */
export function startSearch(data: SearchData): Search {
  const thread = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: data })
  const answers = answersOf(thread)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const ask = (request: SearchRequest) => thread.postMessage(request)
  return {
    take: async (batch) => {
      ask({ task: 'people', batch })
      await answers.next()
    },
    link: async function* (onStep) {
      ask({ task: 'link' })
      for (;;) {
        const answer = await answers.next()
        if (answer.said === 'step') onStep(answer.step)
        else if (answer.said === 'found') yield answer.lines
        else if (answer.said === 'learned') return answer
      }
    },
    close: async () => void (await thread.terminate()),
  }
}

/** The answers of a thread one after the other, none missed however late they are asked for. */
function answersOf(thread: Worker): { next: () => Promise<SearchAnswer> } {
  const come: SearchAnswer[] = []
  let broken: Error | undefined
  let wake = () => {}
  thread.on('message', (answer: SearchAnswer) => {
    come.push(answer)
    wake()
  })
  const breakDown = (error: Error) => {
    broken ??= error
    wake()
  }
  thread.on('error', breakDown)
  thread.on('exit', () => breakDown(new Error('the thread of the search ended before its work')))
  return {
    next: async () => {
      for (;;) {
        const answer = come.shift()
        if (answer !== undefined) return answer
        if (broken !== undefined) throw broken
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
