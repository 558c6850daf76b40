import { z } from 'zod'
import { linkPurposes } from '../platform/account-link.ts'
import { roles } from '../platform/actor.ts'
import { endpoint, listAnswer, sortedListQuery } from '../platform/endpoint.ts'
import { sessionLine } from '../platform/own-account-api.ts'

/** Those who keep accounts, and those who watch over them. */
const keepers = ['administrator'] as const
const readers = ['administrator', 'auditor'] as const

export const accountStates = ['active', 'invited', 'inactive'] as const

const grantShape = z.object({
  id: z.string(),
  role: z.enum(roles),
  area: z.string(),
  areaName: z.string(),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
  isInForce: z.boolean(),
})

const accountShape = z.object({
  id: z.string(),
  username: z.string(),
  fullName: z.string(),
  office: z.string().nullable(),
  state: z.enum(accountStates),
  isDemo: z.boolean(),
  hasFactor: z.boolean(),
  lastSignInAt: z.string().nullable(),
  grants: z.array(grantShape),
})

const filters = {
  search: z.string().trim().max(100).optional(),
  role: z.enum(roles).optional(),
  state: z.enum(accountStates).optional(),
}

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts',
  summary: { id: 'Orang dan perannya', en: 'People and their roles' },
  roles: readers,
  query: sortedListQuery(filters),
  answer: listAnswer(accountShape),
})

export const exportAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts/export',
  summary: { id: 'Unduh daftar orang dan perannya', en: 'Export people and their roles' },
  roles: readers,
  query: z.object({ ...filters, format: z.enum(['csv', 'xlsx']) }),
  answer: 'file',
})

const params = z.object({ accountId: z.uuid() })

const wantedRole = z.object({
  role: z.enum(roles),
  area: z.string().trim().min(2).max(30),
  firstDay: z.iso.date(),
  lastDay: z.iso.date().nullable(),
})

export const readAccount = endpoint({
  method: 'GET',
  path: '/api/accounts/:accountId',
  summary: { id: 'Satu orang: peran, cara masuk, riwayat', en: 'One person: roles, ways to sign in, history' },
  roles: readers,
  params,
  answer: accountShape.extend({
    region: z.string(),
    hasPassword: z.boolean(),
    providerIdentity: z.string().nullable(),
    isBoundToProvider: z.boolean(),
    needsFactor: z.boolean(),
    recoveryCodesLeft: z.number(),
    link: z
      .object({ purpose: z.enum(linkPurposes), madeByName: z.string(), madeAt: z.string(), expiresAt: z.string() })
      .nullable(),
    /** What waits for a second person: roles to be given, a second factor to be taken away. */
    waiting: z.array(
      z.object({
        requestId: z.string(),
        askedByName: z.string(),
        what: z.enum(['roles', 'second-factor']),
        roles: z.array(wantedRole.extend({ areaName: z.string() })),
      }),
    ),
    history: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        actorName: z.string(),
        act: z.string(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
})

const madeLink = z.object({ token: z.string(), expiresAt: z.string() })

export const inviteAccount = endpoint({
  method: 'POST',
  path: '/api/accounts',
  summary: { id: 'Undang seseorang', en: 'Invite a person' },
  roles: keepers,
  body: z.object({
    username: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
    fullName: z.string().trim().min(2).max(200),
    office: z.string().trim().max(200),
    providerIdentity: z.string().trim().max(200).optional(),
    roles: z.array(wantedRole).max(10),
  }),
  answer: z.object({ id: z.string(), link: madeLink, requestId: z.string().nullable() }),
})

export const renewLink = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/link',
  summary: { id: 'Buat tautan kata sandi baru', en: 'Make a new link for a password' },
  roles: keepers,
  params,
  answer: madeLink,
})

export const renamePerson = endpoint({
  method: 'PATCH',
  path: '/api/accounts/:accountId',
  summary: { id: 'Perbaiki nama atau kantor', en: 'Correct a name or an office' },
  roles: keepers,
  params,
  body: z.object({ fullName: z.string().trim().min(2).max(200), office: z.string().trim().max(200) }),
  answer: 'nothing',
})

const because = z.string().trim().min(3).max(500)

export const requestRoles = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/roles',
  summary: { id: 'Minta peran untuk seseorang', en: 'Ask for roles for a person' },
  roles: keepers,
  params,
  body: z.object({ roles: z.array(wantedRole).min(1).max(10), because }),
  answer: z.object({ requestId: z.string() }),
})

export const endRole = endpoint({
  method: 'PUT',
  path: '/api/accounts/:accountId/roles/:grantId/end',
  summary: { id: 'Akhiri satu peran', en: 'End a role' },
  roles: keepers,
  params: params.extend({ grantId: z.uuid() }),
  body: z.object({ lastDay: z.iso.date(), because }),
  answer: 'nothing',
})

export const deactivatePerson = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/deactivation',
  summary: { id: 'Nonaktifkan akun; semua sesinya berakhir', en: 'Deactivate an account; all its sessions end' },
  roles: keepers,
  params,
  body: z.object({ because }),
  answer: 'nothing',
})

export const reactivatePerson = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/reactivation',
  summary: { id: 'Aktifkan kembali akun', en: 'Reactivate an account' },
  roles: keepers,
  params,
  body: z.object({ because }),
  answer: 'nothing',
})

export const requestFactorRemoval = endpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/second-factor/removal',
  summary: { id: 'Minta faktor kedua dilepas (ponsel hilang)', en: 'Ask to take a second factor away (phone lost)' },
  roles: keepers,
  params,
  body: z.object({ because }),
  answer: z.object({ requestId: z.string() }),
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/accounts/:accountId/sessions',
  summary: { id: 'Sesi seseorang yang masih hidup', en: 'A person’s live sessions' },
  roles: keepers,
  params,
  answer: z.object({ sessions: z.array(sessionLine) }),
})

export const endSession = endpoint({
  method: 'DELETE',
  path: '/api/accounts/:accountId/sessions/:sessionId',
  summary: { id: 'Akhiri satu sesi seseorang', en: 'End one session of a person' },
  roles: keepers,
  params: params.extend({ sessionId: z.uuid() }),
  answer: 'nothing',
})

export const endSessions = endpoint({
  method: 'DELETE',
  path: '/api/accounts/:accountId/sessions',
  summary: { id: 'Akhiri semua sesi seseorang', en: 'End all sessions of a person' },
  roles: keepers,
  params,
  answer: z.object({ count: z.number() }),
})
