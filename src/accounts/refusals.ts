import { unreachable } from '../../values/unreachable.ts'
import { type ApprovalRefusal, wordApprovalRefusal } from '../approvals/refusals.ts'
import { namesOfRoles } from '../approvals/role-names.ts'
import { type AccountRefusal, wordAccountRefusal } from '../platform/accounts.ts'
import type { Role } from '../platform/actor.ts'
import { forDemo, notFound, type WordedRefusal } from '../platform/refusal.ts'
import type { RoleFault } from './accounts.ts'

/** Why accounts are not changed, in order of precedence. */
export type PeopleRefusal =
  | AccountRefusal
  | ApprovalRefusal
  | RoleFault
  | { reason: 'whole-region-only' }
  | { reason: 'no-such-account' }
  | { reason: 'own-account' }
  | { reason: 'inactive-account'; fullName: string }
  | { reason: 'account-active' }
  | { reason: 'last-administrator' }
  | { reason: 'role-held-already'; role: Role; area: string }
  | { reason: 'no-such-role' }
  | { reason: 'no-such-session' }
  | { reason: 'no-factor' }
  | { reason: 'demo-account' }

/** Puts a refusal about accounts into words. */
export function wordPeopleRefusal(refusal: PeopleRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'username-taken':
    case 'provider-identity-taken':
      return wordAccountRefusal(refusal)
    case 'no-such-account':
      return notFound({ id: 'Akun ini', en: 'This account' })
    case 'no-such-role':
      return notFound({ id: 'Peran ini', en: 'This role' })
    case 'no-such-session':
      return notFound({ id: 'Sesi ini', en: 'This session' })
    case 'demo-account':
      return forDemo
    case 'whole-region-only':
    case 'own-account':
      return { reason: refusal.reason, status: 403, ...forbidden[refusal.reason] }
    case 'account-active':
    case 'last-administrator':
    case 'no-factor':
      return { reason: refusal.reason, status: 409, ...plain[refusal.reason] }
    case 'ends-before-it-begins':
    case 'already-over':
      return {
        reason: refusal.reason,
        status: 422,
        ...wrongDays[refusal.reason],
        fields: { lastDay: wrongDays[refusal.reason].title },
      }
    case 'inactive-account':
      return { reason: refusal.reason, status: 409, ...inactive(refusal.fullName) }
    case 'area-elsewhere':
    case 'area-unknown':
      return { reason: refusal.reason, status: 422, ...wrongArea(refusal.area) }
    case 'village-needed':
      return { reason: refusal.reason, status: 422, ...villageNeeded(refusal.role) }
    case 'role-held-already':
      return { reason: refusal.reason, status: 409, ...heldAlready(refusal.role) }
    case 'role-missing':
    case 'whole-region-needed':
    case 'person-needed':
    case 'no-such-request':
    case 'waits-already':
    case 'not-waiting':
    case 'own-request':
    case 'about-yourself':
    case 'answered-already':
    case 'not-your-request':
    case 'reason-missing':
    case 'fewer-than-the-table':
    case 'roles-outside-the-table':
    case 'too-few-people':
    case 'rule-unchanged':
    case 'work-refused':
      return wordApprovalRefusal(refusal)
    default:
      return unreachable(refusal)
  }
}

type Words = Omit<WordedRefusal, 'reason' | 'status'>

const forbidden: Record<'whole-region-only' | 'own-account', Words> = {
  'whole-region-only': {
    title: {
      id: 'Akun diurus oleh administrator seluruh daerah.',
      en: 'Accounts are kept by an administrator of the whole region.',
    },
    why: {
      id: 'Yang bertugas pada sebagian desa tidak melihat semua peran orang yang diubahnya.',
      en: 'Whoever works for some villages does not see every role of the person they would change.',
    },
    todo: { id: 'Minta kepada administrator tingkat kabupaten/kota.', en: 'Ask an administrator at regional level.' },
  },
  'own-account': {
    title: { id: 'Ini akun Anda sendiri.', en: 'This is your own account.' },
    why: { id: 'Tidak seorang pun mengunci dirinya sendiri di luar.', en: 'Nobody locks themselves out.' },
    todo: {
      id: 'Minta administrator lain. Kata sandi sendiri diganti di “Akun saya”.',
      en: 'Ask another administrator. Your own password is changed under “My account”.',
    },
  },
}

const plain: Record<'account-active' | 'last-administrator' | 'no-factor', Words> = {
  'account-active': {
    title: { id: 'Akun ini sudah aktif.', en: 'This account is active already.' },
    todo: { id: 'Muat ulang halaman.', en: 'Reload the page.' },
  },
  'last-administrator': {
    title: { id: 'Ini administrator terakhir daerah ini.', en: 'This is the last administrator of the region.' },
    why: { id: 'Tanpa administrator tidak ada yang dapat mengundang orang.', en: 'Without one nobody can invite people.' },
    todo: {
      id: 'Beri peran administrator kepada orang lain dahulu.',
      en: 'Give the role of administrator to somebody else first.',
    },
  },
  'no-factor': {
    title: { id: 'Akun ini tidak memiliki faktor kedua.', en: 'This account has no second factor.' },
    todo: { id: 'Orang itu memasangnya sendiri saat masuk.', en: 'The person sets it up when they sign in.' },
  },
}

const wrongDays: Record<'ends-before-it-begins' | 'already-over', Words> = {
  'ends-before-it-begins': {
    title: { id: 'Hari terakhir mendahului hari pertama.', en: 'The last day comes before the first.' },
    todo: { id: 'Tukar keduanya, atau kosongkan hari terakhir.', en: 'Swap them, or leave the last day empty.' },
  },
  'already-over': {
    title: { id: 'Masa ini sudah lewat.', en: 'This time is over already.' },
    why: { id: 'Peran tidak berlaku surut.', en: 'A role does not work backwards.' },
    todo: { id: 'Pilih hari ini atau sesudahnya.', en: 'Choose today or a later day.' },
  },
}

function inactive(fullName: string): Words {
  return {
    title: { id: `Akun ${fullName} tidak aktif.`, en: `The account of ${fullName} is not active.` },
    todo: { id: 'Aktifkan kembali akunnya dahulu.', en: 'Reactivate the account first.' },
  }
}

function wrongArea(area: string): Words {
  const title = { id: `"${area}" bukan wilayah daerah ini.`, en: `"${area}" is no area of this region.` }
  return {
    title,
    why: { id: 'Peran diberikan pada wilayah daerah sendiri.', en: 'Roles are given on areas of one’s own region.' },
    todo: {
      id: 'Pilih daerah, kecamatan, desa, atau desa adat dari daftar.',
      en: 'Choose the region, a district, a village or a customary village from the list.',
    },
    fields: { area: title },
  }
}

function villageNeeded(role: Role): Words {
  const title = {
    id: `Peran ${namesOfRoles([role], 'id')} diberikan pada kecamatan, desa, atau desa adat.`,
    en: `The role of ${namesOfRoles([role], 'en')} is given on a district, a village or a customary village.`,
  }
  return {
    title,
    why: {
      id: 'Data pribadi hanya dibuka bagi yang memerlukannya (UU 27/2022).',
      en: 'Personal data are open only to those who need them (UU 27/2022).',
    },
    todo: { id: 'Pilih wilayah yang lebih kecil.', en: 'Choose a smaller area.' },
    fields: { area: title },
  }
}

function heldAlready(role: Role): Words {
  return {
    title: {
      id: `Peran ${namesOfRoles([role], 'id')} pada wilayah itu sudah dimiliki pada hari-hari ini.`,
      en: `The role of ${namesOfRoles([role], 'en')} on that area is held already on these days.`,
    },
    todo: { id: 'Ubah masanya, atau akhiri peran yang lama.', en: 'Change the days, or end the old role.' },
  }
}
