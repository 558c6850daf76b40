import { type AreaCode, areaCode } from '../../values/areas.ts'
import type { Context } from '../platform/context.ts'
import { listVillages } from './store.ts'

/** The villages of the context's region, in the order of the code list. */
export async function listRegionVillages(ctx: Context): Promise<{ code: AreaCode; name: string; districtName: string }[]> {
  const rows = await listVillages(ctx.db, ctx.region)
  return rows.map((row) => ({ code: areaCode(row.code), name: row.name, districtName: row.districtName }))
}
