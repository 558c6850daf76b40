import { z } from 'zod'
import { roles } from '../platform/actor.ts'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { requestStates } from './approvals.ts'
import { compareFacts, facts } from './facts-api.ts'
import { ruleOf, type TwoPersonOperation, twoPersonOperations } from './two-person.ts'

/** The comparison of old and new, and the table of operations, so that a page shows both from the same source as the server. */
export { compareFacts, requestStates, ruleOf, twoPersonOperations }
export type { Change, Fact, Facts } from './facts-api.ts'
export type { TwoPersonOperation }

/** Who may ask for something or answer it, and those who watch over it. */
const readers = ['administrator', 'officer', 'approver', 'treasurer', 'planner', 'auditor'] as const
const answerers = ['administrator', 'officer', 'approver', 'treasurer'] as const

const wording = z.object({ id: z.string(), en: z.string() })
const operation = z.enum(twoPersonOperations as [TwoPersonOperation, ...TwoPersonOperation[]])
const state = z.enum(requestStates)
const params = z.object({ id: z.uuid() })
const reason = z.string().trim().max(500).optional()

export const requestShape = z.object({
  id: z.string(),
  operation,
  subjectKind: z.string(),
  subjectId: z.string(),
  title: wording,
  because: z.string().nullable(),
  people: z.number().nullable(),
  amount: z.number().nullable(),
  askedByName: z.string(),
  isMine: z.boolean(),
  askedAt: z.string(),
  expiresOn: z.string().nullable(),
  state,
  needed: z.number(),
  roles: z.array(z.enum(roles)),
  approvals: z.number(),
  endedAt: z.string().nullable(),
  endedBecause: wording.nullable(),
  answeredByName: z.string().nullable(),
})

const filters = { operation: operation.optional(), search: z.string().trim().max(100).optional() }

export const listInbox = endpoint({
  method: 'GET',
  path: '/api/approvals/inbox',
  summary: { id: 'Permintaan yang menunggu jawaban pembaca ini', en: 'Requests that await this reader' },
  roles: answerers,
  query: listQuery(filters),
  answer: listAnswer(requestShape),
})

export const listOwn = endpoint({
  method: 'GET',
  path: '/api/approvals/own',
  summary: { id: 'Permintaan yang diajukan pembaca ini', en: 'Requests of this reader' },
  roles: readers,
  query: listQuery({ ...filters, state: state.optional() }),
  answer: listAnswer(requestShape),
})

export const listAll = endpoint({
  method: 'GET',
  path: '/api/approvals',
  summary: { id: 'Semua permintaan dan keputusannya', en: 'Every request and how it ended' },
  roles: readers,
  query: listQuery({ ...filters, state: state.optional() }),
  answer: listAnswer(requestShape),
})

export const exportAll = endpoint({
  method: 'GET',
  path: '/api/approvals/export',
  summary: { id: 'Unduh permintaan dan keputusannya', en: 'Export the requests and how they ended' },
  roles: readers,
  query: z.object({ ...filters, state: state.optional(), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  answer: 'file',
})

export const readRequest = endpoint({
  method: 'GET',
  path: '/api/approvals/:id',
  summary: { id: 'Satu permintaan dengan perubahannya', en: 'One request with what it changes' },
  roles: readers,
  params,
  answer: requestShape.extend({
    before: facts,
    after: facts,
    answers: z.array(
      z.object({
        answeredByName: z.string(),
        verdict: z.enum(['approve', 'refuse']),
        reason: z.string().nullable(),
        answeredAt: z.string(),
      }),
    ),
    hindrance: z
      .object({
        reason: z.enum([
          'role-missing',
          'not-waiting',
          'own-request',
          'about-yourself',
          'answered-already',
          'whole-region-needed',
        ]),
        title: wording,
      })
      .nullable(),
  }),
})

/** `void` says that the record changed since it was asked: nothing was done, and it has to be asked anew. */
export const answerRequest = endpoint({
  method: 'POST',
  path: '/api/approvals/:id/answer',
  summary: { id: 'Setujui atau tolak permintaan', en: 'Approve or refuse a request' },
  roles: answerers,
  params,
  body: z.object({ verdict: z.enum(['approve', 'refuse']), reason }),
  answer: z.object({
    requestId: z.string(),
    operation,
    state: z.enum(['waiting', 'approved', 'refused', 'void']),
    approvals: z.number(),
    needed: z.number(),
  }),
})

export const withdrawRequest = endpoint({
  method: 'POST',
  path: '/api/approvals/:id/withdrawal',
  summary: { id: 'Tarik permintaan sendiri', en: 'Take back one’s own request' },
  roles: answerers,
  params,
  body: z.object({ reason }),
  answer: z.object({ requestId: z.string() }),
})

export const listRules = endpoint({
  method: 'GET',
  path: '/api/approvals/rules',
  summary: { id: 'Apa saja yang memerlukan dua orang', en: 'What takes two people' },
  roles: readers,
  answer: z.object({
    rules: z.array(
      z.object({
        operation,
        name: wording,
        why: wording,
        ask: z.array(z.enum(roles)),
        approve: z.array(z.enum(roles)),
        leastNeeded: z.number(),
        expiresAfterDays: z.number().nullable(),
        needed: z.number(),
        roles: z.array(z.enum(roles)),
      }),
    ),
  }),
})

export const requestRule = endpoint({
  method: 'POST',
  path: '/api/approvals/rules/:operation',
  summary: { id: 'Minta aturan persetujuan lain', en: 'Ask for another rule of approval' },
  roles: ['administrator'],
  params: z.object({ operation }),
  body: z.object({
    needed: z.number().int().min(1).max(5),
    roles: z.array(z.enum(roles)).min(1).max(10),
    because: reason,
  }),
  answer: z.object({ requestId: z.string() }),
})
