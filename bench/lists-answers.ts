import { randomUUID } from 'node:crypto'
import type { Platform } from '../src/platform/platform.ts'

/**
 * What registers answered about a registry of the bench, as the pages about them show it: Dukcapil about everybody and BPJS about nine in ten, each
 * on four days, DTSEN about half, a tenth asked about again and not answered yet; differences of 95,000 people; who BPJS says is insured.
 */
export async function addAnswers(platform: Platform): Promise<void> {
  const run = (statement: string, values: unknown[] = []) => platform.owner.query(statement, values)
  const exchange = randomUUID()
  await run(
    `insert into register_exchange (region, id, register, file_name, sha256, answered_on, records, received_by)
    select '5103', case when n = 1 then $1::uuid else gen_random_uuid() end, (array['dukcapil', 'bpjs', 'dtsen', 'deaths'])[1 + n % 4], 'jawaban-' || n || '.csv', n::text,
      date '2026-11-01' - n, 10000, 'uji' from generate_series(1, 40) n`,
    [exchange],
  )
  await run(`insert into register_standing (region, register, worker_id, village, asked_on, answered_on)
    select w.region, r.register, w.id, w.village, case when w.id % 10 = 3 then date '2026-11-10' end,
      case when w.id % 10 = 3 and w.id % 4 = 1 then null else date '2026-11-01' - r.days * (w.id % 4)::int end
    from worker w, (values ('dukcapil', 10, 80), ('bpjs', 9, 20), ('dtsen', 5, 90)) as r (register, tenths, days)
    where w.removed_at is null and w.id % 10 < r.tenths order by r.register, w.id`)
  await run(`insert into register_difference (region, worker_id, field, village, ours, theirs, answered_on, state)
    select w.region, w.id, d.field, w.village, w.full_name, 'NAMA LAIN', '2026-11-01', case when w.id % 7 = 0 then 'ours' else 'open' end
    from worker w join (values ('full_name', 33), ('birth_date', 50), ('family_card', 25), ('mother_name', 200)) as d (field, every) on w.id % d.every = 1
    where w.removed_at is null`)
  await run(
    `insert into insured_record (region, nik, segment, is_active, programmes, answered_on, exchange_id)
    select w.region, w.nik, m.covered_by, true, 'JKK JKM', '2026-11-01', $1 from worker w join worker_match m on m.region = w.region and m.worker_id = w.id
    where m.covered_by is not null`,
    [exchange],
  )
}
