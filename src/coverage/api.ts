import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { coverageSegments } from './segments-api.ts'

const readers = [
  'administrator',
  'officer',
  'approver',
  'treasurer',
  'village-operator',
  'task-force',
  'insurer',
  'planner',
  'assessor',
  'auditor',
] as const

const segment = z.enum(coverageSegments).default('RENTAN')
const onDay = z.object({ on: z.iso.date().optional(), segment })

const denominator = z.object({
  workers: z.number(),
  year: z.number(),
  source: z.string(),
  sourceDate: z.string(),
  isDemo: z.boolean(),
  isSum: z.boolean(),
})

const figures = {
  members: z.number(),
  paidForMonth: z.number(),
  insuredByOthers: z.number(),
  covered: z.number(),
  universe: denominator.nullable(),
  share: z.number().nullable(),
  gap: z.number().nullable(),
}

const area = z.object({
  area: z.string(),
  name: z.string(),
  level: z.enum(['regency', 'district', 'village']),
  parent: z.string().nullable(),
  ...figures,
})

const target = z.object({ share: z.number(), source: z.string() }).nullable()

const headline = z.object({
  on: z.string(),
  segment: z.enum(coverageSegments),
  whole: area,
  insuredWithoutVillage: z.number(),
  insuredAnsweredOn: z.string().nullable(),
  target,
  villagesWithoutUniverse: z.number(),
  isPartial: z.boolean(),
})

/** The headline of each segment: active means that a cover's period includes the day. */
export const readHeadlines = endpoint({
  method: 'GET',
  path: '/api/coverage',
  summary: { id: 'Cakupan wilayah', en: 'Coverage of the region' },
  roles: readers,
  query: z.object({ on: z.iso.date().optional() }),
  answer: z.object({ on: z.string(), segments: z.array(headline) }),
})

export const readAreas = endpoint({
  method: 'GET',
  path: '/api/coverage/areas',
  summary: { id: 'Cakupan per kecamatan dan desa', en: 'Coverage by district and village' },
  roles: readers,
  query: onDay,
  answer: headline.extend({ districts: z.array(area), villages: z.array(area) }),
})

export const readSeries = endpoint({
  method: 'GET',
  path: '/api/coverage/series',
  summary: { id: 'Cakupan per bulan', en: 'Coverage month by month' },
  roles: readers,
  query: z.object({ year: z.coerce.number().int().min(2015).max(2100).optional(), segment }),
  answer: z.object({
    year: z.number(),
    segment: z.enum(coverageSegments),
    months: z.array(
      z.object({
        month: z.string(),
        on: z.string(),
        members: z.number(),
        paid: z.number(),
        insuredByOthers: z.number().nullable(),
        covered: z.number().nullable(),
        universe: z.number().nullable(),
        share: z.number().nullable(),
      }),
    ),
    target,
  }),
})

export const readGaps = endpoint({
  method: 'GET',
  path: '/api/coverage/gaps',
  summary: { id: 'Desa dengan kesenjangan terbesar', en: 'Villages with the largest gap' },
  roles: readers,
  query: onDay.extend({ limit: z.coerce.number().int().min(1).max(500).default(20) }),
  answer: z.object({ on: z.string(), villages: z.array(area), villagesWithoutUniverse: z.number() }),
})

/** A village may count in several customary villages, so the rows do not add up to the region. */
export const readCustomary = endpoint({
  method: 'GET',
  path: '/api/coverage/customary',
  summary: { id: 'Cakupan per desa adat', en: 'Coverage by customary village' },
  roles: readers,
  query: onDay,
  answer: z.object({
    on: z.string(),
    customaryVillages: z.array(
      z.object({ id: z.number(), name: z.string(), isDemo: z.boolean(), villages: z.array(z.string()), ...figures }),
    ),
  }),
})

export const takeFile = endpoint({
  method: 'GET',
  path: '/api/coverage/file',
  summary: { id: 'Unduh cakupan', en: 'Download coverage' },
  roles: readers,
  query: onDay.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  answer: 'file',
})
