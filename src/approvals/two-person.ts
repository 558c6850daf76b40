import type { Wording } from '../../values/language.ts'
import type { Role } from '../platform/actor.ts'

/** An operation that takes two people: who may ask, who may approve, and how many must. */
export type TwoPersonRule = {
  name: Wording
  /** Why it needs two, for the person who is asked. */
  why: Wording
  ask: readonly Role[]
  approve: readonly Role[]
  /** How many different people must approve, none of them the one who asked. A region may ask for more, never for fewer. */
  needed: number
  /** Days after which nobody may answer any more; null where what was asked stays as it is until somebody does. */
  expiresAfterDays: number | null
  /** Whether the command line without an account, which is the installation itself, may do it on its own; it is written down as such. */
  installationMayActAlone: boolean
}

/** Every operation that takes two people, in the order of a worker's way through the programme. The one table of the rule. */
export const twoPersonRules = {
  'duplicates.merge': {
    name: { id: 'Gabungkan dua catatan peserta', en: 'Merge two records of members' },
    why: {
      id: 'Menggabungkan catatan mengubah hak seseorang: kepesertaan dan bulan iurannya ikut berpindah.',
      en: 'A merge changes what somebody is entitled to: covers and paid months move with the record.',
    },
    ask: ['officer', 'administrator'],
    approve: ['approver', 'officer', 'administrator'],
    needed: 1,
    expiresAfterDays: null,
    installationMayActAlone: false,
  },
  'eligibility.rule-set': {
    name: { id: 'Ubah aturan kelayakan daerah', en: 'Change the rules of eligibility' },
    why: {
      id: 'Aturan kelayakan menentukan siapa yang boleh dilindungi uang daerah.',
      en: 'The rules of eligibility settle who may be covered with public money.',
    },
    ask: ['officer'],
    approve: ['approver'],
    needed: 1,
    expiresAfterDays: 30,
    installationMayActAlone: false,
  },
  'programmes.decree': {
    name: { id: 'Bekukan daftar dengan SK', en: 'Freeze a list by decree' },
    why: {
      id: 'SK membuka kepesertaan dan mengikat anggaran; daftarnya tidak dapat diubah lagi.',
      en: 'A decree opens covers and commits the budget; its list cannot be changed any more.',
    },
    ask: ['officer'],
    approve: ['approver'],
    needed: 1,
    expiresAfterDays: 30,
    installationMayActAlone: true,
  },
  'contributions.run': {
    name: { id: 'Setujui iuran bulanan', en: 'Approve the contributions of a month' },
    why: {
      id: 'Persetujuan menjadikan iuran sebagai utang daerah kepada BPJS Ketenagakerjaan.',
      en: 'Approval makes the contributions a debt of the region to BPJS Ketenagakerjaan.',
    },
    ask: ['officer', 'treasurer'],
    approve: ['approver'],
    needed: 1,
    expiresAfterDays: null,
    installationMayActAlone: false,
  },
  'contributions.payment': {
    name: { id: 'Catat pembayaran (SP2D)', en: 'Record a payment (SP2D)' },
    why: {
      id: 'Pembayaran yang tercatat menggerakkan masa tunggu setiap peserta dan menutup utang dalam buku.',
      en: 'A recorded payment moves the clocks of every member and settles the debt in the books.',
    },
    ask: ['treasurer'],
    approve: ['approver', 'treasurer'],
    needed: 1,
    expiresAfterDays: 30,
    installationMayActAlone: false,
  },
  'account.role-grant': {
    name: { id: 'Beri atau cabut peran', en: 'Give or take away a role' },
    why: {
      id: 'Peran menentukan siapa yang boleh melihat dan memutuskan.',
      en: 'Roles settle who may see and who may decide.',
    },
    ask: ['administrator'],
    approve: ['administrator', 'approver'],
    needed: 1,
    expiresAfterDays: 14,
    installationMayActAlone: false,
  },
  'account.second-factor-removal': {
    name: { id: 'Lepas faktor kedua seseorang', en: 'Take away a person’s second factor' },
    why: {
      id: 'Tanpa faktor kedua, siapa pun yang memegang tautan kata sandi dapat masuk sebagai orang itu.',
      en: 'Without the second factor, whoever holds a link for the password can sign in as that person.',
    },
    ask: ['administrator'],
    approve: ['administrator', 'approver'],
    needed: 1,
    expiresAfterDays: 7,
    installationMayActAlone: true,
  },
  'approvals.rule': {
    name: { id: 'Ubah aturan persetujuan', en: 'Change the rule of approval' },
    why: {
      id: 'Aturan ini menjaga semua keputusan lain, jadi tidak boleh diubah seorang diri.',
      en: 'This rule guards every other decision, so nobody changes it alone.',
    },
    ask: ['administrator'],
    approve: ['approver', 'administrator'],
    needed: 1,
    expiresAfterDays: 30,
    installationMayActAlone: false,
  },
} as const satisfies Record<string, TwoPersonRule>

export type TwoPersonOperation = keyof typeof twoPersonRules

export const twoPersonOperations = Object.keys(twoPersonRules) as TwoPersonOperation[]

/** What the table says of an operation. */
export function ruleOf(operation: TwoPersonOperation): TwoPersonRule {
  return twoPersonRules[operation]
}
