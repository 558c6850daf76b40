import { z } from 'zod'
import { endpoint, listAnswer, sortedListQuery } from '../platform/endpoint.ts'
import { accessGroundNames, type AccessGround, accessGrounds } from './access-grounds.ts'
import { type CorrectableField, correctableFieldNames, correctableFields } from './correctable.ts'
import { eligibilities, standings } from './workers.ts'

export { type AccessGround, accessGroundNames, accessGrounds, type CorrectableField, correctableFieldNames, correctableFields }
export { eligibilities, standings }

/** What hidden details are asked for: a ground from the list; what is not in the list is said in words. */
export const accessGround = z
  .object({ ground: z.enum(accessGrounds), because: z.string().trim().max(200).default('') })
  .refine((asked) => asked.ground !== 'other' || asked.because.length >= 3, { path: ['because'], message: 'Say what for.' })

/** Who may look at the list of workers; row-level security narrows a village operator to their village. */
const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator', 'village-operator'] as const

/** The filters of every list of workers. */
export const workerFilters = {
  text: z.string().trim().max(100).optional(),
  village: z.string().max(13).optional(),
  district: z.string().max(8).optional(),
  standing: z.enum(standings).optional(),
  coveredBy: z.string().max(40).optional(),
  decile: z.coerce.number().int().min(1).max(10).optional(),
  eligibility: z.enum(eligibilities).optional(),
  ground: z.string().max(60).optional(),
  openGround: z.string().max(60).optional(),
  run: z.uuid().optional(),
}

const civil = z.enum(['not-asked', 'alive', 'deceased', 'unknown'])

export const workerRow = z.object({
  id: z.number(),
  nik: z.string().nullable().describe('masked'),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  sex: z.enum(['L', 'P']).nullable(),
  village: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  occupation: z.string().nullable(),
  civil,
  isDeceased: z.boolean(),
  coveredBy: z.string().nullable(),
  nameAgrees: z.boolean().nullable(),
  birthDateAgrees: z.boolean().nullable(),
  decile: z.number().nullable(),
  isEligible: z.boolean().nullable(),
  unmet: z.array(z.string()),
})

export const listWorkers = endpoint({
  method: 'GET',
  path: '/api/registry/workers',
  summary: { id: 'Daftar pekerja', en: 'The list of workers' },
  roles: readers,
  query: sortedListQuery(workerFilters),
  answer: listAnswer(workerRow),
})

export const workerRecord = z.object({
  id: z.number(),
  nik: z.string().nullable().describe('masked'),
  familyCard: z.string().nullable().describe('masked'),
  fullName: z.string(),
  birthPlace: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: z.enum(['L', 'P']).nullable(),
  address: z.string().nullable(),
  neighbourhood: z.string().nullable(),
  village: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  occupation: z.string().nullable(),
  monthlyIncome: z.number().nullable(),
  hasPhone: z.boolean(),
  hasMotherName: z.boolean(),
  sourceFile: z.string().nullable(),
  intakeFileId: z.string().nullable(),
  recordedAt: z.string(),
  removedAt: z.string().nullable(),
  history: z.array(
    z.object({ at: z.string(), actorName: z.string(), act: z.string(), details: z.record(z.string(), z.unknown()) }),
  ),
})

const workerParams = z.object({ id: z.coerce.number().int().positive() })

export const readWorker = endpoint({
  method: 'GET',
  path: '/api/registry/workers/:id',
  summary: { id: 'Satu pekerja', en: 'One worker' },
  roles: readers,
  params: workerParams,
  answer: workerRecord,
})

export const showIdentity = endpoint({
  method: 'POST',
  path: '/api/registry/workers/:id/identity',
  summary: { id: 'Tampilkan NIK, KK, dan nomor HP utuh', en: 'Show the whole NIK, family card and phone number' },
  roles: ['officer', 'approver', 'auditor', 'administrator', 'village-operator'],
  params: workerParams,
  body: accessGround,
  answer: z.object({
    nik: z.string().nullable(),
    familyCard: z.string().nullable(),
    phone: z.string().nullable(),
    motherName: z.string().nullable(),
  }),
})

export const exportWorkers = endpoint({
  method: 'GET',
  path: '/api/registry/export',
  summary: { id: 'Ekspor daftar pekerja yang tersaring', en: 'Export the filtered list of workers' },
  roles: ['officer', 'approver', 'auditor', 'administrator'],
  query: z.object({ ...workerFilters, format: z.enum(['csv', 'xlsx']).default('xlsx'), fullNik: z.stringbool().default(false) }),
  answer: 'file',
})
