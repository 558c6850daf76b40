/** What one file may cost. Excel ends at 1,048,576 rows of 16,384 columns; a real list of that height is about 100 MB zipped. */
export const readingLimits = {
  fileBytes: 512 * 1024 * 1024,
  /** Older formats are read whole, so they are held to a size that fits in memory several times over. */
  wholeFileBytes: 48 * 1024 * 1024,
  /** Unpacked; a returned workbook is held whole, at about ten times that. */
  sameWorkbookBytes: 48 * 1024 * 1024,
  /** A workbook of many pictures has a few hundred parts. */
  entries: 2000,
  /** Deflate cannot shrink real worksheets more than about 60 times; a bomb comes near 1,000. */
  inflation: 250,
  inflationFreeBytes: 32 * 1024 * 1024,
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  sharedStringBytes: 256 * 1024 * 1024,
  rows: 1_048_576,
  columns: 16_384,
  rowCharacters: 4 * 1024 * 1024,
  /** Cells further to the right hold nothing of a list of people; a row that only points there would cost as much as a thousand. */
  columnsKept: 1024,
  /** What of a cell is kept: an address in full, not a book. */
  cellCharacters: 1000,
  /** Parts of a workbook that are read as one text: its list of sheets, its styles. */
  partBytes: 16 * 1024 * 1024,
  sheets: 500,
  /** Older formats are parsed apart, in a thread that may use so much memory and time and no more. */
  wholeMemoryMegabytes: 768,
  wholeSeconds: 60,
} as const
