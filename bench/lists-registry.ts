import { randomUUID } from 'node:crypto'
import { openRegion } from '../src/places/operations.ts'
import { systemActor } from '../src/platform/actor.ts'
import { carryOut } from '../src/platform/context.ts'
import type { Platform } from '../src/platform/platform.ts'
import { type Region, region } from '../values/areas.ts'
import { freezeProgramme } from '../test/frozen-programme.ts'
import { addAnswers } from './lists-answers.ts'

export const badung: Region = region('51.03')

/** What the lists are asked about. */
export type Grown = {
  programmeId: string
  programmeCode: string
  eligibilityRunId: string
  contributionRunId: string
  intakeId: string
  fileId: string
  village: string
  district: string
}

const names = {
  order:
    "array['I Wayan', 'Ni Wayan', 'I Putu', 'Ni Putu', 'I Made', 'Ni Made', 'I Kadek', 'Ni Kadek', 'I Nyoman', 'Ni Komang', 'I Ketut', 'Ni Luh', 'I Gusti Ngurah', 'Anak Agung Gede', 'Ida Ayu', 'Desak Made']",
  second: "array['', '', '', 'Agus ', 'Eka ', 'Dwi ', 'Tri ', 'Adi ', 'Ayu ', 'Sri ', 'Oka ', 'Rai ', 'Jaya ']",
  given:
    "array['Sudarma', 'Artawan', 'Suardana', 'Wirawan', 'Parwata', 'Sutama', 'Mahendra', 'Widnyana', 'Suparta', 'Arnawa', 'Sukerta', 'Yasa', 'Budiarta', 'Sudana', 'Suweca', 'Kariasa', 'Winata', 'Darmada', 'Suartini', 'Ariani', 'Sukerti', 'Lestari', 'Parwati', 'Suciati', 'Ningsih', 'Widiastuti', 'Sulastri', 'Mariani', 'Puspawati', 'Warsiki', 'Rasmini', 'Juliani', 'Budiasih', 'Murniati', 'Karmini', 'Padmini', 'Ratnadi', 'Wiryani', 'Muliani', 'Sriasih']",
} as const

/** A number below `most` that looks like chance and is always the same. */
const chance = (salt: string, most: number | string) => `(1 + abs(hashint8extended(n, ${salt})) % ${most})`
const pick = (pool: string, salt: string) => `(${pool})[${chance(salt, `cardinality(${pool})`)}]`

/**
 * Fills an empty database with a registry of `people`, what registers said of them, how they were judged, a third of them members with a
 * contribution run, the lists they came in, one more hand-in of 75,903 rows that waits, pairs of duplicates and an audit trail.
 */
export async function growRegistry(platform: Platform, people: number): Promise<Grown> {
  await carryOut(platform, { actor: systemActor, region: badung }, (ctx) => openRegion(ctx))
  const run = async (statement: string, values: unknown[] = []) => (await platform.owner.query(statement, values)).rows
  const villages = `(select array_agg(code order by code) from area where level = 'village' and code like '51.03.%')`
  await run(
    `insert into worker (region, village, nik, family_card, full_name, birth_place, birth_date, sex, mother_name, address, occupation, occupation_kind, monthly_income)
    select '5103', v.codes[${chance('1', 'cardinality(v.codes)')}], lpad((5103010000000000 + n)::text, 16, '0'), lpad((5103020000000000 + n / 3)::text, 16, '0'),
      ${pick(names.order, '2')} || ' ' || ${pick(names.second, '3')} || ${pick(names.given, '4')}, 'Badung', date '1964-01-01' + ${chance('5', 15_000)}::int,
      case when n % 2 = 0 then 'L' else 'P' end, ${pick(names.given, '6')}, 'Br. Kaja', (array['Petani', 'Nelayan', 'Ojek', 'Buruh tani'])[${chance('7', 4)}], 'working', 800000
    from generate_series(1::bigint, $1) n, (select ${villages} as codes) v`,
    [people],
  )
  await run(`insert into worker_match (region, worker_id, village, civil, name_agrees, birth_date_agrees, covered_by, decile, is_deceased)
    select region, n, village, case when ${chance('8', 100)} <= 4 then 'unknown' when ${chance('8', 100)} <= 5 then 'deceased' else 'alive' end, ${chance('9', 100)} > 3, ${chance('10', 100)} > 2,
      case when ${chance('11', 100)} <= 12 then 'PU' when ${chance('11', 100)} <= 15 then 'BPU' end, nullif(${chance('12', 11)}, 11), ${chance('8', 100)} = 5
    from (select *, id as n from worker) w`)
  const { programmeId, code, decreeId } = await freezeProgramme(platform, { region: badung, people: 1 })
  const [judged] = await run(`select id from eligibility_run order by made_at limit 1`)
  const eligibilityRunId = String(judged?.['id'])
  await run(
    `insert into assessment (region, run_id, worker_id, village, is_eligible, unmet, unknown, decile)
    select region, $1, n, village, ${chance('13', 100)} > 25, case when ${chance('13', 100)} <= 25 then array[(array['age', 'working', 'not-insured', 'decile'])[${chance('14', 4)}]] else '{}' end, '{}', nullif(${chance('12', 11)}, 11)
    from (select *, id as n from worker) w`,
    [eligibilityRunId],
  )
  await run(`update eligibility_run set people = $1, eligible = $1 * 3 / 4, judged_up_to = (select max(id) from worker)`, [
    people,
  ])
  await run(
    `insert into ranking (region, programme_id, worker_id, village, position, place, decile)
    select region, $1, worker_id, village, row_number() over (order by worker_id), case when row_number() over (order by worker_id) <= $2::int then 'quota' else 'waiting' end, decile from assessment where is_eligible`,
    [programmeId, Math.floor(people / 3)],
  )
  await run('delete from decree_line')
  await run(
    `insert into decree_line (region, decree_id, position, place, worker_id, village, nik, full_name, birth_date, sex, occupation)
    select r.region, $1, r.position + 1, r.place, w.id, w.village, w.nik, w.full_name, w.birth_date, w.sex, w.occupation from ranking r join worker w on w.region = r.region and w.id = r.worker_id where r.programme_id = $2`,
    [decreeId, programmeId],
  )
  await run(
    `insert into membership_period (region, worker_id, programme_id, decree_id, village, package, payer, first_day, last_day, member_number)
    select region, worker_id, $1, $2, village, 'JKK_JKM', 'APBD', '2027-01-01', '2027-12-31', 'M' || worker_id from ranking where place = 'quota'`,
    [programmeId, decreeId],
  )
  const contributionRunId = await addRun(platform, programmeId)
  await addDuplicates(platform, people)
  await addAnswers(platform)
  await addAudit(platform)
  const intake = await addIntakes(platform, people)
  await run('vacuum analyze')
  const [settled] = await run(
    `select village, left(village, 8) as district from worker group by village order by count(*) desc limit 1`,
  )
  return {
    programmeId,
    programmeCode: code,
    eligibilityRunId,
    contributionRunId,
    ...intake,
    village: String(settled?.['village']),
    district: String(settled?.['district']),
  }
}

async function addRun(platform: Platform, programmeId: string): Promise<string> {
  const id = randomUUID()
  const run = (statement: string, values: unknown[]) => platform.owner.query(statement, values)
  await run(
    `insert into contribution_run (region, id, programme_id, month, people, amount, rate, grounds, due_on, made_by, made_by_name)
    select '5103', $1, $2, '2027-01', count(*), count(*) * 16800, 16800, '{}', '2027-02-15', 'uji', 'Uji' from membership_period where programme_id = $2`,
    [id, programmeId],
  )
  await run(
    `insert into run_funding select b.region, $1, b.id, r.people, r.amount from budget_line b join contribution_run r on r.id = $1 where b.programme_id = $2`,
    [id, programmeId],
  )
  await run(
    `insert into contribution_line (region, run_id, worker_id, period_id, village, budget_line_id, amount)
    select m.region, $1, m.worker_id, m.id, m.village, f.budget_line_id, 16800 from membership_period m join run_funding f on f.run_id = $1 where m.programme_id = $2`,
    [id, programmeId],
  )
  await run(
    `insert into contribution_omission select region, $1, worker_id, id, village, 'deceased', null, '2026-12-01' from membership_period where worker_id % 50 = 0 and programme_id = $2`,
    [id, programmeId],
  )
  return id
}

async function addDuplicates(platform: Platform, people: number): Promise<void> {
  const runId = randomUUID()
  await platform.owner.query(
    `insert into duplicate_run (region, id, model_version, trained_on, model, workers, pairs, made_by, made_by_name) values ('5103', $1, 1, '2026-11-01', '{}', $2, $3, 'uji', 'Uji')`,
    [runId, people, Math.floor(people / 50)],
  )
  await platform.owner.query(
    `insert into duplicate_pair (region, left_worker, right_worker, probability, reasons, fingerprint, run_id, left_village, right_village, group_worker, group_probability, likelihood)
    select '5103', l.id, r.id, 0.5 + (n % 500) / 1000.0, '[]', '', $1, l.village, r.village, l.id, 0.5 + (n % 500) / 1000.0,
      case when n % 500 > 490 then 'certain' when n % 500 > 400 then 'probable' else 'possible' end
    from generate_series(1, $2::int) n join worker l on l.id = n * 40 join worker r on r.id = n * 40 + 7`,
    [runId, Math.floor(people / 50)],
  )
}

async function addAudit(platform: Platform): Promise<void> {
  await platform.owner.query(`insert into audit_line (region, actor_id, actor_name, act, subject_kind, subject_id, details)
    select '5103', 'uji', (array['Contoh Satu', 'Contoh Dua', 'Contoh Tiga'])[1 + n % 3], (array['intake.accepted', 'registry.identity-shown', 'membership.period-ended'])[1 + n % 3], 'worker', n::text, '{}'
    from generate_series(1, 200000) n`)
}

/** Every person came in a list; and 75,903 rows in 62 lists wait to be decided, a sixth of them with findings. */
async function addIntakes(platform: Platform, people: number): Promise<{ intakeId: string; fileId: string }> {
  const waiting = 75_903
  const run = (statement: string, values: unknown[] = []) => platform.owner.query(statement, values)
  await run(
    `insert into intake (region, id, title, state, judged_on, created_by, created_by_name, created_at)
    select '5103', gen_random_uuid(), n || ' daftar contoh', case when n = 1 then 'checked' else 'accepted' end, '2026-11-01', 'uji', 'Uji', timestamptz '2026-11-01' - n * interval '1 day' from generate_series(1, $1::int) n`,
    [1 + Math.ceil(people / waiting)],
  )
  await run(`insert into intake_file (region, id, intake_id, position, stored_file_id, name, sha256, village, state, layouts)
    select '5103', gen_random_uuid(), i.id, v.place, gen_random_uuid(), replace(v.code, '.', '') || '-desa.xlsx', i.id || v.code, v.code, 'read',
      '[{"sheet": "Data", "headerRows": [1], "fingerprint": "", "columns": [], "at": {"nik": 1, "fullName": 3, "birthDate": 5, "occupation": 10}}]'
    from intake i, (select code, row_number() over (order by code) as place from area where level = 'village' and code like '51.03.%') v`)
  await run(
    `insert into intake_row (region, file_id, sheet, row_number, village, verdict, nik, nik_written, family_card, full_name, name_key, birth_place, birth_date, sex, mother_name,
      address, hamlet, rt_rw, village_written, occupation, occupation_kind, occupation_code, income, phone, findings, original)
    select '5103', f.id, 'Data', w.n, w.village, w.verdict, w.nik, w.nik, w.family_card, w.full_name, upper(w.full_name), w.birth_place, w.birth_date, w.sex, w.mother_name, w.address, '', '001', '', w.occupation,
      'working', '', w.monthly_income, '', w.findings,
      case when w.findings is not null then jsonb_build_array('1', w.nik, w.family_card, w.full_name, 'Badung', 'lupa', w.sex, w.mother_name, w.address, '001', w.occupation, '800000', '') end
    from (
      select *, row_number() over (partition by intake_place, village order by n) + 1 as row_number,
        case when kind <= 2 then 'refused' when kind <= 7 then 'review' else 'accepted' end as verdict,
        case when kind = 1 then '[{"code": "too-old", "field": "birthDate", "severity": "refuse", "detail": "70"}]'
          when kind = 2 then '[{"code": "barred-occupation", "field": "occupation", "severity": "refuse", "detail": "PNS"}]'
          when kind <= 4 then '[{"code": "duplicate", "field": "nik", "severity": "review"}]'
          when kind <= 7 then '[{"code": "birth-date-unreadable", "field": "birthDate", "severity": "review", "detail": "lupa"}]'
          when kind <= 17 then '[{"code": "occupation-unknown", "field": "occupation", "severity": "note", "detail": "Krj"}]' end::jsonb as findings
      from (select *, id as n, ${chance('15', 100).replaceAll('(n,', '(id,')} as kind, case when id <= $1 then 0 else 1 + id / $1 end as intake_place from worker where id <= $2) people
    ) w join (select *, row_number() over (order by created_at desc) - 1 as place from intake) i on i.place = w.intake_place
      join intake_file f on f.intake_id = i.id and f.village = w.village`,
    [waiting, people],
  )
  await run(`update intake_file f set rows = t.rows, accepted = t.accepted, review = t.review, refused = t.refused from (select file_id, count(*) as rows,
    count(*) filter (where verdict = 'accepted') as accepted, count(*) filter (where verdict = 'review') as review, count(*) filter (where verdict = 'refused') as refused from intake_row group by 1) t where t.file_id = f.id`)
  const { rows } = await run(
    `select i.id as "intakeId", f.id as "fileId" from intake i join intake_file f on f.intake_id = i.id where i.state = 'checked' order by f.position limit 1`,
  )
  return rows[0] as { intakeId: string; fileId: string }
}
