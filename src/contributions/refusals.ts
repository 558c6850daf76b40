import { formatDay } from '../../values/days.ts'
import { formatMonth, type Month } from '../../values/months.ts'
import { formatRupiah, type Rupiah } from '../../values/rupiah.ts'
import { unreachable } from '../../values/unreachable.ts'
import { type AuthorityRefusal, wordAuthorityRefusal } from '../membership/authority.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { type RunState, runStateNames, type RunStep, runStepNames } from './steps-api.ts'

/** Why a run is not made, in order of precedence. */
export type RunRefusal =
  | AuthorityRefusal
  | { reason: 'no-such-programme' }
  | { reason: 'no-decree'; programme: string }
  | { reason: 'month-outside-programme'; month: Month; firstMonth: Month; lastMonth: Month }
  | { reason: 'no-price'; month: Month }
  | { reason: 'price-by-sector'; month: Month }
  | { reason: 'nobody-covered'; month: Month }
  | { reason: 'no-budget-line'; fiscalYear: number; programme: string }
  | { reason: 'ceiling-exceeded'; fiscalYear: number; needed: Rupiah; left: Rupiah; shortBy: Rupiah }

/** Why a run does not move on, in order of precedence. */
export type StepRefusal =
  | AuthorityRefusal
  | { reason: 'person-needed' }
  | { reason: 'no-such-run' }
  | { reason: 'no-run-of-month'; month: Month }
  | { reason: 'wrong-step'; step: RunStep; state: RunState }
  | { reason: 'own-run'; madeBy: string }
  | { reason: 'ceiling-exceeded'; fiscalYear: number; needed: Rupiah; left: Rupiah; shortBy: Rupiah }
  | { reason: 'day-in-future'; field: string; today: string }
  | { reason: 'difference-unexplained'; amount: Rupiah; receiptAmount: Rupiah }
  | { reason: 'no-payment-recorded' }
  | { reason: 'not-answered'; words: WordedRefusal }

export type ContributionRefusal = RunRefusal | StepRefusal | { reason: 'no-such-person' }

const noPaymentRecorded: Pick<WordedRefusal, 'title' | 'why' | 'todo'> = {
  title: { id: 'Belum ada pembayaran yang menunggu konfirmasi.', en: 'No payment awaits confirmation.' },
  why: { id: 'Bendahara mencatat SP2D lebih dahulu.', en: 'The treasurer records the SP2D first.' },
  todo: { id: 'Minta bendahara mencatatnya.', en: 'Have the treasurer record it.' },
}

/** Puts a refusal of contributions into words. */
export function wordContributionRefusal(refusal: ContributionRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'role-missing':
    case 'whole-region-needed':
      return wordAuthorityRefusal(refusal)
    case 'no-such-programme':
      return notFound({ id: 'Program itu', en: 'That programme' })
    case 'no-such-run':
      return notFound({ id: 'Iuran bulanan itu', en: 'That run' })
    case 'no-such-person':
      return notFound({ id: 'Pekerja itu', en: 'That worker' })
    case 'ceiling-exceeded':
      return wordCeiling(refusal)
    case 'not-answered':
      return refusal.words
    case 'no-payment-recorded':
      return { reason: refusal.reason, status: 409, ...noPaymentRecorded }
    case 'person-needed':
    case 'no-run-of-month':
    case 'wrong-step':
    case 'own-run':
    case 'day-in-future':
    case 'difference-unexplained':
      return wordStep(refusal)
    default:
      return wordRun(refusal)
  }
}

type OfRun = 'no-decree' | 'month-outside-programme' | 'no-price' | 'price-by-sector' | 'nobody-covered' | 'no-budget-line'
type OfStep = 'person-needed' | 'no-run-of-month' | 'wrong-step' | 'own-run' | 'day-in-future' | 'difference-unexplained'

function wordCeiling(refusal: Extract<ContributionRefusal, { reason: 'ceiling-exceeded' }>): WordedRefusal {
  const [needed, left, shortBy] = [refusal.needed, refusal.left, refusal.shortBy].map(formatRupiah)
  return {
    reason: refusal.reason,
    status: 409,
    title: {
      id: `Pagu tahun ${refusal.fiscalYear} tidak cukup: diperlukan ${needed}, tersisa ${left}, kurang ${shortBy}.`,
      en: `The budget of ${refusal.fiscalYear} does not suffice: needed ${needed}, left ${left}, short by ${shortBy}.`,
    },
    why: {
      id: 'Iuran tidak boleh melebihi pagu, dan dana berperuntukan (DBH CHT, DBH sawit) hanya untuk pekerja yang dituju.',
      en: 'Contributions may not go over a ceiling, and tied money (DBH CHT, DBH sawit) is only for the workers it is meant for.',
    },
    todo: {
      id: 'Tambah pagu melalui perubahan anggaran, atau kurangi peserta dengan alasan.',
      en: 'Raise the ceiling by a budget change, or end covers with a reason.',
    },
  }
}

function wordRun(refusal: Extract<RunRefusal, { reason: OfRun }>): WordedRefusal {
  switch (refusal.reason) {
    case 'no-decree':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Daftar program ${refusal.programme} belum dibekukan dalam SK.`,
          en: `The list of programme ${refusal.programme} is not frozen in a decree yet.`,
        },
        why: { id: 'Iuran hanya dibayar bagi orang dalam SK.', en: 'Contributions are paid only for people in a decree.' },
        todo: { id: 'Bekukan daftarnya lebih dahulu.', en: 'Freeze the list first.' },
      }
    case 'month-outside-programme':
      return {
        reason: refusal.reason,
        status: 422,
        title: {
          id: `${formatMonth(refusal.month, 'id')} di luar program, yang berjalan ${formatMonth(refusal.firstMonth, 'id')} sampai ${formatMonth(refusal.lastMonth, 'id')}.`,
          en: `${formatMonth(refusal.month, 'en')} lies outside the programme, which runs from ${formatMonth(refusal.firstMonth, 'en')} to ${formatMonth(refusal.lastMonth, 'en')}.`,
        },
        todo: { id: 'Pilih bulan dalam masa program.', en: 'Choose a month of the programme.' },
        fields: { month: { id: 'Di luar masa program.', en: 'Outside the programme.' } },
      }
    case 'no-price':
      return {
        reason: refusal.reason,
        status: 422,
        title: {
          id: `Tidak ada aturan iuran untuk ${formatMonth(refusal.month, 'id')}.`,
          en: `No law of contributions answers for ${formatMonth(refusal.month, 'en')}.`,
        },
        why: { id: 'PP 44/2015 berlaku sejak Juli 2015.', en: 'PP 44/2015 is in force since July 2015.' },
        todo: { id: 'Pilih bulan yang lebih baru.', en: 'Choose a later month.' },
      }
    case 'price-by-sector':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Pada ${formatMonth(refusal.month, 'id')} iuran sektor transportasi berbeda dari sektor lain bagi pembayar program ini.`,
          en: `In ${formatMonth(refusal.month, 'en')} transport workers cost this programme's payer another amount than the others.`,
        },
        why: {
          id: 'Satu harga untuk semua orang akan keliru bagi sebagian dari mereka.',
          en: 'One price for everybody would be wrong for some of them.',
        },
        todo: {
          id: 'Buat program tersendiri bagi pekerja transportasi, atau bayar dari APBD.',
          en: 'Make a programme of its own for transport workers, or pay from the regional budget.',
        },
      }
    case 'nobody-covered':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Tidak seorang pun tercakup pada ${formatMonth(refusal.month, 'id')}.`,
          en: `Nobody is covered in ${formatMonth(refusal.month, 'en')}.`,
        },
        todo: { id: 'Periksa masa kepesertaan program ini.', en: 'Look at the covers of this programme.' },
      }
    case 'no-budget-line':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Program ${refusal.programme} belum punya pagu untuk tahun ${refusal.fiscalYear}.`,
          en: `Programme ${refusal.programme} has no budget for ${refusal.fiscalYear} yet.`,
        },
        todo: { id: 'Tambahkan sumber dana dan pagunya pada program.', en: 'Add a source and its ceiling to the programme.' },
      }
    default:
      return unreachable(refusal)
  }
}

function wordStep(refusal: Extract<StepRefusal, { reason: OfStep }>): WordedRefusal {
  switch (refusal.reason) {
    case 'person-needed':
      return {
        reason: refusal.reason,
        status: 403,
        title: { id: 'Keputusan ini harus diambil oleh seseorang.', en: 'This has to be decided by a person.' },
        why: { id: 'Dalam jejak audit harus ada nama yang memutuskan.', en: 'The audit trail must name who decided.' },
        todo: { id: 'Sebutkan akunnya, misalnya --as kadis.', en: 'Name the account, for example --as kadis.' },
      }
    case 'no-run-of-month':
      return {
        reason: refusal.reason,
        status: 404,
        title: {
          id: `Iuran ${formatMonth(refusal.month, 'id')} belum dihitung.`,
          en: `The contributions of ${formatMonth(refusal.month, 'en')} have not been computed yet.`,
        },
        todo: { id: 'Hitung dahulu iuran bulan itu.', en: 'Compute that month first.' },
      }
    case 'wrong-step':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `"${runStepNames[refusal.step].id}" tidak dapat dilakukan: keadaannya ${runStateNames[refusal.state].id}.`,
          en: `"${runStepNames[refusal.step].en}" cannot be done: its state is ${runStateNames[refusal.state].en}.`,
        },
        why: {
          id: 'Langkahnya berurutan, dan orang lain mungkin sudah melakukannya.',
          en: 'The steps have an order, and somebody else may have done it.',
        },
        todo: { id: 'Muat ulang untuk melihat keadaannya.', en: 'Reload to see how it stands.' },
      }
    case 'own-run':
      return {
        reason: refusal.reason,
        status: 403,
        title: {
          id: `Iuran ini dihitung oleh Anda sendiri (${refusal.madeBy}).`,
          en: `You computed this run yourself (${refusal.madeBy}).`,
        },
        why: { id: 'Tidak seorang pun menyetujui pekerjaannya sendiri.', en: 'Nobody approves their own work.' },
        todo: { id: 'Minta pejabat penyetuju yang lain memutuskan.', en: 'Ask another approver to decide.' },
      }
    case 'day-in-future':
      return {
        reason: refusal.reason,
        status: 422,
        title: {
          id: `Tanggalnya setelah hari ini (${formatDay(refusal.today, 'id')}).`,
          en: `The day lies after today (${formatDay(refusal.today, 'en')}).`,
        },
        why: { id: 'Hanya yang sudah terjadi yang dicatat.', en: 'Only what has happened is recorded.' },
        todo: { id: 'Perbaiki tanggalnya.', en: 'Correct the day.' },
        fields: { [refusal.field]: { id: 'Setelah hari ini.', en: 'After today.' } },
      }
    case 'difference-unexplained':
      return {
        reason: refusal.reason,
        status: 422,
        title: {
          id: `Kuitansi BPJS ${formatRupiah(refusal.receiptAmount)} berbeda ${formatRupiah(refusal.receiptAmount - refusal.amount)} dari ${formatRupiah(refusal.amount)}.`,
          en: `The receipt of BPJS, ${formatRupiah(refusal.receiptAmount)}, differs by ${formatRupiah(refusal.receiptAmount - refusal.amount)} from ${formatRupiah(refusal.amount)}.`,
        },
        why: { id: 'Rekonsiliasi harus cocok sampai rupiah terakhir.', en: 'Reconciliation has to agree to the last rupiah.' },
        todo: { id: 'Tulis sebab selisihnya.', en: 'Write down where the difference comes from.' },
        fields: { differenceReason: { id: 'Wajib bila ada selisih.', en: 'Needed when there is a difference.' } },
      }
    default:
      return unreachable(refusal)
  }
}
