import type { Wording } from '../../values/language.ts'
import { unreachable } from '../../values/unreachable.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'

export type EligibilityRefusal =
  | { reason: 'whole-region-only' }
  | { reason: 'no-such-rule-set' }
  | { reason: 'no-such-run' }
  | { reason: 'no-such-worker' }
  | { reason: 'no-workers' }
  | { reason: 'ages-reversed'; minimumAge: number; maximumAge: number }
  | { reason: 'not-asked'; words: WordedRefusal }

export function wordEligibilityRefusal(refusal: EligibilityRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'whole-region-only':
      return {
        reason: refusal.reason,
        status: 403,
        title: { id: 'Penilaian berlaku untuk seluruh wilayah.', en: 'Judging is for the whole region.' },
        why: {
          id: 'Peran Anda mencakup sebagian wilayah; peringkatnya akan melewatkan orang lain.',
          en: 'Your role covers a part of it; the ranking would pass others over.',
        },
        todo: { id: 'Minta petugas kabupaten menjalankannya.', en: 'Ask an officer of the whole region to run it.' },
      }
    case 'not-asked':
      return refusal.words
    case 'no-such-rule-set':
      return notFound(ruleSet)
    case 'no-such-run':
      return notFound(run)
    case 'no-such-worker':
      return notFound(worker)
    case 'no-workers':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Daftar pekerja masih kosong.', en: 'There are no workers yet.' },
        why: { id: 'Tidak ada orang yang dapat dinilai.', en: 'There is nobody to judge.' },
        todo: { id: 'Terima daftar desa lebih dahulu.', en: 'Take in the village lists first.' },
      }
    case 'ages-reversed':
      return {
        reason: refusal.reason,
        status: 422,
        title: {
          id: `Umur terendah ${refusal.minimumAge} tidak di bawah umur tertinggi ${refusal.maximumAge}.`,
          en: `The lowest age ${refusal.minimumAge} is not below the highest, ${refusal.maximumAge}.`,
        },
        why: { id: 'Dengan batas itu tidak seorang pun layak.', en: 'With these limits nobody is eligible.' },
        todo: { id: 'Perbaiki salah satunya.', en: 'Mend one of them.' },
      }
    default:
      return unreachable(refusal)
  }
}

const ruleSet: Wording = { id: 'Aturan kelayakan ini', en: 'This rule set' }
const run: Wording = { id: 'Penilaian ini', en: 'This run' }
const worker: Wording = { id: 'Pekerja ini', en: 'This worker' }
