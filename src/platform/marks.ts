/** Reads the mark at which a list goes on, where marks are whole numbers; what is none is the beginning. */
export function numberMark(after: string | undefined): number {
  const mark = Number(after ?? 0)
  return Number.isSafeInteger(mark) && mark > 0 ? mark : 0
}
