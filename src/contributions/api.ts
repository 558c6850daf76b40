import { z } from 'zod'
import { findMonth } from '../../values/months.ts'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { omissionReasons, runStates, runSteps, stepHindrances } from './steps-api.ts'

/** Who reads runs and books; and those who may also see the people in them, within their area. */
export const readers = ['administrator', 'officer', 'approver', 'treasurer', 'planner', 'auditor'] as const
export const peopleReaders = [...readers, 'village-operator', 'task-force', 'insurer'] as const

const month = z.string().refine((text) => findMonth(text) !== undefined)
const day = z.iso.date()
const text = (most: number) => z.string().trim().min(1).max(most)
const format = z.enum(['xlsx', 'csv']).default('xlsx')
const runParams = z.object({ runId: z.uuid() })
const wording = z.object({ id: z.string(), en: z.string() })

export const runShape = z.object({
  id: z.string(),
  programmeId: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  month: z.string(),
  state: z.enum(runStates),
  people: z.number(),
  leftOut: z.number(),
  rate: z.number(),
  amount: z.number(),
  dueOn: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  billingCode: z.string().nullable(),
  billedOn: z.string().nullable(),
  disbursementNumber: z.string().nullable(),
  paidOn: z.string().nullable(),
  paidBy: z.string().nullable(),
  receiptNumber: z.string().nullable(),
  receiptAmount: z.number().nullable(),
  minutesNumber: z.string().nullable(),
  differenceReason: z.string().nullable(),
  reconciledOn: z.string().nullable(),
})

export const listRuns = endpoint({
  method: 'GET',
  path: '/api/contributions/runs',
  summary: { id: 'Iuran bulanan', en: 'Monthly contribution runs' },
  roles: readers,
  query: z.object({ programmeId: z.uuid().optional(), state: z.enum(runStates).optional(), month: month.optional() }),
  answer: z.object({ runs: z.array(runShape) }),
})

/** Starts the run as a task; its result is `{ runId, isNew, people, leftOut, amount }`, or `{ refusal }`. */
export const startRun = endpoint({
  method: 'POST',
  path: '/api/contributions/runs',
  summary: { id: 'Hitung iuran satu bulan', en: 'Compute the contributions of a month' },
  roles: ['officer', 'treasurer'],
  body: z.object({ programmeId: z.uuid(), month }),
  answer: z.object({ taskId: z.string() }),
})

/**
 * What a run would freeze if it were started now: the same work in a transaction that is not kept, so that the numbers are those of
 * the run itself. Refused as the run would be.
 */
export const rehearseRun = endpoint({
  method: 'GET',
  path: '/api/contributions/rehearsal',
  summary: { id: 'Apa yang akan dibekukan', en: 'What a run would freeze' },
  roles: ['officer', 'treasurer'],
  query: z.object({ programmeId: z.uuid(), month }),
  answer: z.object({
    isNew: z.boolean(),
    people: z.number(),
    leftOut: z.number(),
    rate: z.number(),
    amount: z.number(),
    dueOn: z.string(),
    funding: z.array(z.object({ source: z.string(), people: z.number(), amount: z.number() })),
    omissions: z.array(z.object({ reason: z.enum(omissionReasons), people: z.number() })),
  }),
})

const citation = z.object({
  law: z.string(),
  article: z.string().optional(),
  annex: z.string().optional(),
  sources: z.array(z.string()).optional(),
})

const decision = z.object({
  granted: z.boolean(),
  amount: z.number().nullable(),
  lines: z.array(z.object({ label: wording, amount: z.number() })),
  grounds: z.array(
    z.object({
      id: z.string(),
      condition: wording,
      law: citation,
      met: z.boolean(),
      effect: z.enum(['required', 'changes-amount']),
      known: z.boolean(),
      detail: wording.optional(),
    }),
  ),
  estimate: z.boolean(),
})

export const readRun = endpoint({
  method: 'GET',
  path: '/api/contributions/runs/:runId',
  summary: { id: 'Iuran satu bulan beserta dasar dan pembukuannya', en: 'A run with its grounds and its books' },
  roles: readers,
  params: runParams,
  answer: runShape.extend({
    programmePayer: z.string(),
    programmePackage: z.string(),
    grounds: z.object({ facts: z.record(z.string(), z.unknown()), on: z.string(), decision }),
    funding: z.array(
      z.object({
        budgetLineId: z.string(),
        source: z.string(),
        accountCode: z.string().nullable(),
        people: z.number(),
        amount: z.number(),
      }),
    ),
    omissions: z.array(z.object({ reason: z.enum(omissionReasons), people: z.number() })),
    entries: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        attempt: z.number(),
        enteredOn: z.string(),
        memo: z.string(),
        madeBy: z.string(),
        madeAt: z.string(),
      }),
    ),
    villages: z.array(z.object({ village: z.string(), villageName: z.string(), people: z.number(), amount: z.number() })),
    steps: z.array(
      z.object({
        step: z.enum(runSteps),
        isAllowed: z.boolean(),
        hindrance: z.enum(stepHindrances).nullable(),
      }),
    ),
    approval: z.object({ requestId: z.string(), approvals: z.number(), needed: z.number() }).nullable(),
    payment: z
      .object({
        requestId: z.string(),
        askedBy: z.string(),
        isMine: z.boolean(),
        disbursementNumber: z.string(),
        paidOn: z.string(),
      })
      .nullable(),
  }),
})

/** Somebody in a list of a run; the NIK is masked. */
export const personOfRun = z.object({
  workerId: z.number(),
  fullName: z.string(),
  nik: z.string(),
  village: z.string(),
  villageName: z.string(),
})

export const listLines = endpoint({
  method: 'GET',
  path: '/api/contributions/runs/:runId/lines',
  summary: { id: 'Orang-bulan dalam iuran ini', en: 'Person-months of a run' },
  roles: peopleReaders,
  params: runParams,
  query: listQuery({}),
  answer: listAnswer(personOfRun.extend({ amount: z.number(), source: z.string() })),
})

export const listOmissions = endpoint({
  method: 'GET',
  path: '/api/contributions/runs/:runId/omissions',
  summary: { id: 'Siapa yang tidak dibayarkan, dan mengapa', en: 'Who was left out, and why' },
  roles: peopleReaders,
  params: runParams,
  query: listQuery({}),
  answer: listAnswer(
    personOfRun.extend({ reason: z.enum(omissionReasons), detail: z.string().nullable(), since: z.string().nullable() }),
  ),
})

export const takeBpjsFile = endpoint({
  method: 'GET',
  path: '/api/contributions/runs/:runId/file',
  summary: { id: 'Daftar untuk BPJS', en: 'The list for BPJS' },
  roles: ['officer', 'treasurer', 'insurer'],
  params: runParams,
  query: z.object({ format }),
  answer: 'file',
})

const moved = z.object({
  runId: z.string(),
  month: z.string(),
  state: z.enum(runStates),
  people: z.number(),
  amount: z.number(),
})

export const approveRun = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/approval',
  summary: { id: 'Setujui iuran', en: 'Approve a run' },
  roles: ['approver'],
  params: runParams,
  answer: moved,
})

export const refuseRun = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/refusal',
  summary: { id: 'Tolak iuran', en: 'Refuse a run' },
  roles: ['approver'],
  params: runParams,
  body: z.object({ why: text(500) }),
  answer: moved,
})

export const recordBilling = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/billing',
  summary: { id: 'Catat kode iuran BPJS', en: 'Record the billing code of BPJS' },
  roles: ['treasurer'],
  params: runParams,
  body: z.object({ billingCode: text(60), billedOn: day }),
  answer: moved,
})

/** The payment counts once another person has confirmed it: until then the run stays billed. */
export const recordPayment = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/payment',
  summary: { id: 'Catat SP2D', en: 'Record the payment (SP2D)' },
  roles: ['treasurer'],
  params: runParams,
  body: z.object({ disbursementNumber: text(100), paidOn: day, receiptNumber: text(100).optional() }),
  answer: moved.extend({ requestId: z.string(), needed: z.number() }),
})

export const confirmPayment = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/payment-confirmation',
  summary: { id: 'Konfirmasi pembayaran yang dicatat orang lain', en: 'Confirm a payment that somebody else recorded' },
  roles: ['approver', 'treasurer'],
  params: runParams,
  answer: moved,
})

export const returnPayment = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/payment-return',
  summary: { id: 'Catat pembayaran yang kembali', en: 'Record a payment that came back' },
  roles: ['treasurer'],
  params: runParams,
  body: z.object({ why: text(500) }),
  answer: moved,
})

export const reconcileRun = endpoint({
  method: 'POST',
  path: '/api/contributions/runs/:runId/reconciliation',
  summary: { id: 'Rekonsiliasi dengan kuitansi BPJS', en: 'Reconcile with the receipt of BPJS' },
  roles: ['treasurer'],
  params: runParams,
  body: z.object({
    receiptNumber: text(100),
    receiptAmount: z.number().int().nonnegative(),
    minutesNumber: text(100),
    reconciledOn: day,
    differenceReason: z.string().trim().max(500).optional(),
  }),
  answer: moved,
})
