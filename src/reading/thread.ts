import { Worker } from 'node:worker_threads'
import { readingLimits } from './limits.ts'

/** A thread for work whose cost a file decides: it has so much memory and time, and when it wants more it ends alone. */
export function openThread(program: URL, given: unknown): { worker: Worker; close: () => Promise<void> } {
  const worker = new Worker(program, {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.wholeMemoryMegabytes },
    execArgv: [],
  })
  const limit = setTimeout(() => void worker.terminate(), readingLimits.wholeSeconds * 1000)
  return {
    worker,
    async close() {
      clearTimeout(limit)
      await worker.terminate()
    },
  }
}

/** What a thread says before it ends; nothing when it ended without a word. */
export async function lastWordOf(program: URL, given: unknown): Promise<unknown> {
  const { worker, close } = openThread(program, given)
  try {
    return await new Promise<unknown>((resolve) => {
      worker.once('message', resolve)
      worker.once('error', () => resolve(undefined))
      worker.once('exit', () => resolve(undefined))
    })
  } finally {
    await close()
  }
}
