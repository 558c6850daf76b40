import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { correctableFields } from '../registry/api.ts'
import { refusalGrounds, requestChannels, requestKinds } from './request-law.ts'

export {
  type RefusalGround,
  refusalGroundNames,
  refusalGrounds,
  type RequestChannel,
  requestChannels,
  type RequestKind,
  requestKinds,
  requestLaw,
} from './request-law.ts'

const wording = z.object({ id: z.string(), en: z.string() })
const workerParams = z.object({ workerId: z.coerce.number().int().positive() })

export const logLine = z.object({
  at: z.string(),
  actorName: z.string(),
  act: z.string(),
  what: wording,
  ground: wording.nullable(),
  details: z.record(z.string(), z.unknown()),
})

/** The NIK travels in the body: addresses end up in logs and histories. */
export const readPersonLog = endpoint({
  method: 'POST',
  path: '/api/audit/of-person',
  summary: { id: 'Jejak audit satu orang, untuk diberikan kepadanya', en: 'The audit trail of one person, to be given to them' },
  roles: ['administrator', 'auditor'],
  body: z.object({ nik: z.string().trim().max(30) }),
  answer: z.object({ workerId: z.number(), lines: z.array(logLine) }),
})

export const readWorkerLog = endpoint({
  method: 'GET',
  path: '/api/privacy/workers/:workerId/log',
  summary: { id: 'Siapa melihat dan mengubah data seorang pekerja', en: 'Who saw and changed the data of a worker' },
  roles: ['officer', 'administrator', 'auditor'],
  params: workerParams,
  answer: z.object({ fullName: z.string(), lines: z.array(logLine) }),
})

export const takeWorkerLog = endpoint({
  method: 'GET',
  path: '/api/privacy/workers/:workerId/log.pdf',
  summary: {
    id: 'Catatan akses seorang pekerja, untuk diberikan kepadanya',
    en: 'The access log of a worker, to be given to them',
  },
  roles: ['officer', 'administrator', 'auditor'],
  params: workerParams,
  answer: 'file',
})

export const takeSubjectExport = endpoint({
  method: 'GET',
  path: '/api/privacy/workers/:workerId/export',
  summary: { id: 'Salinan seluruh data seseorang', en: 'A copy of everything held about a person' },
  roles: ['officer', 'administrator'],
  params: workerParams,
  query: z.object({ format: z.enum(['pdf', 'json']).default('pdf') }),
  answer: 'file',
})

const request = z.object({
  id: z.string(),
  workerId: z.number().nullable(),
  fullName: z.string().nullable(),
  kind: z.enum(requestKinds),
  wish: z.string(),
  channel: z.enum(requestChannels),
  receivedAt: z.string(),
  dueAt: z.string(),
  receivedByName: z.string(),
  state: z.enum(['open', 'granted', 'refused']),
  ground: z.enum(refusalGrounds).nullable(),
  answer: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.string().nullable(),
})

export const listRequests = endpoint({
  method: 'GET',
  path: '/api/privacy/requests',
  summary: { id: 'Permintaan warga atas datanya', en: 'Requests of people about their data' },
  roles: ['officer', 'approver', 'administrator', 'auditor'],
  query: z.object({
    state: z.enum(['open', 'granted', 'refused']).optional(),
    workerId: z.coerce.number().int().positive().optional(),
  }),
  answer: z.object({ requests: z.array(request) }),
})

export const receiveRequest = endpoint({
  method: 'POST',
  path: '/api/privacy/requests',
  summary: { id: 'Catat permintaan seseorang atas datanya', en: 'Record a request of a person about their data' },
  roles: ['officer', 'administrator'],
  body: z.object({
    workerId: z.number().int().positive(),
    kind: z.enum(requestKinds),
    wish: z.string().trim().min(3).max(2000),
    channel: z.enum(requestChannels),
    receivedAt: z.iso.datetime({ offset: true }),
  }),
  answer: z.object({ id: z.string(), dueAt: z.string() }),
})

export const decideRequest = endpoint({
  method: 'POST',
  path: '/api/privacy/requests/:requestId/decision',
  summary: { id: 'Jawab permintaan', en: 'Answer a request' },
  roles: ['officer', 'administrator'],
  params: z.object({ requestId: z.uuid() }),
  body: z.object({
    grants: z.boolean(),
    answer: z.string().trim().min(3).max(2000),
    ground: z.enum(refusalGrounds).optional(),
  }),
  answer: 'nothing',
})

export const correctPerson = endpoint({
  method: 'POST',
  path: '/api/privacy/workers/:workerId/corrections',
  summary: { id: 'Perbaiki satu isian seorang pekerja', en: 'Set one field of a worker right' },
  roles: ['officer', 'administrator'],
  params: workerParams,
  body: z.object({
    field: z.enum(correctableFields),
    value: z.string().max(300),
    ground: z.string().trim().min(3).max(300),
    requestId: z.uuid().optional(),
  }),
  answer: z.object({ id: z.string() }),
})

export const listCorrections = endpoint({
  method: 'GET',
  path: '/api/privacy/workers/:workerId/corrections',
  summary: { id: 'Perbaikan data seorang pekerja, tersamar', en: 'Corrections of a worker, masked' },
  roles: ['officer', 'approver', 'administrator', 'auditor'],
  params: workerParams,
  answer: z.object({
    corrections: z.array(
      z.object({
        id: z.string(),
        field: z.enum(correctableFields),
        before: z.string().nullable(),
        after: z.string().nullable(),
        ground: z.string(),
        madeByName: z.string(),
        madeAt: z.string(),
      }),
    ),
  }),
})
