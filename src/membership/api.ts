import { z } from 'zod'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { endReasons, periodStates } from './reasons-api.ts'

const readers = [
  'administrator',
  'officer',
  'approver',
  'treasurer',
  'village-operator',
  'task-force',
  'insurer',
  'planner',
  'auditor',
] as const

const day = z.iso.date()
const periodId = z.coerce.number().int().positive()

const filters = {
  programmeId: z.uuid().optional(),
  area: z.string().max(13).optional(),
  state: z.enum(periodStates).optional(),
  reason: z.enum(endReasons).optional(),
  text: z.string().trim().max(100).optional(),
  deceased: z.enum(['not-ended']).optional(),
}

export const periodRow = z.object({
  id: z.number(),
  workerId: z.number(),
  fullName: z.string(),
  nik: z.string(),
  village: z.string(),
  villageName: z.string(),
  programmeId: z.string(),
  programmeCode: z.string(),
  memberNumber: z.string().nullable(),
  firstDay: z.string(),
  lastDay: z.string(),
  state: z.enum(periodStates),
  endReason: z.enum(endReasons).nullable(),
  replaces: z.number().nullable(),
})

export const listPeriods = endpoint({
  method: 'GET',
  path: '/api/membership/periods',
  summary: { id: 'Masa kepesertaan', en: 'Membership periods' },
  roles: readers,
  query: listQuery(filters),
  answer: listAnswer(periodRow),
})

export const exportPeriods = endpoint({
  method: 'GET',
  path: '/api/membership/periods/file',
  summary: { id: 'Unduh masa kepesertaan', en: 'Download membership periods' },
  roles: readers,
  query: z.object({ ...filters, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  answer: 'file',
})

export const readCounts = endpoint({
  method: 'GET',
  path: '/api/membership/counts',
  summary: { id: 'Jumlah peserta per program dan keadaan', en: 'Members by programme and state' },
  roles: readers,
  answer: z.object({
    on: z.string(),
    programmes: z.array(
      z.object({
        programmeId: z.string(),
        programmeCode: z.string(),
        programmeName: z.string(),
        quota: z.number(),
        upcoming: z.number(),
        active: z.number(),
        lapsing: z.number(),
        ended: z.number(),
        reasons: z.partialRecord(z.enum(endReasons), z.number()),
      }),
    ),
  }),
})

const neighbour = z.object({ periodId: z.number(), workerId: z.number(), fullName: z.string() }).nullable()

export const membershipShape = z.object({
  workerId: z.number(),
  fullName: z.string(),
  nik: z.string(),
  village: z.string(),
  villageName: z.string(),
  periods: z.array(
    z.object({
      id: z.number(),
      programmeId: z.string(),
      programmeCode: z.string(),
      programmeName: z.string(),
      decreeNumber: z.string(),
      memberNumber: z.string().nullable(),
      package: z.string(),
      payer: z.string(),
      firstDay: z.string(),
      lastDay: z.string(),
      endReason: z.enum(endReasons).nullable(),
      endedBy: z.string().nullable(),
      endedAt: z.string().nullable(),
      replaces: neighbour,
      replacedBy: neighbour,
      monthsPaid: z.number(),
    }),
  ),
  paidMonths: z.array(z.string()),
  clocks: z.object({
    coveredSince: z.string().nullable(),
    isCovered: z.boolean(),
    fullDeathBenefitFrom: z.string().nullable(),
    hasFullDeathBenefit: z.boolean(),
    monthsPaid: z.number(),
    monthsToScholarship: z.number(),
    monthsUnpaid: z.number(),
    payBefore: z.string().nullable(),
    daysToLapse: z.number().nullable(),
  }),
  history: z.array(
    z.object({ id: z.number(), at: z.string(), by: z.string(), act: z.string(), details: z.record(z.string(), z.unknown()) }),
  ),
})

export const readPerson = endpoint({
  method: 'GET',
  path: '/api/membership/people/:workerId',
  summary: { id: 'Kepesertaan seseorang dan hitungan waktunya', en: 'A person’s membership and the clocks that run' },
  roles: readers,
  params: z.object({ workerId: z.coerce.number().int().positive() }),
  answer: membershipShape,
})

export const openPeriods = endpoint({
  method: 'POST',
  path: '/api/membership/periods',
  summary: { id: 'Buka kepesertaan dari SK', en: 'Open covers from a decree' },
  roles: ['officer', 'administrator', 'treasurer'],
  body: z.object({ decreeId: z.uuid() }),
  answer: z.object({ opened: z.number(), coveredAlready: z.number(), isNew: z.boolean() }),
})

export const endPeriod = endpoint({
  method: 'POST',
  path: '/api/membership/periods/:periodId/end',
  summary: { id: 'Akhiri kepesertaan', en: 'End a cover' },
  roles: ['officer', 'administrator'],
  params: z.object({ periodId }),
  body: z.object({ reason: z.enum(endReasons), lastDay: day }),
  answer: z.object({ periodId: z.number(), workerId: z.number(), lastDay: z.string(), monthsToReclaim: z.array(z.string()) }),
})

export const replacePeriod = endpoint({
  method: 'POST',
  path: '/api/membership/periods/:periodId/replacement',
  summary: { id: 'Isi tempat dari daftar tunggu', en: 'Give the place to the next waiting' },
  roles: ['officer', 'administrator'],
  params: z.object({ periodId }),
  answer: z.object({
    periodId: z.number(),
    workerId: z.number(),
    fullName: z.string(),
    position: z.number(),
    firstDay: z.string(),
    lastDay: z.string(),
  }),
})

export const recordNumbers = endpoint({
  method: 'POST',
  path: '/api/membership/numbers',
  summary: { id: 'Catat nomor peserta dari BPJS', en: 'Record the member numbers BPJS gave' },
  roles: ['officer', 'administrator', 'insurer'],
  body: z.object({
    numbers: z
      .array(z.object({ nik: z.string().regex(/^\d{16}$/), memberNumber: z.string().trim().min(5).max(20) }))
      .min(1)
      .max(10_000),
  }),
  answer: z.object({ recorded: z.number(), unknown: z.array(z.string()) }),
})
