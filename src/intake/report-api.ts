import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'

const readers = ['officer', 'village-operator', 'approver', 'auditor', 'administrator'] as const

/** The kinds of error of Frictionless that a list can have, and those it leaves to a domain. */
export const reportErrorTypes = [
  'constraint-error',
  'type-error',
  'unique-error',
  'foreign-key',
  'row-constraint',
  'format-error',
  'missing-label',
  'nik-structure',
  'nik-precision-lost',
  'already-enrolled',
  'deceased',
  'duplicate-across-batch',
] as const

/** What was found in one cell; `severity`, `code`, `wording` and `sheet` are ours, the rest are the names Frictionless gives. */
const cellError = z.object({
  type: z.enum(reportErrorTypes),
  title: z.string(),
  description: z.string(),
  message: z.string(),
  tags: z.array(z.string()),
  note: z.string(),
  /** As the sheet counts, from 1; absent for what is wrong with the whole file. */
  rowNumber: z.number().int().positive().optional(),
  cells: z.array(z.string()).optional(),
  cell: z.string().optional(),
  fieldName: z.string().optional(),
  fieldNumber: z.number().int().positive().optional(),
  severity: z.enum(['refuse', 'review']),
  code: z.string(),
  sheet: z.string().optional(),
  wording: z.object({ id: z.string(), en: z.string() }),
})

const taskStats = z.object({
  errors: z.number().int(),
  warnings: z.number().int(),
  seconds: z.number(),
  rows: z.number().int(),
  fields: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
})

/** A validation report in the shape of Frictionless (`report` of frictionless-py 5): one task for each list of the intake. */
export const validationReport = z.object({
  valid: z.boolean(),
  stats: z.object({ tasks: z.number().int(), errors: z.number().int(), warnings: z.number().int(), seconds: z.number() }),
  warnings: z.array(z.string()),
  errors: z.array(cellError),
  tasks: z.array(
    z.object({
      name: z.string(),
      type: z.literal('table'),
      valid: z.boolean(),
      place: z.string(),
      labels: z.array(z.string()),
      stats: taskStats,
      /** Notes by kind, and what of the report was left out. */
      warnings: z.array(z.string()),
      errors: z.array(cellError),
    }),
  ),
})

export const readReport = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/report',
  summary: {
    id: 'Laporan pemeriksaan dalam bentuk Frictionless',
    en: 'Validation report in the shape of Frictionless',
  },
  roles: readers,
  params: z.object({ intakeId: z.uuid() }),
  /** At most so many errors are told of each list; the stats count all. */
  query: z.object({ limit: z.coerce.number().int().min(0).max(10_000).default(1000) }),
  answer: validationReport,
})
