import type { Worker } from 'node:worker_threads'
import { type ListSource, ReadingRefused, type SheetRow } from './rows.ts'
import { openThread } from './thread.ts'

export type WholeFormat = 'xls' | 'xlsb' | 'ods'

/** What the thread that parses a workbook says: rows, the end, or why it cannot be read. */
export type WholeMessage =
  | { readonly kind: 'rows'; readonly rows: SheetRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly reason: 'encrypted' | 'unreadable' }

/**
 * Reads a workbook of an older or another office suite (XLS, XLSB, ODS) through hucre, which reads it whole: in a thread of its own with a
 * limit on memory and time, because a small file of these formats can say a thousand million cells.
 */
export async function* wholeWorkbookRows(source: ListSource, format: WholeFormat): AsyncGenerator<SheetRow[]> {
  const program = new URL('./whole-workbook-thread.ts', import.meta.url)
  const { worker, close } = openThread(program, { source: 'path' in source ? source.path : source.bytes, format })
  const said = messagesOf(worker)
  try {
    for (;;) {
      const message = await said.next()
      if (message === undefined) throw new ReadingRefused({ reason: 'unreadable' })
      if (message.kind === 'refused') throw new ReadingRefused({ reason: message.reason })
      if (message.kind === 'end') return
      yield message.rows
      worker.postMessage('more')
    }
  } finally {
    await close()
  }
}

/** The messages of a thread one by one; nothing once it has ended, of itself or for want of memory or time. */
function messagesOf(worker: Worker): { next: () => Promise<WholeMessage | undefined> } {
  const waiting: (WholeMessage | undefined)[] = []
  let wake = () => {}
  worker.on('message', (message: WholeMessage) => {
    waiting.push(message)
    wake()
  })
  for (const event of ['error', 'exit'])
    worker.on(event, () => {
      waiting.push(undefined)
      wake()
    })
  return {
    async next() {
      while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      return waiting.shift()
    },
  }
}
