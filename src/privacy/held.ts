import type { Wording } from '../../values/language.ts'

/** How the rows about one person are found in a table. */
export type FoundBy =
  | { kind: 'worker'; columns: readonly string[] }
  | { kind: 'nik'; column: string }
  /** By operations of their own: sealed content and the audit trail. */
  | { kind: 'operation' }

/** A table with personal data: what it holds in words, and how one person's rows are found there. `only` names the columns that speak of nobody else. */
export type Held = { table: string; title: Wording; by: FoundBy; only?: readonly string[] }

const byWorker = (...columns: string[]): FoundBy => ({ kind: 'worker', columns: columns.length > 0 ? columns : ['worker_id'] })
const byNik: FoundBy = { kind: 'nik', column: 'nik' }

/** Every table with data of workers, in the order in which a person would want to read them. A test compares it with the schema. */
export const heldTables: readonly Held[] = [
  { table: 'worker', title: { id: 'Data pokok dalam registri', en: 'The entry in the registry' }, by: byWorker('id') },
  { table: 'worker_correction', title: { id: 'Perbaikan data', en: 'Corrections' }, by: byWorker() },
  {
    table: 'worker_confidential',
    title: { id: 'Data rahasia: rekening, kesehatan, anak', en: 'Confidential: bank account, health, children' },
    by: { kind: 'operation' },
  },
  {
    table: 'intake_row',
    title: { id: 'Baris daftar yang dikirim desa', en: 'Rows of lists that villages handed in' },
    by: byNik,
  },
  { table: 'civil_record', title: { id: 'Jawaban Dukcapil', en: 'Answer of the civil registry' }, by: byNik },
  { table: 'insured_record', title: { id: 'Jawaban BPJS Ketenagakerjaan', en: 'Answer of BPJS Ketenagakerjaan' }, by: byNik },
  { table: 'welfare_record', title: { id: 'Desil DTSEN', en: 'Welfare decile (DTSEN)' }, by: byNik },
  { table: 'death_record', title: { id: 'Laporan kematian', en: 'Report of a death' }, by: byNik },
  { table: 'worker_match', title: { id: 'Hasil pencocokan', en: 'Result of the matching' }, by: byWorker() },
  { table: 'register_standing', title: { id: 'Kapan register ditanyai', en: 'When registers were asked' }, by: byWorker() },
  {
    table: 'register_difference',
    title: { id: 'Perbedaan dengan Dukcapil', en: 'Differences from the civil registry' },
    by: byWorker(),
  },
  {
    table: 'duplicate_pair',
    title: { id: 'Dugaan tercatat dua kali', en: 'Suspected of standing twice in the registry' },
    by: byWorker('left_worker', 'right_worker'),
    only: ['probability', 'state', 'found_at', 'decided_by_name', 'decided_at'],
  },
  {
    table: 'worker_merge',
    title: { id: 'Penggabungan catatan', en: 'Records merged' },
    by: byWorker('kept_worker', 'merged_worker'),
    only: ['state', 'requested_by_name', 'requested_at', 'decided_by_name', 'decided_at', 'undone_at'],
  },
  { table: 'assessment', title: { id: 'Penilaian kelayakan', en: 'Assessments of eligibility' }, by: byWorker() },
  { table: 'ranking', title: { id: 'Peringkat', en: 'Rankings' }, by: byWorker() },
  { table: 'decree_line', title: { id: 'Baris lampiran SK', en: 'Lines of decree annexes' }, by: byWorker() },
  { table: 'decree_call', title: { id: 'Panggilan dari daftar tunggu', en: 'Calls from the waiting list' }, by: byWorker() },
  { table: 'membership_period', title: { id: 'Masa kepesertaan', en: 'Periods of cover' }, by: byWorker() },
  { table: 'contribution_line', title: { id: 'Iuran yang dibayar daerah', en: 'Contributions the region pays' }, by: byWorker() },
  { table: 'contribution_omission', title: { id: 'Bulan yang tidak diikutkan', en: 'Months left out' }, by: byWorker() },
  {
    table: 'subject_request',
    title: { id: 'Permintaan Anda menurut UU 27/2022', en: 'Your requests under UU 27/2022' },
    by: byWorker(),
  },
  {
    table: 'breach_person',
    title: { id: 'Kegagalan pelindungan yang menyangkut Anda', en: 'Breaches that concern you' },
    by: byWorker(),
  },
  {
    table: 'audit_line',
    title: { id: 'Siapa melihat dan mengubah data Anda', en: 'Who saw and changed your data' },
    by: { kind: 'operation' },
  },
]

/** Tables with columns that look personal and are not in a person's export, each with the reason. */
export const notExported: Readonly<Record<string, Wording>> = {
  account: { id: 'Data petugas yang masuk ke UCOK, bukan data pekerja.', en: 'Officials who sign in, not workers.' },
  account_role: { id: 'Peran petugas, bukan data pekerja.', en: 'Roles of officials, not workers.' },
  session: { id: 'Sesi masuk petugas, bukan data pekerja.', en: 'Sessions of officials, not workers.' },
  second_factor: { id: 'Data masuk petugas, bukan data pekerja.', en: 'How officials sign in, not workers.' },
  recovery_code: { id: 'Data masuk petugas, bukan data pekerja.', en: 'How officials sign in, not workers.' },
  account_link: { id: 'Data masuk petugas, bukan data pekerja.', en: 'How officials sign in, not workers.' },
  known_device: { id: 'Data masuk petugas, bukan data pekerja.', en: 'How officials sign in, not workers.' },
  intake_repair: {
    id: 'Isian yang dibetulkan pada baris daftar; nilai akhirnya tampil pada baris itu (intake_row.repaired).',
    en: 'Cells mended in rows of lists; what they became stands in the row itself (intake_row.repaired).',
  },
  approval_request: {
    id: 'Permintaan persetujuan atas SK, iuran, dan penggabungan; yang menyangkut orang ini tampil pada catatan itu sendiri (worker_merge, decree_line).',
    en: 'Requests for approval of decrees, runs and merges; what concerns the person stands in those records themselves (worker_merge, decree_line).',
  },
  stored_file: {
    id: 'Berkas utuh memuat orang lain juga; baris orang ini diberikan dari intake_row.',
    en: 'A whole file holds other people too; this person’s rows are given from intake_row.',
  },
}

/** Words for the columns of an export; one without a word keeps its own name. */
export const columnNames: Readonly<Record<string, Wording>> = {
  nik: { id: 'NIK', en: 'NIK' },
  family_card: { id: 'Nomor KK', en: 'Family card' },
  full_name: { id: 'Nama', en: 'Name' },
  birth_place: { id: 'Tempat lahir', en: 'Place of birth' },
  birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  mother_name: { id: 'Nama ibu', en: 'Mother’s name' },
  address: { id: 'Alamat', en: 'Address' },
  neighbourhood: { id: 'RT/RW', en: 'Neighbourhood' },
  hamlet: { id: 'Dusun/banjar', en: 'Hamlet' },
  rt_rw: { id: 'RT/RW', en: 'Neighbourhood' },
  village: { id: 'Desa (kode)', en: 'Village (code)' },
  village_written: { id: 'Desa seperti tertulis', en: 'Village as written' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  occupation_kind: { id: 'Golongan pekerjaan', en: 'Kind of occupation' },
  monthly_income: { id: 'Penghasilan sebulan', en: 'Monthly income' },
  income: { id: 'Penghasilan', en: 'Income' },
  phone: { id: 'Nomor HP', en: 'Phone' },
  recorded_at: { id: 'Dicatat', en: 'Recorded' },
  removed_at: { id: 'Dikeluarkan', en: 'Removed' },
  answered_on: { id: 'Per tanggal', en: 'As of' },
  values_on: { id: 'Nilai per tanggal', en: 'Values as of' },
  verdicts: { id: 'Sesuai atau tidak', en: 'Whether it agrees' },
  verdicts_on: { id: 'Dibandingkan pada', en: 'Compared on' },
  similarity: { id: 'Kemiripan', en: 'Similarity' },
  is_alive: { id: 'Hidup', en: 'Alive' },
  is_deceased: { id: 'Meninggal', en: 'Deceased' },
  died_on: { id: 'Meninggal pada', en: 'Died on' },
  certificate_number: { id: 'Nomor akta', en: 'Certificate' },
  segment: { id: 'Segmen', en: 'Segment' },
  programmes: { id: 'Program', en: 'Programmes' },
  is_active: { id: 'Aktif', en: 'Active' },
  decile: { id: 'Desil', en: 'Decile' },
  civil: { id: 'Jawaban Dukcapil', en: 'Civil registry' },
  name_agrees: { id: 'Nama sesuai', en: 'Name agrees' },
  birth_date_agrees: { id: 'Tanggal lahir sesuai', en: 'Date of birth agrees' },
  covered_by: { id: 'Sudah dilindungi melalui', en: 'Covered already through' },
  matched_at: { id: 'Dicocokkan', en: 'Matched' },
  probability: { id: 'Peluang orang yang sama', en: 'Chance of being one person' },
  state: { id: 'Keadaan', en: 'State' },
  found_at: { id: 'Ditemukan', en: 'Found' },
  decided_by_name: { id: 'Diputuskan oleh', en: 'Decided by' },
  decided_at: { id: 'Diputuskan', en: 'Decided' },
  is_eligible: { id: 'Layak', en: 'Eligible' },
  unmet: { id: 'Syarat yang tidak terpenuhi', en: 'Grounds not met' },
  unknown: { id: 'Syarat yang belum diketahui', en: 'Grounds not known' },
  position: { id: 'Urutan', en: 'Position' },
  place: { id: 'Tempat', en: 'Place' },
  called_at: { id: 'Dipanggil', en: 'Called' },
  package: { id: 'Jaminan', en: 'Package' },
  payer: { id: 'Pembayar', en: 'Payer' },
  member_number: { id: 'Nomor peserta (KPJ)', en: 'Member number' },
  first_day: { id: 'Hari pertama', en: 'First day' },
  last_day: { id: 'Hari terakhir', en: 'Last day' },
  end_reason: { id: 'Alasan berakhir', en: 'Reason of the end' },
  amount: { id: 'Rupiah', en: 'Rupiah' },
  reason: { id: 'Alasan', en: 'Reason' },
  field: { id: 'Isian', en: 'Field' },
  before_value: { id: 'Semula', en: 'Before' },
  after_value: { id: 'Menjadi', en: 'After' },
  ground: { id: 'Alasan', en: 'Ground' },
  made_by_name: { id: 'Oleh', en: 'By' },
  made_at: { id: 'Pada', en: 'At' },
  kind: { id: 'Jenis', en: 'Kind' },
  wish: { id: 'Yang diminta', en: 'What was asked' },
  channel: { id: 'Cara', en: 'Channel' },
  received_at: { id: 'Diterima', en: 'Received' },
  due_at: { id: 'Batas jawaban', en: 'Due' },
  answer: { id: 'Jawaban', en: 'Answer' },
  verdict: { id: 'Putusan baris', en: 'Verdict' },
  findings: { id: 'Temuan', en: 'Findings' },
  original: { id: 'Seperti tertulis', en: 'As written' },
  sheet: { id: 'Lembar', en: 'Sheet' },
  row_number: { id: 'Nomor baris', en: 'Row' },
  part: { id: 'Bagian', en: 'Part' },
  content: { id: 'Isi', en: 'Content' },
}
