import { open } from 'node:fs/promises'

/** A CSV being written: rows gather in memory, `flush` sends them out. */
export type Sheet = {
  row: (cells: readonly string[]) => void
  /** A row whose first cells stand ready as a plain line, without quotes, and those that follow it. */
  lineAnd: (line: string, cells: readonly string[]) => void
  flush: () => Promise<void>
  close: () => Promise<void>
}

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
  const quoted = (cell: string) => (mustQuote.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return {
    row: (cells) => {
      gathered += `${cells.map(quoted).join(delimiter)}\n`
    },
    lineAnd: (line, cells) => {
      gathered += line
      for (const cell of cells) gathered += delimiter + quoted(cell)
      gathered += '\n'
    },
    flush,
    close: async () => {
      await flush()
      await file.close()
    },
  }
}
