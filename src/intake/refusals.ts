import { formatDay } from '../../values/days.ts'
import { formatCount } from '../../values/numbers.ts'
import { unreachable } from '../../values/unreachable.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import type { IntakeRefusal } from './operations.ts'
import { beingMended } from './repairs/refusals.ts'

/** The words of every refusal of an intake. */
export function wordIntakeRefusal(refusal: IntakeRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-lists':
      return {
        reason: refusal.reason,
        status: 400,
        title: { id: 'Tidak ada daftar yang dikirim.', en: 'No list was handed in.' },
        todo: { id: 'Pilih berkas XLSX, XLS, ODS atau CSV.', en: 'Choose an XLSX, XLS, ODS or CSV file.' },
      }
    case 'all-known':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: 'Daftar yang sama sudah pernah dikirim. Tidak ada yang berubah.',
          en: 'The same list was handed in before. Nothing has changed.',
        },
        why: {
          id: `Daftar itu dinilai per ${formatDay(refusal.judgedOn, 'id')}.`,
          en: `It was judged as of ${formatDay(refusal.judgedOn, 'en')}.`,
        },
        todo: {
          id: 'Buka pendataan itu; untuk membacanya ulang, batalkan dahulu.',
          en: 'Open that intake; to read it anew, undo it first.',
        },
      }
    case 'no-such-intake':
      return notFound({ id: 'Pendataan ini', en: 'This intake' })
    case 'not-checked':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Pendataan ini belum selesai dibaca.', en: 'This intake is still being read.' },
        todo: {
          id: 'Tunggu sampai selesai; kemajuannya tampak di layar.',
          en: 'Wait until it is done; its progress is on the screen.',
        },
      }
    case 'already-accepted':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: 'Pendataan ini sudah diterima. Tidak ada yang berubah.',
          en: 'This intake was accepted already. Nothing has changed.',
        },
      }
    case 'in-use':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `${formatCount(refusal.people, 'id')} orang dari pendataan ini sudah tercantum dalam SK atau menjadi peserta.`,
          en: `${formatCount(refusal.people, 'en')} people of this intake stand in a decree or are members already.`,
        },
        why: { id: 'SK yang sudah dibekukan tidak boleh kehilangan orang.', en: 'A frozen decree may not lose people.' },
        todo: {
          id: 'Gunakan mutasi kepesertaan untuk mengeluarkan seseorang.',
          en: 'Use a membership change to let somebody leave.',
        },
      }
    case 'merged-since':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `${formatCount(refusal.people, 'id')} orang dari pendataan ini sudah digabungkan dengan catatan lain, atau penggabungannya sedang diminta.`,
          en: `${formatCount(refusal.people, 'en')} people of this intake were merged with another record, or a merge is asked for.`,
        },
        why: {
          id: 'Orang yang digabungkan akan kehilangan sebagian catatannya.',
          en: 'Whoever was merged would lose part of their record.',
        },
        todo: {
          id: 'Pisahkan dahulu penggabungannya di halaman Duplikat, lalu batalkan pendataan ini.',
          en: 'Take the merge back first, on the page Duplicates, then undo this intake.',
        },
      }
    case 'being-mended':
      return beingMended
    default:
      return unreachable(refusal)
  }
}
