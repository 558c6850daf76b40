/** A stretch of a text, and whether the other text has it too. */
export type Stretch = { text: string; differs: boolean }

/** Two texts in stretches that both have (the longest common subsequence of letters, case aside) and stretches that only one has. */
export function differingLetters(left: string, right: string): { left: Stretch[]; right: Stretch[] } {
  const lengths = commonLengths(left.toUpperCase(), right.toUpperCase())
  const marks = { left: [] as boolean[], right: [] as boolean[] }
  let [l, r] = [0, 0]
  while (l < left.length || r < right.length) {
    if (l < left.length && r < right.length && left.charAt(l).toUpperCase() === right.charAt(r).toUpperCase()) {
      marks.left[l++] = false
      marks.right[r++] = false
    } else if (r >= right.length || (l < left.length && (lengths[l + 1]?.[r] ?? 0) >= (lengths[l]?.[r + 1] ?? 0)))
      marks.left[l++] = true
    else marks.right[r++] = true
  }
  return { left: stretches(left, marks.left), right: stretches(right, marks.right) }
}

/** How many letters two texts have in common from each pair of places on. */
function commonLengths(left: string, right: string): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0))
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      const row = lengths[l]
      if (row === undefined) continue
      const further = Math.max(lengths[l + 1]?.[r] ?? 0, row[r + 1] ?? 0)
      row[r] = left.charAt(l) === right.charAt(r) ? 1 + (lengths[l + 1]?.[r + 1] ?? 0) : further
    }
  }
  return lengths
}

function stretches(text: string, marks: readonly boolean[]): Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < text.length; at++) {
    const last = found.at(-1)
    if (last !== undefined && last.differs === (marks[at] ?? false)) last.text += text.charAt(at)
    else found.push({ text: text.charAt(at), differs: marks[at] ?? false })
  }
  return found
}
