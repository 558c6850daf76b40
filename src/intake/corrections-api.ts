import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'

const readers = ['officer', 'village-operator', 'approver', 'auditor', 'administrator'] as const
const wording = z.object({ id: z.string(), en: z.string() })
const listName = z.object({ fileId: z.string(), intakeId: z.string(), name: z.string() })

export const readCorrections = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/corrections',
  summary: { id: 'Daftar yang mengoreksi daftar lain', en: 'Lists that correct other lists' },
  roles: readers,
  params: z.object({ intakeId: z.uuid() }),
  answer: z.object({
    /** Lists of this intake that correct earlier ones. */
    corrections: z.array(
      z.object({
        fileId: z.string(),
        name: z.string(),
        of: z.array(listName),
        corrected: z.number(),
        stillFaulty: z.number(),
        unchanged: z.number(),
        unchangedFaulty: z.number(),
        added: z.number(),
        /** Changed rows of people who stood in the registry already. */
        late: z.number(),
      }),
    ),
    /** Later lists that replaced rows of lists of this intake. */
    correctedBy: z.array(listName.extend({ rows: z.number(), at: z.string() })),
  }),
})

export const listCorrectedRows = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/lists/:fileId/corrected-rows',
  summary: { id: 'Baris yang digantikan oleh suatu daftar, dan apa yang berubah', en: 'Rows a list replaced, and what changed' },
  roles: readers,
  params: z.object({ intakeId: z.uuid(), fileId: z.uuid() }),
  answer: z.object({
    /** Those still faulty first; at most 200. */
    rows: z.array(
      z.object({
        sheet: z.string(),
        row: z.number(),
        oldList: z.string(),
        oldRow: z.number(),
        fullName: z.string(),
        verdict: z.enum(['accepted', 'review', 'refused']),
        fields: z.array(z.object({ label: wording, before: z.string(), after: z.string() })),
      }),
    ),
  }),
})
