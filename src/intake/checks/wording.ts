import type { Wording } from '../../../values/language.ts'
import type { Finding, FindingCode } from './findings.ts'

type Sentence = (detail: string) => Wording

/** What happened, why it matters, what to do: for the clerk who has to mend the row. */
const sentences: Record<FindingCode, Sentence> = {
  'nik-missing': () => ({
    id: 'NIK kosong. Tanpa NIK orang ini tidak dapat didaftarkan ke BPJS Ketenagakerjaan. Isi 16 angka dari KTP atau KK.',
    en: 'The NIK is empty. Without it this person cannot be registered with BPJS Ketenagakerjaan. Fill in the 16 digits from the identity or family card.',
  }),
  'nik-length': (detail) => ({
    id: `NIK ini ${detail} angka, seharusnya 16. Ada angka yang hilang atau berlebih, jadi orangnya tidak dapat dipastikan. Salin ulang dari KTP.`,
    en: `This NIK has ${detail} digits and should have 16. A digit is missing or too many, so we cannot be sure who is meant. Copy it again from the identity card.`,
  }),
  'nik-precision-lost': () => ({
    id: 'Angka terakhir NIK hilang karena Excel menyimpannya sebagai bilangan, bukan teks. NIK ini bisa menjadi milik orang lain. Ubah kolom menjadi teks, lalu ketik ulang dari KTP.',
    en: 'Excel kept this NIK as a number and lost its last digit. It may now be the number of somebody else. Format the column as text and type it again from the identity card.',
  }),
  'kk-in-nik': () => ({
    id: 'Kolom NIK berisi nomor KK. Nomor KK dipakai satu keluarga, bukan satu orang. Isi NIK orang ini dari KTP atau dari dalam KK.',
    en: 'The NIK column holds the family card number. That number belongs to a whole family. Fill in this person’s own NIK from the identity card or from inside the family card.',
  }),
  'nik-impossible': () => ({
    id: 'NIK ini tidak mungkin benar: kode wilayah, tanggal atau nomor urut di dalamnya tidak ada. BPJS akan menolaknya. Salin ulang dari KTP.',
    en: 'This NIK cannot be right: the area code, the date or the serial number inside it does not exist. BPJS would reject it. Copy it again from the identity card.',
  }),
  'birth-date-unreadable': (detail) => ({
    id: `Tanggal lahir ${detail.trim() === '' ? 'kosong' : `"${detail}" tidak terbaca`}. Umur menentukan apakah orang ini boleh didaftarkan. Tulis seperti 17-08-1985.`,
    en: `The birth date ${detail.trim() === '' ? 'is empty' : `"${detail}" cannot be read`}. Age decides whether this person may be registered. Write it like 17-08-1985.`,
  }),
  'name-missing': () => ({
    id: 'Nama kosong. Kartu peserta memuat nama sesuai KTP. Isi nama lengkap seperti pada KTP.',
    en: 'The name is empty. The member card bears the name on the identity card. Fill in the full name as it stands there.',
  }),
  'too-young': (detail) => ({
    id: `Umurnya baru ${detail} tahun pada hari penilaian. Itu di bawah umur masuk program. Periksa tanggal lahir; jika benar, hapus baris ini.`,
    en: `This person is only ${detail} on the day the list is judged. That is below the entry age of the programme. Check the birth date; if it is right, remove the row.`,
  }),
  'too-old': (detail) => ({
    id: `Umurnya ${detail} tahun pada hari penilaian. Itu melewati umur masuk bagi peserta baru. Periksa tanggal lahir; jika benar, hapus baris ini.`,
    en: `This person is ${detail} on the day the list is judged. That is above the entry age for a new member. Check the birth date; if it is right, remove the row.`,
  }),
  'barred-occupation': (detail) => ({
    id: `Pekerjaan "${detail}" dibayar oleh pemberi kerja, jadi iurannya bukan tanggungan program ini. Periksa pekerjaannya; jika benar, hapus baris ini.`,
    en: `The occupation "${detail}" has an employer who pays, so this programme may not. Check the occupation; if it is right, remove the row.`,
  }),
  'not-working': (detail) => ({
    id: `"${detail}" bukan pekerjaan. BPJS menolak klaim orang yang tidak bekerja saat didaftarkan. Jika ia bekerja, tulis pekerjaannya yang sebenarnya.`,
    en: `"${detail}" is not work. BPJS refuses claims of people who did not work when registered. If this person does work, write the real occupation.`,
  }),
  'occupation-unknown': (detail) => ({
    id: `Pekerjaan ${detail === '' ? 'kosong' : `"${detail}" belum dikenal`}. Pekerjaan menentukan siapa yang berhak. Tulis pekerjaan yang lazim, misalnya "Buruh tani".`,
    en: `The occupation ${detail === '' ? 'is empty' : `"${detail}" is not known to us`}. It decides who is eligible. Write a usual one, such as "Buruh tani".`,
  }),
  'nik-repaired': (detail) => ({
    id: `NIK dibaca sebagai ${detail}; ada huruf atau kata di dalam kolomnya. Angka yang salah menunjuk orang lain. Cocokkan dengan KTP.`,
    en: `The NIK was read as ${detail}; the cell held letters or words. A wrong digit means another person. Compare it with the identity card.`,
  }),
  'birth-date-differs-from-nik': (detail) => ({
    id: `Tanggal lahir "${detail}" berbeda dari tanggal di dalam NIK. Kartu lama kadang memang berbeda. Cocokkan keduanya dengan KTP.`,
    en: `The birth date "${detail}" differs from the date inside the NIK. Old cards sometimes do. Compare both with the identity card.`,
  }),
  'birth-date-from-nik': () => ({
    id: 'Daftar ini tidak memuat tanggal lahir, jadi tanggalnya diambil dari NIK. Abadnya adalah perkiraan. Cocokkan dengan KTP.',
    en: 'This list has no birth dates, so the date was taken from the NIK. The century is a guess. Compare it with the identity card.',
  }),
  'birth-date-reordered': (detail) => ({
    id: `Tanggal lahir "${detail}" dibaca bulan lebih dahulu, karena begitulah cocok dengan NIK. Umur dihitung dari situ. Tulis hari, bulan, tahun.`,
    en: `The birth date "${detail}" was read month first, because that agrees with the NIK. The age is counted from it. Write day, month, year.`,
  }),
  'sex-differs-from-nik': () => ({
    id: 'Jenis kelamin berbeda dari yang tersirat di NIK. Salah satunya keliru, atau kartunya lama. Cocokkan dengan KTP.',
    en: 'The sex differs from the one inside the NIK. One of them is wrong, or the card is old. Compare it with the identity card.',
  }),
  'sex-unreadable': (detail) => ({
    id: `Jenis kelamin "${detail}" tidak terbaca. Formulir BPJS memintanya. Tulis L atau P.`,
    en: `The sex "${detail}" cannot be read. The form of BPJS asks for it. Write L or P.`,
  }),
  'family-card-unreadable': (detail) => ({
    id: `Nomor KK "${detail}" bukan 16 angka. Nomor KK membantu mencari keluarga bila ada klaim. Salin ulang dari KK.`,
    en: `The family card number "${detail}" has not 16 digits. It helps to find the family when there is a claim. Copy it again from the family card.`,
  }),
  'income-unreadable': (detail) => ({
    id: `Penghasilan "${detail}" tidak terbaca. Angkanya dipakai untuk menyusun peringkat. Tulis rupiah per bulan, misalnya 1000000.`,
    en: `The income "${detail}" cannot be read. It is used for ranking. Write rupiah per month, such as 1000000.`,
  }),
  'phone-unreadable': (detail) => ({
    id: `Nomor HP "${detail}" tidak terbaca. Nomor itu dipakai untuk mengabari peserta. Tulis seperti 081234567890.`,
    en: `The phone number "${detail}" cannot be read. It is used to reach the member. Write it like 081234567890.`,
  }),
}

/** The sentence for a finding, in both languages: what was found, why it matters, what to do. */
export function wordingOfFinding(finding: Pick<Finding, 'code' | 'detail'>): Wording {
  return sentences[finding.code](finding.detail ?? '')
}
