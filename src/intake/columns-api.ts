import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'

const handers = ['officer', 'village-operator'] as const
const readers = ['officer', 'village-operator', 'approver', 'auditor', 'administrator'] as const
const wording = z.object({ id: z.string(), en: z.string() })
const listId = z.object({ intakeId: z.uuid(), fileId: z.uuid() })

/** The fields a column may be named for, as the server knows them. */
export const fieldName = z.enum([
  'rowNumber',
  'nik',
  'familyCard',
  'fullName',
  'birthPlace',
  'birthDate',
  'birthPlaceAndDate',
  'sex',
  'motherName',
  'address',
  'hamlet',
  'rtRw',
  'rt',
  'rw',
  'village',
  'district',
  'occupation',
  'income',
  'phone',
  'email',
])

const columnShape = z.object({
  column: z.number(),
  /** As a spreadsheet names it: A, B, …, AA. */
  letter: z.string(),
  header: z.string(),
  field: fieldName.nullable(),
  /** 0–1. */
  confidence: z.number(),
  by: z.enum(['header', 'content', 'clerk', 'remembered', 'none']),
  samples: z.array(z.string()),
})

const tableShape = z.object({
  sheet: z.string(),
  headerRows: z.array(z.number()),
  fingerprint: z.string(),
  /** People were read from it; else it is a title page, a summary, or a list nobody has pointed out yet. */
  isRead: z.boolean(),
  /** The first rows as they stand, for choosing the heading. */
  firstRows: z.array(z.object({ row: z.number(), text: z.string() })),
  columns: z.array(columnShape),
  remembered: z.object({ list: z.string(), by: z.string(), at: z.string() }).nullable(),
})

const headerRows = z.array(z.number().int().min(1).max(1_048_576)).max(2)
const columnsSaid = z.record(z.string().regex(/^\d{1,5}$/), fieldName.nullable())
const sheetName = z.string().max(255)

export const readColumns = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/lists/:fileId/columns',
  summary: { id: 'Kolom suatu daftar sebagaimana dikenali', en: 'The columns of a list as they were recognised' },
  roles: readers,
  params: listId,
  answer: z.object({
    list: z.object({
      id: z.string(),
      name: z.string(),
      village: z.string(),
      state: z.string(),
      rows: z.number(),
      decided: z.number(),
    }),
    intake: z.object({ id: z.string(), title: z.string(), state: z.string() }),
    /** Why the columns may not be changed now; null when they may. */
    whyNot: z.object({ title: wording, why: wording.optional(), todo: wording.optional() }).nullable(),
    fields: z.array(z.object({ field: fieldName, label: wording })),
    tables: z.array(tableShape),
  }),
})

export const previewColumns = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/lists/:fileId/columns/preview',
  summary: { id: 'Sepuluh orang sebagaimana akan dibaca', en: 'Ten people as they would be read' },
  roles: handers,
  params: listId,
  /** Without `columns` they are guessed under the heading given. */
  body: z.object({ sheet: sheetName, headerRows, columns: columnsSaid.optional() }),
  answer: z.object({
    table: tableShape,
    people: z.array(
      z.object({
        row: z.number(),
        nik: z.string(),
        fullName: z.string(),
        birthDate: z.string(),
        sex: z.string(),
        motherName: z.string(),
        address: z.string(),
        occupation: z.string(),
        verdict: z.enum(['accepted', 'review', 'refused']),
        findings: z.array(z.object({ name: wording, severity: z.enum(['refuse', 'review', 'note']) })),
      }),
    ),
    /** Among the first rows. */
    counts: z.object({ people: z.number(), accepted: z.number(), review: z.number(), refused: z.number(), leftOut: z.number() }),
  }),
})

export const mapColumns = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/lists/:fileId/columns',
  summary: { id: 'Baca ulang daftar dengan kolom yang ditunjuk', en: 'Read a list anew by the columns pointed out' },
  roles: handers,
  params: listId,
  body: z.object({
    tables: z
      .array(z.object({ sheet: sheetName, headerRows, columns: columnsSaid }))
      .min(1)
      .max(200),
    remembers: z.boolean(),
  }),
  answer: z.object({ taskId: z.string() }),
})

export const forgetColumns = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/lists/:fileId/columns/forget',
  summary: { id: 'Lupakan kolom yang diingat untuk pengirim ini', en: 'Forget the columns remembered for this sender' },
  roles: handers,
  params: listId,
  body: z.object({ fingerprint: z.string().max(20_000) }),
  answer: z.object({ forgotten: z.number() }),
})
