import { areaOfRegion } from '../../values/areas.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { WordedRefusal } from '../platform/refusal.ts'
import { loadCodeList } from './code-list.ts'
import type { NewCustomaryVillage, Target, Universe } from './places.ts'
import { addRegionProfile, addTargets, addUniverse, findArea, findRegionProfile, insertCustomaryVillages } from './store.ts'

export type PlacesRefusal = { reason: 'no-such-region'; region: string }

/** Makes sure the code list is loaded and the region of the context is one this deployment serves. Doing it again changes nothing. */
export async function openRegion(
  ctx: Context,
  input: { isDemo?: boolean } = {},
): Promise<Outcome<{ name: string; areasLoaded: number }, PlacesRefusal>> {
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.open-region'))`)
  const areasLoaded = await loadCodeList(ctx)
  const area = await findArea(ctx.db, areaOfRegion(ctx.region))
  if (area === undefined) return refused({ reason: 'no-such-region', region: ctx.region })
  if ((await findRegionProfile(ctx.db, ctx.region)) === undefined) {
    await addRegionProfile(ctx.db, {
      region: ctx.region,
      name: area.name,
      office: 'Dinas Tenaga Kerja',
      city: area.name.replace(/^(Kabupaten|Kota) /, ''),
      is_demo: input.isDemo ?? false,
    })
    await audit(ctx, 'places.region-opened', { kind: 'region', id: ctx.region }, { name: area.name })
  }
  return done({ name: area.name, areasLoaded })
}

/** Records how many workers areas have; a figure for the same area, year and segment is replaced. Leaves an audit line. */
export async function recordUniverse(ctx: Context, figures: readonly Universe[]): Promise<Outcome<{ figures: number }, never>> {
  await addUniverse(ctx.db, ctx.region, figures)
  await audit(
    ctx,
    'places.universe-recorded',
    { kind: 'region', id: ctx.region },
    { figures: figures.length, sources: [...new Set(figures.map((figure) => figure.source))] },
  )
  return done({ figures: figures.length })
}

/** Records the shares of workers to be covered at the end of years; a target for the same year and segment is replaced. Leaves an audit line. */
export async function recordTargets(ctx: Context, targets: readonly Target[]): Promise<Outcome<{ targets: number }, never>> {
  await addTargets(ctx.db, ctx.region, targets)
  await audit(
    ctx,
    'places.targets-recorded',
    { kind: 'region', id: ctx.region },
    { targets: targets.map((target) => `${target.year} ${target.segment} ${target.share}`) },
  )
  return done({ targets: targets.length })
}

export function wordPlacesRefusal(refusal: PlacesRefusal): WordedRefusal {
  return {
    reason: refusal.reason,
    status: 404,
    title: {
      id: `Tidak ada kabupaten atau kota berkode ${refusal.region} dalam daftar Kemendagri.`,
      en: `The Kemendagri list has no regency or city with the code ${refusal.region}.`,
    },
    todo: { id: 'Periksa kodenya, misalnya 51.03 untuk Badung.', en: 'Check the code, for example 51.03 for Badung.' },
  }
}

/** Records customary villages with the villages they reach into, many to many, and their banjar. Leaves an audit line. */
export async function addCustomaryVillages(
  ctx: Context,
  input: { customaryVillages: readonly NewCustomaryVillage[]; isDemo: boolean },
): Promise<Outcome<{ customaryVillages: number }, never>> {
  await insertCustomaryVillages(ctx, input.customaryVillages, input.isDemo)
  await audit(
    ctx,
    'places.customary-villages-recorded',
    { kind: 'region', id: ctx.region },
    { count: input.customaryVillages.length },
  )
  return done({ customaryVillages: input.customaryVillages.length })
}
