import { formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { formatMonth, type Month } from '../../values/months.ts'
import { unreachable } from '../../values/unreachable.ts'
import { type EligibilityRefusal, wordEligibilityRefusal } from '../eligibility/refusals.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { firstMonthOfLaw } from './programmes.ts'

export type ProgrammeRefusal =
  | { reason: 'no-such-programme' }
  | { reason: 'code-taken'; code: string }
  | { reason: 'window-backwards'; firstMonth: Month; lastMonth: Month }
  | { reason: 'before-the-law'; firstMonth: Month }
  | { reason: 'source-twice'; source: string }
  | { reason: 'payers-differ'; payers: readonly string[] }
  | { reason: 'already-decreed'; number: string }
  | { reason: 'no-eligibility-run'; code: string }
  | { reason: 'ranking-empty'; code: string }
  | { reason: 'date-before-run'; judgedOn: string }
  | { reason: 'number-taken'; number: string }
  | { reason: 'not-decreed'; code: string }
  | EligibilityRefusal

type Words = Pick<WordedRefusal, 'status' | 'title' | 'why' | 'todo' | 'fields'>

export function wordProgrammeRefusal(refusal: ProgrammeRefusal): WordedRefusal {
  const { reason } = refusal
  switch (refusal.reason) {
    case 'no-such-programme':
      return notFound(programme)
    case 'code-taken':
      return { reason, ...codeTaken(refusal.code) }
    case 'window-backwards':
      return { reason, ...windowBackwards(refusal.firstMonth, refusal.lastMonth) }
    case 'before-the-law':
      return { reason, ...beforeTheLaw(refusal.firstMonth) }
    case 'source-twice':
      return { reason, ...sourceTwice(refusal.source) }
    case 'payers-differ':
      return { reason, ...payersDiffer(refusal.payers) }
    case 'already-decreed':
      return { reason, ...alreadyDecreed(refusal.number) }
    case 'no-eligibility-run':
      return { reason, ...noRun(refusal.code) }
    case 'ranking-empty':
      return { reason, ...rankingEmpty }
    case 'date-before-run':
      return { reason, ...dateBeforeRun(refusal.judgedOn) }
    case 'number-taken':
      return { reason, ...numberTaken(refusal.number) }
    case 'not-decreed':
      return { reason, ...notDecreed(refusal.code) }
    case 'not-asked':
    case 'whole-region-only':
    case 'no-such-rule-set':
    case 'no-such-run':
    case 'no-such-worker':
    case 'no-workers':
    case 'ages-reversed':
      return wordEligibilityRefusal(refusal)
    default:
      return unreachable(refusal)
  }
}

const programme: Wording = { id: 'Program ini', en: 'This programme' }

function codeTaken(code: string): Words {
  const title = { id: `Kode program ${code} sudah dipakai.`, en: `The programme code ${code} is taken.` }
  return {
    status: 409,
    title,
    todo: { id: 'Pilih kode lain, atau ubah program yang sudah ada.', en: 'Choose another, or change the existing programme.' },
    fields: { code: title },
  }
}

function windowBackwards(first: Month, last: Month): Words {
  return {
    status: 422,
    title: {
      id: `Bulan terakhir (${formatMonth(last, 'id')}) mendahului bulan pertama (${formatMonth(first, 'id')}).`,
      en: `The last month (${formatMonth(last, 'en')}) comes before the first (${formatMonth(first, 'en')}).`,
    },
    todo: { id: 'Tukar atau perbaiki keduanya.', en: 'Swap or mend them.' },
  }
}

function beforeTheLaw(first: Month): Words {
  return {
    status: 422,
    title: {
      id: `Belum ada aturan iuran untuk ${formatMonth(first, 'id')}.`,
      en: `There is no contribution law for ${formatMonth(first, 'en')}.`,
    },
    why: { id: 'Iuran BPU berlaku menurut PP 44/2015.', en: 'Contributions of non-wage workers follow PP 44/2015.' },
    todo: {
      id: `Mulai paling awal ${formatMonth(firstMonthOfLaw, 'id')}.`,
      en: `Begin in ${formatMonth(firstMonthOfLaw, 'en')} at the earliest.`,
    },
  }
}

function sourceTwice(source: string): Words {
  return {
    status: 422,
    title: {
      id: `Sumber dana ${source} tercantum dua kali untuk tahun yang sama.`,
      en: `The source ${source} is listed twice for the same year.`,
    },
    todo: { id: 'Gabungkan pagunya dalam satu baris.', en: 'Join the ceilings into one line.' },
  }
}

function payersDiffer(payers: readonly string[]): Words {
  return {
    status: 422,
    title: {
      id: `Sumber dananya berbeda pembayar: ${payers.join(', ')}.`,
      en: `The sources have different payers: ${payers.join(', ')}.`,
    },
    why: {
      id: 'Harga iuran bergantung pada pembayarnya (PP 50/2025 Pasal 4).',
      en: 'The price depends on who pays (PP 50/2025 art. 4).',
    },
    todo: { id: 'Buat satu program untuk setiap pembayar.', en: 'Make one programme for each payer.' },
  }
}

function alreadyDecreed(number: string): Words {
  return {
    status: 409,
    title: { id: `Program ini sudah ditetapkan dengan SK ${number}.`, en: `This programme was frozen by decree ${number}.` },
    why: { id: 'Daftar yang ditetapkan tidak berubah lagi.', en: 'A frozen list does not change any more.' },
    todo: { id: 'Catat perubahan sebagai mutasi kepesertaan.', en: 'Record changes as changes of membership.' },
  }
}

function noRun(code: string): Words {
  return {
    status: 409,
    title: { id: 'Kelayakan untuk program ini belum dinilai.', en: 'Eligibility has not been judged for this programme.' },
    why: { id: 'Tanpa penilaian tidak ada daftar yang sah.', en: 'Without it there is no lawful list.' },
    todo: {
      id: `Jalankan penilaian, misalnya "ucok eligibility run --programme ${code}".`,
      en: `Run it, for example "ucok eligibility run --programme ${code}".`,
    },
  }
}

const rankingEmpty: Words = {
  status: 409,
  title: { id: 'Tidak seorang pun layak dalam penilaian terakhir.', en: 'Nobody was eligible in the last run.' },
  why: { id: 'SK tidak dapat ditetapkan atas daftar kosong.', en: 'An empty list cannot be decreed.' },
  todo: {
    id: 'Lihat syarat yang paling banyak tidak terpenuhi, lalu nilai lagi.',
    en: 'See which grounds stop most people, then judge again.',
  },
}

function dateBeforeRun(judgedOn: string): Words {
  return {
    status: 422,
    title: {
      id: `Tanggal SK mendahului penilaian kelayakan ${formatDay(judgedOn, 'id')}.`,
      en: `The decree is dated before the judging of ${formatDay(judgedOn, 'en')}.`,
    },
    why: {
      id: 'SK menetapkan hasil penilaian, jadi tidak mungkin lebih dahulu.',
      en: 'A decree sets what was judged, so it cannot come first.',
    },
    todo: {
      id: 'Perbaiki tanggal SK, atau nilai pada tanggal yang lebih awal.',
      en: 'Mend the date, or judge on an earlier day.',
    },
  }
}

function numberTaken(number: string): Words {
  return {
    status: 409,
    title: { id: `Nomor SK ${number} sudah dipakai.`, en: `The decree number ${number} is taken.` },
    todo: { id: 'Periksa nomor SK pada naskahnya.', en: 'Check the number on the decree.' },
  }
}

function notDecreed(code: string): Words {
  return {
    status: 409,
    title: { id: `Program ${code} belum ditetapkan dengan SK.`, en: `Programme ${code} has no decree yet.` },
    why: { id: 'Lampiran memuat daftar yang sudah ditetapkan.', en: 'An annex holds the frozen list.' },
    todo: { id: 'Tetapkan SK lebih dahulu.', en: 'Freeze the decree first.' },
  }
}
