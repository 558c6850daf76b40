import { randomUUID } from 'node:crypto'
import type { Region } from '../values/areas.ts'
import type { Platform } from '../src/platform/platform.ts'

/** A programme whose list is frozen, as tests of the steps after the decree need it. */
export type FrozenProgramme = { programmeId: string; decreeId: string; code: string }

export type Freezing = {
  region: Region
  /** People within the quota and on the waiting list; worker ids follow those there are. */
  people: number
  waiting?: number
  firstMonth?: string
  lastMonth?: string
  payer?: string
  sources?: readonly { source: string; ceiling: number }[]
  /** Occupation by position, one to the next, repeated. */
  occupations?: readonly string[]
  villages?: readonly string[]
}

const villagesOfKuta = ['51.03.01.1001', '51.03.01.1002', '51.03.01.1003']

/** Writes invented workers and a programme with its decree straight into the tables, set-wise, so that a million take seconds. */
export async function freezeProgramme(platform: Platform, wanted: Freezing): Promise<FrozenProgramme> {
  const [programmeId, decreeId, ruleSetId, runId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const { region, people, waiting = 0, firstMonth = '2027-01', lastMonth = '2027-12', payer = 'APBD' } = wanted
  const code = `P-${programmeId.slice(0, 8)}`
  const run = (statement: string, values: unknown[]) => platform.owner.query(statement, values)
  const villages = wanted.villages ?? villagesOfKuta
  await run(
    `insert into area (code, level, name, kind) select code, 'village', 'Desa Contoh ' || right(code, 4), 'desa' from unnest($1::text[]) code on conflict do nothing`,
    [villages],
  )
  await run(
    `insert into rule_set (region, id, year, version, title, legal_basis, rules, made_by) values ($1, $2, 2027, (select count(*) + 1 from rule_set), 'Contoh', 'Perbup contoh', '{}', 'uji')`,
    [region, ruleSetId],
  )
  await run(
    `insert into eligibility_run (region, id, rule_set_id, judged_on, made_by, made_by_name) values ($1, $2, $3, '2026-11-01', 'uji', 'Uji')`,
    [region, runId, ruleSetId],
  )
  await run(
    `insert into programme (region, id, code, name, year, first_month, last_month, package, payer, quota, rule_set_id, made_by, made_by_name)
     values ($1, $2, $3, 'Program contoh', left($4, 4)::int, $4, $5, 'JKK_JKM', $6, $7, $8, 'uji', 'Uji')`,
    [region, programmeId, code, firstMonth, lastMonth, payer, Math.max(1, people), ruleSetId],
  )
  for (const { source, ceiling } of wanted.sources ?? [{ source: 'APBD', ceiling: 1_000_000_000_000 }])
    await run(
      `insert into budget_line (region, id, programme_id, fiscal_year, source, ceiling) values ($1, $2, $3, left($4, 4)::int, $5, $6)`,
      [region, randomUUID(), programmeId, firstMonth, source, ceiling],
    )
  await run(
    `insert into decree (region, id, programme_id, number, decided_on, people, waiting, list_sha256, rule_set_id, eligibility_run_id, frozen_by, frozen_by_name)
     values ($1, $2, $3, $4, '2026-12-01', $5, $6, '', $7, $8, 'uji', 'Uji')`,
    [region, decreeId, programmeId, `SK/${code}`, people, waiting, ruleSetId, runId],
  )
  await addPeople(platform, wanted, decreeId, villages)
  return { programmeId, decreeId, code }
}

async function addPeople(platform: Platform, wanted: Freezing, decreeId: string, villages: readonly string[]): Promise<void> {
  const occupations = wanted.occupations ?? ['Buruh tani']
  await platform.owner.query(
    `with added as (
       insert into worker (region, village, nik, full_name, birth_date, sex, occupation, occupation_kind)
       select $1, ($2::text[])[1 + n % cardinality($2::text[])], lpad((5103010000000000 + (select coalesce(max(id), 0) from worker) + n)::text, 16, '0'),
         'NI CONTOH ' || n, date '1980-01-01' + (n % 9000), 'P', ($3::text[])[1 + (n - 1) % cardinality($3::text[])], 'working'
       from generate_series(1, $4::int) n returning region, id, village, nik, full_name, birth_date, sex, occupation)
     insert into decree_line (region, decree_id, position, place, worker_id, village, nik, full_name, birth_date, sex, occupation)
     select region, $5, n, case when n <= $6 then 'quota' else 'waiting' end, id, village, nik, full_name, birth_date, sex, occupation
     from (select *, row_number() over (order by id) as n from added) numbered`,
    [wanted.region, villages, occupations, wanted.people + (wanted.waiting ?? 0), decreeId, wanted.people],
  )
}
