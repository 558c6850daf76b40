import { z } from 'zod'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'

/** Who hands lists in and mends their rows. */
export const handers = ['officer', 'village-operator'] as const
/** Who reads intakes. */
export const readers = ['officer', 'village-operator', 'approver', 'auditor', 'administrator'] as const
const wording = z.object({ id: z.string(), en: z.string() })
export const intakeId = z.object({ intakeId: z.uuid() })
export const verdict = z.enum(['accepted', 'review', 'refused'])
const state = z.enum(['waiting', 'reading', 'checked', 'accepted', 'undone', 'failed'])

const intakeShape = z.object({
  id: z.string(),
  title: z.string(),
  state,
  judgedOn: z.string(),
  taskId: z.string().nullable(),
  /** The task that mends many of its rows now. */
  mendingTaskId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  lists: z.number(),
  rows: z.number(),
  accepted: z.number(),
  review: z.number(),
  refused: z.number(),
  /** Rows in review that nobody has decided yet. */
  open: z.number(),
})

export const handInLists = endpoint({
  method: 'POST',
  path: '/api/intakes',
  summary: { id: 'Kirim daftar', en: 'Hand in lists' },
  roles: handers,
  body: 'files',
  answer: z.object({
    /** The new intake; null when nothing new was among the files. */
    intakeId: z.string().nullable(),
    taskId: z.string().nullable(),
    /** Lists that were handed in before: they are not read again. */
    known: z.array(z.object({ name: z.string(), intakeId: z.string(), title: z.string() })),
    /** Files that were not taken, each with the reason; the others are. */
    notTaken: z.array(z.object({ name: z.string(), because: wording })),
  }),
})

export const readProgress = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/progress',
  summary: { id: 'Kemajuan pembacaan, per daftar', en: 'How far the reading is, list by list' },
  roles: readers,
  params: intakeId,
  answer: z.object({
    state,
    rows: z.number(),
    rowsPerSecond: z.number(),
    secondsLeft: z.number().nullable(),
    lists: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        bytes: z.number(),
        state: z.enum(['waiting', 'reading', 'read', 'unreadable']),
        rows: z.number(),
        seconds: z.number(),
        secondsLeft: z.number().nullable(),
      }),
    ),
  }),
})

export const listIntakes = endpoint({
  method: 'GET',
  path: '/api/intakes',
  summary: { id: 'Daftar pendataan', en: 'List of intakes' },
  roles: readers,
  query: listQuery({ state: state.optional(), text: z.string().max(100).optional() }),
  answer: listAnswer(intakeShape),
})

export const readIntakeSummary = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId',
  summary: { id: 'Satu pendataan dengan temuannya', en: 'One intake with its findings' },
  roles: readers,
  params: intakeId,
  answer: z.object({
    intake: intakeShape,
    lists: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        village: z.string(),
        villageName: z.string(),
        state: z.enum(['waiting', 'read', 'unreadable']),
        rows: z.number(),
        accepted: z.number(),
        review: z.number(),
        refused: z.number(),
        refusal: wording.nullable(),
        /** The reason a list could not be read: of `no-header` a clerk may point the columns out. */
        refusedFor: z.string().nullable(),
        leftOut: z.array(z.object({ sheet: z.string(), row: z.number(), kind: z.string(), text: z.string() })),
        columns: z.array(
          z.object({
            sheet: z.string(),
            header: z.string(),
            field: z.string().nullable(),
            fieldName: wording.nullable(),
            confidence: z.number(),
            samples: z.array(z.string()),
          }),
        ),
      }),
    ),
    findings: z.array(
      z.object({
        code: z.string(),
        name: wording,
        severity: z.enum(['refuse', 'review', 'note']),
        rows: z.number(),
        /** The cell in which it can be mended for all rows alike; null when each is mended by itself. */
        field: z.string().nullable(),
        example: wording,
      }),
    ),
    /** What became of the rows: review decided to enter, left out by decision, all that may enter, and those in the registry now. */
    decided: z.object({ entering: z.number(), dismissed: z.number(), mayEnter: z.number(), entered: z.number() }),
    /** What settling the duplicates would do now. */
    duplicates: z.object({ kept: z.number(), dismissed: z.number() }),
    /** Rows that stand in no village, and how many lists they are in. */
    withoutVillage: z.object({ rows: z.number(), lists: z.number() }),
  }),
})

export const rowShape = z.object({
  fileId: z.string(),
  file: z.string(),
  sheet: z.string(),
  row: z.number(),
  village: z.string(),
  /** Nothing when the row stands in no village. */
  villageName: z.string().nullable(),
  /** The NIK can be read: only then may the row enter the registry. */
  canEnter: z.boolean(),
  verdict,
  decision: z.enum(['enter', 'dismiss']).nullable(),
  decidedBy: z.string().nullable(),
  nik: z.string(),
  familyCard: z.string(),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  sex: z.string().nullable(),
  occupation: z.string(),
  address: z.string(),
  hamlet: z.string(),
  income: z.number().nullable(),
  /** Cells that were mended here, by field. */
  mended: z.array(z.string()),
  /** What the village wrote in the cells in which something was found, by field. */
  written: z.record(z.string(), z.string()),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['refuse', 'review', 'note']),
      field: z.string(),
      name: wording,
      sentence: wording,
    }),
  ),
})

export const listIntakeRows = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/rows',
  summary: { id: 'Baris suatu pendataan, yang bermasalah lebih dahulu', en: 'Rows of an intake, the faulty first' },
  roles: readers,
  params: intakeId,
  query: listQuery({
    verdict: verdict.optional(),
    code: z.string().max(60).optional(),
    fileId: z.uuid().optional(),
    open: z.stringbool().optional(),
    text: z.string().max(100).optional(),
  }),
  answer: listAnswer(rowShape),
})

export const downloadErrorWorkbook = endpoint({
  method: 'GET',
  path: '/api/intakes/:intakeId/lists/:fileId/error-workbook',
  summary: { id: 'Unduh daftar dengan kolom perbaikan', en: 'Download the list with an error column' },
  roles: readers,
  params: z.object({ intakeId: z.uuid(), fileId: z.uuid() }),
  answer: 'file',
})

/** Done at once: how many entered or left. Of a large intake a task is begun, and `people` are the rows it concerns. */
const begun = z.object({ people: z.number(), taskId: z.string().nullable() })

export const acceptIntake = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/accept',
  summary: { id: 'Terima baris yang baik ke registri', en: 'Accept the good rows into the registry' },
  roles: ['officer'],
  params: intakeId,
  body: z.object({}),
  answer: begun,
})

export const undoIntake = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/undo',
  summary: { id: 'Batalkan pendataan', en: 'Undo an intake' },
  roles: ['officer'],
  params: intakeId,
  body: z.object({}),
  answer: begun,
})

export const decideRows = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/rows/decide',
  summary: { id: 'Putuskan baris yang ditinjau', en: 'Decide rows in review' },
  roles: ['officer'],
  params: intakeId,
  body: z.object({
    rows: z
      .array(z.object({ fileId: z.uuid(), sheet: z.string(), row: z.number().int() }))
      .min(1)
      .max(1000),
    decision: z.enum(['enter', 'dismiss']),
  }),
  answer: z.object({ decided: z.number() }),
})

export const settleDuplicates = endpoint({
  method: 'POST',
  path: '/api/intakes/:intakeId/settle-duplicates',
  summary: {
    id: 'Pertahankan satu baris dari setiap orang yang tertulis dua kali',
    en: 'Keep one row of everybody listed twice',
  },
  roles: ['officer'],
  params: intakeId,
  body: z.object({}),
  answer: z.object({ kept: z.number(), dismissed: z.number() }),
})

export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/api/intake-template',
  summary: { id: 'Unduh formulir daftar kosong', en: 'Download a blank list' },
  roles: 'signed-in',
  answer: 'file',
})
