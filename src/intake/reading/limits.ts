/** What one file may cost. Excel ends at 1,048,576 rows of 16,384 columns; a real list of that height is about 100 MB zipped. */
export const readingLimits = {
  fileBytes: 512 * 1024 * 1024,
  /** Older formats are read whole, so they are held to a size that fits in memory several times over. */
  wholeFileBytes: 48 * 1024 * 1024,
  entries: 5000,
  /** Deflate cannot shrink real worksheets more than about 60 times; a bomb comes near 1,000. */
  inflation: 250,
  inflationFreeBytes: 32 * 1024 * 1024,
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  sharedStringBytes: 256 * 1024 * 1024,
  rows: 1_048_576,
  columns: 16_384,
  rowCharacters: 4 * 1024 * 1024,
} as const
