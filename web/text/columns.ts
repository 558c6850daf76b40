import { formatCount } from '../../values/numbers.ts'
import { words } from './words.ts'

const id = (count: number) => formatCount(count, 'id')
const en = (count: number) => formatCount(count, 'en')

/** The words of the page on which a clerk points out what the columns of a list hold. */
export const columnsText = words({
  title: { id: 'Kolom daftar', en: 'Columns of a list' },
  titleOf: (name: string) => ({ id: `Kolom ${name}`, en: `Columns of ${name}` }),
  back: { id: 'Pendataan', en: 'Intake' },
  forWhom: {
    id: 'Kolom suatu daftar dibuka oleh petugas program, operator desa, penyetuju, auditor, dan administrator.',
    en: 'The columns of a list are open to programme officers, village operators, approvers, auditors and administrators.',
  },
  none: { id: 'Tidak ada lembar yang dapat ditampilkan', en: 'There is no sheet to show' },
  noneWhat: {
    id: 'Berkas ini tidak terbaca, jadi kolomnya tidak dapat ditunjuk. Minta pengirim menyimpan ulang sebagai XLSX atau CSV.',
    en: 'This file cannot be read, so there are no columns to point out. Ask its sender to save it again as XLSX or CSV.',
  },
  why: {
    id: 'Periksa isi tiap kolom. Yang keliru diganti, lalu daftar dibaca ulang; orang yang akan terbaca langsung tampak di bawah.',
    en: 'Check what each column holds. Change what is wrong and read the list anew; the people it will give are shown below at once.',
  },
  readersOnly: {
    id: 'Hanya petugas program dan operator desa yang menunjuk kolom.',
    en: 'Only programme officers and village operators point columns out.',
  },
  sheets: { id: 'Lembar', en: 'Sheets' },
  onlySheet: { id: 'Daftar', en: 'List' },
  tableIn: (sheet: string, row: number) => ({ id: `${sheet}, tabel mulai baris ${row}`, en: `${sheet}, table from row ${row}` }),
  isRead: { id: 'dibaca', en: 'read' },
  notRead: { id: 'tidak dibaca', en: 'not read' },
  notReadWhy: {
    id: 'Di lembar ini tidak dikenali orang. Jika ini daftar, tunjuk kolom NIK atau namanya; jika bukan, biarkan saja.',
    en: 'Nobody was recognised in this sheet. If it is a list, point its NIK or name out; if it is not, leave it be.',
  },
  headingRow: { id: 'Baris judul kolom', en: 'Row of the headings' },
  noHeading: { id: 'Tidak ada judul kolom', en: 'There are no headings' },
  rowIs: (row: number, text: string) => ({ id: `Baris ${row}: ${text}`, en: `Row ${row}: ${text}` }),
  twoLines: { id: 'Judul kolom dua baris', en: 'Headings in two lines' },
  columns: { id: 'Kolom', en: 'Columns' },
  column: { id: 'Kolom', en: 'Column' },
  heading: { id: 'Judul', en: 'Heading' },
  meaning: { id: 'Dibaca sebagai', en: 'Read as' },
  meaningOf: (letter: string, heading: string) => ({
    id: heading === '' ? `Kolom ${letter} dibaca sebagai` : `Kolom ${letter}, ${heading}, dibaca sebagai`,
    en: heading === '' ? `Column ${letter} is read as` : `Column ${letter}, ${heading}, is read as`,
  }),
  notUsed: { id: 'tidak dipakai', en: 'not used' },
  confidence: { id: 'Keyakinan', en: 'Confidence' },
  samples: { id: 'Contoh isi', en: 'Samples' },
  bare: { id: '(tanpa judul)', en: '(no heading)' },
  byHeader: { id: 'dari judul', en: 'by heading' },
  byContent: { id: 'dari isi', en: 'by content' },
  byClerk: { id: 'ditunjuk', en: 'pointed out' },
  byMemory: { id: 'diingat', en: 'remembered' },
  remembered: (list: string, who: string) => ({
    id: `Diingat dari ${list}, ditunjuk ${who}`,
    en: `Remembered from ${list}, pointed out by ${who}`,
  }),
  forget: { id: 'Lupakan', en: 'Forget' },
  forgotten: {
    id: 'Dilupakan. Daftar berikutnya dikenali dari judul dan isinya.',
    en: 'Forgotten. The next list is recognised by its heading and content.',
  },
  preview: { id: 'Orang yang akan terbaca', en: 'People as they would be read' },
  previewCounts: (people: number, accepted: number, review: number, refused: number, leftOut: number) => ({
    id: `Dari baris pertama: ${id(people)} orang, ${id(accepted)} baik, ${id(review)} ditinjau, ${id(refused)} ditolak; ${id(leftOut)} baris dilewati.`,
    en: `Of the first rows: ${en(people)} people, ${en(accepted)} good, ${en(review)} in review, ${en(refused)} refused; ${en(leftOut)} lines passed over.`,
  }),
  previewNobody: {
    id: 'Dengan kolom ini tidak ada orang yang terbaca. Tunjuk kolom NIK atau nama.',
    en: 'By these columns nobody is read. Point the NIK or the name out.',
  },
  row: { id: 'Baris', en: 'Row' },
  name: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  birthDate: { id: 'Tanggal lahir', en: 'Birth date' },
  sex: { id: 'L/P', en: 'M/F' },
  mother: { id: 'Nama ibu', en: 'Mother' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  address: { id: 'Alamat', en: 'Address' },
  found: { id: 'Temuan', en: 'Found' },
  clean: { id: 'baik', en: 'good' },
  remembers: { id: 'Ingat untuk daftar berikutnya dari pengirim ini', en: 'Remember for the next list of this sender' },
  readAgain: { id: 'Baca ulang', en: 'Read anew' },
  readAgainTitle: { id: 'Baca ulang daftar ini?', en: 'Read this list anew?' },
  willReplace: (rows: number) => ({
    id:
      rows === 0
        ? 'Daftar ini dibaca dengan kolom yang ditunjuk.'
        : `${id(rows)} baris daftar ini dibaca ulang dari berkas aslinya.`,
    en:
      rows === 0
        ? 'The list is read by the columns pointed out.'
        : `${en(rows)} rows of this list are read anew from the original file.`,
  }),
  willForget: (rows: number) => ({
    id: `Keputusan dan perbaikan pada ${id(rows)} barisnya hilang.`,
    en: `What was decided or mended in ${en(rows)} of its ${rows === 1 ? 'row' : 'rows'} is lost.`,
  }),
  willCompare: {
    id: 'Semua daftar pendataan ini dibandingkan lagi. Belum ada yang masuk registri.',
    en: 'All lists of this intake are compared again. Nobody enters the registry yet.',
  },
  done: { id: 'Daftar sedang dibaca ulang.', en: 'The list is being read anew.' },
  toColumns: { id: 'Perbaiki kolom', en: 'Correct the columns' },
  pointOut: { id: 'Tunjuk kolomnya', en: 'Point its columns out' },
})
