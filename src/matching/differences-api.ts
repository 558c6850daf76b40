import { z } from 'zod'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { differingFields } from './layouts-api.ts'

export { differingFields }
export type { DifferingField } from './layouts-api.ts'

const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator'] as const
const count = z.number().int()
const field = z.enum(differingFields)

export const differenceRow = z.object({
  workerId: z.number(),
  name: z.string(),
  nik: z.string().nullable().describe('masked'),
  villageName: z.string(),
  field,
  ours: z.array(z.object({ text: z.string(), differs: z.boolean() })),
  theirs: z
    .array(z.object({ text: z.string(), differs: z.boolean() }))
    .nullable()
    .describe('null: the register only says that ours differs'),
  similarity: z.number().nullable().describe('how near the register says the two are, 0 to 100'),
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

export const exportDifferences = endpoint({
  method: 'GET',
  path: '/api/matching/differences/export',
  summary: { id: 'Ekspor perbedaan yang tersaring', en: 'Export the filtered differences' },
  roles: ['officer', 'approver', 'auditor', 'administrator'],
  query: z.object({ ...differenceFilters, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  answer: 'file',
})

export const countDifferences = endpoint({
  method: 'GET',
  path: '/api/matching/differences/counts',
  summary: { id: 'Jumlah perbedaan per kolom', en: 'How many differences there are by field' },
  roles: readers,
  query: z.object({ village: z.string().max(13).optional() }),
  answer: z.object({
    counts: z.array(
      z.object({ field, state: z.enum(['open', 'ours']), count, told: count.describe('with a value that can be taken over') }),
    ),
  }),
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
  answer: z.object({ taskId: z.string() }),
})

export const keepOurs = endpoint({
  method: 'POST',
  path: '/api/matching/differences/keep-ours',
  summary: { id: 'Tetap pakai nilai kami', en: 'Keep our own value' },
  roles: ['officer'],
  body: deciding,
  answer: z.object({ taskId: z.string() }),
})

export const listDecisions = endpoint({
  method: 'GET',
  path: '/api/matching/decisions',
  summary: { id: 'Keputusan tentang perbedaan', en: 'Decisions about differences' },
  roles: readers,
  answer: z.object({
    decisions: z.array(
      z.object({
        decisionId: z.string(),
        kind: z.enum(['taken-over', 'ours-kept']),
        field,
        villageName: z.string().nullable(),
        chosen: z.boolean(),
        people: count,
        madeByName: z.string(),
        madeAt: z.string(),
        undonePeople: count.nullable(),
        undoneByName: z.string().nullable(),
        undoneAt: z.string().nullable(),
      }),
    ),
  }),
})

export const undoDecision = endpoint({
  method: 'POST',
  path: '/api/matching/decisions/:decisionId/undo',
  summary: { id: 'Batalkan seluruh keputusan', en: 'Take a whole decision back' },
  roles: ['officer'],
  params: z.object({ decisionId: z.uuid() }),
  answer: z.object({ taskId: z.string() }),
})
