import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { fields } from './answers/fields.ts'
import { differingFields } from './layouts-api.ts'
import { registers } from './registers.ts'

export { registers }

const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator', 'village-operator'] as const

const register = z.enum(registers)
const count = z.number().int()

export const matchSummary = z.object({
  workers: count,
  deceased: count,
  covered: z.array(z.object({ segment: z.string(), workers: count })),
  unknown: count,
  nameDiffers: count,
  birthDateDiffers: count,
  noDecile: count,
  notAsked: count,
  answeredOn: z.object({
    dukcapil: z.string().nullable(),
    bpjs: z.string().nullable(),
    dtsen: z.string().nullable(),
    deaths: z.string().nullable(),
  }),
})

export const readMatchSummary = endpoint({
  method: 'GET',
  path: '/api/matching/summary',
  summary: { id: 'Hasil pemadanan', en: 'What the registers say, in counts' },
  roles: readers,
  answer: matchSummary,
})

export const exchangeShape = z.object({
  exchangeId: z.string(),
  register,
  fileName: z.string(),
  answeredOn: z.string(),
  records: count,
  faulty: count,
  faults: z.array(
    z.object({
      sheet: z.string(),
      line: count,
      reason: z.string(),
      value: z.string(),
      wording: z.object({ id: z.string(), en: z.string() }),
    }),
  ),
  leftOut: count.describe('lines about nobody: titles, totals, signatures'),
  notFound: count.describe('people the register does not know'),
  strangers: count.describe('NIKs nobody in the registry has'),
  unasked: count.nullable().describe('NIKs that were in no request; null when the file answers none'),
  columns: z.array(
    z.object({
      sheet: z.string(),
      head: z.string(),
      field: z.enum(fields),
      holds: z.enum(['value', 'verdict', 'ours']),
    }),
  ),
  receivedBy: z.string(),
  receivedAt: z.string(),
})

export const listExchanges = endpoint({
  method: 'GET',
  path: '/api/matching/exchanges',
  summary: { id: 'Jawaban register yang sudah diterima', en: 'Answers of registers taken in' },
  roles: ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator'],
  answer: z.object({ exchanges: z.array(exchangeShape) }),
})

/** Multipart: text fields `register`, `answeredOn` and `requestId` (both optional) first, then one file. */
export const sendAnswer = endpoint({
  method: 'POST',
  path: '/api/matching/exchanges',
  summary: { id: 'Kirim jawaban register (XLSX, XLS, ODS, CSV)', en: 'Hand in the answer of a register (XLSX, XLS, ODS, CSV)' },
  roles: ['officer'],
  body: 'files',
  answer: z.object({ taskId: z.string() }),
})

const sourced = { answeredOn: z.string(), fileName: z.string() }

export const workerAnswers = z.object({
  match: z
    .object({
      civil: z.enum(['not-asked', 'alive', 'deceased', 'unknown']),
      nameAgrees: z.boolean().nullable(),
      birthDateAgrees: z.boolean().nullable(),
      coveredBy: z.string().nullable(),
      decile: z.number().nullable(),
      diedOn: z.string().nullable(),
      isDeceased: z.boolean(),
      matchedAt: z.string(),
    })
    .nullable(),
  civil: z
    .object({
      ...sourced,
      fullName: z.string().nullable(),
      birthDate: z.string().nullable(),
      village: z.string().nullable(),
      isAlive: z.boolean(),
      disagrees: z
        .array(z.object({ field: z.enum(differingFields), similarity: z.number().nullable() }))
        .describe('fields in which it only said that our value is another than its own'),
    })
    .nullable(),
  insured: z.array(z.object({ ...sourced, segment: z.string(), isActive: z.boolean(), programmes: z.string() })),
  welfare: z.object({ ...sourced, decile: z.number().nullable() }).nullable(),
  death: z.object({ ...sourced, diedOn: z.string().nullable(), certificateNumber: z.string().nullable() }).nullable(),
})

export const readWorkerAnswers = endpoint({
  method: 'GET',
  path: '/api/matching/workers/:id',
  summary: { id: 'Jawaban setiap register tentang satu pekerja', en: 'What each register answered about one worker' },
  roles: readers,
  params: z.object({ id: z.coerce.number().int().positive() }),
  answer: workerAnswers,
})
