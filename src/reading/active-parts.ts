import { headOf, kindOf } from './kind.ts'
import { type ListSource, ReadingRefused } from './rows.ts'
import { openArchive } from './zip-archive.ts'

/**
 * What a workbook carries beside its cells that could do something: macros, controls, links to other files. None of it is ever run or
 * followed. A workbook that names more tabs than it has worksheets was made by no spreadsheet.
 */
export type ActiveParts = {
  readonly macros: boolean
  readonly links: boolean
  readonly tabs: number
  readonly worksheets: number
  readonly unpackedBytes: number
}

const none: ActiveParts = { macros: false, links: false, tabs: 0, worksheets: 0, unpackedBytes: 0 }

/** Looks into the table of contents of a workbook; a file that is no zipped workbook, or cannot be opened, has none. */
export async function activePartsOf(source: ListSource): Promise<ActiveParts> {
  if (kindOf(await headOf(source)).kind !== 'zip') return none
  try {
    const archive = await openArchive(source)
    const has = (pattern: RegExp) => archive.paths.some((path) => pattern.test(path))
    const contents = archive.paths.find((path) => /(^|\/)workbook\d*\.xml$/.test(path))
    const tabs = ((contents && (await archive.text(contents))) ?? '').split(/<(?:\w+:)?sheet\s/).length - 1
    archive.close()
    return {
      macros: has(/vbaProject|macrosheets|activeX|\/Basic\//i),
      links: has(/externalLinks\/|connections\.xml$/i),
      tabs,
      worksheets: archive.paths.filter((path) => path === path.toLowerCase() && path.endsWith('.xml') && path.includes('sheet'))
        .length,
      unpackedBytes: archive.unpackedBytes,
    }
  } catch (error) {
    if (error instanceof ReadingRefused) return none
    throw error
  }
}
