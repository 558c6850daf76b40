import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { regionRules } from './rule-sets.ts'

export { regionRules }

const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator'] as const

const wording = z.object({ id: z.string(), en: z.string() })
const count = z.number().int()

export const ruleSetShape = z.object({
  id: z.string(),
  year: count,
  version: count,
  title: z.string(),
  legalBasis: z.string(),
  rules: regionRules,
  madeBy: z.string(),
  madeAt: z.string(),
  approvedBy: z.string().nullable(),
})

export const listRuleSets = endpoint({
  method: 'GET',
  path: '/api/eligibility/rule-sets',
  summary: { id: 'Aturan kelayakan', en: 'Rule sets of eligibility' },
  roles: readers,
  answer: z.object({ ruleSets: z.array(ruleSetShape) }),
})

/** The version holds once another person has approved it. */
export const requestRuleSet = endpoint({
  method: 'POST',
  path: '/api/eligibility/rule-sets',
  summary: { id: 'Minta versi baru aturan kelayakan', en: 'Ask for a new version of the rule set' },
  roles: ['officer'],
  body: z.object({
    year: z.number().int().min(2015).max(2100),
    title: z.string().trim().min(3).max(200),
    legalBasis: z.string().trim().max(300).default(''),
    rules: regionRules,
    because: z.string().trim().max(500).optional(),
  }),
  answer: z.object({ requestId: z.string(), needed: z.number() }),
})

export const runShape = z.object({
  id: z.string(),
  ruleSetId: z.string(),
  ruleSetTitle: z.string(),
  ruleSetYear: count,
  ruleSetVersion: count,
  judgedOn: z.string(),
  neverAsked: z.array(z.string()),
  people: count,
  eligible: count,
  madeByName: z.string(),
  madeAt: z.string(),
})

export const listRuns = endpoint({
  method: 'GET',
  path: '/api/eligibility/runs',
  summary: { id: 'Penilaian kelayakan', en: 'Runs of eligibility' },
  roles: readers,
  answer: z.object({ runs: z.array(runShape) }),
})

export const readRun = endpoint({
  method: 'GET',
  path: '/api/eligibility/runs/:id',
  summary: { id: 'Satu penilaian dan jumlah per syarat', en: 'One run, with counts by ground' },
  roles: readers,
  params: z.object({ id: z.uuid() }),
  answer: runShape.extend({
    grounds: z.array(
      z.object({
        ground: z.string(),
        condition: wording,
        law: wording,
        unmet: count,
        unknown: count,
        first: count,
        isOpen: z.boolean(),
      }),
    ),
  }),
})

export const explanationShape = z.object({
  worker: z.object({ id: count, nik: z.string().nullable().describe('masked'), fullName: z.string() }),
  ruleSet: z.object({ id: z.string(), title: z.string(), year: count, version: count, legalBasis: z.string() }),
  judgedOn: z.string(),
  isEligible: z.boolean(),
  grounds: z.array(
    z.object({
      id: z.string(),
      condition: wording,
      law: wording,
      met: z.boolean(),
      known: z.boolean(),
      blocks: z.boolean(),
      detail: wording.optional(),
    }),
  ),
  neverAsked: z.array(z.string()),
  decided: z
    .object({
      runId: z.string(),
      madeAt: z.string(),
      isEligible: z.boolean(),
      unmet: z.array(z.string()),
      unknown: z.array(z.string()),
    })
    .nullable(),
})

export const explainWorker = endpoint({
  method: 'GET',
  path: '/api/eligibility/workers/:id',
  summary: { id: 'Mengapa pekerja ini layak atau tidak', en: 'Why this worker is eligible or not' },
  roles: [...readers, 'village-operator'],
  params: z.object({ id: z.coerce.number().int().positive() }),
  query: z.object({ run: z.uuid().optional() }),
  answer: explanationShape,
})
