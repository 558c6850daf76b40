import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listSources, root, type Source } from './sources.ts'

/** Who writes which table; everybody later may read it in set-based SQL, nobody else writes it. */
const owners: Record<string, string> = {
  account: 'src/platform',
  account_role: 'src/platform',
  session: 'src/platform',
  second_factor: 'src/platform',
  recovery_code: 'src/platform',
  account_link: 'src/platform',
  known_device: 'src/platform',
  sign_in_brake: 'src/platform',
  audit_line: 'src/platform',
  audit_seal: 'src/platform',
  task: 'src/platform',
  stored_file: 'src/platform',
  migration: 'src/platform',
  approval_request: 'src/approvals',
  approval_answer: 'src/approvals',
  approval_rule: 'src/approvals',
  area: 'src/places',
  area_release: 'src/places',
  region_profile: 'src/places',
  customary_village: 'src/places',
  customary_village_area: 'src/places',
  banjar: 'src/places',
  universe: 'src/places',
  coverage_target: 'src/places',
  worker: 'src/registry',
  worker_correction: 'src/registry',
  worker_tally: 'src/registry',
  worker_confidential: 'src/confidential',
  duplicate_run: 'src/duplicates',
  duplicate_pair: 'src/duplicates',
  worker_merge: 'src/duplicates',
  linkage_weights: 'src/duplicates',
  register_exchange: 'src/matching',
  register_request: 'src/matching',
  register_standing: 'src/matching',
  register_period: 'src/matching',
  register_difference: 'src/matching',
  register_decision: 'src/matching',
  civil_record: 'src/matching',
  insured_record: 'src/matching',
  welfare_record: 'src/matching',
  death_record: 'src/matching',
  worker_match: 'src/matching',
  match_tally: 'src/matching',
  standing_tally: 'src/matching',
  difference_tally: 'src/matching',
  intake: 'src/intake',
  intake_file: 'src/intake',
  intake_row: 'src/intake',
  intake_repair: 'src/intake',
  column_mapping: 'src/intake',
  rule_set: 'src/eligibility',
  eligibility_run: 'src/eligibility',
  assessment: 'src/eligibility',
  programme: 'src/programmes',
  budget_line: 'src/programmes',
  ranking: 'src/programmes',
  decree: 'src/programmes',
  decree_line: 'src/programmes',
  ranking_tally: 'src/programmes',
  decree_tally: 'src/programmes',
  decree_call: 'src/programmes',
  membership_period: 'src/membership',
  period_tally: 'src/membership',
  paid_month: 'src/membership',
  contribution_run: 'src/contributions',
  contribution_line: 'src/contributions',
  run_funding: 'src/contributions',
  contribution_omission: 'src/contributions',
  ledger_account: 'src/contributions',
  ledger_entry: 'src/contributions',
  ledger_posting: 'src/contributions',
  subject_request: 'src/privacy',
  breach: 'src/privacy',
  breach_person: 'src/privacy',
  processing_activity: 'src/privacy',
}

const writing =
  /(?:insert\s+into|update|delete\s+from|copy|insertInto\('|updateTable\('|deleteFrom\('|(?:openCopy|copyInto)\(\w+, ')\s*([a-z_]+)/gi

function writesOf(source: Pick<Source, 'text'>): string[] {
  return [...source.text.matchAll(writing)].map((match) => match[1] ?? '').filter((table) => table in owners)
}

describe('Every table', () => {
  test('has one owner', () => {
    const tables = [...readFileSync(`${root}db/schema.sql`, 'utf8').matchAll(/^table (\w+)$/gm)].map((match) => match[1] ?? '')
    expect(tables.length).toBeGreaterThan(20)
    expect(tables.filter((table) => !(table in owners))).toEqual([])
  })

  test('is written by its owner alone', () => {
    const sources = listSources().filter((source) => source.path.startsWith('src/') && !source.path.endsWith('.test.ts'))
    const trespasses = sources.flatMap((source) =>
      writesOf(source).flatMap((table) => (source.path.startsWith(`${owners[table]}/`) ? [] : `${source.path} writes ${table}`)),
    )
    expect(trespasses).toEqual([])
  })

  test.each(['insert into worker (a)', 'update worker set a = 1', "ctx.db.insertInto('worker')", 'delete from worker where'])(
    'would be seen to be written by `%s`',
    (text) => {
      expect(writesOf({ text })).toEqual(['worker'])
    },
  )
})
