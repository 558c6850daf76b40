import { unreachable } from '../../values/unreachable.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import type { AuthorityRefusal } from './authority.ts'

/** Why work about duplicates is not done as asked, in order of precedence. */
export type DuplicatesRefusal =
  | AuthorityRefusal
  | { reason: 'too-few-people'; people: number }
  | { reason: 'no-such-pair' }
  | { reason: 'no-such-merge' }
  | { reason: 'answered-already'; by: string }
  | { reason: 'not-answered' }
  | { reason: 'person-left' }
  | { reason: 'cover-not-ended'; name: string }
  | { reason: 'not-merged' }
  | { reason: 'merged-since' }
  | { reason: 'nik-taken' }

/** Puts a refusal about duplicates into words. */
export function wordDuplicatesRefusal(refusal: DuplicatesRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-pair':
      return notFound({ id: 'Pasangan ini', en: 'This pair' })
    case 'no-such-merge':
      return notFound({ id: 'Penggabungan ini', en: 'This merge' })
    case 'role-missing':
      return { reason: refusal.reason, status: 403, ...roleMissing }
    case 'whole-region-needed':
      return { reason: refusal.reason, status: 403, ...wholeRegionNeeded }
    case 'cover-not-ended':
      return { reason: refusal.reason, status: 409, ...coverNotEnded(refusal.name) }
    case 'answered-already':
      return { reason: refusal.reason, status: 409, ...answeredAlready(refusal.by) }
    case 'too-few-people':
    case 'not-answered':
    case 'person-left':
    case 'not-merged':
    case 'merged-since':
    case 'nik-taken':
      return { reason: refusal.reason, status: 409, ...words[refusal.reason] }
    default:
      return unreachable(refusal)
  }
}

type Words = Pick<WordedRefusal, 'title' | 'why' | 'todo'>

const roleMissing: Words = {
  title: { id: 'Duplikat diperiksa oleh petugas Disnaker.', en: 'Duplicates are reviewed by officers of the programme.' },
  why: {
    id: 'Penggabungan mengubah daftar pekerja seluruh daerah.',
    en: 'A merge changes the list of workers of the whole region.',
  },
  todo: { id: 'Minta petugas Disnaker melakukannya.', en: 'Ask an officer to do it.' },
}

const wholeRegionNeeded: Words = {
  title: {
    id: 'Duplikat menyangkut seluruh daerah, sedangkan tugas Anda mencakup sebagian desa.',
    en: 'Duplicates concern the whole region, while your task covers some of its villages.',
  },
  why: { id: 'Satu orang dapat tercatat di dua desa.', en: 'One person may stand in two villages.' },
  todo: { id: 'Minta petugas tingkat kabupaten/kota melakukannya.', en: 'Ask a colleague at regional level to do it.' },
}

function coverNotEnded(name: string): Words {
  return {
    title: { id: `Kepesertaan ${name} masih berjalan.`, en: `The cover of ${name} is still running.` },
    why: {
      id: 'Catatan yang digabungkan meninggalkan daftar, sehingga kepesertaannya akan menggantung dan iurannya terbayar dua kali.',
      en: 'The record that is merged leaves the list: its cover would hang in the air and be paid twice.',
    },
    todo: {
      id: 'Pertahankan catatan ini, atau akhiri dahulu kepesertaannya dengan alasan orang ganda.',
      en: 'Keep this record, or first end its cover as a duplicate.',
    },
  }
}

function answeredAlready(by: string): Words {
  return {
    title: { id: `Pasangan ini sudah dijawab oleh ${by}.`, en: `This pair was answered by ${by} already.` },
    why: {
      id: 'Jawaban berlaku sampai data salah satu berubah.',
      en: 'An answer stands until the data of one of the two change.',
    },
    todo: { id: 'Lanjutkan dengan pasangan berikutnya.', en: 'Go on with the next pair.' },
  }
}

const words: Record<'too-few-people' | 'not-answered' | 'person-left' | 'not-merged' | 'merged-since' | 'nik-taken', Words> = {
  'too-few-people': {
    title: {
      id: 'Daftar pekerja masih terlalu pendek untuk dibandingkan.',
      en: 'The list of workers is too short to be compared.',
    },
    why: {
      id: 'Arti setiap persamaan dipelajari dari daftar itu sendiri.',
      en: 'What a likeness means is learned from the list itself.',
    },
    todo: { id: 'Terima dahulu daftar dari desa, lalu cari lagi.', en: 'Take in lists of villages first, then search again.' },
  },
  'not-answered': {
    title: { id: 'Pasangan ini belum dijawab.', en: 'This pair has no answer yet.' },
    why: { id: 'Hanya jawaban yang ada dapat ditarik kembali.', en: 'Only an answer that was given can be taken back.' },
    todo: { id: 'Jawab pasangannya, atau muat ulang antreannya.', en: 'Answer the pair, or read the queue anew.' },
  },
  'person-left': {
    title: {
      id: 'Salah satu dari keduanya tidak lagi berada dalam daftar pekerja.',
      en: 'One of the two is no longer in the list of workers.',
    },
    why: {
      id: 'Catatan itu sudah digabungkan, atau pendataannya dibatalkan.',
      en: 'That record was merged, or its intake was undone.',
    },
    todo: { id: 'Lanjutkan dengan pasangan berikutnya.', en: 'Go on with the next pair.' },
  },
  'not-merged': {
    title: { id: 'Kedua catatan ini sedang tidak tergabung.', en: 'These two records are not merged.' },
    why: { id: 'Hanya penggabungan yang berlaku dapat dipisahkan lagi.', en: 'Only a merge that stands can be taken back.' },
    todo: { id: 'Muat ulang daftarnya.', en: 'Read the list anew.' },
  },
  'merged-since': {
    title: {
      id: 'Catatan yang dipertahankan sudah digabungkan lagi sesudahnya, atau telah keluar dari daftar.',
      en: 'The record that was kept has been merged again since, or has left the list.',
    },
    why: {
      id: 'Memisahkan yang lama lebih dahulu akan mengembalikan data yang sudah diganti.',
      en: 'Taking back the older one first would bring back data that were replaced.',
    },
    todo: { id: 'Pisahkan dahulu penggabungan yang lebih baru.', en: 'Take back the newer merge first.' },
  },
  'nik-taken': {
    title: {
      id: 'NIK catatan lama kini dipakai orang lain dalam daftar.',
      en: 'The NIK of the old record is used by somebody else in the list now.',
    },
    why: { id: 'Satu NIK hanya boleh dimiliki satu orang.', en: 'A NIK may belong to one person only.' },
    todo: { id: 'Periksa pemakai NIK itu lebih dahulu.', en: 'Look at who uses that NIK first.' },
  },
}
