import { parentPort } from 'node:worker_threads'
import { type SearchRequest, searchWork } from './search-work.ts'

const answerTo = searchWork()

parentPort?.on('message', (request: SearchRequest) => {
  void answerTo(request).then(
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    (answer) => parentPort?.postMessage({ answer }),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    (error: unknown) => parentPort?.postMessage({ error }),
  )
})
