import { findAreaCode, isWithin } from '../../values/areas.ts'
import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { RowFinding } from './intake.ts'

/**
 * What an actor may hear of findings: the office compares with people of every village, but whoever works for some villages hears of somebody
 * elsewhere no more than that there is one.
 */
export function tellable(ctx: Pick<Context, 'actor' | 'region'>): (finding: RowFinding) => RowFinding {
  const areas = areasOf(ctx.actor, ctx.region)
  if (areas === 'all') return (finding) => finding
  const isOwn = (village: string) => {
    const code = findAreaCode(village)
    return code !== undefined && areas.some((area) => isWithin(code, area))
  }
  return (finding) => {
    if (finding.match === undefined || isOwn(finding.match.village)) return finding
    const { detail: _place, match, ...rest } = finding
    const { likelihood, probability } = match
    return { ...rest, match: { ...(likelihood !== undefined && { likelihood }), probability, reasons: [], village: '' } }
  }
}
