import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.ts'
import { type AreaCode, areaCode, areaOfRegion, type Region } from '../../values/areas.ts'
import type { Context } from '../platform/context.ts'
import type { NewCustomaryVillage, Place, Target, Universe } from './places.ts'

export function findArea(db: Kysely<DB>, code: AreaCode) {
  return db.selectFrom('area').selectAll().where('code', '=', code).executeTakeFirst()
}

export function findRegionProfile(db: Kysely<DB>, region: Region) {
  return db.selectFrom('region_profile').selectAll().where('region', '=', region).executeTakeFirst()
}

export async function addRegionProfile(
  db: Kysely<DB>,
  profile: { region: string; name: string; office: string; city: string; is_demo: boolean },
): Promise<void> {
  await db.insertInto('region_profile').values(profile).execute()
}

export async function addUniverse(db: Kysely<DB>, region: Region, figures: readonly Universe[]): Promise<void> {
  const values = figures.map((figure) => ({
    region,
    area: figure.area,
    year: figure.year,
    segment: figure.segment,
    workers: figure.workers,
    source: figure.source,
    source_date: figure.sourceDate,
    is_demo: figure.isDemo,
  }))
  await db
    .insertInto('universe')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['region', 'area', 'year', 'segment']).doUpdateSet((excluded) => ({
        workers: excluded.ref('excluded.workers'),
        source: excluded.ref('excluded.source'),
        source_date: excluded.ref('excluded.source_date'),
        is_demo: excluded.ref('excluded.is_demo'),
      })),
    )
    .execute()
}

/** Areas whose name or code is like a text, nearest first; inside the region when one is given. */
export async function searchAreas(db: Kysely<DB>, text: string, within: Region | undefined, limit: number): Promise<Place[]> {
  const digits = text.replace(/[^\d.]/g, '')
  let query = db
    .selectFrom('area')
    .leftJoin('area as parent', 'parent.code', 'area.parent')
    .select(['area.code', 'area.name', 'area.level', 'area.kind', 'parent.name as parentName'])
  if (within !== undefined) query = query.where('area.code', 'like', `${areaOfRegion(within)}%`)
  query =
    digits.length >= 2
      ? query.where('area.code', 'like', `${digits}%`)
      : query.where('area.name', 'ilike', `%${text.replace(/[%_\\]/g, '\\$&')}%`)
  const rows = await query
    .orderBy(sql`similarity(area.name, ${text}) desc`)
    .orderBy('area.code')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, code: areaCode(row.code) }))
}

/** The districts and villages of a region, in the order of the code list. */
export async function listVillages(db: Kysely<DB>, region: Region) {
  return db
    .selectFrom('area as village')
    .innerJoin('area as district', 'district.code', 'village.parent')
    .select(['village.code', 'village.name', 'village.kind', 'district.code as districtCode', 'district.name as districtName'])
    .where('village.level', '=', 'village')
    .where('village.code', 'like', `${areaOfRegion(region)}.%`)
    .orderBy('village.code')
    .execute()
}

export async function listCustomaryVillages(db: Kysely<DB>, region: Region) {
  return db
    .selectFrom('customary_village as c')
    .select((select) => [
      'c.id',
      'c.name',
      'c.is_demo as isDemo',
      sql<number>`(select count(*) from banjar b where b.region = c.region and b.customary_village_id = c.id)`.as('banjars'),
      select
        .selectFrom('customary_village_area as a')
        .innerJoin('area', 'area.code', 'a.village')
        .select(
          sql<
            { code: string; name: string }[]
          >`coalesce(json_agg(json_build_object('code', area.code, 'name', area.name) order by area.code), '[]')`.as('villages'),
        )
        .whereRef('a.region', '=', 'c.region')
        .whereRef('a.customary_village_id', '=', 'c.id')
        .as('villages'),
    ])
    .where('c.region', '=', region)
    .orderBy('c.name')
    .limit(2000)
    .execute()
}

export async function listUniverse(db: Kysely<DB>, region: Region, year: number | undefined) {
  let query = db.selectFrom('universe as u').innerJoin('area', 'area.code', 'u.area').where('u.region', '=', region)
  if (year !== undefined) query = query.where('u.year', '=', year)
  return query
    .select([
      'u.area',
      'area.name',
      'area.level',
      'u.year',
      'u.segment',
      'u.workers',
      'u.source',
      'u.source_date as sourceDate',
      'u.is_demo as isDemo',
    ])
    .orderBy('u.year', 'desc')
    .orderBy('u.area')
    .limit(5000)
    .execute()
}

export async function addTargets(db: Kysely<DB>, region: Region, targets: readonly Target[]): Promise<void> {
  await db
    .insertInto('coverage_target')
    .values(
      targets.map((target) => ({
        region,
        year: target.year,
        segment: target.segment,
        share: String(target.share),
        source: target.source,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['region', 'year', 'segment'])
        .doUpdateSet((excluded) => ({ share: excluded.ref('excluded.share'), source: excluded.ref('excluded.source') })),
    )
    .execute()
}

export async function insertCustomaryVillages(
  ctx: Context,
  added: readonly NewCustomaryVillage[],
  isDemo: boolean,
): Promise<void> {
  await ctx.client.query(
    `with given as (
       select row_number() over () + (select coalesce(max(id), 0) from customary_village where region = $1) as id, name, villages, banjars
       from json_to_recordset($2) as g(name text, villages text[], banjars text[])
     ), villages as (
       insert into customary_village (region, id, name, is_demo) select $1, id, name, $3 from given returning id
     ), areas as (
       insert into customary_village_area (region, customary_village_id, village) select $1, id, unnest(villages) from given
     )
     insert into banjar (region, id, customary_village_id, name, is_demo)
     select $1, row_number() over () + (select coalesce(max(id), 0) from banjar where region = $1), given.id, 'Banjar ' || b, $3 from given, unnest(banjars) as b`,
    [ctx.region, JSON.stringify(added), isDemo],
  )
}
