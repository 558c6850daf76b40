import { unreachable } from '../../values/unreachable.ts'
import type { WordedRefusal } from '../platform/refusal.ts'
import type { ReadingRefusal } from '../reading/rows.ts'

/** Says why the file of an answer could not be read, and what to ask of the register that sent it. */
export function wordReadingRefusal(refusal: ReadingRefusal): WordedRefusal {
  const { reason } = refusal
  switch (reason) {
    case 'empty':
      return {
        reason,
        status: 422,
        title: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
        why: { id: 'Tidak ada jawaban yang dapat dibaca.', en: 'There is no answer to read.' },
        todo: { id: 'Pilih berkas yang berisi jawaban register.', en: 'Choose the file that holds the answer.' },
      }
    case 'wrong-type':
      return {
        reason,
        status: 415,
        title: {
          id: `Berkas ini ternyata ${refusal.looksLike}, bukan tabel.`,
          en: `This file turns out to be ${refusal.looksLike}, not a table.`,
        },
        why: { id: 'Jawaban dibaca dari XLSX, XLS, ODS, atau CSV.', en: 'Answers are read from XLSX, XLS, ODS or CSV.' },
        todo: { id: 'Minta register mengirim tabelnya, bukan cetakannya.', en: 'Ask the register for the table, not its print.' },
      }
    case 'too-large':
      return {
        reason,
        status: 413,
        title: {
          id: `Berkas ini ${refusal.megabytes} MB; batasnya ${refusal.limit} MB.`,
          en: `This file has ${refusal.megabytes} MB; the limit is ${refusal.limit} MB.`,
        },
        why: { id: 'Berkas sebesar itu tidak sanggup dibuka utuh.', en: 'A file of that size cannot be opened whole.' },
        todo: { id: 'Simpan sebagai CSV, atau bagi menjadi beberapa berkas.', en: 'Save it as CSV, or split it.' },
      }
    case 'zip-bomb':
      return {
        reason,
        status: 422,
        title: { id: 'Berkas ini mengembang melebihi tabel mana pun.', en: 'This file unpacks to far more than any table.' },
        why: { id: 'Karena itu tidak dibuka.', en: 'So it was not opened.' },
        todo: { id: 'Simpan ulang dari Excel, lalu kirim lagi.', en: 'Save it again from Excel, and send that.' },
      }
    case 'encrypted':
      return {
        reason,
        status: 422,
        title: { id: 'Berkas ini dikunci dengan kata sandi.', en: 'This file is locked with a password.' },
        why: { id: 'Isinya tidak terbaca tanpa kata sandi itu.', en: 'It cannot be read without it.' },
        todo: {
          id: 'Buka dengan kata sandinya, simpan tanpa kata sandi, lalu kirim.',
          en: 'Open it, save it without a password, and send that.',
        },
      }
    case 'unreadable':
    case 'no-header':
      return {
        reason,
        status: 422,
        title: { id: 'Berkas ini rusak atau terpotong.', en: 'This file is damaged or cut short.' },
        why: {
          id: 'Tidak semua barisnya terbaca, jadi tidak ada yang diterima.',
          en: 'Not all its rows can be read, so none was taken in.',
        },
        todo: {
          id: 'Buka di Excel, simpan sebagai berkas baru, lalu kirim lagi.',
          en: 'Open it in Excel, save it as a new file, and send that.',
        },
      }
    default:
      return unreachable(refusal)
  }
}
