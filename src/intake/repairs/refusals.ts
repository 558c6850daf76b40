import { unreachable } from '../../../values/unreachable.ts'
import type { Wording } from '../../../values/language.ts'
import { notFound, type WordedRefusal } from '../../platform/refusal.ts'
import type { RepairRefusal } from './mendable.ts'

/** The words of every refusal to mend a row. */
export function wordRepairRefusal(refusal: RepairRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-intake':
      return notFound({ id: 'Pendataan ini', en: 'This intake' })
    case 'no-such-row':
      return notFound({ id: 'Baris ini', en: 'This row' })
    case 'no-such-repair':
      return notFound({ id: 'Perbaikan ini', en: 'This repair' })
    case 'not-checked':
      return conflict(refusal.reason, {
        title: { id: 'Pendataan ini belum selesai dibaca.', en: 'This intake is still being read.' },
        todo: { id: 'Tunggu sampai selesai, lalu perbaiki.', en: 'Wait until it is done, then mend.' },
      })
    case 'closed':
      return conflict(refusal.reason, closed[refusal.state])
    case 'being-mended':
      return beingMended
    case 'no-such-village':
      return {
        reason: refusal.reason,
        status: 422,
        title: { id: 'Tidak ada desa atau kelurahan itu di wilayah ini.', en: 'There is no such village in this region.' },
        todo: {
          id: 'Pilih desanya dari daftar, atau periksa kodenya: sepuluh angka, misalnya 5103011002.',
          en: 'Choose the village from the list, or check its code: ten digits, for example 5103011002.',
        },
      }
    case 'unchanged':
      return conflict(refusal.reason, {
        title: {
          id: 'Isi sel itu sama dengan sebelumnya. Tidak ada yang berubah.',
          en: 'The cell says what it said. Nothing has changed.',
        },
      })
    case 'nothing-alike':
      return conflict(refusal.reason, {
        title: { id: 'Tidak ada sel yang cocok dengan perbaikan ini.', en: 'No cell fits this correction.' },
        why: { id: 'Mungkin orang lain baru saja memperbaikinya.', en: 'Somebody else may just have mended them.' },
        todo: { id: 'Muat ulang halaman dan lihat lagi.', en: 'Load the page again and look once more.' },
      })
    case 'taken-back':
      return conflict(refusal.reason, {
        title: {
          id: `Perbaikan ini sudah ditarik kembali oleh ${refusal.by}.`,
          en: `This repair was taken back by ${refusal.by} already.`,
        },
      })
    case 'not-yours':
      return {
        reason: refusal.reason,
        status: 403,
        title: { id: `Perbaikan ini dibuat ${refusal.by}.`, en: `This repair was made by ${refusal.by}.` },
        why: {
          id: 'Operator desa hanya menarik kembali perbaikannya sendiri.',
          en: 'A village operator takes back their own repairs only.',
        },
        todo: { id: 'Mintalah petugas program menariknya kembali.', en: 'Ask a programme officer to take it back.' },
      }
    default:
      return unreachable(refusal)
  }
}

/** A task mends many rows of the intake, accepts it or takes it back: nothing else changes them until that is done. */
export const beingMended: WordedRefusal = {
  reason: 'being-mended',
  status: 409,
  title: { id: 'Pendataan ini sedang dikerjakan sekaligus.', en: 'All of this intake is being worked on.' },
  why: {
    id: 'Perubahan lain di saat yang sama dapat tertimpa.',
    en: 'Another change at the same time might be written over.',
  },
  todo: {
    id: 'Tunggu sampai selesai; kemajuannya tampak di halaman pendataan ini.',
    en: 'Wait until it is done; its progress is on the page of this intake.',
  },
}

function conflict(reason: string, words: { title: Wording; why?: Wording; todo?: Wording }): WordedRefusal {
  return { reason, status: 409, ...words }
}

const closed = {
  accepted: {
    title: {
      id: 'Pendataan ini sudah diterima ke registri; barisnya tidak diperbaiki lagi di sini.',
      en: 'This intake was accepted into the registry; its rows are no longer mended here.',
    },
    why: {
      id: 'Orangnya sudah berdiri di registri dengan data yang diterima.',
      en: 'The people stand in the registry with what was accepted.',
    },
    todo: {
      id: 'Perbaiki baris yang dikembalikan di daftar desa dan kirim daftarnya lagi, atau batalkan pendataan ini dahulu.',
      en: 'Mend the returned rows in the village’s list and hand it in again, or undo this intake first.',
    },
  },
  undone: {
    title: { id: 'Pendataan ini sudah dibatalkan.', en: 'This intake was undone.' },
    todo: { id: 'Kirim daftarnya lagi, lalu perbaiki di sana.', en: 'Hand its lists in again and mend them there.' },
  },
  failed: {
    title: { id: 'Pembacaan pendataan ini terhenti.', en: 'The reading of this intake stopped.' },
    todo: { id: 'Batalkan pendataan ini dan kirim lagi daftarnya.', en: 'Undo this intake and hand in its lists again.' },
  },
} as const satisfies Record<string, { title: Wording; why?: Wording; todo: Wording }>
