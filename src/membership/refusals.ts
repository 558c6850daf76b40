import { formatDay } from '../../values/days.ts'
import { unreachable } from '../../values/unreachable.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { type AuthorityRefusal, wordAuthorityRefusal } from './authority.ts'
import { type EndReason, endReasonNames } from './reasons-api.ts'

/** Why membership does not do as asked, in order of precedence. */
export type MembershipRefusal =
  | AuthorityRefusal
  | { reason: 'no-such-programme' }
  | { reason: 'no-decree'; programme: string }
  | { reason: 'no-such-decree' }
  | { reason: 'no-such-period' }
  | { reason: 'no-such-person' }
  | { reason: 'ended-already'; endReason: EndReason; lastDay: string }
  | { reason: 'day-outside-period'; firstDay: string; lastDay: string }
  | { reason: 'not-ended' }
  | { reason: 'replaced-already' }
  | { reason: 'no-month-left'; programme: string }
  | { reason: 'nobody-waiting'; programme: string }

/** Puts a refusal of membership into words. */
export function wordMembershipRefusal(refusal: MembershipRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'role-missing':
    case 'whole-region-needed':
      return wordAuthorityRefusal(refusal)
    case 'no-such-programme':
      return notFound({ id: 'Program itu', en: 'That programme' })
    case 'no-such-decree':
      return notFound({ id: 'SK itu', en: 'That decree' })
    case 'no-such-period':
      return notFound({ id: 'Masa kepesertaan itu', en: 'That membership period' })
    case 'no-such-person':
      return notFound({ id: 'Pekerja itu', en: 'That worker' })
    case 'no-decree':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Daftar program ${refusal.programme} belum dibekukan dalam SK.`,
          en: `The list of programme ${refusal.programme} is not frozen in a decree yet.`,
        },
        why: {
          id: 'Kepesertaan hanya dibuka bagi orang yang namanya tercantum dalam SK.',
          en: 'Cover is opened only for people whose names stand in a decree.',
        },
        todo: {
          id: 'Bekukan daftarnya lebih dahulu di Kelayakan & SK.',
          en: 'Freeze the list first, under Eligibility & decree.',
        },
      }
    default:
      return wordPeriodRefusal(refusal)
  }
}

type PeriodRefusal = Extract<
  MembershipRefusal,
  { reason: 'ended-already' | 'day-outside-period' | 'not-ended' | 'replaced-already' | 'no-month-left' | 'nobody-waiting' }
>

function wordPeriodRefusal(refusal: PeriodRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'ended-already':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Kepesertaan ini sudah berakhir pada ${formatDay(refusal.lastDay, 'id')}: ${endReasonNames[refusal.endReason].id}.`,
          en: `This cover has already ended on ${formatDay(refusal.lastDay, 'en')}: ${endReasonNames[refusal.endReason].en}.`,
        },
        todo: { id: 'Tidak ada yang perlu dilakukan.', en: 'There is nothing left to do.' },
      }
    case 'day-outside-period':
      return {
        reason: refusal.reason,
        status: 422,
        title: {
          id: `Hari terakhir harus di antara ${formatDay(refusal.firstDay, 'id')} dan ${formatDay(refusal.lastDay, 'id')}.`,
          en: `The last day must lie between ${formatDay(refusal.firstDay, 'en')} and ${formatDay(refusal.lastDay, 'en')}.`,
        },
        why: {
          id: 'Sehari sebelum hari pertama berarti kepesertaan tidak jadi dimulai.',
          en: 'The day before the first day says that the cover never began.',
        },
        todo: { id: 'Perbaiki tanggalnya.', en: 'Correct the day.' },
        fields: {
          lastDay: { id: 'Di luar masa kepesertaan ini.', en: 'Outside this cover.' },
        },
      }
    case 'not-ended':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Kepesertaan ini belum diakhiri.', en: 'This cover has not been ended.' },
        why: { id: 'Hanya tempat yang kosong dapat diisi.', en: 'Only an empty place can be taken.' },
        todo: { id: 'Akhiri dahulu dengan alasannya.', en: 'End it first, with its reason.' },
      }
    case 'replaced-already':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Tempat ini sudah diisi orang lain.', en: 'Somebody has taken this place already.' },
        todo: { id: 'Lihat penggantinya pada riwayat masa kepesertaan.', en: 'See who did in the history of the period.' },
      }
    case 'no-month-left':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Program ${refusal.programme} tidak punya bulan tersisa.`,
          en: `Programme ${refusal.programme} has no month left.`,
        },
        why: { id: 'Pengganti mulai pada bulan berikutnya.', en: 'A replacement begins with the next month.' },
        todo: { id: 'Usulkan orang itu pada program berikutnya.', en: 'Propose the person for the next programme.' },
      }
    case 'nobody-waiting':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Daftar tunggu program ${refusal.programme} sudah habis.`,
          en: `Nobody is left on the waiting list of programme ${refusal.programme}.`,
        },
        todo: { id: 'Tempat ini tetap kosong sampai SK berikutnya.', en: 'The place stays empty until the next decree.' },
      }
    default:
      return unreachable(refusal)
  }
}
