import type { Wording } from '../../values/language.ts'
import { unreachable } from '../../values/unreachable.ts'
import type { ReadingRefusal } from './rows.ts'

/** Says why a file could not be read and what its sender can do, in both languages. */
export function wordingOfReadingRefusal(refusal: ReadingRefusal): Wording {
  switch (refusal.reason) {
    case 'empty':
      return {
        id: 'Berkas ini kosong, jadi tidak ada yang dapat dibaca. Kirim kembali berkas yang berisi daftar.',
        en: 'This file is empty, so there is nothing to read. Send the file with the list again.',
      }
    case 'wrong-type':
      return {
        id: `Berkas ini ternyata ${refusal.looksLike}, bukan daftar. Kami membaca XLSX, XLS, ODS dan CSV. Simpan ulang sebagai XLSX atau CSV.`,
        en: `This file turns out to be ${refusal.looksLike}, not a list. We read XLSX, XLS, ODS and CSV. Save it again as XLSX or CSV.`,
      }
    case 'too-large':
      return {
        id: `Berkas ini ${refusal.megabytes} MB; batasnya ${refusal.limit} MB agar komputer tetap sanggup. Bagi menjadi beberapa berkas atau kirim sebagai CSV.`,
        en: `This file has ${refusal.megabytes} MB; the limit is ${refusal.limit} MB so that the computer can cope. Split it or send it as CSV.`,
      }
    case 'zip-bomb':
      return {
        id: 'Berkas ini mengembang jauh melebihi ukuran daftar mana pun, jadi tidak dibuka. Simpan ulang dari Excel lalu kirim kembali.',
        en: 'This file unpacks to far more than any list, so it was not opened. Save it again from Excel and send that.',
      }
    case 'encrypted':
      return {
        id: 'Berkas ini dikunci dengan kata sandi, jadi isinya tidak terbaca. Hapus kata sandinya lalu kirim kembali.',
        en: 'This file is locked with a password, so we cannot read it. Remove the password and send it again.',
      }
    case 'unreadable':
      return {
        id: 'Berkas ini rusak atau terpotong, jadi tidak semua barisnya terbaca. Buka di Excel, simpan sebagai berkas baru, lalu kirim kembali.',
        en: 'This file is damaged or cut short, so not all of its rows could be read. Open it in Excel, save it as a new file and send that.',
      }
    case 'no-header':
      return {
        id: 'Tidak ada judul kolom NIK dan nama yang dikenali, jadi tidak jelas isi tiap kolom. Pakai templat kosong, atau tunjuk kolomnya.',
        en: 'No headings for NIK and name were recognised, so it is unclear what the columns hold. Use the blank template, or point the columns out.',
      }
    default:
      return unreachable(refusal)
  }
}
