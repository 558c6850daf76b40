import type { Wording } from '../../values/language.ts'

/** Where a run stands. */
export const runStates = ['computed', 'approved', 'refused', 'billed', 'paid', 'reconciled'] as const
export type RunState = (typeof runStates)[number]

export const runStateNames: Readonly<Record<RunState, Wording>> = {
  computed: { id: 'Menunggu persetujuan', en: 'Awaits approval' },
  approved: { id: 'Disetujui', en: 'Approved' },
  refused: { id: 'Ditolak', en: 'Refused' },
  billed: { id: 'Ditagih BPJS', en: 'Billed by BPJS' },
  paid: { id: 'Dibayar', en: 'Paid' },
  reconciled: { id: 'Direkonsiliasi', en: 'Reconciled' },
}

/** What may be done with a run. */
export const runSteps = ['approve', 'refuse', 'bill', 'pay', 'confirm', 'return', 'reconcile'] as const
export type RunStep = (typeof runSteps)[number]

export const runStepNames: Readonly<Record<RunStep, Wording>> = {
  approve: { id: 'Setujui', en: 'Approve' },
  refuse: { id: 'Tolak', en: 'Refuse' },
  bill: { id: 'Catat kode iuran', en: 'Record the billing code' },
  pay: { id: 'Catat SP2D', en: 'Record the payment (SP2D)' },
  confirm: { id: 'Konfirmasi pembayaran', en: 'Confirm the payment' },
  return: { id: 'Catat pembayaran kembali', en: 'Record a returned payment' },
  reconcile: { id: 'Rekonsiliasi', en: 'Reconcile' },
}

/** From which states each step is taken, and by whom. */
export const legalSteps: Readonly<Record<RunStep, { from: readonly RunState[]; by: readonly ('approver' | 'treasurer')[] }>> = {
  approve: { from: ['computed'], by: ['approver'] },
  refuse: { from: ['computed'], by: ['approver'] },
  bill: { from: ['approved'], by: ['treasurer'] },
  pay: { from: ['billed'], by: ['treasurer'] },
  confirm: { from: ['billed'], by: ['approver', 'treasurer'] },
  return: { from: ['paid', 'reconciled'], by: ['treasurer'] },
  reconcile: { from: ['paid'], by: ['treasurer'] },
}

/** What stands in the way of a step for a reader. */
export const stepHindrances = [
  'wrong-step',
  'role-missing',
  'own-run',
  'answered-already',
  'payment-waits',
  'own-payment',
] as const
export type StepHindrance = (typeof stepHindrances)[number]

/** Why somebody of a programme was left out of a run. */
export const omissionReasons = ['deceased', 'death-undated', 'removed', 'ended'] as const
export type OmissionReason = (typeof omissionReasons)[number]

export const omissionReasonNames: Readonly<Record<OmissionReason, Wording>> = {
  deceased: { id: 'Meninggal sebelum bulan ini', en: 'Died before the month' },
  'death-undated': { id: 'Tercatat meninggal, tanggalnya belum diketahui', en: 'Recorded as dead, day not known yet' },
  removed: { id: 'Dikeluarkan dari daftar pekerja', en: 'Taken out of the registry' },
  ended: { id: 'Kepesertaan sudah berakhir', en: 'Cover has ended' },
}
