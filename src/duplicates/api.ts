import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { pairClasses, type PairClass } from './pair-classes-api.ts'
import { choosable, type Choosable, type Ground, grounds, type Side } from './survivors-api.ts'

export { choosable, pairClasses }
export type { Choosable, Ground, PairClass, Side }

const readers = ['officer', 'approver', 'auditor', 'administrator'] as const
const reviewers = ['officer', 'administrator'] as const

/** The queues of pairs: those nobody has answered, those somebody could not tell, and those that are two people. */
export const pairQueues = ['open', 'unsure', 'different'] as const
export type PairQueue = (typeof pairQueues)[number]

export const readSummary = endpoint({
  method: 'GET',
  path: '/api/duplicates/summary',
  summary: { id: 'Berapa pasangan menunggu', en: 'How many pairs wait' },
  roles: readers,
  answer: z.object({
    counts: z.array(z.object({ state: z.enum(pairQueues), class: z.enum(pairClasses), count: z.number() })),
    villages: z.array(z.object({ village: z.string(), name: z.string(), count: z.number() })).describe('of open pairs'),
    waiting: z.number(),
    merged: z.number(),
    undone: z.number(),
    run: z.object({ madeAt: z.string(), madeByName: z.string(), workers: z.number(), pairs: z.number() }).nullable(),
  }),
})

const pairKey = z.object({ left: z.coerce.number().int().positive(), right: z.coerce.number().int().positive() })

export const listPairs = endpoint({
  method: 'GET',
  path: '/api/duplicates/pairs',
  summary: { id: 'Pasangan yang mungkin satu orang', en: 'Pairs that may be one person' },
  roles: readers,
  query: z.object({
    queue: z.enum(pairQueues).default('open'),
    class: z.enum(pairClasses).optional(),
    village: z.string().max(13).optional(),
  }),
  answer: z.object({
    count: z.number(),
    pairs: z.array(z.object({ left: z.number(), right: z.number(), probability: z.number() })).describe('the first 500'),
  }),
})

const person = z.object({
  id: z.number(),
  nik: z.string().nullable().describe('masked'),
  family_card: z.string().nullable().describe('masked'),
  full_name: z.string(),
  birth_place: z.string().nullable(),
  birth_date: z.string().nullable(),
  sex: z.string().nullable(),
  mother_name: z.string().nullable(),
  occupation: z.string().nullable(),
  monthly_income: z.number().nullable(),
  phone: z.string().nullable().describe('masked'),
  address: z.string().nullable(),
  neighbourhood: z.string().nullable(),
  villageName: z.string(),
  sourceFile: z.string().nullable(),
  recordedAt: z.string(),
  isMember: z.boolean(),
  isCovered: z.boolean(),
})

const stretches = z.array(z.object({ text: z.string(), differs: z.boolean() }))
const markedNumbers = z.object({ left: stretches, right: stretches })

export const readPair = endpoint({
  method: 'GET',
  path: '/api/duplicates/pairs/:left/:right',
  summary: { id: 'Satu pasangan berdampingan', en: 'One pair side by side' },
  roles: readers,
  params: pairKey,
  answer: z.object({
    left: person,
    right: person,
    probability: z.number(),
    likelihood: z.enum(pairClasses).nullable().describe('null: hardly one person'),
    state: z.enum(['open', 'same', 'different', 'unsure']),
    foundAt: z.string(),
    reasons: z.array(
      z.object({
        field: z.string(),
        verdict: z.enum(['agrees', 'near', 'differs', 'missing']),
        level: z.string(),
        weight: z.number(),
      }),
    ),
    numbers: z
      .object({ nik: markedNumbers, family_card: markedNumbers, phone: markedNumbers })
      .describe('masked but for the digits that differ'),
    decidedByName: z.string().nullable(),
    decidedAt: z.string().nullable(),
    proposed: z.record(z.enum(choosable), z.object({ side: z.enum(['left', 'right']), because: z.enum(grounds) })),
    newer: z.enum(['left', 'right']),
    kept: z.enum(['left', 'right']),
    group: z
      .array(
        z.object({
          left: z.number(),
          right: z.number(),
          leftName: z.string(),
          rightName: z.string(),
          probability: z.number(),
          state: z.enum(['open', 'same', 'different', 'unsure']),
        }),
      )
      .describe('every pair of those who hang together, when they are more than these two'),
  }),
})

export const searchDuplicates = endpoint({
  method: 'POST',
  path: '/api/duplicates/runs',
  summary: { id: 'Cari orang yang tercatat dua kali', en: 'Look for people who stand in the registry twice' },
  roles: reviewers,
  answer: z.object({ taskId: z.string() }),
})

export const answerPair = endpoint({
  method: 'POST',
  path: '/api/duplicates/pairs/:left/:right/answer',
  summary: { id: 'Jawab: berbeda, tidak tahu, atau tarik jawaban', en: 'Answer: different, not known, or take an answer back' },
  roles: reviewers,
  params: pairKey,
  body: z.object({ answer: z.enum(['different', 'unsure', 'open']) }),
  answer: z.object({ left: z.number(), right: z.number(), state: z.enum(['different', 'unsure', 'open']) }),
})

export const joinPair = endpoint({
  method: 'POST',
  path: '/api/duplicates/pairs/:left/:right/merge',
  summary: { id: 'Gabungkan dua catatan satu orang', en: 'Join two records of one person' },
  roles: reviewers,
  params: pairKey,
  body: z.object({
    kept: z.enum(['left', 'right']),
    chosen: z.partialRecord(z.enum(choosable), z.enum(['left', 'right'])).default({}),
  }),
  answer: z.object({ mergeId: z.number(), state: z.enum(['merged', 'waiting']) }),
})

export const listMerges = endpoint({
  method: 'GET',
  path: '/api/duplicates/merges',
  summary: { id: 'Penggabungan', en: 'Merges' },
  roles: readers,
  query: z.object({ state: z.enum(['waiting', 'merged', 'refused', 'undone']).default('merged') }),
  answer: z.object({
    merges: z.array(
      z.object({
        id: z.number(),
        kept: z.number(),
        merged: z.number(),
        keptName: z.string(),
        mergedName: z.string(),
        keptNik: z.string().nullable().describe('masked'),
        mergedNik: z.string().nullable().describe('masked'),
        requestedByName: z.string(),
        requestedAt: z.string(),
        requestId: z.string().nullable().describe('the request that awaits another person'),
        decidedByName: z.string().nullable(),
        decidedAt: z.string().nullable(),
        undoneByName: z.string().nullable(),
        undoneAt: z.string().nullable(),
        undoReason: z.string().nullable(),
        fields: z.array(z.string()),
      }),
    ),
  }),
})

const mergeKey = z.object({ mergeId: z.coerce.number().int().positive() })

export const undoMerge = endpoint({
  method: 'POST',
  path: '/api/duplicates/merges/:mergeId/undo',
  summary: { id: 'Pisahkan lagi', en: 'Take a merge back' },
  roles: reviewers,
  params: mergeKey,
  body: z.object({ because: z.string().trim().min(3).max(500) }),
  answer: z.object({ kept: z.number(), restored: z.number().nullable() }),
})
