import { z } from 'zod'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { ageBounds, layouts, scopes } from './layouts-api.ts'
import { registers } from './registers.ts'

export { ageBounds, layouts, scopes }
export type { Scope } from './layouts-api.ts'

const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator'] as const
const register = z.enum(registers)
const count = z.number().int()

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

export const dueRow = z.object({
  workerId: z.number(),
  name: z.string(),
  nik: z.string().nullable().describe('masked'),
  villageName: z.string(),
  answeredOn: z.string().nullable(),
  askedOn: z.string().nullable(),
})

const dueFilters = {
  register: register.default('dukcapil'),
  awaiting: z.enum(['due', 'waiting']).default('due'),
  village: z.string().max(13).optional(),
}

export const listDue = endpoint({
  method: 'GET',
  path: '/api/matching/due',
  summary: { id: 'Pekerja yang perlu ditanyakan lagi', en: 'Workers it is time to ask about again' },
  roles: readers,
  query: listQuery(dueFilters),
  answer: listAnswer(dueRow),
})

export const exportDue = endpoint({
  method: 'GET',
  path: '/api/matching/due/export',
  summary: { id: 'Ekspor pekerja yang perlu ditanyakan lagi', en: 'Export the workers it is time to ask about again' },
  roles: ['officer', 'approver', 'auditor', 'administrator'],
  query: z.object({ ...dueFilters, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  answer: 'file',
})
