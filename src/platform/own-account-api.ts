import { z } from 'zod'
import { linkPurposes } from './account-link.ts'
import { endpoint } from './endpoint.ts'

/** A session that lives, as its person or an administrator sees it. */
export const sessionLine = z.object({
  id: z.string(),
  openedAt: z.string(),
  lastUsedAt: z.string(),
  endsAt: z.string(),
  openedBy: z.enum(['password', 'provider']),
  hasShownFactor: z.boolean(),
  address: z.string().nullable(),
  browser: z.string().nullable(),
})

export const readOwnAccount = endpoint({
  method: 'GET',
  path: '/api/own-account',
  summary: { id: 'Akun sendiri: sesi dan faktor kedua', en: 'One’s own account: sessions and second factor' },
  roles: 'own-account',
  answer: z.object({
    sessionId: z.string(),
    sessions: z.array(sessionLine),
    recoveryCodesLeft: z.number(),
    passwordSetAt: z.string().nullable(),
    needsFactor: z.boolean(),
  }),
})

export const endOwnSession = endpoint({
  method: 'DELETE',
  path: '/api/own-account/sessions/:sessionId',
  summary: { id: 'Akhiri satu sesi sendiri', en: 'End one session of one’s own' },
  roles: 'own-account',
  params: z.object({ sessionId: z.uuid() }),
  answer: 'nothing',
})

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/own-account/sessions',
  summary: { id: 'Akhiri semua sesi sendiri yang lain', en: 'End all one’s other sessions' },
  roles: 'own-account',
  answer: z.object({ count: z.number() }),
})

const password = z.string().min(1).max(200)

export const changeOwnPassword = endpoint({
  method: 'PUT',
  path: '/api/own-account/password',
  summary: { id: 'Ganti kata sandi sendiri', en: 'Change one’s own password' },
  roles: 'own-account',
  isGuessable: true,
  body: z.object({ current: z.string().max(200), password }),
  answer: 'nothing',
})

export const beginSecondFactor = endpoint({
  method: 'POST',
  path: '/api/own-account/second-factor',
  summary: { id: 'Mulai memasang faktor kedua', en: 'Begin to set up a second factor' },
  roles: 'own-account',
  isGuessable: true,
  body: z.object({ current: z.string().max(200), code: z.string().trim().max(20).optional() }),
  answer: z.object({ uri: z.string(), secret: z.string() }),
})

export const confirmSecondFactor = endpoint({
  method: 'PUT',
  path: '/api/own-account/second-factor',
  summary: { id: 'Pasang faktor kedua dengan satu kodenya', en: 'Set up the second factor with a code of it' },
  roles: 'own-account',
  isGuessable: true,
  body: z.object({ code: z.string().trim().min(6).max(20) }),
  answer: z.object({ recoveryCodes: z.array(z.string()) }),
})

const token = z.string().min(20).max(100)

export const lookUpAccountLink = endpoint({
  method: 'POST',
  path: '/api/account-links/look-up',
  summary: { id: 'Untuk siapa tautan sekali pakai ini', en: 'Whom a one-time link is for' },
  roles: 'public',
  isGuessable: true,
  body: z.object({ token }),
  answer: z.object({ fullName: z.string(), username: z.string(), purpose: z.enum(linkPurposes), expiresAt: z.string() }),
})

export const redeemAccountLink = endpoint({
  method: 'POST',
  path: '/api/account-links',
  summary: { id: 'Pilih kata sandi dengan tautan sekali pakai', en: 'Choose a password with a one-time link' },
  roles: 'public',
  isGuessable: true,
  body: z.object({ token, password }),
  answer: z.object({ username: z.string() }),
})
