import { formatCount } from '../../values/numbers.ts'
import { words } from './words.ts'

const id = (count: number) => formatCount(count, 'id')
const en = (count: number) => formatCount(count, 'en')

/** The words of lists that come back corrected. */
export const correctionText = words({
  title: { id: 'Koreksi', en: 'Correction' },
  of: (name: string) => ({
    id: `Daftar ini dikenali sebagai koreksi dari ${name}.`,
    en: `This list is known as a correction of ${name}.`,
  }),
  ofOne: (list: string, name: string) => ({
    id: `${list} dikenali sebagai koreksi dari ${name}.`,
    en: `${list} is known as a correction of ${name}.`,
  }),
  corrected: { id: 'diperbaiki', en: 'corrected' },
  stillFaulty: { id: 'masih bermasalah', en: 'still faulty' },
  unchanged: { id: 'tidak berubah', en: 'unchanged' },
  added: { id: 'baru', en: 'new' },
  late: { id: 'sudah di registri', en: 'in the registry already' },
  what: {
    id: 'Baris yang diperbaiki menggantikan baris lamanya. Yang tidak berubah tetap di daftar lama, dan tidak digandakan.',
    en: 'Corrected rows stand for the earlier ones. What is unchanged stays in the earlier list and is not doubled.',
  },
  faultyStay: (rows: number) => ({
    id: `${id(rows)} baris yang tidak berubah masih bermasalah di daftar lama.`,
    en: `${en(rows)} unchanged ${rows === 1 ? 'row is' : 'rows are'} still faulty in the earlier list.`,
  }),
  lateWhat: (rows: number) => ({
    id: `${id(rows)} baris berubah tetapi orangnya sudah masuk registri; ubah datanya di sana.`,
    en: `${en(rows)} ${rows === 1 ? 'row' : 'rows'} changed of people who entered the registry already; change them there.`,
  }),
  changes: { id: 'Yang diubah', en: 'What was changed' },
  row: { id: 'Baris lama', en: 'Earlier row' },
  name: { id: 'Nama', en: 'Name' },
  change: { id: 'Perubahan', en: 'Change' },
  now: { id: 'Sekarang', en: 'Now' },
  becomes: { id: 'menjadi', en: 'becomes' },
  empty: { id: 'kosong', en: 'empty' },
  most: { id: '200 baris pertama ditampilkan.', en: 'The first 200 rows are shown.' },
  correctedBy: (name: string, rows: number) => ({
    id: `${id(rows)} baris digantikan oleh koreksi ${name}`,
    en: `${en(rows)} ${rows === 1 ? 'row is' : 'rows are'} replaced by the correction ${name}`,
  }),
})
