import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Wording } from '../../values/language.ts'
import type { ProblemDocument } from './endpoint.ts'
import type { WordedRefusal } from './refusal.ts'
import type { Standing } from './standing.ts'
import { Trouble } from './trouble.ts'

type Problem = Omit<WordedRefusal, 'status'> & { status: number; requestNumber?: string }

export const notSignedIn: WordedRefusal = {
  reason: 'not-signed-in',
  status: 401,
  title: { id: 'Anda belum masuk, atau waktu masuk Anda sudah habis.', en: 'You are not signed in, or your session has ended.' },
  todo: { id: 'Masuk kembali; isian Anda tetap ada.', en: 'Sign in again; what you typed is kept.' },
}

export const forbidden: WordedRefusal = {
  reason: 'forbidden',
  status: 403,
  title: { id: 'Peran Anda tidak mencakup tindakan ini.', en: 'Your role does not include this.' },
  why: {
    id: 'Setiap orang hanya melihat dan mengubah yang menjadi tugasnya.',
    en: 'Everyone sees and changes only what is theirs.',
  },
  todo: {
    id: 'Minta kepada rekan yang berwenang, atau kepada administrator.',
    en: 'Ask a colleague whose task it is, or the administrator.',
  },
}

/** Why a session may not do more yet, by what its person owes. */
export const owed: Record<Exclude<Standing, 'full'>, WordedRefusal> = {
  'code-due': {
    reason: 'code-due',
    status: 403,
    title: { id: 'Kode faktor kedua belum diberikan.', en: 'The code of your second factor is still due.' },
    todo: { id: 'Ketik kode dari aplikasi autentikator Anda.', en: 'Type the code of your authenticator app.' },
  },
  'password-due': {
    reason: 'password-due',
    status: 403,
    title: { id: 'Kata sandi sementara harus diganti dahulu.', en: 'The temporary password must be changed first.' },
    why: { id: 'Orang lain pernah mengetahuinya.', en: 'Somebody else has known it.' },
    todo: { id: 'Pilih kata sandi Anda sendiri.', en: 'Choose a password of your own.' },
  },
  'factor-due': {
    reason: 'factor-due',
    status: 403,
    title: { id: 'Peran Anda memerlukan faktor kedua.', en: 'Your role needs a second factor.' },
    why: {
      id: 'Penyetuju, bendahara, dan administrator memutuskan tentang uang dan orang; kata sandi saja tidak cukup.',
      en: 'Approvers, treasurers and administrators decide about money and people; a password alone is not enough.',
    },
    todo: { id: 'Pasang aplikasi autentikator di ponsel Anda.', en: 'Set up an authenticator app on your phone.' },
  },
  'no-role': {
    reason: 'no-role',
    status: 403,
    title: { id: 'Akun ini belum diberi peran.', en: 'This account has no role yet.' },
    todo: { id: 'Minta administrator memberi peran.', en: 'Ask the administrator for a role.' },
  },
}

export const csrfMissing: WordedRefusal = {
  reason: 'csrf',
  status: 403,
  title: {
    id: 'Permintaan ini tidak berasal dari halaman UCOK yang masih berlaku.',
    en: 'This request does not come from a live page of UCOK.',
  },
  todo: { id: 'Muat ulang halaman, lalu ulangi.', en: 'Reload the page and try again.' },
}

export const unknownAddress: WordedRefusal = {
  reason: 'unknown-address',
  status: 404,
  title: { id: 'Alamat ini tidak ada.', en: 'There is nothing at this address.' },
  todo: { id: 'Periksa alamatnya, atau mulai dari Beranda.', en: 'Check the address, or start from Home.' },
}

/** Answers with problem+json (RFC 9457). */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { title, why, todo } = problem
  const document: ProblemDocument = {
    type: `urn:ucok:problem:${problem.reason}`,
    status: problem.status,
    title: title.id,
    reason: problem.reason,
    wording: { title, ...(why && { why }), ...(todo && { todo }) },
    ...(problem.fields && { fields: problem.fields }),
    ...(problem.requestNumber && { requestNumber: problem.requestNumber }),
  }
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(document)
}

/** Turns whatever was thrown into words. Only defects are logged; they say nothing to the reader but a number to quote. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Trouble) return { reason: 'trouble', status: 409, title: error.wording }
  const known = error as { statusCode?: number; code?: string; validation?: unknown }
  if (known.validation !== undefined) return wrongFields(known.validation)
  if (known.statusCode === 413) return tooLarge
  if (known.statusCode === 429) return tooMany
  if (known.statusCode !== undefined && known.statusCode < 500) return { ...unreadable, status: known.statusCode }
  // The route, not the address: what somebody searched for may be a NIK, and no log holds one.
  request.log.error({ err: error, route: request.routeOptions.url, method: request.method }, 'a request broke')
  return { ...broken, requestNumber: request.id }
}

const tooLarge: Problem = {
  reason: 'too-large',
  status: 413,
  title: { id: 'Berkas atau isian ini terlalu besar.', en: 'This file or form is too large.' },
  todo: {
    id: 'Bagi menjadi beberapa berkas, lalu kirim satu per satu.',
    en: 'Split it into several files and send them one by one.',
  },
}

const tooMany: Problem = {
  reason: 'too-many',
  status: 429,
  title: { id: 'Terlalu banyak percobaan dalam waktu singkat.', en: 'Too many attempts in a short time.' },
  todo: { id: 'Tunggu satu menit, lalu coba lagi.', en: 'Wait a minute, then try again.' },
}

export const unreadable: Problem = {
  reason: 'unreadable',
  status: 400,
  title: { id: 'Permintaan ini tidak terbaca.', en: 'This request cannot be read.' },
  todo: { id: 'Muat ulang halaman, lalu ulangi.', en: 'Reload the page and try again.' },
}

const broken: Problem = {
  reason: 'defect',
  status: 500,
  title: { id: 'Ada kesalahan pada UCOK. Tidak ada yang diubah.', en: 'Something is wrong in UCOK. Nothing was changed.' },
  todo: {
    id: 'Coba lagi; bila terulang, sampaikan nomor permintaan ini kepada administrator.',
    en: 'Try again; if it happens again, give this request number to the administrator.',
  },
}

function wrongFields(validation: unknown): Problem {
  const entries = (Array.isArray(validation) ? validation : []) as { instancePath?: string; message?: string }[]
  const fields: Record<string, Wording> = {}
  for (const entry of entries) {
    const name = (entry.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.')
    fields[name] = { id: 'Isian ini belum benar.', en: entry.message ?? 'This is not right.' }
  }
  return {
    reason: 'wrong-fields',
    status: 400,
    title: { id: 'Ada isian yang belum benar.', en: 'Something in the form is not right.' },
    todo: { id: `Perbaiki: ${Object.keys(fields).join(', ')}.`, en: `Mend: ${Object.keys(fields).join(', ')}.` },
    fields,
  }
}
