import { formatCount } from '../../values/numbers.ts'
import { words } from './words.ts'

const id = (count: number) => formatCount(count, 'id')
const en = (count: number) => formatCount(count, 'en')

/** The words of intake: lists that come in, what was found in them, what is decided. */
export const intakeText = words({
  title: { id: 'Pendataan', en: 'Intake' },
  one: { id: 'Satu pendataan', en: 'One intake' },
  forWhom: {
    id: 'Pendataan dibuka oleh petugas program, operator desa, penyetuju, auditor, dan administrator.',
    en: 'Intakes are open to programme officers, village operators, approvers, auditors and administrators.',
  },
  none: { id: 'Belum ada daftar yang masuk', en: 'No list has come in yet' },
  noneWhat: {
    id: 'Kirim daftar pekerja dari desa sebagaimana adanya: XLSX, XLS, ODS, atau CSV. UCOK mengenali kolomnya sendiri.',
    en: 'Hand in the lists of workers as the villages write them: XLSX, XLS, ODS or CSV. UCOK recognises the columns itself.',
  },
  search: { id: 'Cari nama berkas', en: 'Search file names' },
  state: { id: 'Keadaan', en: 'State' },
  waiting: { id: 'Menunggu giliran', en: 'Waiting its turn' },
  reading: { id: 'Sedang dibaca', en: 'Being read' },
  checked: { id: 'Selesai diperiksa', en: 'Checked' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  undone: { id: 'Dibatalkan', en: 'Undone' },
  failed: { id: 'Gagal dibaca', en: 'Reading failed' },
  list: { id: 'Daftar', en: 'List' },
  lists: { id: 'Daftar', en: 'Lists' },
  rows: { id: 'Orang', en: 'People' },
  good: { id: 'Baik', en: 'Good' },
  review: { id: 'Ditinjau', en: 'In review' },
  refused: { id: 'Ditolak', en: 'Refused' },
  open: { id: 'Belum diputuskan', en: 'Undecided' },
  handedInBy: { id: 'Dikirim oleh', en: 'Handed in by' },
  handedInOn: { id: 'Dikirim', en: 'Handed in' },
  handIn: { id: 'Kirim daftar', en: 'Hand in lists' },
  handInCount: (count: number) => ({
    id: `Kirim ${id(count)} daftar`,
    en: `Hand in ${en(count)} ${count === 1 ? 'list' : 'lists'}`,
  }),
  noFilesYet: { id: 'Pilih atau jatuhkan berkasnya dahulu.', en: 'Choose or drop the files first.' },
  handInHint: {
    id: 'XLSX, XLS, ODS, CSV; banyak berkas sekaligus. Nama berkas yang diawali kode desa (5103011002) langsung dikenali desanya.',
    en: 'XLSX, XLS, ODS, CSV; many files at once. A file whose name begins with the village code (5103011002) is known to be that village’s.',
  },
  handInAfter: {
    id: 'Tidak ada yang masuk registri sebelum Anda menerimanya. Daftar yang persis sama tidak dibaca dua kali.',
    en: 'Nothing enters the registry before you accept it. The very same list is not read twice.',
  },
  template: { id: 'Unduh formulir kosong', en: 'Download a blank list' },
  knownBefore: (count: number) => ({
    id: `${id(count)} berkas sudah pernah dikirim dan tidak dibaca lagi`,
    en: `${en(count)} ${count === 1 ? 'file was' : 'files were'} handed in before and ${count === 1 ? 'is' : 'are'} not read again`,
  }),
  openThat: (title: string) => ({ id: `Buka pendataan ${title}`, en: `Open the intake ${title}` }),
  judgedOn: (day: string) => ({ id: `dinilai per ${day}`, en: `judged as of ${day}` }),

  stageReceived: { id: 'Daftar diterima', en: 'Lists received' },
  stageRead: { id: 'Orang dibaca', en: 'People read' },
  stageCompared: { id: 'Dibandingkan', en: 'Compared' },
  stageEntered: { id: 'Diterima ke registri', en: 'Accepted into the registry' },
  countedInLists: { id: 'dihitung dalam daftar', en: 'counted in lists' },
  countedInPeople: { id: 'dihitung dalam orang', en: 'counted in people' },
  stageDone: { id: 'selesai', en: 'done' },
  stageNow: { id: 'berjalan', en: 'under way' },
  stageLater: { id: 'belum', en: 'not yet' },
  stageYours: { id: 'menunggu keputusan', en: 'waits for a decision' },
  stageUndone: { id: 'dibatalkan', en: 'undone' },
  stageFailed: { id: 'terhenti', en: 'stopped' },
  heldUnreadable: { id: 'daftar tidak terbaca', en: 'unreadable lists' },
  heldRefused: { id: 'ditolak, kembali ke desa', en: 'refused, back to the village' },
  heldOpen: { id: 'belum diputuskan', en: 'not yet decided' },
  heldDismissed: { id: 'dikeluarkan dengan keputusan', en: 'left out by decision' },
  heldKnown: { id: 'NIK sudah ada di registri', en: 'NIK stands in the registry already' },
  readOf: (done: number, total: number) => ({
    id: `${id(done)} dari ${id(total)} daftar dibaca`,
    en: `${en(done)} of ${en(total)} lists read`,
  }),
  peopleSoFar: (label: string, rows: number) => ({ id: `${label} · ${id(rows)} orang`, en: `${label} · ${en(rows)} people` }),
  readingLists: { id: 'Membaca daftar', en: 'Reading lists' },

  accept: { id: 'Terima ke registri', en: 'Accept into the registry' },
  acceptTitle: { id: 'Terima ke registri?', en: 'Accept into the registry?' },
  acceptCount: (count: number) => ({
    id: `Menerima ${id(count)} orang ke registri.`,
    en: `${en(count)} people enter the registry.`,
  }),
  acceptOpen: (count: number) => ({
    id: `${id(count)} orang yang ditinjau belum ikut; mereka masuk begitu diputuskan.`,
    en: `${en(count)} people in review do not enter yet; they do once somebody decides.`,
  }),
  acceptRefused: (count: number) => ({
    id: `${id(count)} orang ditolak dan tidak ikut; daftarnya dapat diunduh untuk diperbaiki desa.`,
    en: `${en(count)} people are refused and do not enter; their lists can be downloaded for the village to mend.`,
  }),
  acceptDismissed: (count: number) => ({
    id: `${id(count)} orang dikeluarkan dengan keputusan.`,
    en: `${en(count)} people are left out by decision.`,
  }),
  undo: { id: 'Batalkan pendataan', en: 'Undo this intake' },
  undoTitle: { id: 'Batalkan pendataan ini?', en: 'Undo this intake?' },
  undoRemoves: (count: number) => ({
    id: `${id(count)} orang keluar dari registri.`,
    en: `${en(count)} people leave the registry.`,
  }),
  undoLists: (count: number) => ({
    id: `${id(count)} daftar dilepas dan boleh dikirim ulang; keputusan tentang barisnya tidak berlaku lagi.`,
    en: `${en(count)} ${count === 1 ? 'list is' : 'lists are'} released and may be handed in again; what was decided about the rows no longer holds.`,
  }),
  undoLimit: {
    id: 'Ditolak bila seorang di antaranya sudah tercantum dalam SK.',
    en: 'Refused when one of them stands in a decree already.',
  },
  settle: { id: 'Bereskan orang ganda', en: 'Settle duplicates' },
  settleTitle: { id: 'Bereskan orang yang tertulis dua kali?', en: 'Settle people listed twice?' },
  settleKeeps: (count: number) => ({
    id: `${id(count)} baris dipertahankan: dari setiap orang, baris dengan catatan paling sedikit.`,
    en: `${en(count)} rows are kept: for each person, the row with the fewest other findings.`,
  }),
  settleDismisses: (count: number) => ({
    id: `${id(count)} baris dikeluarkan: ulangannya, dan orang yang sudah ada di registri.`,
    en: `${en(count)} rows are left out: their repetitions, and people the registry already has.`,
  }),
  settleLeaves: {
    id: 'Satu NIK yang dipakai dua nama tidak disentuh; itu diperiksa orang.',
    en: 'One NIK under two names is not touched; that is for a person to check.',
  },
  begunAct: { id: 'Berjalan; kemajuannya tampak di halaman ini.', en: 'Under way; its progress is on this page.' },
  doneAccepted: (count: number) => ({
    id: `${id(count)} orang masuk registri.`,
    en: `${en(count)} people entered the registry.`,
  }),
  doneUndone: (count: number) => ({
    id: `Pendataan dibatalkan; ${id(count)} orang keluar dari registri.`,
    en: `The intake is undone; ${en(count)} people left the registry.`,
  }),
  doneSettled: (kept: number, dismissed: number) => ({
    id: `${id(kept)} baris dipertahankan, ${id(dismissed)} dikeluarkan.`,
    en: `${en(kept)} rows kept, ${en(dismissed)} left out.`,
  }),
  doneDecided: (decided: number, asked: number) => ({
    id:
      decided === asked
        ? `${id(decided)} baris diputuskan.`
        : `${id(decided)} dari ${id(asked)} baris diputuskan; sisanya tidak punya NIK yang terbaca.`,
    en:
      decided === asked
        ? `${en(decided)} ${decided === 1 ? 'row' : 'rows'} decided.`
        : `${en(decided)} of ${en(asked)} rows decided; the others have no readable NIK.`,
  }),
  readOnlyNote: {
    id: 'Hanya petugas program yang memutuskan baris dan menerima daftar ke registri.',
    en: 'Only a programme officer decides rows and accepts lists into the registry.',
  },
  undoneNote: {
    id: 'Pendataan ini dibatalkan. Angkanya tetap tampil; daftarnya boleh dikirim ulang.',
    en: 'This intake was undone. Its numbers stay; its lists may be handed in again.',
  },
  failedNote: {
    id: 'Pembacaan terhenti karena kesalahan pada UCOK. Tidak ada yang masuk registri. Batalkan pendataan ini, lalu kirim ulang daftarnya.',
    en: 'Reading stopped because something is wrong in UCOK. Nothing entered the registry. Undo this intake, then hand in its lists again.',
  },
  acceptedNote: (who: string) => ({
    id: `Diterima ke registri oleh ${who}. Baris yang diputuskan sesudahnya langsung masuk.`,
    en: `Accepted into the registry by ${who}. Rows decided from now on enter at once.`,
  }),

  findings: { id: 'Yang ditemukan', en: 'What was found' },
  noFindings: { id: 'Tidak ada yang perlu diperbaiki.', en: 'Nothing needs mending.' },
  groupRefuse: { id: 'Ditolak: kembali ke desa', en: 'Refused: back to the village' },
  groupReview: { id: 'Ditinjau: petugas memutuskan', en: 'In review: an officer decides' },
  groupNote: { id: 'Catatan: tetap diterima', en: 'Notes: accepted all the same' },
  peopleLabel: { id: 'Baris pendataan, yang bermasalah lebih dahulu', en: 'Rows of the intake, the faulty first' },
  verdict: { id: 'Hasil', en: 'Result' },
  searchRows: { id: 'Cari nama atau NIK', en: 'Search name or NIK' },
  undecidedOnly: { id: 'Hanya yang belum diputuskan', en: 'Undecided only' },
  decisions: { id: 'Keputusan', en: 'Decision' },
  finding: { id: 'Temuan', en: 'Finding' },
  row: { id: 'Baris', en: 'Row' },
  name: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  birthDate: { id: 'Tanggal lahir', en: 'Birth date' },
  sex: { id: 'L/P', en: 'M/F' },
  male: { id: 'L', en: 'M' },
  female: { id: 'P', en: 'F' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  address: { id: 'Alamat', en: 'Address' },
  village: { id: 'Desa/kelurahan', en: 'Village' },
  noVillage: { id: 'belum diketahui', en: 'not known' },
  emptyCell: { id: 'kosong', en: 'empty' },
  enter: { id: 'Masukkan', en: 'Let enter' },
  dismiss: { id: 'Tidak ikut', en: 'Leave out' },
  willEnter: { id: 'masuk', en: 'enters' },
  leftOutByDecision: { id: 'tidak ikut', en: 'left out' },
  decidedBy: (who: string) => ({ id: `diputuskan ${who}`, en: `decided by ${who}` }),
  noNikWhyNot: {
    id: 'NIK-nya tidak terbaca; baris ini hanya dapat diperbaiki desa atau dikeluarkan.',
    en: 'Its NIK cannot be read; the village can mend this row, or it is left out.',
  },
  noneMayEnter: { id: 'Tidak satu pun punya NIK yang terbaca.', en: 'None of them has a readable NIK.' },
  onlyReview: { id: 'Hanya baris yang ditinjau yang dapat diputuskan.', en: 'Only rows in review can be decided.' },
  pickRow: {
    id: 'Pilih satu baris untuk melihat apa yang ditemukan dan apa yang dapat dilakukan. ↑ ↓ pindah, M masukkan, T tidak ikut.',
    en: 'Choose a row to see what was found and what can be done. ↑ ↓ move, M lets enter, T leaves out.',
  },
  pickRowOnly: {
    id: 'Pilih satu baris untuk melihat apa yang ditemukan. ↑ ↓ pindah baris.',
    en: 'Choose a row to see what was found. ↑ ↓ move.',
  },
  rowIn: (row: number, file: string) => ({ id: `Baris ${row} dalam ${file}`, en: `Row ${row} of ${file}` }),
  rowInSheet: (row: number, sheet: string, file: string) => ({
    id: `Baris ${row}, lembar ${sheet}, dalam ${file}`,
    en: `Row ${row}, sheet ${sheet}, of ${file}`,
  }),
  cleanRow: { id: 'Tidak ada temuan pada baris ini.', en: 'Nothing was found in this row.' },
  noRows: { id: 'Belum ada baris yang dibaca', en: 'No row has been read yet' },
  noRowsWhat: {
    id: 'Baris muncul di sini begitu satu daftar selesai dibaca.',
    en: 'Rows appear here as soon as one list is read.',
  },

  perList: { id: 'Per daftar', en: 'List by list' },
  file: { id: 'Berkas', en: 'File' },
  notRead: { id: 'belum dibaca', en: 'not read yet' },
  unreadable: { id: 'tidak terbaca', en: 'unreadable' },
  read: { id: 'dibaca', en: 'read' },
  errorWorkbook: { id: 'Unduh untuk diperbaiki', en: 'Download for mending' },
  columns: { id: 'Kolom yang dikenali', en: 'Columns recognised' },
  heading: { id: 'Judul kolom', en: 'Heading' },
  meaning: { id: 'Dibaca sebagai', en: 'Read as' },
  confidence: { id: 'Keyakinan', en: 'Confidence' },
  samples: { id: 'Contoh isi', en: 'Samples' },
  notUsed: { id: 'tidak dipakai', en: 'not used' },
  noHeading: { id: '(tanpa judul)', en: '(no heading)' },
  sheet: { id: 'Lembar', en: 'Sheet' },
  leftOutLines: (count: number) => ({
    id: `Dilewati: ${id(count)} baris yang bukan orang`,
    en: `Passed over: ${en(count)} lines that are no people`,
  }),
  leftOutMost: { id: '100 baris pertama ditampilkan.', en: 'The first 100 are shown.' },
  lineHeader: { id: 'judul kolom berulang', en: 'heading repeated' },
  lineColumnNumbers: { id: 'nomor kolom', en: 'column numbers' },
  lineTotal: { id: 'jumlah', en: 'total' },
  lineSignature: { id: 'tanda tangan', en: 'signature' },
  partMacros: {
    id: 'makro: tidak dijalankan, hanya isi selnya yang dibaca',
    en: 'macros: not run, only the values of cells are read',
  },
  partLinks: { id: 'tautan ke berkas lain: tidak diikuti', en: 'links to other files: not followed' },
  lineSection: { id: 'judul bagian', en: 'section title' },
  allVillages: { id: 'seluruh wilayah', en: 'the whole region' },
})
