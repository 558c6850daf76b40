import { unreachable } from '../../values/unreachable.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { fieldLabels } from './columns/fields.ts'
import type { MappingRefusal } from './mapping.ts'
import { beingMended } from './repairs/refusals.ts'

/** The words of every refusal to read a list by other columns. */
export function wordMappingRefusal(refusal: MappingRefusal): WordedRefusal {
  const { reason } = refusal
  switch (reason) {
    case 'no-such-list':
      return notFound({ id: 'Daftar ini', en: 'This list' })
    case 'being-read':
      return {
        reason,
        status: 409,
        title: { id: 'Pendataan ini sedang dibaca.', en: 'This intake is being read.' },
        why: {
          id: 'Kolomnya baru dapat diubah sesudah pembacaan selesai.',
          en: 'Its columns can be changed once reading is done.',
        },
        todo: { id: 'Tunggu sebentar, lalu coba lagi.', en: 'Wait a moment and try again.' },
      }
    case 'already-accepted':
      return {
        reason,
        status: 409,
        title: { id: 'Pendataan ini sudah diterima ke registri.', en: 'This intake was accepted into the registry.' },
        why: {
          id: 'Orangnya sudah masuk dengan kolom yang dibaca waktu itu.',
          en: 'Its people entered with the columns as they were read then.',
        },
        todo: {
          id: 'Batalkan pendataan ini dahulu, lalu kirim daftarnya lagi dan tunjuk kolomnya.',
          en: 'Undo this intake first, then hand in the list again and point its columns out.',
        },
      }
    case 'undone':
      return {
        reason,
        status: 409,
        title: { id: 'Pendataan ini sudah dibatalkan.', en: 'This intake was undone.' },
        todo: { id: 'Kirim daftarnya lagi, lalu tunjuk kolomnya.', en: 'Hand in the list again, then point its columns out.' },
      }
    case 'nobody-named':
      return {
        reason,
        status: 422,
        title: { id: 'Belum ada kolom NIK atau nama yang ditunjuk.', en: 'No column was named for the NIK or the name.' },
        why: { id: 'Tanpa itu tidak ada orang yang dapat dikenali.', en: 'Without it nobody can be told from another.' },
        todo: { id: 'Tunjuk sekurang-kurangnya satu dari keduanya.', en: 'Point at least one of the two out.' },
      }
    case 'field-twice':
      return {
        reason,
        status: 422,
        title: {
          id: `${fieldLabels[refusal.field].id} ditunjuk pada dua kolom.`,
          en: `${fieldLabels[refusal.field].en} was named for two columns.`,
        },
        why: {
          id: 'Tidak jelas kolom mana yang harus dibaca.',
          en: 'It is not clear which of them is to be read.',
        },
        todo: { id: 'Pilih salah satu, dan kosongkan yang lain.', en: 'Choose one of them and leave the other out.' },
      }
    case 'nothing-remembered':
      return {
        reason,
        status: 409,
        title: { id: 'Tidak ada ingatan untuk judul kolom ini.', en: 'Nothing is remembered for this heading.' },
        todo: {
          id: 'Tidak ada yang perlu dilakukan: daftar berikutnya dikenali dari isinya.',
          en: 'There is nothing to do: the next list is recognised from its content.',
        },
      }
    case 'being-mended':
      return beingMended
    default:
      return unreachable(refusal)
  }
}
