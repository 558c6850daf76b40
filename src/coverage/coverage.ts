/** How many workers an area has, by whom and when that was counted. `isSum` says that it was added up from all its villages. */
export type Denominator = { workers: number; year: number; source: string; sourceDate: string; isDemo: boolean; isSum: boolean }

/** Heads counted in an area on a day. */
export type Heads = {
  /** Covers whose period includes the day. */
  members: number
  /** Of them or of those before them: people in a paid run of the day's month. */
  paidForMonth: number
  /** Insured otherwise, and not active members; for the vulnerable always 0. */
  insuredByOthers: number
}

/** An area's coverage: numerator, denominator and what follows. Without a denominator there is no share and no gap. */
export type AreaCoverage = Heads & {
  area: string
  name: string
  level: 'regency' | 'district' | 'village'
  parent: string | null
  covered: number
  universe: Denominator | null
  share: number | null
  gap: number | null
}

/** Puts heads and a denominator together. A share may pass 1 where the denominator is out of date: it is shown as it is. */
export function coverageOf(
  place: Pick<AreaCoverage, 'area' | 'name' | 'level' | 'parent'>,
  heads: Heads,
  universe: Denominator | null,
): AreaCoverage {
  const covered = heads.members + heads.insuredByOthers
  const share = universe === null || universe.workers === 0 ? null : covered / universe.workers
  return { ...place, ...heads, covered, universe, share, gap: universe === null ? null : Math.max(0, universe.workers - covered) }
}

/** Adds heads up. */
export function sumHeads(all: readonly Heads[]): Heads {
  const sum = (key: keyof Heads) => all.reduce((total, each) => total + each[key], 0)
  return { members: sum('members'), paidForMonth: sum('paidForMonth'), insuredByOthers: sum('insuredByOthers') }
}

/** Adds denominators up; nothing when any part has none, for a sum with a hole would be an invented figure. */
export function sumDenominators(parts: readonly (Denominator | null)[]): Denominator | null {
  const known = parts.filter((part) => part !== null)
  const [first] = known
  if (first === undefined || known.length !== parts.length) return null
  return {
    workers: known.reduce((total, part) => total + part.workers, 0),
    year: Math.min(...known.map((part) => part.year)),
    source: [...new Set(known.map((part) => part.source))].join('; '),
    sourceDate: known.map((part) => part.sourceDate).sort()[0] ?? first.sourceDate,
    isDemo: known.some((part) => part.isDemo),
    isSum: true,
  }
}
