import { type Day, formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { formatCount } from '../../values/numbers.ts'
import { unreachable } from '../../values/unreachable.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { type Fault, faultWordings } from './answers/faults.ts'
import type { Field } from './answers/fields.ts'
import type { NoAnswer } from './answers/reading.ts'
import { registerNames, type Register } from './registers.ts'
import { wordReadingRefusal } from './unreadable-files.ts'

export type MatchingRefusal =
  | { reason: 'whole-region-only' }
  | { reason: 'officers-only' }
  | { reason: 'answered-in-future'; answeredOn: Day }
  | { reason: 'no-such-file'; fileName: string }
  | NoAnswer
  | { reason: 'nothing-usable'; faulty: number; faults: readonly Fault[] }
  | { reason: 'not-filled-in'; lines: number }
  | { reason: 'no-such-worker' }
  | { reason: 'no-such-request' }
  | { reason: 'no-such-decision' }
  | { reason: 'nobody-to-ask'; leftOut: number }
  | { reason: 'nothing-differs' }
  | { reason: 'value-not-told' }
  | { reason: 'undone-already'; byName: string }
  | { reason: 'nothing-to-undo' }

/** Puts a refusal of matching into words: what happened, why it matters, what to do. */
export function wordMatchingRefusal(refusal: MatchingRefusal): WordedRefusal {
  const { reason } = refusal
  switch (reason) {
    case 'whole-region-only':
      return { reason, status: 403, ...wholeRegionOnly }
    case 'officers-only':
      return { reason, status: 403, ...officersOnly }
    case 'answered-in-future':
      return { reason, status: 422, ...answeredInFuture(refusal.answeredOn) }
    case 'no-such-file':
      return notFound({ id: `Berkas "${refusal.fileName}"`, en: `The file “${refusal.fileName}”` })
    case 'unreadable-file':
      return wordReadingRefusal(refusal.refusal)
    case 'no-answer-in-file':
      return { reason, status: 422, ...noAnswerInFile }
    case 'wrong-register':
      return { reason, status: 422, ...wrongRegister(refusal.register, refusal.looksLike) }
    case 'columns-missing':
      return { reason, status: 422, ...columnsMissing(refusal.register, refusal.missing) }
    case 'nothing-usable':
      return { reason, status: 422, ...nothingUsable(refusal.faulty, refusal.faults) }
    case 'not-filled-in':
      return { reason, status: 422, ...notFilledIn(refusal.lines) }
    case 'no-such-worker':
      return notFound({ id: 'Pekerja ini', en: 'This worker' })
    case 'no-such-request':
      return notFound({ id: 'Permintaan ini', en: 'This request' })
    case 'no-such-decision':
      return notFound({ id: 'Keputusan ini', en: 'This decision' })
    case 'nobody-to-ask':
      return { reason, status: 409, ...nobodyToAsk(refusal.leftOut) }
    case 'nothing-differs':
      return { reason, status: 409, ...nothingDiffers }
    case 'value-not-told':
      return { reason, status: 409, ...valueNotTold }
    case 'undone-already':
      return { reason, status: 409, ...undoneAlready(refusal.byName) }
    case 'nothing-to-undo':
      return { reason, status: 409, ...nothingToUndo }
    default:
      return unreachable(refusal)
  }
}

type Words = Pick<WordedRefusal, 'title' | 'why' | 'todo'>

const fieldNames: Partial<Record<Field, string>> = {
  nik: 'NIK',
  status: 'STATUS',
  decile: 'DESIL',
  diedOn: 'TANGGAL_MENINGGAL',
}

const wholeRegionOnly: Words = {
  title: { id: 'Jawaban register berlaku untuk seluruh wilayah.', en: 'The answer of a register is for the whole region.' },
  why: {
    id: 'Peran Anda mencakup sebagian wilayah, sehingga pemadanan akan timpang.',
    en: 'Your role covers a part of it, so the matching would be lopsided.',
  },
  todo: { id: 'Minta petugas kabupaten mengunggahnya.', en: 'Ask an officer of the whole region to hand it in.' },
}

const officersOnly: Words = {
  title: { id: 'Perbedaan diputuskan oleh petugas Disnaker.', en: 'Differences are decided by officers of the programme.' },
  why: { id: 'Mengambil alih nilai mengubah daftar pekerja.', en: 'Taking a value over changes the list of workers.' },
  todo: { id: 'Minta petugas Disnaker melakukannya.', en: 'Ask an officer to do it.' },
}

function nobodyToAsk(leftOut: number): Words {
  return {
    title: { id: 'Tidak ada orang yang perlu ditanyakan dalam pilihan ini.', en: 'There is nobody to ask about in this choice.' },
    why: {
      id: `Semua jawaban masih baru, atau belum ada pekerja di sana. ${formatCount(leftOut, 'id')} orang tanpa NIK tidak dapat ditanyakan.`,
      en: `All answers are recent, or no worker is there. ${formatCount(leftOut, 'en')} people without a NIK cannot be asked about.`,
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

const valueNotTold: Words = {
  title: { id: 'Dukcapil tidak memberi tahu nilainya.', en: 'The civil registry did not tell its value.' },
  why: {
    id: 'Jawabannya hanya TIDAK SESUAI, jadi tidak ada nilai yang dapat diambil.',
    en: 'It only said that ours does not agree, so there is nothing to take over.',
  },
  todo: {
    id: 'Minta nilai aslinya (susunan "NIK saja"), lihat KTP atau KK orangnya, atau pertahankan nilai kami.',
    en: 'Ask for the value itself (layout “NIK only”), look at the person’s card, or keep our value.',
  },
}

function undoneAlready(byName: string): Words {
  return {
    title: { id: `Keputusan ini sudah dibatalkan oleh ${byName}.`, en: `This decision was taken back by ${byName} already.` },
    why: { id: 'Yang sudah kembali tidak dapat dikembalikan lagi.', en: 'What stands as before cannot be put back again.' },
    todo: { id: 'Muat ulang daftar keputusan.', en: 'Read the list of decisions anew.' },
  }
}

const nothingToUndo: Words = {
  title: { id: 'Tidak ada lagi yang dapat dibatalkan.', en: 'There is nothing left to take back.' },
  why: {
    id: 'Semua nilai dari keputusan ini sudah berubah lagi sesudahnya.',
    en: 'Every value of this decision has changed again since.',
  },
  todo: { id: 'Perbaiki nilai pada halaman pekerja.', en: 'Correct the values on the page of the worker.' },
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

const noAnswerInFile: Words = {
  title: { id: 'Di berkas ini tidak ada daftar NIK.', en: 'There is no list of NIKs in this file.' },
  why: {
    id: 'Jawaban dipadankan lewat NIK; tanpa kolom NIK tidak jelas siapa yang dijawab.',
    en: 'An answer is matched by NIK; without a column of them nobody can tell whom it is about.',
  },
  todo: {
    id: 'Pastikan yang dipilih berkas jawaban register, bukan surat pengantar atau rekapnya.',
    en: 'Make sure that this is the answer itself, not its letter or its summary.',
  },
}

function wrongRegister(given: Register, found: Register): Words {
  const [asked, like] = [registerNames[given], registerNames[found]]
  return {
    title: {
      id: `Ini tampaknya jawaban ${like.id}, bukan ${asked.id}.`,
      en: `This looks like an answer of ${like.en}, not of ${asked.en}.`,
    },
    why: {
      id: 'Bila diterima, status orang akan dibaca dari kolom yang keliru. Tidak ada yang diubah.',
      en: 'Taken in, people’s standing would be read from the wrong columns. Nothing was changed.',
    },
    todo: {
      id: `Pilih register ${like.id} untuk berkas ini, atau pilih berkas jawaban ${asked.id}.`,
      en: `Choose ${like.en} for this file, or choose the file of ${asked.en}.`,
    },
  }
}

function columnsMissing(register: Register, missing: readonly Field[]): Words {
  const names = missing.map((field) => fieldNames[field] ?? field).join(', ')
  const says: Record<Register, Wording> = {
    dukcapil: {
      id: 'Tanpa status atau kolom SESUAI/TIDAK SESUAI berkas ini hanya daftar orang, bukan jawaban Dukcapil.',
      en: 'Without a status or columns that agree or not this is a list of people, not an answer of the civil registry.',
    },
    bpjs: {
      id: 'Tanpa status aktif atau tidak, tidak jelas siapa yang sudah terlindungi.',
      en: 'Without a status nobody can tell who is covered already.',
    },
    dtsen: { id: 'Tanpa desil tidak ada yang dapat dipadankan.', en: 'Without a decile nothing can be matched.' },
    deaths: {
      id: 'Tanpa tanggal, akta, atau status, semua orang di berkas akan dianggap meninggal.',
      en: 'Without a day, a certificate or a status everybody in the file would count as dead.',
    },
  }
  return {
    title: { id: `Kolom yang diperlukan tidak ditemukan: ${names}.`, en: `Needed columns were not found: ${names}.` },
    why: says[register],
    todo: {
      id: 'Periksa judul kolomnya, atau pastikan register dan berkasnya benar.',
      en: 'Check the headings, or make sure that register and file are the right ones.',
    },
  }
}

function notFilledIn(lines: number): Words {
  return {
    title: { id: 'Kolom jawaban di berkas ini masih kosong.', en: 'The columns of the answer are still empty.' },
    why: {
      id: `${formatCount(lines, 'id')} baris memuat NIK tanpa jawaban: ini tampaknya berkas permintaan kita sendiri.`,
      en: `${formatCount(lines, 'en')} lines hold a NIK and no answer: this looks like our own request.`,
    },
    todo: {
      id: 'Unggah berkas yang sudah diisi register. Bila memang tidak seorang pun tercatat, tulis TIDAK TERDAFTAR pada kolom jawabannya.',
      en: 'Hand in the file that the register filled in. If it truly knows nobody, write TIDAK TERDAFTAR in the column of the answer.',
    },
  }
}

function nothingUsable(faulty: number, faults: readonly Fault[]): Words {
  const listed = (language: 'id' | 'en') =>
    faults
      .map((fault) => `${language === 'id' ? 'baris' : 'line'} ${fault.line}: ${faultWordings[fault.reason][language]}`)
      .join('; ')
  return {
    title: { id: 'Tidak ada satu baris pun yang dapat dipakai.', en: 'Not a single line can be used.' },
    why: {
      id: `${formatCount(faulty, 'id')} baris keliru. ${listed('id')}`,
      en: `${formatCount(faulty, 'en')} lines are faulty. ${listed('en')}`,
    },
    todo: { id: 'Perbaiki berkasnya, lalu kirim lagi.', en: 'Mend the file and send it again.' },
  }
}
