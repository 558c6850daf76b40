import type { Day } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import { coverageOn } from './areas.ts'
import { type Denominator, type Heads, sumDenominators, sumHeads } from './coverage.ts'
import type { CoverageSegment } from './segments-api.ts'
import { listCustomary } from './store.ts'

/** A customary village's coverage: that of the whole villages it reaches into, since nobody is counted by desa adat. */
export type CustomaryCoverage = Heads & {
  id: number
  name: string
  isDemo: boolean
  villages: string[]
  covered: number
  universe: Denominator | null
  share: number | null
  gap: number | null
}

/** Coverage by customary village. A village that several reach into counts in each of them: the rows do not add up to the region. */
export async function customaryCoverageOn(ctx: Context, on: Day, segment: CoverageSegment): Promise<CustomaryCoverage[]> {
  const { villages } = await coverageOn(ctx, on, segment)
  return (await listCustomary(ctx)).map((customary) => {
    const inside = villages.filter((village) => customary.villages.includes(village.area))
    const heads = sumHeads(inside)
    const universe = sumDenominators(inside.map((village) => village.universe))
    const covered = heads.members + heads.insuredByOthers
    const share = universe === null || universe.workers === 0 ? null : covered / universe.workers
    const gap = universe === null ? null : Math.max(0, universe.workers - covered)
    return { ...customary, ...heads, villages: inside.map((village) => village.name), covered, universe, share, gap }
  })
}
