import { z } from 'zod'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { ageBounds, differingFields, layouts, scopes } from './layouts-api.ts'
import { registers } from './registers.ts'

export { ageBounds, differingFields, layouts, scopes }
export type { DifferingField, Scope } from './layouts-api.ts'

const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator'] as const
const register = z.enum(registers)
const count = z.number().int()
const field = z.enum(differingFields)

export const readAges = endpoint({
  method: 'GET',
  path: '/api/matching/ages',
  summary: { id: 'Umur jawaban setiap register', en: 'How old the answers of each register are' },
  roles: readers,
  answer: z.object({
    registers: z.array(
      z.object({
        register,
        days: count,
        ages: z.array(count).describe('up to 30, 90, 180, 365 days, older'),
        never: count,
        waiting: count,
        due: count,
        oldest: z.string().nullable(),
      }),
    ),
  }),
})

export const setPeriod = endpoint({
  method: 'PUT',
  path: '/api/matching/periods/:register',
  summary: { id: 'Atur masa berlaku jawaban register', en: 'Set after how many days a register is asked again' },
  roles: ['officer', 'administrator'],
  params: z.object({ register }),
  body: z.object({ days: z.number().int().min(1).max(3650) }),
  answer: z.object({ register, days: count }),
})

export const newRequest = z.object({
  register,
  who: z.enum(scopes),
  village: z.string().max(13).optional(),
  layout: z.string().max(20).optional(),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
})

export const askRegister = endpoint({
  method: 'POST',
  path: '/api/matching/requests',
  summary: { id: 'Buat berkas permintaan ke register', en: 'Make the file with which a register is asked' },
  roles: ['officer'],
  body: newRequest,
  answer: z.object({ taskId: z.string() }),
})

export const listRequests = endpoint({
  method: 'GET',
  path: '/api/matching/requests',
  summary: { id: 'Permintaan ke register', en: 'Requests to registers' },
  roles: readers,
  answer: z.object({
    requests: z.array(
      z.object({
        requestId: z.string(),
        register,
        layout: z.string(),
        who: z.enum(scopes),
        villageName: z.string().nullable(),
        format: z.enum(['csv', 'xlsx']),
        columns: z.array(z.string()),
        people: count,
        leftOut: count,
        fileName: z.string(),
        askedOn: z.string(),
        madeByName: z.string(),
        madeAt: z.string(),
        answeredBy: z.string().nullable(),
      }),
    ),
  }),
})

export const fetchRequest = endpoint({
  method: 'GET',
  path: '/api/matching/requests/:requestId/file',
  summary: { id: 'Ambil berkas permintaan (NIK utuh, tercatat)', en: 'Fetch the file of a request (whole NIKs, logged)' },
  roles: ['officer'],
  params: z.object({ requestId: z.uuid() }),
  answer: 'file',
})

export const differenceRow = z.object({
  workerId: z.number(),
  name: z.string(),
  nik: z.string().nullable().describe('masked'),
  villageName: z.string(),
  field,
  ours: z.array(z.object({ text: z.string(), differs: z.boolean() })),
  theirs: z.array(z.object({ text: z.string(), differs: z.boolean() })),
  answeredOn: z.string(),
  decidedByName: z.string().nullable(),
})

const differenceFilters = {
  state: z.enum(['open', 'ours']).default('open'),
  field: field.optional(),
  village: z.string().max(13).optional(),
}

export const listDifferences = endpoint({
  method: 'GET',
  path: '/api/matching/differences',
  summary: { id: 'Perbedaan dengan Dukcapil', en: 'Where the civil registry has another value' },
  roles: readers,
  query: listQuery(differenceFilters),
  answer: listAnswer(differenceRow),
})

export const countDifferences = endpoint({
  method: 'GET',
  path: '/api/matching/differences/counts',
  summary: { id: 'Jumlah perbedaan per kolom', en: 'How many differences there are by field' },
  roles: readers,
  answer: z.object({ counts: z.array(z.object({ field, state: z.enum(['open', 'ours']), count })) }),
})

const deciding = z.object({
  field,
  workerIds: z
    .array(z.number().int().positive())
    .min(1)
    .max(1000)
    .optional()
    .describe('absent: everybody in whom this field differs'),
  village: z.string().max(13).optional(),
})

export const takeOver = endpoint({
  method: 'POST',
  path: '/api/matching/differences/take-over',
  summary: { id: 'Ambil nilai Dukcapil', en: 'Take over the value of the civil registry' },
  roles: ['officer'],
  body: deciding,
  answer: z.object({ corrected: count }),
})

export const keepOurs = endpoint({
  method: 'POST',
  path: '/api/matching/differences/keep-ours',
  summary: { id: 'Tetap pakai nilai kami', en: 'Keep our own value' },
  roles: ['officer'],
  body: deciding,
  answer: z.object({ kept: count }),
})
