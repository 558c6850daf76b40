import Pdf from 'pdfkit'

export type Sheet = InstanceType<typeof Pdf>

/** A4, in points: room at the edges, and the width that is left. */
export const margin = 52
export const contentWidth = 595.28 - 2 * margin
const bottom = 841.89 - margin - 12

export const ink = '#1d2a33'
export const grey = '#52626e'
export const green = '#0b6b5d'
export const amber = '#8a5200'
const hairline = '#d5dbdf'

/** A run of text in a cell: how large, what colour, bold or not. */
export type Run = { text: string; size?: number; colour?: string; isBold?: boolean }

/** A column of a table: where it begins, counted from the left edge of the text, and how wide it is. */
export type Column = { left: number; width: number; isNumber?: boolean }

/** Begins a document; pages are kept until their numbers are written. */
export function openSheet(title: string): Sheet {
  return new Pdf({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: 24 },
    info: { Title: title },
    bufferPages: true,
  })
}

/** Goes to a new page unless this much height is left on this one. */
export function keepTogether(sheet: Sheet, height: number): void {
  if (sheet.y + height > bottom) sheet.addPage()
}

/** Writes one run under what stands there, over the whole width. */
export function line(sheet: Sheet, run: Run, gap = 0): void {
  style(sheet, run)
  keepTogether(sheet, sheet.heightOfString(run.text, { width: contentWidth }))
  sheet.text(run.text, margin, sheet.y, { width: contentWidth })
  sheet.y += gap
}

/** Writes a row of cells side by side, never broken over two pages, with a hairline under it. */
export function row(sheet: Sheet, columns: readonly Column[], cells: readonly (readonly Run[])[]): void {
  const height = Math.max(...cells.map((runs, place) => heightOf(sheet, runs, columns[place]?.width ?? contentWidth)))
  keepTogether(sheet, height + 6)
  const top = sheet.y + 3
  cells.forEach((runs, place) => {
    const { left, width, isNumber } = columns[place] ?? { left: 0, width: contentWidth }
    sheet.y = top
    for (const run of runs) {
      style(sheet, run)
      sheet.text(run.text, margin + left, sheet.y, { width, align: isNumber === true ? 'right' : 'left' })
    }
  })
  sheet.y = top + height + 3
  sheet
    .moveTo(margin, sheet.y)
    .lineTo(margin + contentWidth, sheet.y)
    .lineWidth(0.5)
    .strokeColor(hairline)
    .stroke()
}

/** The names of the columns, small and grey. */
export function headRow(sheet: Sheet, columns: readonly Column[], names: readonly string[]): void {
  keepTogether(sheet, 48)
  row(
    sheet,
    columns,
    names.map((text) => [{ text, size: 7.5, colour: grey, isBold: true }]),
  )
}

/** Writes the title, the day and the number at the foot of every page. */
export function numberPages(sheet: Sheet, foot: string): void {
  const { count } = sheet.bufferedPageRange()
  for (let place = 0; place < count; place++) {
    sheet.switchToPage(place)
    style(sheet, { text: '', size: 7.5, colour: grey })
    const y = 841.89 - 40
    sheet.text(foot, margin, y, { lineBreak: false })
    sheet.text(`${place + 1} / ${count}`, margin, y, { align: 'right', lineBreak: false, width: contentWidth })
  }
}

function heightOf(sheet: Sheet, runs: readonly Run[], width: number): number {
  return runs.reduce((sum, run) => {
    style(sheet, run)
    return sum + sheet.heightOfString(run.text, { width })
  }, 0)
}

function style(sheet: Sheet, { size = 8.5, colour = ink, isBold = false }: Run): void {
  sheet
    .font(isBold ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(size)
    .fillColor(colour)
}
