import { isBefore, type Day, formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { areasOf } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { type AnswerFile, findHeader, fingerprintOf, openingOf } from './answer-file.ts'
import { type Fault, faultWordings } from './answer-lines.ts'
import type { Received } from './matching.ts'
import { type Field, neededFields, type Register } from './registers.ts'
import { rematch } from './rematch.ts'
import { listRequests, markRequestAnswered } from './requests.ts'
import { forgetLeft, markAnswered } from './standing.ts'
import { addExchange, findSameAnswer, mergeAnswer, stageAnswer } from './store.ts'

export { newestAnswers } from './store.ts'
export { rematch } from './rematch.ts'

export type MatchingRefusal =
  | { reason: 'whole-region-only' }
  | { reason: 'answered-in-future'; answeredOn: Day }
  | { reason: 'not-a-text-file'; fileName: string }
  | { reason: 'columns-missing'; missing: readonly Field[] }
  | { reason: 'nothing-usable'; faulty: number; faults: readonly Fault[] }
  | { reason: 'no-such-worker' }
  | { reason: 'no-such-request' }
  | { reason: 'nobody-to-ask'; leftOut: number }
  | { reason: 'nothing-differs' }
  | { reason: 'officers-only' }

/** What later slices do in the same transaction once a register has answered; the doors fill it (see `src/reactions.ts`). */
export const afterAnswer: ((ctx: Context) => Promise<void>)[] = []

/** An answer to be taken in; `progress` hears how many lines were read. */
export type NewAnswer = {
  register: Register
  file: AnswerFile
  answeredOn?: Day | undefined
  /** The request this file answers: everybody asked about in it counts as answered, also who is not in the file. */
  requestId?: string | undefined
  progress?: (lines: number) => void
}

/**
 * Takes in the answer of a register and matches the whole registry with it. Faulty lines are counted and reported, good ones go on.
 * The same file again changes nothing and says so. Leaves an audit line.
 */
export async function receiveAnswer(ctx: Context, input: NewAnswer): Promise<Outcome<Received, MatchingRefusal>> {
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const answeredOn = input.answeredOn ?? ctx.today
  if (isBefore(ctx.today, answeredOn)) return refused({ reason: 'answered-in-future', answeredOn })
  const { register, file } = input
  const opening = await openingOf(file.path)
  if (opening === undefined) return refused({ reason: 'not-a-text-file', fileName: file.name })
  const requestId = input.requestId ?? null
  const [request] = requestId === null ? [] : await listRequests(ctx, requestId)
  if (requestId !== null && request?.register !== register) return refused({ reason: 'no-such-request' })
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [`ucok.matching.${ctx.region}`])
  const sha256 = await fingerprintOf(file.path)
  const same = await findSameAnswer(ctx, register, sha256)
  if (same !== undefined) return done(same)
  const header = await findHeader(file.path, opening, neededFields[register])
  if ('missing' in header) return refused({ reason: 'columns-missing', missing: header.missing })
  const staged = await stageAnswer(ctx, { register, file, opening, header, progress: input.progress ?? (() => {}) })
  if (staged.records === 0) return refused({ reason: 'nothing-usable', faulty: staged.faulty, faults: staged.faults.slice(0, 5) })
  const received = {
    exchangeId: ctx.newId(),
    register,
    fileName: file.name,
    answeredOn: answeredOn.toString(),
    isNew: true,
    ...staged,
  }
  await addExchange(ctx, { ...received, requestId }, sha256)
  await mergeAnswer(ctx, received)
  await markAnswered(ctx, { register, answeredOn: received.answeredOn, requestId })
  await forgetLeft(ctx)
  if (requestId !== null) await markRequestAnswered(ctx, requestId, received.exchangeId)
  const changed = await rematch(ctx)
  for (const react of afterAnswer) await react(ctx)
  const { records, faulty } = staged
  const details = { register, file: file.name, answeredOn: received.answeredOn, records, faulty, changed }
  await audit(ctx, 'matching.answer-received', { kind: 'exchange', id: received.exchangeId }, details)
  return done(received)
}

const fieldNames: Record<Field, string> = {
  nik: 'NIK',
  familyCard: 'NO_KK',
  name: 'NAMA',
  birthDate: 'TANGGAL_LAHIR',
  sex: 'JENIS_KELAMIN',
  motherName: 'NAMA_IBU',
  village: 'KODE_DESA',
  status: 'STATUS',
  segment: 'SEGMEN',
  programmes: 'PROGRAM',
  decile: 'DESIL',
  diedOn: 'TANGGAL_MENINGGAL',
  certificate: 'NO_AKTA_KEMATIAN',
}

const worker: Wording = { id: 'Pekerja ini', en: 'This worker' }

export function wordMatchingRefusal(refusal: MatchingRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'whole-region-only':
      return { reason: refusal.reason, status: 403, ...wholeRegionOnly }
    case 'answered-in-future':
      return { reason: refusal.reason, status: 422, ...answeredInFuture(refusal.answeredOn) }
    case 'not-a-text-file':
      return { reason: refusal.reason, status: 415, ...notATextFile(refusal.fileName) }
    case 'columns-missing':
      return { reason: refusal.reason, status: 422, ...columnsMissing(refusal.missing) }
    case 'nothing-usable':
      return { reason: refusal.reason, status: 422, ...nothingUsable(refusal.faulty, refusal.faults) }
    case 'no-such-worker':
      return notFound(worker)
    case 'no-such-request':
      return notFound({ id: 'Permintaan ini', en: 'This request' })
    case 'nobody-to-ask':
      return { reason: refusal.reason, status: 409, ...nobodyToAsk(refusal.leftOut) }
    case 'nothing-differs':
      return { reason: refusal.reason, status: 409, ...nothingDiffers }
    case 'officers-only':
      return { reason: refusal.reason, status: 403, ...officersOnly }
    default:
      return unreachable(refusal)
  }
}

type Words = Pick<WordedRefusal, 'title' | 'why' | 'todo'>

const wholeRegionOnly: Words = {
  title: { id: 'Jawaban register berlaku untuk seluruh wilayah.', en: 'The answer of a register is for the whole region.' },
  why: {
    id: 'Peran Anda mencakup sebagian wilayah, sehingga pemadanan akan timpang.',
    en: 'Your role covers a part of it, so the matching would be lopsided.',
  },
  todo: { id: 'Minta petugas kabupaten mengunggahnya.', en: 'Ask an officer of the whole region to hand it in.' },
}

function nobodyToAsk(leftOut: number): Words {
  return {
    title: { id: 'Tidak ada orang yang perlu ditanyakan dalam pilihan ini.', en: 'There is nobody to ask about in this choice.' },
    why: {
      id: `Semua jawaban masih baru, atau belum ada pekerja di sana. ${leftOut} orang tanpa NIK tidak dapat ditanyakan.`,
      en: `All answers are recent, or no worker is there. ${leftOut} people without a NIK cannot be asked about.`,
    },
    todo: { id: 'Pilih orang atau desa lain.', en: 'Choose other people or another village.' },
  }
}

const nothingDiffers: Words = {
  title: { id: 'Tidak ada perbedaan yang menunggu di sini.', en: 'No difference waits here.' },
  why: {
    id: 'Perbedaan itu sudah diputuskan, atau datanya sudah berubah.',
    en: 'It was decided already, or the data have changed.',
  },
  todo: { id: 'Muat ulang daftarnya.', en: 'Read the list anew.' },
}

const officersOnly: Words = {
  title: { id: 'Perbedaan diputuskan oleh petugas Disnaker.', en: 'Differences are decided by officers of the programme.' },
  why: { id: 'Mengambil alih nilai mengubah daftar pekerja.', en: 'Taking a value over changes the list of workers.' },
  todo: { id: 'Minta petugas Disnaker melakukannya.', en: 'Ask an officer to do it.' },
}

function answeredInFuture(on: Day): Words {
  return {
    title: {
      id: `Tanggal jawaban ${formatDay(on, 'id')} belum tiba.`,
      en: `The day of the answer, ${formatDay(on, 'en')}, has not come yet.`,
    },
    why: {
      id: 'Jawaban yang lebih baru menang atas yang lama; tanggal keliru akan menutup jawaban berikutnya.',
      en: 'A newer answer wins over an older one; a wrong day would block the next.',
    },
    todo: { id: 'Isi tanggal surat jawaban itu.', en: 'Give the day on the letter of the answer.' },
  }
}

function notATextFile(name: string): Words {
  return {
    title: { id: `Berkas "${name}" tidak terbaca sebagai CSV.`, en: `The file "${name}" cannot be read as CSV.` },
    why: {
      id: 'Berkas tidak ada, kosong, atau berupa buku kerja atau PDF.',
      en: 'It is absent, empty, or a workbook or PDF.',
    },
    todo: { id: 'Simpan jawaban sebagai CSV, lalu kirim lagi.', en: 'Save the answer as CSV and send it again.' },
  }
}

function columnsMissing(missing: readonly Field[]): Words {
  const names = missing.map((field) => fieldNames[field]).join(', ')
  return {
    title: { id: `Kolom yang diperlukan tidak ditemukan: ${names}.`, en: `Needed columns were not found: ${names}.` },
    why: { id: 'Tanpa kolom itu tidak ada yang dapat dipadankan.', en: 'Without them nothing can be matched.' },
    todo: { id: 'Periksa baris judul kolom pada 10 baris pertama.', en: 'Check the header within the first 10 lines.' },
  }
}

function nothingUsable(faulty: number, faults: readonly Fault[]): Words {
  const listed = (language: 'id' | 'en') =>
    faults
      .map((fault) => `${language === 'id' ? 'baris' : 'line'} ${fault.line}: ${faultWordings[fault.reason][language]}`)
      .join('; ')
  return {
    title: { id: 'Tidak ada satu baris pun yang dapat dipakai.', en: 'Not a single line can be used.' },
    why: { id: `${faulty} baris keliru. ${listed('id')}`, en: `${faulty} lines are faulty. ${listed('en')}` },
    todo: { id: 'Perbaiki berkasnya, lalu kirim lagi.', en: 'Mend the file and send it again.' },
  }
}
