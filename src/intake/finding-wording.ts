import { formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import type { FindingCode } from './checks/findings.ts'
import { wordingOfFinding } from './checks/wording.ts'
import { wordDuplicate } from './duplicate-wording.ts'
import type { ComparedCode, RepairedCode, RowFinding } from './intake.ts'

const compared: Record<Exclude<ComparedCode, 'duplicate'>, (detail: string) => Wording> = {
  'nik-shared': (where) => ({
    id: `NIK ini ${where === '' ? 'di registri milik nama lain' : `juga dipakai nama lain di ${where}`}. Salah satu pasti keliru. Periksa KTP keduanya.`,
    en: `This NIK ${where === '' ? 'belongs to another name in the registry' : `is also used by another name in ${where}`}. One of them must be wrong. Check both identity cards.`,
  }),
  lookalike: (where) => ({
    id: `Ada orang lain dengan nama dan tanggal lahir yang sama${where === '' ? '' : ` di ${where}`} tetapi NIK berbeda. Keduanya boleh benar; tidak perlu dihapus.`,
    en: `Somebody else${where === '' ? '' : ` in ${where}`} has the same name and birth date but another NIK. Both may be right; nothing needs to be removed.`,
  }),
  deceased: (on) => ({
    id: `Menurut Dukcapil orang ini sudah meninggal${on === '' ? '' : ` pada ${formatDay(on, 'id')}`}. Iuran tidak boleh dibayar sesudah kematian. Tanyakan kepada keluarga; jika benar, keluarkan.`,
    en: `The civil registry says that this person has died${on === '' ? '' : ` on ${formatDay(on, 'en')}`}. Nothing may be paid after a death. Ask the family; if it is right, leave the row out.`,
  }),
  'already-covered': (payer) => ({
    id: `Orang ini sudah menjadi peserta aktif (${payer}). Tidak boleh dibayar dua kali. Penilaian kelayakan akan mengeluarkannya.`,
    en: `This person is an active member already (${payer}). Nobody is paid for twice. The eligibility check will leave them out.`,
  }),
  'not-in-dukcapil': () => ({
    id: 'NIK ini tidak dikenal Dukcapil. BPJS akan menolaknya. Cocokkan dengan KTP.',
    en: 'The civil registry does not know this NIK. BPJS would reject it. Compare it with the identity card.',
  }),
}

/** What a finding says to the clerk: what happened, why it matters, what to do. */
export function wordingOf(finding: Pick<RowFinding, 'code' | 'detail' | 'match'>): Wording {
  if (finding.code === 'duplicate') return wordDuplicate(finding.detail ?? '', finding.match)
  if (finding.code === 'repaired') return repaired(finding.detail ?? '')
  const own = compared[finding.code as Exclude<ComparedCode, 'duplicate'>]
  return own === undefined
    ? wordingOfFinding({ code: finding.code as FindingCode, ...(finding.detail !== undefined && { detail: finding.detail }) })
    : own(finding.detail ?? '')
}

function repaired(written: string): Wording {
  return {
    id: `Sudah diperbaiki di sini. Di daftar tertulis ${written === '' ? 'kosong' : `"${written}"`}; perbaiki juga di daftar desa agar tidak terulang.`,
    en: `Mended here. The list has ${written === '' ? 'nothing' : `"${written}"`}; mend it in the village’s list too, so that it does not come back.`,
  }
}

/** The short name of every finding, for headings and filters. */
export const findingNames: Record<FindingCode | ComparedCode | RepairedCode, Wording> = {
  'nik-missing': { id: 'NIK kosong', en: 'NIK missing' },
  'nik-length': { id: 'NIK bukan 16 angka', en: 'NIK not 16 digits' },
  'nik-precision-lost': { id: 'Angka terakhir NIK hilang', en: 'Last digit of the NIK lost' },
  'kk-in-nik': { id: 'Nomor KK di kolom NIK', en: 'Family card number as NIK' },
  'nik-impossible': { id: 'NIK tidak mungkin benar', en: 'NIK impossible' },
  'birth-date-unreadable': { id: 'Tanggal lahir tidak terbaca', en: 'Birth date unreadable' },
  'name-missing': { id: 'Nama kosong', en: 'Name missing' },
  'too-young': { id: 'Belum cukup umur', en: 'Too young' },
  'too-old': { id: 'Melewati batas umur', en: 'Too old' },
  'barred-occupation': { id: 'Pekerjaan di luar program', en: 'Occupation outside the programme' },
  'not-working': { id: 'Tidak bekerja', en: 'Not working' },
  'occupation-unknown': { id: 'Pekerjaan belum dikenal', en: 'Occupation not known' },
  'nik-repaired': { id: 'NIK diperbaiki', en: 'NIK repaired' },
  'birth-date-differs-from-nik': { id: 'Tanggal lahir berbeda dari NIK', en: 'Birth date differs from NIK' },
  'birth-date-from-nik': { id: 'Tanggal lahir diambil dari NIK', en: 'Birth date taken from NIK' },
  'birth-date-reordered': { id: 'Hari dan bulan ditukar', en: 'Day and month swapped' },
  'sex-differs-from-nik': { id: 'Jenis kelamin berbeda dari NIK', en: 'Sex differs from NIK' },
  'sex-unreadable': { id: 'Jenis kelamin tidak terbaca', en: 'Sex unreadable' },
  'family-card-unreadable': { id: 'Nomor KK tidak terbaca', en: 'Family card unreadable' },
  'income-unreadable': { id: 'Penghasilan tidak terbaca', en: 'Income unreadable' },
  'phone-unreadable': { id: 'Nomor HP tidak terbaca', en: 'Phone unreadable' },
  duplicate: { id: 'Orang yang sama dua kali', en: 'Same person twice' },
  'nik-shared': { id: 'Satu NIK, dua nama', en: 'One NIK, two names' },
  lookalike: { id: 'Nama dan tanggal lahir sama', en: 'Same name and birth date' },
  deceased: { id: 'Sudah meninggal', en: 'Deceased' },
  'already-covered': { id: 'Sudah terlindungi', en: 'Covered already' },
  'not-in-dukcapil': { id: 'Tidak dikenal Dukcapil', en: 'Unknown to the civil registry' },
  repaired: { id: 'Diperbaiki di sini', en: 'Mended here' },
}
