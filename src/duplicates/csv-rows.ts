/** Reads CSV piece by piece: hand in text as it comes, get rows of cells; quotes may hold separators, quotes and line ends. */
export type CsvReader = {
  readonly read: (text: string, row: (cells: string[]) => void) => void
  readonly end: (row: (cells: string[]) => void) => void
}

/** Makes a reader for one separator. Cells are trimmed; empty lines are skipped. */
export function csvReader(separator: string): CsvReader {
  let rest = ''
  return {
    read: (text, row) => {
      const all = rest + text
      const used = readRows(all, separator, row)
      rest = all.slice(used)
    },
    end: (row) => {
      if (rest.trim() !== '') readRows(`${rest}${quotesOpen(rest) ? '"' : ''}\n`, separator, row)
      rest = ''
    },
  }
}

/** The separator of a heading line: the one of `,` `;` tab `|` it has most. */
export function guessSeparator(line: string): string {
  const counts = [',', ';', '\t', '|'].map((separator) => ({ separator, count: line.split(separator).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ','
}

function readRows(text: string, separator: string, row: (cells: string[]) => void): number {
  let used = 0
  for (;;) {
    const end = text.indexOf('\n', used)
    if (end < 0) return used
    const quote = text.indexOf('"', used)
    if (quote < 0 || quote > end) {
      const line = text.slice(used, end)
      if (line.trim() !== '') row(line.split(separator).map(trimmed))
      used = end + 1
    } else {
      const read = readQuotedRow(text, used, separator)
      if (read === undefined) return used
      row(read.cells)
      used = read.end
    }
  }
}

const trimmed = (cell: string) => cell.trim()

/** One row that holds quotes; nothing when its end has not come yet. */
function readQuotedRow(text: string, start: number, separator: string): { cells: string[]; end: number } | undefined {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = start; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at] ?? ''
      else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (letter === separator) {
      cells.push(cell.trim())
      cell = ''
    } else if (letter === '\n') {
      cells.push(cell.trim())
      return { cells, end: at + 1 }
    } else cell += letter
  }
  return undefined
}

const quotesOpen = (text: string) => (text.split('"').length - 1) % 2 === 1
