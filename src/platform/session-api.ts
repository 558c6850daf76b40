import { z } from 'zod'
import { roles } from './actor.ts'
import { auditFaults } from './audit-faults.ts'
import { endpoint } from './endpoint.ts'
import { standings } from './standing.ts'

const language = z.enum(['id', 'en'])

/** The signed-in person as the browser knows them. */
export const sessionShape = z.object({
  account: z.object({ id: z.string(), username: z.string(), fullName: z.string(), office: z.string().nullable() }),
  grants: z.array(z.object({ role: z.enum(roles), area: z.string() })),
  region: z.object({ code: z.string(), area: z.string(), name: z.string() }),
  language,
  /** What they may do: everything of their roles, or only what they owe first. */
  standing: z.enum(standings),
  isDemo: z.boolean(),
  hasPassword: z.boolean(),
  hasFactor: z.boolean(),
  csrfToken: z.string(),
  today: z.string(),
})

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: { id: 'Siapa yang masuk', en: 'Who is signed in' },
  roles: 'any-session',
  answer: sessionShape,
})

export const openSession = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: { id: 'Masuk', en: 'Sign in' },
  roles: 'public',
  isGuessable: true,
  body: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  answer: sessionShape,
})

/** The code of the second factor, or a recovery code, of somebody whose password fitted. The session gets a new token. */
export const presentCode = endpoint({
  method: 'POST',
  path: '/api/session/code',
  summary: { id: 'Tunjukkan faktor kedua', en: 'Show the second factor' },
  roles: 'any-session',
  isGuessable: true,
  body: z.object({ code: z.string().trim().min(6).max(20) }),
  answer: sessionShape,
})

export const startProvider = endpoint({
  method: 'GET',
  path: '/api/session/provider',
  summary: { id: 'Masuk melalui penyedia (OIDC)', en: 'Sign in through the provider (OIDC)' },
  roles: 'public',
  isGuessable: true,
  answer: 'redirect',
})

/** The provider gives the browser back here; its parameters are read whole and checked by the OIDC library. */
export const returnFromProvider = endpoint({
  method: 'GET',
  path: '/api/session/provider/return',
  summary: { id: 'Kembali dari penyedia (OIDC)', en: 'Back from the provider (OIDC)' },
  roles: 'public',
  isGuessable: true,
  answer: 'redirect',
})

export const closeSession = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: { id: 'Keluar', en: 'Sign out' },
  roles: 'any-session',
  answer: 'nothing',
})

export const changeLanguage = endpoint({
  method: 'PUT',
  path: '/api/session/language',
  summary: { id: 'Pilih bahasa', en: 'Choose the language' },
  roles: 'any-session',
  body: z.object({ language }),
  answer: 'nothing',
})

/** What the sign-in page shows before anybody is signed in. */
export const readWelcome = endpoint({
  method: 'GET',
  path: '/api/welcome',
  summary: { id: 'Halaman masuk', en: 'The sign-in page' },
  roles: 'public',
  answer: z.object({
    regionName: z.string().nullable(),
    isDemo: z.boolean(),
    demoAccounts: z.array(
      z.object({ username: z.string(), fullName: z.string(), office: z.string().nullable(), roles: z.array(z.enum(roles)) }),
    ),
    demoPassword: z.string().nullable(),
    /** What the button of the sign-in provider says; absent where there is none. */
    providerName: z.string().nullable(),
  }),
})

export const readHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  summary: { id: 'Keadaan server', en: 'Health of the server' },
  roles: 'public',
  answer: z.object({ status: z.literal('ok'), database: z.string(), schema: z.string(), uptimeSeconds: z.number() }),
})

export const taskShape = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.object({ id: z.string(), en: z.string() }),
  state: z.enum(['waiting', 'running', 'done', 'refused', 'failed']),
  done: z.number(),
  total: z.number().nullable(),
  note: z.object({ id: z.string(), en: z.string() }).nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})

export const listTasks = endpoint({
  method: 'GET',
  path: '/api/tasks',
  summary: { id: 'Pekerjaan yang berjalan dan baru selesai', en: 'Work that runs or has just ended' },
  roles: 'signed-in',
  answer: z.object({ tasks: z.array(taskShape) }),
})

export const followTasks = endpoint({
  method: 'GET',
  path: '/api/tasks/events',
  summary: { id: 'Kemajuan pekerjaan, langsung', en: 'Live progress of work' },
  roles: 'signed-in',
  answer: 'events',
})

export const listAuditLines = endpoint({
  method: 'GET',
  path: '/api/audit',
  summary: { id: 'Jejak audit', en: 'Audit trail' },
  roles: ['administrator', 'auditor', 'approver'],
  query: z.object({
    subjectKind: z.string().max(60).optional(),
    subjectId: z.string().max(100).optional(),
    act: z.string().max(100).optional(),
    actor: z.string().max(200).optional(),
    from: z.iso.date().optional().describe('first day, by the clock of the region'),
    until: z.iso.date().optional().describe('last day, by the clock of the region'),
    before: z.coerce.number().int().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({
    lines: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        actorName: z.string(),
        act: z.string(),
        subjectKind: z.string(),
        subjectId: z.string(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    count: z.number(),
  }),
})

export const verifyAuditChain = endpoint({
  method: 'GET',
  path: '/api/audit/verification',
  summary: { id: 'Periksa keutuhan jejak audit', en: 'Check that the audit trail is whole' },
  roles: ['administrator', 'auditor'],
  answer: z.object({
    lines: z.number(),
    end: z.object({ position: z.number(), hash: z.string() }).nullable(),
    fault: z.object({ lineId: z.number(), fault: z.enum(auditFaults) }).nullable(),
    wording: z.object({ id: z.string(), en: z.string() }),
  }),
})
