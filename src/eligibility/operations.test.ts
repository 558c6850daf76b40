import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { explainWorker } from './explaining.ts'
import { addRuleSet, chooseRuleSet, judgeRegistry } from './operations.ts'
import { compareFacts } from '../approvals/facts-api.ts'
import { answerRequest } from '../approvals/operations.ts'
import { findRequest } from '../approvals/reading.ts'
import { requestRuleSet, ruleSetWork } from './rule-set-request.ts'
import { type EligibilityRefusal, wordEligibilityRefusal } from './refusals.ts'
import { defaultRules } from './rule-sets.ts'
import { countGrounds, listRuleSets } from './store.ts'

const officer = { actor: official('officer'), region: region('51.03'), today: day('2026-11-21') }
const operator = { ...officer, actor: official('village-operator', 'operator', '51.03.01.1002') }
const nowhere = '00000000-0000-4000-8000-000000000000'

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner.query(`insert into area (code, level, name, kind) values
    ('51.03.01.1002', 'village', 'Kuta', 'kelurahan'), ('51.03.01.1004', 'village', 'Legian', 'kelurahan') on conflict do nothing`)
})
afterAll(() => platform.stop())

async function refusalOf(outcome: Promise<{ ok: boolean } & { refusal?: EligibilityRefusal }>): Promise<string> {
  const { refusal } = await outcome
  if (refusal === undefined) throw new Error('was not refused')
  expect(wordEligibilityRefusal(refusal).title.id).not.toBe('')
  return refusal.reason
}

test('An empty registry cannot be judged', async () => {
  const judged = carryOut(platform, officer, async (ctx) => {
    const rules = await chooseRuleSet(ctx, { year: 2027 })
    return rules.ok ? judgeRegistry(ctx, { ruleSetId: rules.value.id }) : rules
  })
  expect(await refusalOf(judged)).toBe('no-workers')
})

describe('A registry with four people', () => {
  let ruleSetId = ''
  beforeAll(async () => {
    await platform.owner.query(`insert into worker (region, id, village, nik, full_name, birth_date, occupation) values
      ('5103', 1, '51.03.01.1002', '5103010101800001', 'NI WAYAN CONTOH', '1980-01-01', 'Pedagang'),
      ('5103', 2, '51.03.01.1002', '5103010201810002', 'I MADE CONTOH', '1981-01-02', 'PNS'),
      ('5103', 3, '51.03.01.1004', '5103010301820003', 'I KETUT UMPAMA', '1950-01-03', 'Nelayan'),
      ('5103', 4, '51.03.01.1004', '5103010301820004', 'NI LUH UMPAMA', '1982-01-03', 'Nelayan')`)
    await platform.owner.query(`insert into worker_match (region, worker_id, village, civil, is_deceased) values
      ('5103', 4, '51.03.01.1004', 'not-asked', true)`)
    const made = await carryOut(platform, officer, (ctx) =>
      addRuleSet(ctx, { year: 2027, title: 'Perbup contoh', legalBasis: 'Perbup 1/2027', rules: defaultRules }),
    )
    ruleSetId = made.ok ? made.value.id : ''
  })

  test('is judged person by person, and what no register has answered stays open without blocking', async () => {
    const judged = await carryOut(platform, officer, (ctx) => judgeRegistry(ctx, { ruleSetId, on: day('2027-01-01') }))
    expect(judged).toMatchObject({
      ok: true,
      value: { people: 4, eligible: 1, judgedOn: '2027-01-01', neverAsked: ['dukcapil', 'bpjs', 'dtsen', 'deaths'] },
    })
    const runId = judged.ok ? judged.value.id : ''
    expect(await look(platform, officer, (ctx) => countGrounds(ctx, runId, new Set()))).toEqual([
      { ground: 'age-at-entry', unmet: 1, unknown: 0, first: 1 },
      { ground: 'not-deceased', unmet: 1, unknown: 3, first: 1 },
      { ground: 'occupation-allowed', unmet: 1, unknown: 0, first: 1 },
      { ground: 'known-to-civil-registry', unmet: 0, unknown: 4, first: 0 },
      { ground: 'not-already-covered', unmet: 0, unknown: 4, first: 0 },
    ])
  })

  test('explains one person ground by ground, cited, beside what the run decided', async () => {
    const explained = await look(platform, officer, (ctx) => explainWorker(ctx, { workerId: 2 }))
    if (!explained.ok) throw new Error(explained.refusal.reason)
    const { isEligible, grounds, decided, ruleSet } = explained.value
    expect({ isEligible, title: ruleSet.title, decided: decided?.unmet }).toEqual({
      isEligible: false,
      title: 'Perbup contoh',
      decided: ['occupation-allowed'],
    })
    expect(grounds).toHaveLength(11)
    expect(grounds.find((ground) => ground.id === 'occupation-allowed')).toMatchObject({
      met: false,
      known: true,
      blocks: true,
      law: { id: 'Permenaker 1/2025 Pasal 2(2)' },
    })
    expect(grounds.find((ground) => ground.id === 'not-already-covered')).toMatchObject({
      met: false,
      known: false,
      blocks: false,
    })
  })

  test('shows an answer that came after the run', async () => {
    await platform.owner.query(
      `insert into worker_match (region, worker_id, village, civil, covered_by) values ('5103', 1, '51.03.01.1002', 'alive', 'PU')`,
    )
    expect(await look(platform, officer, (ctx) => explainWorker(ctx, { workerId: 1 }))).toMatchObject({
      value: { isEligible: false, decided: { isEligible: true } },
    })
  })

  test('keeps every version of its rules', async () => {
    await carryOut(platform, officer, (ctx) =>
      addRuleSet(ctx, { year: 2027, title: 'Perbup baru', legalBasis: '', rules: { ...defaultRules, decileCeiling: 4 } }),
    )
    const kept = await look(platform, officer, listRuleSets)
    expect(kept.map((set) => [set.version, set.rules.decileCeiling])).toEqual([
      [2, 4],
      [1, null],
    ])
    expect(await carryOut(platform, officer, (ctx) => chooseRuleSet(ctx, { year: 2027 }))).toMatchObject({
      value: { version: 2 },
    })
  })

  test('change only once another person has approved them, with old and new side by side', async () => {
    const approver = { ...officer, actor: official('approver') }
    const wanted = { year: 2027, title: 'Perbup ketiga', legalBasis: '', rules: { ...defaultRules, decileCeiling: 3 } }
    const asked = await carryOut(platform, officer, (ctx) => requestRuleSet(ctx, wanted))
    const requestId = asked.ok ? asked.value.requestId : ''
    const newest = () => look(platform, officer, (ctx) => chooseRuleSet(ctx, { year: 2027 }))
    expect(await newest()).toMatchObject({ value: { version: 2 } })
    const request = await look(platform, approver, (ctx) => findRequest(ctx, requestId))
    const changed = compareFacts(request?.before ?? {}, request?.after ?? {}).filter((change) => change.differs)
    expect(changed.map((change) => [change.field, change.before, change.after])).toEqual([
      ['title', expect.objectContaining({ text: 'Perbup baru' }), expect.objectContaining({ text: 'Perbup ketiga' })],
      ['decileCeiling', expect.objectContaining({ count: 4 }), expect.objectContaining({ count: 3 })],
    ])
    const answer = { requestId, verdict: 'approve' as const }
    await carryOut(platform, approver, (ctx) => answerRequest(ctx, answer, { 'eligibility.rule-set': ruleSetWork }))
    expect(await newest()).toMatchObject({ value: { version: 3, madeBy: 'officer', approvedBy: 'approver' } })
    const backwards = { ...wanted, rules: { ...defaultRules, minimumAge: 70 } }
    expect(await carryOut(platform, officer, (ctx) => requestRuleSet(ctx, backwards))).toMatchObject({
      refusal: { reason: 'ages-reversed' },
    })
    expect(await carryOut(platform, approver, (ctx) => requestRuleSet(ctx, wanted))).toMatchObject({
      refusal: { reason: 'not-asked', words: { reason: 'role-missing' } },
    })
  })

  test.each<[string, () => Promise<{ ok: boolean } & { refusal?: EligibilityRefusal }>]>([
    ['whole-region-only', () => carryOut(platform, operator, (ctx) => judgeRegistry(ctx, { ruleSetId }))],
    ['no-such-rule-set', () => carryOut(platform, officer, (ctx) => judgeRegistry(ctx, { ruleSetId: nowhere }))],
    ['no-such-rule-set', () => carryOut(platform, officer, (ctx) => chooseRuleSet(ctx, { id: nowhere, year: 2027 }))],
    ['no-such-run', () => look(platform, officer, (ctx) => explainWorker(ctx, { workerId: 1, runId: nowhere }))],
    ['no-such-worker', () => look(platform, operator, (ctx) => explainWorker(ctx, { workerId: 3 }))],
    [
      'ages-reversed',
      () =>
        carryOut(platform, officer, (ctx) =>
          addRuleSet(ctx, { year: 2027, title: 'x', legalBasis: '', rules: { ...defaultRules, minimumAge: 70 } }),
        ),
    ],
  ])('refuses with %s', async (reason, attempt) => {
    expect(await refusalOf(attempt())).toBe(reason)
  })
})
