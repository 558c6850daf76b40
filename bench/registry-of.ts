import { makeChance } from '../src/demo/chance.ts'
import { inventName } from '../src/demo/names.ts'
import type { Platform } from '../src/platform/platform.ts'

/**
 * Fills the registry of an opened region (51.03) with invented people, spread over its villages: names as common as in a village list, a NIK
 * of their own, births over 40 years. Set-wise, for benches that ask a large registry rather than fill it.
 */
export async function fillRegistry(platform: Platform, people: number): Promise<void> {
  const chance = makeChance(5103)
  const names = Array.from({ length: 20_000 }, (_, index) => inventName(chance, index % 2 === 0 ? 'L' : 'P'))
  await platform.owner.query(
    `insert into worker (region, village, nik, family_card, full_name, birth_date, sex, occupation, occupation_kind, monthly_income)
     select '5103', villages.codes[1 + n % cardinality(villages.codes)], replace(left(villages.codes[1 + n % cardinality(villages.codes)], 8), '.', '') || lpad(n::text, 10, '0'), '510301' || lpad((n / 4)::text, 10, '0'),
       names.list[1 + (n::bigint * 7919 % cardinality(names.list))::int], date '1964-01-01' + n % 15000, case n % 2 when 0 then 'L' else 'P' end, 'Petani', 'working', 800000
     from generate_series(1, $1::int) n, (select array_agg(code order by code) as codes from area where level = 'village' and code like '51.03.%') villages,
       (select $2::text[] as list) names`,
    [people, names],
  )
  await platform.owner.query('vacuum analyze worker')
}
