import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { workerFilters } from '../registry/api.ts'
import { breachSteps, revealedKinds } from './breach-steps.ts'

export {
  breachHours,
  type BreachStep,
  breachStepActs,
  breachStepNames,
  breachSteps,
  type RevealedKind,
  revealedKinds,
  revealedNames,
} from './breach-steps.ts'

const wording = z.object({ id: z.string(), en: z.string() })
const readers = ['officer', 'approver', 'administrator', 'auditor'] as const
const keepers = ['officer', 'administrator'] as const
const sentence = (most: number) => z.string().trim().min(3).max(most)

export const readSchedule = endpoint({
  method: 'GET',
  path: '/api/privacy/retention',
  summary: { id: 'Jadwal retensi dan berapa yang sudah lewat waktunya', en: 'The retention schedule and how much is due' },
  roles: readers,
  answer: z.object({
    lines: z.array(
      z.object({
        id: z.string(),
        what: wording,
        days: z.number().nullable(),
        why: wording,
        law: z.string().nullable(),
        afterwards: z.enum(['delete', 'forget', 'keep']),
        due: z.number(),
      }),
    ),
  }),
})

export const startRetention = endpoint({
  method: 'POST',
  path: '/api/privacy/retention/run',
  summary: { id: 'Hapus yang sudah lewat waktunya', en: 'Delete what is kept no longer' },
  roles: ['administrator'],
  answer: z.object({ taskId: z.string() }),
})

export const readRegister = endpoint({
  method: 'GET',
  path: '/api/privacy/processing',
  summary: { id: 'Rekaman kegiatan pemrosesan', en: 'The register of processing' },
  roles: readers,
  answer: z.object({
    activities: z.array(
      z.object({
        id: z.string(),
        purpose: wording,
        legalBasis: z.string(),
        categories: wording,
        recipients: wording,
        retention: wording,
        measures: wording,
        addedByName: z.string().nullable(),
      }),
    ),
  }),
})

export const exportRegister = endpoint({
  method: 'GET',
  path: '/api/privacy/processing/export',
  summary: { id: 'Ekspor rekaman kegiatan pemrosesan', en: 'Export the register of processing' },
  roles: readers,
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  answer: 'file',
})

export const addActivity = endpoint({
  method: 'POST',
  path: '/api/privacy/processing',
  summary: { id: 'Tambah kegiatan pemrosesan daerah', en: 'Add a processing activity of the region' },
  roles: keepers,
  body: z.object({
    purpose: sentence(300),
    legalBasis: sentence(300),
    categories: sentence(500),
    recipients: sentence(500),
    retention: sentence(300),
    measures: sentence(500),
  }),
  answer: z.object({ id: z.string() }),
})

const activityParams = z.object({ activityId: z.uuid() })

export const endActivity = endpoint({
  method: 'DELETE',
  path: '/api/privacy/processing/:activityId',
  summary: { id: 'Akhiri kegiatan pemrosesan daerah', en: 'End a processing activity of the region' },
  roles: keepers,
  params: activityParams,
  answer: 'nothing',
})

const stepTaken = z.object({ at: z.string(), byName: z.string().nullable() }).nullable()

const breach = z.object({
  id: z.string(),
  title: z.string(),
  noticedAt: z.string(),
  dueAt: z.string(),
  happened: z.string(),
  cause: z.string(),
  revealed: z.array(z.enum(revealedKinds)),
  handling: z.string(),
  needsPublicNotice: z.boolean().nullable(),
  steps: z.object({ assessed: stepTaken, contained: stepTaken, 'persons-notified': stepTaken, 'authority-notified': stepTaken }),
  affected: z.number(),
  recordedByName: z.string(),
  closedAt: z.string().nullable(),
  closedByName: z.string().nullable(),
  report: z.string().nullable(),
})

const breachParams = z.object({ breachId: z.uuid() })

export const listBreaches = endpoint({
  method: 'GET',
  path: '/api/privacy/breaches',
  summary: { id: 'Kegagalan pelindungan data', en: 'Breaches' },
  roles: readers,
  answer: z.object({ breaches: z.array(breach) }),
})

export const readBreach = endpoint({
  method: 'GET',
  path: '/api/privacy/breaches/:breachId',
  summary: { id: 'Satu kegagalan pelindungan data', en: 'One breach' },
  roles: readers,
  params: breachParams,
  answer: breach,
})

export const recordBreach = endpoint({
  method: 'POST',
  path: '/api/privacy/breaches',
  summary: { id: 'Catat kegagalan pelindungan data', en: 'Record a breach' },
  roles: keepers,
  body: z.object({
    title: sentence(200),
    noticedAt: z.iso.datetime({ offset: true }),
    happened: sentence(2000),
    cause: sentence(2000),
    revealed: z.array(z.enum(revealedKinds)).min(1),
    handling: z.string().trim().max(4000).default(''),
  }),
  answer: z.object({ id: z.string(), dueAt: z.string() }),
})

export const takeStep = endpoint({
  method: 'POST',
  path: '/api/privacy/breaches/:breachId/steps',
  summary: { id: 'Catat satu langkah penanganan', en: 'Note a step' },
  roles: keepers,
  params: breachParams,
  body: z.object({
    step: z.enum(breachSteps),
    handling: z.string().trim().max(4000).optional(),
    needsPublicNotice: z.boolean().optional(),
  }),
  answer: 'nothing',
})

export const addAffected = endpoint({
  method: 'POST',
  path: '/api/privacy/breaches/:breachId/affected',
  summary: { id: 'Tambah warga terdampak dari saringan pekerja', en: 'Add those affected from a selection of workers' },
  roles: keepers,
  params: breachParams,
  body: z.object(workerFilters),
  answer: z.object({ added: z.number(), affected: z.number() }),
})

export const clearAffected = endpoint({
  method: 'DELETE',
  path: '/api/privacy/breaches/:breachId/affected',
  summary: { id: 'Kosongkan daftar warga terdampak', en: 'Empty the list of those affected' },
  roles: keepers,
  params: breachParams,
  answer: 'nothing',
})

export const takeAffectedList = endpoint({
  method: 'GET',
  path: '/api/privacy/breaches/:breachId/affected.csv',
  summary: { id: 'Daftar warga terdampak untuk diberi tahu', en: 'The list of those affected, to tell them' },
  roles: keepers,
  params: breachParams,
  answer: 'file',
})

export const takeLetter = endpoint({
  method: 'GET',
  path: '/api/privacy/breaches/:breachId/letter',
  summary: { id: 'Surat pemberitahuan', en: 'The written notice' },
  roles: readers,
  params: breachParams,
  query: z.object({ to: z.enum(['persons', 'authority']) }),
  answer: 'file',
})

export const closeBreach = endpoint({
  method: 'POST',
  path: '/api/privacy/breaches/:breachId/close',
  summary: { id: 'Tutup dengan laporan', en: 'Close with a report' },
  roles: keepers,
  params: breachParams,
  body: z.object({ report: sentence(8000) }),
  answer: 'nothing',
})
