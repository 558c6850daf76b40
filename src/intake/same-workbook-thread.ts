import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import type { ErrorWorkbook } from './error-workbook.ts'
import { mark } from './workbook-marks.ts'

await give(workerData as ErrorWorkbook)

/** Gives the workbook with its errors marked; its formulas go back as the values they showed. */
async function give(wanted: ErrorWorkbook): Promise<void> {
  const bytes = 'bytes' in wanted.source ? wanted.source.bytes : readFileSync(wanted.source.path)
  const workbook = await openXlsx(bytes, { readStyles: true })
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells?.values() ?? []) delete cell.formula
    mark(sheet, wanted)
  }
  parentPort?.postMessage(await saveXlsx(workbook))
}
