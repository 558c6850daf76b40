import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { handers, intakeId, readers, rowShape, verdict } from './api.ts'

/** The cells that can be mended here, in the order in which a row is read. */
export const mendable = z.enum([
  'fullName',
  'nik',
  'familyCard',
  'birthPlace',
  'birthDate',
  'sex',
  'motherName',
  'address',
  'hamlet',
  'rtRw',
  'occupation',
  'income',
  'phone',
])

const rowName = z.object({ fileId: z.uuid(), sheet: z.string().max(100), row: z.number().int() })

const correction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: z.string().max(200) }),
  z.object({ kind: z.literal('date-order'), order: z.enum(['dmy', 'mdy', 'ymd', 'ydm']) }),
  z.object({ kind: z.literal('date-from-nik') }),
])

/** Which cells are mended together: of one kind of fault, saying the same, written alike, or all; and what is put into them. */
const alike = z.object({
  code: z.string().max(60),
  field: mendable,
  likeness: z.enum(['written', 'shape', 'kind']),
  written: z.string().max(500),
  correction,
})

/** What became of a step: done at once, or begun as a task when it changes many rows; `rows` is how many it changed, or concerns. */
const mended = z.object({ repairId: z.string(), taskId: z.string().nullable(), rows: z.number(), accepted: z.number() })

export const repairCell = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/repairs',
  summary: { id: 'Perbaiki satu sel', en: 'Mend one cell' },
  roles: handers,
  params: intakeId,
  body: rowName.extend({ field: mendable, value: z.string().max(200) }),
  answer: z.object({ repairId: z.string(), row: rowShape }),
})

export const foreseeAlike = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/repairs/foresee',
  summary: { id: 'Lihat dahulu perbaikan sel-sel serupa', en: 'Foresee the mending of alike cells' },
  roles: handers,
  params: intakeId,
  body: alike,
  answer: z.object({
    cells: z.number(),
    /** Alike, but the correction makes nothing of them. */
    unfitting: z.number(),
    verdicts: z.object({ accepted: z.number(), review: z.number(), refused: z.number() }),
    examples: z.array(
      z.object({ fullName: z.string(), fileId: z.string(), row: z.number(), written: z.string(), becomes: z.string(), verdict }),
    ),
  }),
})

export const repairAlike = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/repairs/alike',
  summary: { id: 'Perbaiki semua sel yang serupa', en: 'Mend all alike cells' },
  roles: handers,
  params: intakeId,
  body: alike,
  answer: mended,
})

export const listUnplaced = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/rows-without-village',
  summary: {
    id: 'Baris tanpa desa, menurut daftar, lembar, dan yang tertulis',
    en: 'Rows without a village, by list, sheet and what is written',
  },
  roles: readers,
  params: intakeId,
  answer: z.object({
    groups: z.array(z.object({ fileId: z.string(), file: z.string(), sheet: z.string(), written: z.string(), rows: z.number() })),
  }),
})

export const placeRows = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/repairs/village',
  summary: { id: 'Tetapkan desa bagi baris yang belum berdesa', en: 'Set the village of rows that lack one' },
  roles: ['officer'],
  params: intakeId,
  body: z.object({
    village: z.string().max(20),
    groups: z
      .array(z.object({ fileId: z.uuid(), sheet: z.string().max(255), written: z.string().max(500) }))
      .min(1)
      .max(500),
  }),
  answer: mended,
})

export const groupWritten = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/findings/:code/written',
  summary: { id: 'Tulisan yang ditemukan, menurut jumlah', en: 'What is written, by how often' },
  roles: readers,
  params: intakeId.extend({ code: z.string().max(60) }),
  answer: z.object({
    /** The cell in question; null when it is not mended here. */
    field: mendable.nullable(),
    kinds: z.number(),
    groups: z.array(z.object({ written: z.string(), shape: z.string(), rows: z.number() })),
  }),
})

export const listRepairs = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/repairs',
  summary: { id: 'Perbaikan yang dilakukan di sini, terbaru dahulu', en: 'What was mended here, newest first' },
  roles: readers,
  params: intakeId,
  answer: z.object({
    repairs: z.array(
      z.object({
        id: z.string(),
        field: z.union([mendable, z.literal('village')]),
        rows: z.number(),
        /** What all the cells said; null where they did not say the same. */
        written: z.string().nullable(),
        repaired: z.string().nullable(),
        /** Whose row it was, when it was one. */
        name: z.string().nullable(),
        madeBy: z.string(),
        madeAt: z.string(),
        undoneBy: z.string().nullable(),
        undoneAt: z.string().nullable(),
        /** The reader made it, or may take back what others made. */
        isReaders: z.boolean(),
      }),
    ),
  }),
})

export const undoRepair = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/repairs/:repairId/undo',
  summary: { id: 'Tarik kembali satu perbaikan', en: 'Take a repair back' },
  roles: handers,
  params: intakeId.extend({ repairId: z.uuid() }),
  body: z.object({}),
  answer: mended,
})

export const showCells = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/rows/show',
  summary: { id: 'Tampilkan sel satu baris selengkapnya (tercatat)', en: 'Show the cells of a row whole (logged)' },
  roles: handers,
  params: intakeId,
  body: rowName,
  answer: z.object({ cells: z.array(z.object({ field: mendable, written: z.string(), now: z.string() })) }),
})
