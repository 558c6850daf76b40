import { type Rupiah, rupiah, timesRupiah } from '../../values/rupiah.ts'

/** Money that may be spent on some workers only (DBH CHT, DBH sawit); `any` is free of such a tie. */
export const earmarks = ['tobacco', 'palm-oil', 'any'] as const
export type Earmark = (typeof earmarks)[number]

/** A budget line of the fiscal year with what runs have taken from it so far. */
export type BudgetLine = { id: string; source: string; ceiling: Rupiah; committed: Rupiah }

/** How many people of each kind a month has to be paid for. */
export type Demand = Partial<Record<Earmark, number>>

/** A stretch of the people of a kind, counted from one in the order of the registry, and the line that pays for them. */
export type Slice = { earmark: Earmark; first: number; last: number; lineId: string }

/** `needed` = `left` + `shortBy`; `left` is what the lines can give to these people. */
export type Shortage = { needed: Rupiah; left: Rupiah; shortBy: Rupiah }

export type Funding = { ok: true; slices: Slice[] } | { ok: false; shortage: Shortage }

/** For whom a source of money may be used. PMK on DBH CHT; PP 38/2023 on DBH sawit (read in the press, not in the text). */
export function earmarkOf(source: string): Earmark {
  if (source === 'DBH-CHT') return 'tobacco'
  return source === 'DBH-SAWIT' ? 'palm-oil' : 'any'
}

/** Others' money goes first, so that the region's own budget carries only the rest. */
const orderOfSources = ['DBH-CHT', 'DBH-SAWIT', 'CSR', 'BAZNAS', 'APBD-PROVINSI', 'APBDES', 'APBD']

/**
 * Shares a month's people out over budget lines: tied money to those it is meant for, then the untied lines to all others. A
 * person-month is never split between lines, and no line goes over its ceiling; when money is short, says by how much.
 */
export function shareOut(lines: readonly BudgetLine[], demand: Demand, rate: Rupiah): Funding {
  const room = [...lines]
    .sort((left, right) => orderOfSources.indexOf(left.source) - orderOfSources.indexOf(right.source))
    .map((line) => ({ line, people: Math.max(0, Math.floor((line.ceiling - line.committed) / rate)) }))
  const slices: Slice[] = []
  let unpaid = 0
  for (const earmark of earmarks) {
    const people = demand[earmark] ?? 0
    let paid = 0
    for (const each of room) {
      const tie = earmarkOf(each.line.source)
      const taken = tie === earmark || tie === 'any' ? Math.min(each.people, people - paid) : 0
      if (taken === 0) continue
      slices.push({ earmark, first: paid + 1, last: paid + taken, lineId: each.line.id })
      each.people -= taken
      paid += taken
    }
    unpaid += people - paid
  }
  return unpaid === 0 ? { ok: true, slices } : { ok: false, shortage: shortageOf(lines, demand, rate, unpaid) }
}

/** How much each line carries, of a sharing out. */
export function carriedBy(slices: readonly Slice[], rate: Rupiah): { lineId: string; people: number; amount: Rupiah }[] {
  const people = new Map<string, number>()
  for (const slice of slices) people.set(slice.lineId, (people.get(slice.lineId) ?? 0) + slice.last - slice.first + 1)
  return [...people].map(([lineId, count]) => ({ lineId, people: count, amount: timesRupiah(rate, count) }))
}

/** What is missing is smallest when the untied line with the largest remainder is topped up. */
function shortageOf(lines: readonly BudgetLine[], demand: Demand, rate: Rupiah, unpaid: number): Shortage {
  const remainders = lines
    .filter((line) => earmarkOf(line.source) === 'any' && line.ceiling > line.committed)
    .map((line) => (line.ceiling - line.committed) % rate)
  const people = earmarks.reduce((sum, earmark) => sum + (demand[earmark] ?? 0), 0)
  const needed = timesRupiah(rate, people)
  const shortBy = rupiah(unpaid * rate - Math.max(0, ...remainders))
  return { needed, left: rupiah(needed - shortBy), shortBy }
}
