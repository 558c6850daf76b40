import { open } from 'node:fs/promises'

/** A CSV being written: rows gather in memory, `flush` sends them out. */
export type Sheet = { row: (cells: readonly string[]) => void; flush: () => Promise<void>; close: () => Promise<void> }

/** Begins a CSV file; cells are quoted only where they must be. */
export async function openSheet(path: string, delimiter: string): Promise<Sheet> {
  const file = await open(path, 'w')
  const mustQuote = new RegExp(`["\\r\\n${delimiter}]`)
  let gathered = ''
  const flush = async () => {
    if (gathered === '') return
    const text = gathered
    gathered = ''
    await file.appendFile(text)
  }
  return {
    row: (cells) => {
      let between = ''
      for (const cell of cells) {
        gathered += between + (mustQuote.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
        between = delimiter
      }
      gathered += '\n'
    },
    flush,
    close: async () => {
      await flush()
      await file.close()
    },
  }
}
