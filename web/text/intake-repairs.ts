import { formatCount } from '../../values/numbers.ts'
import { words } from './words.ts'

const id = (count: number) => formatCount(count, 'id')
const en = (count: number) => formatCount(count, 'en')
const rowsEn = (count: number) => `${en(count)} ${count === 1 ? 'row' : 'rows'}`

/** The words of mending rows where they stand, and of the queue of files on their way. */
export const repairText = words({
  errorsFirst: { id: 'Yang perlu diperbaiki, menurut jenisnya', en: 'What needs mending, by kind' },
  found: { id: 'Orang ditemukan', en: 'People found' },
  accepted: { id: 'Baik', en: 'Good' },
  toDecide: { id: 'Perlu diputuskan', en: 'To decide' },
  toReturn: { id: 'Dikembalikan ke desa', en: 'To return' },
  seeRows: { id: 'Lihat barisnya', en: 'See the rows' },
  seeRowsOf: (kind: string) => ({ id: `Lihat barisnya: ${kind}`, en: `See the rows: ${kind}` }),
  repairAll: { id: 'Perbaiki yang serupa', en: 'Mend all alike' },
  repairAllOf: (kind: string) => ({ id: `Perbaiki yang serupa: ${kind}`, en: `Mend all alike: ${kind}` }),
  returnRest: (rows: number, lists: number) => ({
    id: `Kembalikan sisanya: ${id(rows)} orang dalam ${id(lists)} daftar`,
    en: `Return the rest: ${en(rows)} ${rows === 1 ? 'person' : 'people'} in ${en(lists)} ${lists === 1 ? 'list' : 'lists'}`,
  }),
  rowsHeading: { id: 'Baris', en: 'Rows' },
  notes: (kinds: number) => ({
    id: `Catatan: tetap diterima (${id(kinds)} jenis)`,
    en: `Notes: accepted all the same (${en(kinds)} ${kinds === 1 ? 'kind' : 'kinds'})`,
  }),

  edit: { id: 'Perbaiki', en: 'Mend' },
  editCell: (column: string, name: string) => ({ id: `${column}: ${name}`, en: `${column}: ${name}` }),
  keys: {
    id: '↑ ↓ pindah baris. Enter memperbaiki sel yang salah, Tab ke sel berikutnya, Esc batal.',
    en: '↑ ↓ move. Enter mends the faulty cell, Tab goes on to the next, Esc leaves it.',
  },
  writtenInList: (text: string) => ({
    id: text === '' ? 'Di daftar: kosong' : `Di daftar: ${text}`,
    en: text === '' ? 'In the list: empty' : `In the list: ${text}`,
  }),
  checking: { id: 'sedang diperiksa', en: 'being checked' },
  mended: { id: 'diperbaiki di sini', en: 'mended here' },
  saved: (name: string) => ({ id: `${name}: tersimpan dan diperiksa lagi`, en: `${name}: saved and checked again` }),
  hamlet: { id: 'Banjar/dusun', en: 'Hamlet' },
  familyCard: { id: 'Nomor KK', en: 'Family card' },
  income: { id: 'Penghasilan', en: 'Income' },
  phone: { id: 'Nomor HP', en: 'Phone' },
  birthPlace: { id: 'Tempat lahir', en: 'Place of birth' },
  motherName: { id: 'Nama ibu', en: 'Mother’s name' },
  rtRw: { id: 'RT/RW', en: 'RT/RW' },

  alikeTitle: (kind: string) => ({ id: `Perbaiki yang serupa: ${kind}`, en: `Mend all alike: ${kind}` }),
  alikeWhich: { id: 'Yang tertulis sekarang', en: 'What is written now' },
  alikeWhichHint: (kinds: number) => ({
    id: `${id(kinds)} tulisan yang berbeda, yang terbanyak lebih dahulu`,
    en: `${en(kinds)} different ${kinds === 1 ? 'wording' : 'wordings'}, the most frequent first`,
  }),
  alikeGroup: (written: string, rows: number) => ({
    id: `${written === '' ? '(kosong)' : written} · ${id(rows)} baris`,
    en: `${written === '' ? '(empty)' : written} · ${rowsEn(rows)}`,
  }),
  alikeHow: { id: 'Yang dianggap serupa', en: 'What counts as alike' },
  sameText: { id: 'tulisannya sama', en: 'the same text' },
  sameShape: (shape: string) => ({ id: `ditulis dengan cara yang sama (${shape})`, en: `written in the same way (${shape})` }),
  sameKind: { id: 'semua baris dengan temuan ini', en: 'all rows with this finding' },
  correction: { id: 'Perbaikan', en: 'Correction' },
  newValue: { id: 'Isi yang benar', en: 'The right value' },
  oneValue: { id: 'isi satu nilai untuk semua', en: 'one value for all' },
  dmy: { id: 'baca sebagai hari, bulan, tahun', en: 'read as day, month, year' },
  mdy: { id: 'baca sebagai bulan, hari, tahun', en: 'read as month, day, year' },
  ymd: { id: 'baca sebagai tahun, bulan, hari', en: 'read as year, month, day' },
  ydm: { id: 'baca sebagai tahun, hari, bulan', en: 'read as year, day, month' },
  fromNik: { id: 'ambil dari NIK', en: 'take from the NIK' },
  noneAlike: {
    id: 'Sel-sel ini diperbaiki satu per satu: tidak ada dua yang sama.',
    en: 'These cells are mended one by one: no two are alike.',
  },
  foreseen: (cells: number) => ({ id: `${id(cells)} baris akan diperbaiki`, en: `${rowsEn(cells)} will be mended` }),
  foreseenVerdicts: (accepted: number, review: number, refused: number) => ({
    id: `Sesudahnya: ${id(accepted)} baik, ${id(review)} ditinjau, ${id(refused)} ditolak.`,
    en: `Afterwards: ${en(accepted)} good, ${en(review)} in review, ${en(refused)} refused.`,
  }),
  unfitting: (cells: number) => ({
    id: `${id(cells)} baris serupa tidak cocok dengan perbaikan ini dan dibiarkan.`,
    en: `${rowsEn(cells)} alike do not fit this correction and stay as they are.`,
  }),
  nothingForeseen: {
    id: 'Tidak ada baris yang berubah dengan perbaikan ini.',
    en: 'No row changes with this correction.',
  },
  before: { id: 'Tertulis', en: 'Written' },
  after: { id: 'Menjadi', en: 'Becomes' },
  examples: { id: 'Contoh', en: 'Examples' },
  repairCount: (cells: number) => ({ id: `Perbaiki ${id(cells)} baris`, en: `Mend ${rowsEn(cells)}` }),
  originalKept: {
    id: 'Tulisan desa tetap disimpan. Perbaikan dapat ditarik kembali sampai pendataan diterima.',
    en: 'What the village wrote is kept. A repair can be taken back until the intake is accepted.',
  },
  doneAlike: (repaired: number, accepted: number) => ({
    id: `${id(repaired)} baris diperbaiki, ${id(accepted)} di antaranya kini baik.`,
    en: `${rowsEn(repaired)} mended, ${en(accepted)} of them good now.`,
  }),

  made: { id: 'Perbaikan di sini', en: 'Mended here' },
  madeOf: (rows: number) => ({ id: `${id(rows)} baris`, en: rowsEn(rows) }),
  various: { id: '(beragam)', en: '(various)' },
  empty: { id: '(kosong)', en: '(empty)' },
  takeBack: { id: 'Tarik kembali', en: 'Take back' },
  takeBackOf: (what: string) => ({ id: `Tarik kembali perbaikan ${what}`, en: `Take back the repair ${what}` }),
  takenBack: (who: string) => ({ id: `ditarik kembali oleh ${who}`, en: `taken back by ${who}` }),
  doneTakenBack: (restored: number) => ({
    id: `Perbaikan ditarik kembali; ${id(restored)} baris seperti semula.`,
    en: `The repair is taken back; ${rowsEn(restored)} ${restored === 1 ? 'is' : 'are'} as before.`,
  }),

  begunMany: {
    id: 'Perbaikan berjalan; kemajuannya tampak di halaman ini.',
    en: 'The mending is under way; its progress is on this page.',
  },
  doneMany: (rows: number) => ({
    id: `${id(rows)} baris diubah dan diperiksa lagi.`,
    en: `${rowsEn(rows)} changed and checked anew.`,
  }),
  mendingNote: {
    id: 'Pendataan ini sedang dikerjakan sekaligus. Keputusan dan perbaikan lain menunggu sampai selesai.',
    en: 'All of this intake is being worked on. Decisions and repairs wait until that is done.',
  },
  mendingBroke: {
    id: 'Pekerjaan ini terhenti karena kesalahan pada UCOK.',
    en: 'This work stopped because something is wrong in UCOK.',
  },
  mendingBrokeWhy: { id: 'Tidak ada baris yang berubah.', en: 'No row has changed.' },
  mendingBrokeTodo: {
    id: 'Coba sekali lagi; bila terulang, beri tahu pengelola.',
    en: 'Try once more; if it happens again, tell whoever runs UCOK.',
  },
  foreseeing: { id: 'Menghitung baris yang akan berubah', en: 'Counting the rows that will change' },

  withoutVillage: { id: 'Desa belum diketahui', en: 'Village not known' },
  withoutVillageIn: (lists: number) => ({
    id: `Orang tanpa desa, dalam ${id(lists)} daftar`,
    en: `People without a village, in ${en(lists)} ${lists === 1 ? 'list' : 'lists'}`,
  }),
  withoutVillageWhat: {
    id: 'Nama berkas dan kolomnya tidak menyebut desa yang dikenal. Mereka tetap dapat diterima, tetapi tidak terhitung di desa mana pun dan tidak terlihat oleh operator desanya.',
    en: 'Neither the name of the file nor a column says a village we know. They can be accepted all the same, but count in no village and their operator does not see them.',
  },
  chooseVillage: { id: 'Tetapkan desa', en: 'Set the village' },
  placeTitle: { id: 'Tetapkan desa', en: 'Set the village' },
  placeCount: (rows: number) => ({ id: `Tetapkan desa ${id(rows)} baris`, en: `Set the village of ${rowsEn(rows)}` }),
  villageOfRows: { id: 'Desa/kelurahan', en: 'Village' },
  villageSearch: { id: 'Ketik nama desa', en: 'Type the name of a village' },
  noVillageChosen: { id: 'Pilih dahulu desanya.', en: 'Choose the village first.' },
  noRowsChosen: { id: 'Pilih sekurang-kurangnya satu kelompok baris.', en: 'Choose at least one group of rows.' },
  whichRows: { id: 'Baris yang mana', en: 'Which rows' },
  allRows: { id: 'semua', en: 'all' },
  writtenAs: (written: string) => ({ id: `tertulis “${written}”`, en: `written “${written}”` }),
  placeMeans: {
    id: 'Barisnya dibandingkan lagi. Daftar yang semua barisnya di satu desa menjadi milik desa itu dan terlihat oleh operatornya. Dapat ditarik kembali sampai pendataan diterima.',
    en: 'The rows are compared anew. A list all of whose rows stand in one village belongs to it and is seen by its operator. Can be taken back until the intake is accepted.',
  },
  donePlaced: (rows: number) => ({ id: `Desa ${id(rows)} baris ditetapkan.`, en: `The village of ${rowsEn(rows)} is set.` }),
  village: { id: 'Desa', en: 'Village' },

  queued: { id: 'siap dikirim', en: 'ready' },
  sending: (share: string) => ({ id: `mengirim ${share}`, en: `sending ${share}` }),
  sent: { id: 'terkirim', en: 'sent' },
  taken: { id: 'diterima', en: 'taken' },
  knownIn: { id: 'sudah pernah dikirim:', en: 'handed in before:' },
  sendingAll: { id: 'Mengirim berkas', en: 'Sending files' },
  openIntake: (lists: number) => ({
    id: `Buka pendataan ${id(lists)} daftar`,
    en: `Open the intake of ${en(lists)} ${lists === 1 ? 'list' : 'lists'}`,
  }),
  readingEach: { id: 'Pembacaan per daftar', en: 'Reading, list by list' },
  readingNow: { id: 'sedang dibaca', en: 'being read' },
  perSecond: { id: 'Baris per detik', en: 'Rows a second' },
  size: { id: 'Ukuran', en: 'Size' },
  timeLeft: { id: 'Sisa waktu', en: 'Time left' },
  pace: (rows: number) => ({ id: `${id(rows)} baris per detik`, en: `${en(rows)} rows a second` }),
})
