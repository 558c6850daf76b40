import type { AreaCoverage } from './coverage.ts'

/** The villages with the most workers not covered, largest first; villages without a universe have no known gap and stay out. */
export function largestGaps(villages: readonly AreaCoverage[], limit: number): AreaCoverage[] {
  return villages
    .filter((village) => village.gap !== null)
    .toSorted((left, right) => (right.gap ?? 0) - (left.gap ?? 0) || left.area.localeCompare(right.area))
    .slice(0, limit)
}
