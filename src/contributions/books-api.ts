import { z } from 'zod'
import { membershipShape } from '../membership/api.ts'
import { endReasons } from '../membership/reasons-api.ts'
import { endpoint, listAnswer, listQuery } from '../platform/endpoint.ts'
import { peopleReaders, personOfRun, readers } from './api.ts'
import { omissionReasons, runStates } from './steps-api.ts'

const day = z.iso.date()
const wording = z.object({ id: z.string(), en: z.string() })

export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/contributions/calendar',
  summary: { id: 'Jatuh tempo dan ancaman berakhir', en: 'Due days and covers about to lapse' },
  roles: readers,
  answer: z.object({
    on: z.string(),
    programmes: z.array(
      z.object({
        programmeId: z.string(),
        programmeCode: z.string(),
        programmeName: z.string(),
        months: z.array(
          z.object({
            month: z.string(),
            dueOn: z.string(),
            daysToDue: z.number(),
            state: z.enum([...runStates, 'not-run']),
            runId: z.string().nullable(),
            people: z.number().nullable(),
            amount: z.number().nullable(),
            isOverdue: z.boolean(),
          }),
        ),
        monthsOverdue: z.number(),
        payBefore: z.string().nullable(),
        daysToLapse: z.number().nullable(),
        isAboutToLapse: z.boolean(),
        isTooShortForFullDeathBenefit: z.boolean(),
      }),
    ),
  }),
})

const programmeWords = { programmeId: z.string(), programmeCode: z.string(), programmeName: z.string() }

export const readBudget = endpoint({
  method: 'GET',
  path: '/api/contributions/budget',
  summary: { id: 'Pagu dan realisasi per sumber dana', en: 'Ceilings and what became of them, by source' },
  roles: readers,
  query: z.object({ year: z.coerce.number().int().optional() }),
  answer: z.object({
    lines: z.array(
      z.object({
        ...programmeWords,
        budgetLineId: z.string(),
        fiscalYear: z.number(),
        source: z.string(),
        accountCode: z.string().nullable(),
        ceiling: z.number(),
        computed: z.number(),
        recognised: z.number(),
        paid: z.number(),
        left: z.number(),
        personMonthsCommitted: z.number(),
        personMonthsPaid: z.number(),
      }),
    ),
    plans: z.array(
      z.object({
        ...programmeWords,
        quota: z.number(),
        months: z.number(),
        personMonthsPlanned: z.number(),
        personMonthsPaid: z.number(),
      }),
    ),
  }),
})

export const listEntries = endpoint({
  method: 'GET',
  path: '/api/contributions/ledger',
  summary: { id: 'Buku besar iuran', en: 'The contribution ledger' },
  roles: readers,
  query: listQuery({ from: day.optional(), to: day.optional(), runId: z.uuid().optional() }),
  answer: listAnswer(
    z.object({
      id: z.string(),
      runId: z.string(),
      programmeCode: z.string(),
      month: z.string(),
      kind: z.string(),
      attempt: z.number(),
      enteredOn: z.string(),
      memo: z.string(),
      madeBy: z.string(),
      madeAt: z.string(),
      postings: z.array(z.object({ account: z.string(), source: z.string(), amount: z.number() })),
    }),
  ),
})

export const readTrialBalance = endpoint({
  method: 'GET',
  path: '/api/contributions/trial-balance',
  summary: { id: 'Neraca saldo iuran', en: 'Trial balance of contributions' },
  roles: readers,
  query: z.object({ on: day.optional() }),
  answer: z.object({
    on: z.string(),
    accounts: z.array(
      z.object({
        account: z.string(),
        name: wording,
        debit: z.number(),
        credit: z.number(),
        balance: z.number(),
      }),
    ),
    sum: z.number(),
  }),
})

/** Months paid after a death or another end: what may be claimed back from BPJS, by agreement. */
export const listReclaims = endpoint({
  method: 'GET',
  path: '/api/contributions/reclaims',
  summary: { id: 'Iuran yang dapat diminta kembali', en: 'Contributions that may be claimed back' },
  roles: readers,
  answer: z.object({
    months: z.array(
      personOfRun.omit({ villageName: true }).extend({
        runId: z.string(),
        programmeCode: z.string(),
        month: z.string(),
        reason: z.enum(endReasons),
        since: z.string(),
        amount: z.number(),
        source: z.string(),
      }),
    ),
    amount: z.number(),
  }),
})

export const readPerson = endpoint({
  method: 'GET',
  path: '/api/contributions/people/:workerId',
  summary: { id: 'Riwayat iuran seseorang', en: 'A person’s contribution history' },
  roles: peopleReaders,
  params: z.object({ workerId: z.coerce.number().int().positive() }),
  answer: z.object({
    membership: membershipShape,
    months: z.array(
      z.object({
        runId: z.string(),
        month: z.string(),
        programmeCode: z.string(),
        state: z.enum(runStates),
        amount: z.number(),
        source: z.string().nullable(),
        paidOn: z.string().nullable(),
        leftOutBecause: z.enum(omissionReasons).nullable(),
      }),
    ),
    monthsPaid: z.number(),
    amountPaid: z.number(),
  }),
})
