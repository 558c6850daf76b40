import { z } from 'zod'
import { runStates } from '../contributions/steps-api.ts'
import { endpoint } from '../platform/endpoint.ts'
import { queueIds } from './queues-api.ts'

const queue = z.object({ id: z.enum(queueIds), count: z.number(), oldest: z.string().nullable() })
const target = z.object({ share: z.number(), source: z.string() }).nullable()

/** What waits for the reader, by the queues of their roles; also what the navigation shows beside its places. */
export const readQueues = endpoint({
  method: 'GET',
  path: '/api/home/queues',
  summary: { id: 'Antrean pembaca ini', en: 'Queues of this reader' },
  roles: 'signed-in',
  answer: z.object({ queues: z.array(queue) }),
})

/** `warnings` and `costs` are null for those whose role has nothing to do with money. Money is whole rupiah. `breaches` are clocks that run for the administrator. */
export const readHome = endpoint({
  method: 'GET',
  path: '/api/home',
  summary: { id: 'Beranda', en: 'Home' },
  roles: 'signed-in',
  query: z.object({ year: z.coerce.number().int().min(2015).max(2100).optional() }),
  answer: z.object({
    on: z.string(),
    year: z.number(),
    queues: z.array(queue),
    coverage: z.object({
      covered: z.number(),
      universe: z
        .object({ workers: z.number(), year: z.number(), source: z.string(), sourceDate: z.string(), isDemo: z.boolean() })
        .nullable(),
      share: z.number().nullable(),
      gap: z.number().nullable(),
      isPartial: z.boolean(),
      target,
      months: z.array(z.object({ month: z.string(), members: z.number(), share: z.number().nullable() })),
    }),
    warnings: z
      .object({
        due: z.array(
          z.object({
            programmeId: z.string(),
            programmeCode: z.string(),
            month: z.string(),
            dueOn: z.string(),
            daysToDue: z.number(),
            state: z.enum([...runStates, 'not-run']),
            runId: z.string().nullable(),
            people: z.number().nullable(),
            amount: z.number().nullable(),
            isOverdue: z.boolean(),
          }),
        ),
        lapsing: z.array(
          z.object({
            programmeId: z.string(),
            programmeCode: z.string(),
            payBefore: z.string(),
            daysToLapse: z.number(),
            members: z.number(),
          }),
        ),
      })
      .nullable(),
    breaches: z.array(z.object({ id: z.string(), title: z.string(), dueAt: z.string(), missing: z.number() })),
    costs: z
      .array(
        z.object({
          source: z.string(),
          ceiling: z.number(),
          computed: z.number(),
          recognised: z.number(),
          paid: z.number(),
          left: z.number(),
        }),
      )
      .nullable(),
  }),
})
