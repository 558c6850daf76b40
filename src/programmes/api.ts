import { z } from 'zod'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { annexFormats } from './annex-head.ts'
import { costOf, payerOfSource, sources, warningsOf, wordWarning } from './programmes.ts'

/** The plan's arithmetic, so that a form can show what it costs while it is filled in. */
export { costOf, payerOfSource, sources, warningsOf, wordWarning }

const readers = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator'] as const

const count = z.number().int()
const wording = z.object({ id: z.string(), en: z.string() })
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const isoDay = z.iso.date()

/** What an officer fills in. */
export const programmeForm = z.object({
  code: z
    .string()
    .trim()
    .min(2)
    .max(40)
    .regex(/^[\w./-]+$/),
  name: z.string().trim().min(3).max(200),
  year: z.number().int().min(2015).max(2100),
  firstMonth: month,
  lastMonth: month,
  package: z.enum(['JKK_JKM', 'JKK_JKM_JHT']).default('JKK_JKM'),
  quota: z.number().int().min(1).max(10_000_000),
  budgetLines: z
    .array(
      z.object({
        source: z.enum(sources),
        fiscalYear: z.number().int().min(2015).max(2100),
        accountCode: z.string().trim().max(60).nullable().default(null),
        ceiling: z.number().int().min(1).max(1_000_000_000_000_000),
      }),
    )
    .min(1)
    .max(20),
  ruleSetId: z.uuid().optional(),
  legalBasis: z.string().trim().max(300).nullable().default(null),
})

export const decreeShape = z.object({
  id: z.string(),
  number: z.string(),
  decidedOn: z.string(),
  people: count,
  waiting: count,
  listSha256: z.string(),
  eligibilityRunId: z.string(),
  askedByName: z.string().nullable(),
  frozenByName: z.string(),
  frozenAt: z.string(),
})

export const warningShape = z.object({ kind: z.string(), title: wording, why: wording, todo: wording })

export const programmeShape = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  year: count,
  firstMonth: z.string(),
  lastMonth: z.string(),
  package: z.enum(['JKK_JKM', 'JKK_JKM_JHT']),
  payer: z.string(),
  quota: count,
  ruleSetId: z.string(),
  eligibilityRunId: z.string().nullable(),
  legalBasis: z.string().nullable(),
  madeByName: z.string(),
  madeAt: z.string(),
  state: z.enum(['planned', 'judged', 'decreed']),
  months: count,
  personMonths: count,
  pricePerMonth: count,
  cost: count,
  ceiling: count,
  budgetLines: z.array(
    z.object({
      id: z.string().optional(),
      source: z.enum(sources),
      fiscalYear: count,
      accountCode: z.string().nullable(),
      ceiling: count,
    }),
  ),
  withinQuota: count,
  waiting: count,
  decree: decreeShape.nullable(),
  freezing: z
    .object({ requestId: z.string(), askedByName: z.string(), isMine: z.boolean(), number: z.string(), decidedOn: z.string() })
    .nullable()
    .describe('the freezing that was asked for and awaits another person'),
  warnings: z.array(warningShape),
})

export const listProgrammes = endpoint({
  method: 'GET',
  path: '/api/programmes',
  summary: { id: 'Daftar program', en: 'Programmes' },
  roles: readers,
  answer: z.object({ programmes: z.array(programmeShape) }),
})

export const createProgramme = endpoint({
  method: 'POST',
  path: '/api/programmes',
  summary: { id: 'Buat program', en: 'Create a programme' },
  roles: ['officer'],
  body: programmeForm,
  answer: programmeShape,
})

const params = z.object({ code: z.string().min(1).max(80) })

export const readProgramme = endpoint({
  method: 'GET',
  path: '/api/programmes/:code',
  summary: { id: 'Satu program', en: 'One programme' },
  roles: readers,
  params,
  answer: programmeShape,
})

export const changeProgramme = endpoint({
  method: 'PUT',
  path: '/api/programmes/:code',
  summary: { id: 'Ubah program', en: 'Change a programme' },
  roles: ['officer'],
  params,
  body: programmeForm,
  answer: programmeShape,
})

export const runEligibility = endpoint({
  method: 'POST',
  path: '/api/programmes/:code/eligibility-runs',
  summary: { id: 'Nilai kelayakan dan susun peringkat', en: 'Judge eligibility and rank' },
  roles: ['officer'],
  params,
  body: z.object({ on: isoDay.nullable().default(null) }),
  answer: z.object({ taskId: z.string() }),
})

export const rankedPerson = z.object({
  position: count,
  place: z.enum(['quota', 'waiting']),
  workerId: count,
  nik: z.string().nullable().describe('masked'),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  sex: z.enum(['L', 'P']).nullable(),
  occupation: z.string().nullable(),
  village: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  decile: count.nullable(),
})

const rankedFilters = {
  place: z.enum(['quota', 'waiting']).optional(),
  text: z.string().trim().max(100).optional(),
  village: z.string().max(13).optional(),
  district: z.string().max(8).optional(),
}

export const listRanking = endpoint({
  method: 'GET',
  path: '/api/programmes/:code/ranking',
  summary: { id: 'Peringkat dan daftar tunggu', en: 'Ranking and waiting list' },
  roles: readers,
  params,
  query: listQuery(rankedFilters),
  answer: listAnswer(rankedPerson),
})

export const listDecreeLines = endpoint({
  method: 'GET',
  path: '/api/programmes/:code/decree/lines',
  summary: { id: 'Daftar yang ditetapkan SK', en: 'The list frozen by the decree' },
  roles: [...readers, 'insurer'],
  params,
  query: listQuery(rankedFilters),
  answer: listAnswer(rankedPerson),
})

export const readWorkerPlaces = endpoint({
  method: 'GET',
  path: '/api/programmes/workers/:id',
  summary: { id: 'Tempat seorang pekerja dalam setiap program', en: 'Where a worker stands in each programme' },
  roles: [...readers, 'village-operator'],
  params: z.object({ id: z.coerce.number().int().positive() }),
  answer: z.object({
    places: z.array(
      z.object({
        programmeId: z.string(),
        code: z.string(),
        name: z.string(),
        position: count,
        place: z.enum(['quota', 'waiting']),
        placesInQuota: count,
        decreeNumber: z.string().nullable(),
        decidedOn: z.string().nullable(),
      }),
    ),
  }),
})

/** Asks for the freezing; another person approves it. The route is made by the door that also opens the memberships. */
export const requestDecree = endpoint({
  method: 'POST',
  path: '/api/programmes/:code/decree-requests',
  summary: { id: 'Minta daftar ditetapkan dengan SK', en: 'Ask for the list to be frozen by decree' },
  roles: ['officer'],
  params,
  body: z.object({
    number: z.string().trim().min(1).max(100),
    decidedOn: isoDay,
    because: z.string().trim().max(500).optional(),
  }),
  answer: z.object({ requestId: z.string(), warnings: z.array(warningShape) }),
})

export const readAnnex = endpoint({
  method: 'GET',
  path: '/api/programmes/:code/decree/annex',
  summary: { id: 'Lampiran SK (NIK disamarkan)', en: 'Annex of the decree (masked NIK)' },
  roles: [...readers, 'insurer'],
  params,
  query: z.object({ format: z.enum(annexFormats).default('pdf') }),
  answer: 'file',
})

export const readOfficialAnnex = endpoint({
  method: 'GET',
  path: '/api/programmes/:code/decree/annex/official',
  summary: { id: 'Lampiran SK untuk BPJS (NIK utuh)', en: 'Annex of the decree for BPJS (whole NIK)' },
  roles: ['officer', 'approver', 'insurer'],
  params,
  query: z.object({ format: z.enum(annexFormats).default('xlsx') }),
  answer: 'file',
})
