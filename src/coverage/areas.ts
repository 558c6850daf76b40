import type { Day } from '../../values/days.ts'
import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { isWithin } from '../../values/areas.ts'
import { type AreaCoverage, coverageOf, type Denominator, type Heads, sumDenominators, sumHeads } from './coverage.ts'
import type { CoverageSegment } from './segments-api.ts'
import * as store from './store.ts'

/** The coverage of a region on a day: the whole, its districts and its villages. */
export type Coverage = {
  on: string
  segment: CoverageSegment
  whole: AreaCoverage
  districts: AreaCoverage[]
  villages: AreaCoverage[]
  /** Insured otherwise, but neither registry says in which village they live: counted in the whole alone. */
  insuredWithoutVillage: number
  /** The day BPJS last answered; without an answer nobody is counted as insured by others. */
  insuredAnsweredOn: string | null
  target: { share: number; source: string } | null
  /** Villages for which no universe is recorded. */
  villagesWithoutUniverse: number
  /** The reader sees only some villages: the whole is these together. */
  isPartial: boolean
}

/** Works out who is covered where on a day. A reader of some villages is given those alone. Reads only. */
export async function coverageOn(ctx: Context, on: Day, segment: CoverageSegment): Promise<Coverage> {
  const scope = areasOf(ctx.actor, ctx.region)
  const places = (await store.listPlaces(ctx)).filter(
    (place) => scope === 'all' || place.level !== 'village' || scope.some((area) => isWithin(place.code, area)),
  )
  const counted = await countHeads(ctx, on, segment)
  const universe = await store.universeByArea(ctx, on.year, segment)
  const villages = places
    .filter((place) => place.level === 'village')
    .map((place) => coverageOf(asPlace(place), counted.of(place.code), universe.get(place.code) ?? null))
  const districts = places
    .filter((place) => place.level === 'district' && villages.some((village) => village.parent === place.code))
    .map((place) => districtOf(place, villages, scope === 'all' ? universe.get(place.code) : undefined))
  const insuredWithoutVillage = scope === 'all' ? counted.of('').insuredByOthers : 0
  return {
    on: on.toString(),
    segment,
    whole: wholeOf(places, villages, counted.of(''), scope === 'all' ? universe : undefined),
    districts,
    villages,
    insuredWithoutVillage,
    insuredAnsweredOn: await store.insuredAnsweredOn(ctx, on),
    target: await store.findTarget(ctx, on.year, segment),
    villagesWithoutUniverse: villages.filter((village) => village.universe === null).length,
    isPartial: scope !== 'all',
  }
}

async function countHeads(ctx: Context, on: Day, segment: CoverageSegment): Promise<{ of(village: string): Heads }> {
  const members = await store.membersByVillage(ctx, on)
  const paid = await store.paidByVillage(ctx, on)
  const insured = await store.insuredByVillage(ctx, on, segment)
  return {
    of: (village) => ({
      members: members.get(village) ?? 0,
      paidForMonth: paid.get(village) ?? 0,
      insuredByOthers: insured.get(village) ?? 0,
    }),
  }
}

/** A district's own figure where one is recorded, else the sum of its villages where every one has one. */
function districtOf(place: store.PlaceRow, villages: readonly AreaCoverage[], own: Denominator | undefined): AreaCoverage {
  const inside = villages.filter((village) => village.parent === place.code)
  return coverageOf(asPlace(place), sumHeads(inside), own ?? sumDenominators(inside.map((village) => village.universe)))
}

function wholeOf(
  places: readonly store.PlaceRow[],
  villages: readonly AreaCoverage[],
  withoutVillage: Heads,
  universe: ReadonlyMap<string, Denominator> | undefined,
): AreaCoverage {
  const regency = places.find((place) => place.level === 'regency')
  const place = regency ?? { code: '', name: '', level: 'regency' as const, parent: null }
  const heads = universe === undefined ? sumHeads(villages) : sumHeads([...villages, withoutVillage])
  const own = universe?.get(place.code) ?? sumDenominators(villages.map((village) => village.universe))
  return coverageOf(asPlace(place), heads, own)
}

function asPlace(place: store.PlaceRow) {
  return { area: place.code, name: place.name, level: place.level, parent: place.parent }
}
