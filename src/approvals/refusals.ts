import type { Wording } from '../../values/language.ts'
import { unreachable } from '../../values/unreachable.ts'
import type { Role } from '../platform/actor.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import type { RequestState } from './approvals.ts'
import { namesOfRoles } from './role-names.ts'

/** Why something that takes two people is not asked for or answered, in order of precedence. */
export type ApprovalRefusal =
  | { reason: 'role-missing'; roles: readonly Role[] }
  | { reason: 'whole-region-needed' }
  | { reason: 'person-needed' }
  | { reason: 'no-such-request' }
  | { reason: 'waits-already'; requestId: string; askedBy: string }
  | { reason: 'not-waiting'; state: RequestState }
  | { reason: 'own-request' }
  | { reason: 'about-yourself' }
  | { reason: 'answered-already' }
  | { reason: 'not-your-request' }
  | { reason: 'reason-missing' }
  | { reason: 'fewer-than-the-table'; needed: number }
  | { reason: 'roles-outside-the-table'; roles: readonly Role[] }
  | { reason: 'too-few-people'; needed: number; people: number }
  | { reason: 'rule-unchanged' }
  | { reason: 'work-refused'; words: WordedRefusal }

/** Puts a refusal of the two-person rule into words. */
export function wordApprovalRefusal(refusal: ApprovalRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-request':
      return notFound({ id: 'Permintaan ini', en: 'This request' })
    case 'role-missing':
      return { reason: refusal.reason, status: 403, ...roleMissing(refusal.roles) }
    case 'waits-already':
      return { reason: refusal.reason, status: 409, ...waitsAlready(refusal.askedBy) }
    case 'not-waiting':
      return { reason: refusal.reason, status: 409, ...notWaiting(refusal.state) }
    case 'whole-region-needed':
    case 'person-needed':
    case 'own-request':
    case 'about-yourself':
    case 'not-your-request':
      return { reason: refusal.reason, status: 403, ...forbidden[refusal.reason] }
    case 'answered-already':
    case 'rule-unchanged':
      return { reason: refusal.reason, status: 409, ...plain[refusal.reason] }
    case 'reason-missing':
      return { reason: refusal.reason, status: 422, ...plain[refusal.reason] }
    case 'fewer-than-the-table':
      return { reason: refusal.reason, status: 422, ...fewerThanTheTable(refusal.needed) }
    case 'roles-outside-the-table':
      return { reason: refusal.reason, status: 422, ...rolesOutsideTheTable(refusal.roles) }
    case 'too-few-people':
      return { reason: refusal.reason, status: 422, ...tooFewPeople(refusal) }
    case 'work-refused':
      return refusal.words
    default:
      return unreachable(refusal)
  }
}

/** What whoever answers is told when nothing was done because the record had changed: the request is void by then. */
export const recordChanged: WordedRefusal = {
  reason: 'record-changed',
  status: 409,
  title: {
    id: 'Permintaan ini gugur: datanya berubah setelah diajukan.',
    en: 'The request is void: the record changed after it was made.',
  },
  why: {
    id: 'Yang akan disetujui bukan lagi yang diminta; tidak ada yang dikerjakan.',
    en: 'What would be approved is no longer what was asked for; nothing was done.',
  },
  todo: { id: 'Periksa datanya, lalu ajukan permintaan baru.', en: 'Look at the record and ask anew.' },
}

type Words = Pick<WordedRefusal, 'title' | 'why' | 'todo' | 'fields'>

function roleMissing(roles: readonly Role[]): Words {
  return {
    title: {
      id: `Tindakan ini hanya untuk ${namesOfRoles(roles, 'id')}.`,
      en: `Only the ${namesOfRoles(roles, 'en')} may do this.`,
    },
    why: {
      id: 'Tugas dipisahkan agar tidak seorang pun memeriksa pekerjaannya sendiri.',
      en: 'Tasks are kept apart so that nobody checks their own work.',
    },
    todo: { id: 'Minta kepada rekan yang berwenang.', en: 'Ask a colleague whose task it is.' },
  }
}

function waitsAlready(askedBy: string): Words {
  return {
    title: {
      id: `Hal ini sudah diminta oleh ${askedBy} dan menunggu persetujuan.`,
      en: `This was asked for by ${askedBy} already and awaits approval.`,
    },
    why: {
      id: 'Satu catatan hanya menunggu satu keputusan sekaligus.',
      en: 'A record awaits one decision at a time.',
    },
    todo: {
      id: 'Tunggu jawabannya, atau minta pengajunya menarik permintaan itu.',
      en: 'Wait for the answer, or have whoever asked take the request back.',
    },
  }
}

const endings: Record<RequestState, Wording> = {
  waiting: { id: 'masih menunggu', en: 'is still waiting' },
  approved: { id: 'sudah disetujui dan dikerjakan', en: 'was approved and carried out' },
  refused: { id: 'sudah ditolak', en: 'was refused' },
  withdrawn: { id: 'sudah ditarik oleh pengajunya', en: 'was taken back by whoever asked' },
  void: { id: 'gugur karena datanya berubah', en: 'is void because the record changed' },
  expired: { id: 'sudah lewat waktunya', en: 'has expired' },
}

function notWaiting(state: RequestState): Words {
  return {
    title: { id: `Permintaan ini ${endings[state].id}.`, en: `This request ${endings[state].en}.` },
    why: { id: 'Setiap permintaan diputuskan satu kali.', en: 'Each request is decided once.' },
    todo: {
      id: 'Muat ulang; bila masih diperlukan, ajukan permintaan baru.',
      en: 'Reload; if it is still needed, ask anew.',
    },
  }
}

const forbidden: Record<'whole-region-needed' | 'person-needed' | 'own-request' | 'about-yourself' | 'not-your-request', Words> =
  {
    'whole-region-needed': {
      title: {
        id: 'Persetujuan menyangkut seluruh daerah, sedangkan tugas Anda mencakup sebagian desa.',
        en: 'Approvals concern the whole region, while your task covers some of its villages.',
      },
      why: { id: 'Keputusan ini mengenai orang di desa lain juga.', en: 'The decision is about people of other villages too.' },
      todo: { id: 'Minta petugas tingkat kabupaten/kota melakukannya.', en: 'Ask a colleague at regional level to do it.' },
    },
    'person-needed': {
      title: { id: 'Keputusan ini harus diambil oleh seseorang.', en: 'This has to be decided by a person.' },
      why: { id: 'Dalam jejak audit harus ada nama yang memutuskan.', en: 'The audit trail must name who decided.' },
      todo: { id: 'Sebutkan akunnya, misalnya --as kadis.', en: 'Name the account, for example --as kadis.' },
    },
    'own-request': {
      title: { id: 'Permintaan ini Anda ajukan sendiri.', en: 'You asked for this yourself.' },
      why: { id: 'Tidak seorang pun menyetujui permintaannya sendiri.', en: 'Nobody approves what they asked for.' },
      todo: { id: 'Minta orang lain yang berwenang memutuskannya.', en: 'Have somebody else who may decide it.' },
    },
    'about-yourself': {
      title: { id: 'Permintaan ini mengenai diri Anda.', en: 'This request is about yourself.' },
      why: { id: 'Tidak seorang pun memutuskan perannya sendiri.', en: 'Nobody decides about their own role.' },
      todo: { id: 'Minta orang lain yang berwenang memutuskannya.', en: 'Have somebody else who may decide it.' },
    },
    'not-your-request': {
      title: { id: 'Permintaan ini diajukan orang lain.', en: 'Somebody else asked for this.' },
      why: { id: 'Hanya pengajunya yang dapat menariknya.', en: 'Only whoever asked can take it back.' },
      todo: { id: 'Tolak dengan alasan bila tidak setuju.', en: 'Refuse it with a reason if you do not agree.' },
    },
  }

const plain: Record<'answered-already' | 'rule-unchanged' | 'reason-missing', Words> = {
  'answered-already': {
    title: { id: 'Anda sudah menjawab permintaan ini.', en: 'You have answered this request already.' },
    why: { id: 'Setiap orang menjawab satu kali.', en: 'Each person answers once.' },
    todo: { id: 'Persetujuan berikutnya harus dari orang lain.', en: 'The next approval has to come from somebody else.' },
  },
  'rule-unchanged': {
    title: { id: 'Aturan itu sudah berlaku seperti ini.', en: 'The rule is like this already.' },
    todo: { id: 'Ubah jumlah atau perannya lebih dahulu.', en: 'Change the number or the roles first.' },
  },
  'reason-missing': {
    title: { id: 'Penolakan memerlukan alasan.', en: 'A refusal needs its reason.' },
    why: {
      id: 'Pengaju harus tahu apa yang perlu diperbaiki.',
      en: 'Whoever asked has to know what to mend.',
    },
    todo: { id: 'Tulis alasannya dalam satu kalimat.', en: 'Write the reason in a sentence.' },
    fields: { reason: { id: 'Wajib diisi bila menolak.', en: 'Needed for a refusal.' } },
  },
}

function fewerThanTheTable(needed: number): Words {
  return {
    title: {
      id: `Operasi ini memerlukan sedikitnya ${needed} persetujuan.`,
      en: `This operation needs at least ${needed} approvals.`,
    },
    why: {
      id: 'Daerah dapat meminta lebih, tidak pernah kurang.',
      en: 'A region may ask for more, never for fewer.',
    },
    todo: { id: `Pilih ${needed} atau lebih.`, en: `Choose ${needed} or more.` },
    fields: { needed: { id: `Sedikitnya ${needed}.`, en: `At least ${needed}.` } },
  }
}

function rolesOutsideTheTable(roles: readonly Role[]): Words {
  return {
    title: {
      id: `Yang dapat menyetujui hanya ${namesOfRoles(roles, 'id')}.`,
      en: `Only the ${namesOfRoles(roles, 'en')} can approve this.`,
    },
    why: { id: 'Daerah dapat mempersempit, tidak memperluas.', en: 'A region may narrow this, not widen it.' },
    todo: { id: 'Pilih dari peran itu, sedikitnya satu.', en: 'Choose among these roles, at least one.' },
  }
}

function tooFewPeople({ needed, people }: { needed: number; people: number }): Words {
  return {
    title: {
      id: `Aturan ini memerlukan ${needed} penyetuju selain pengaju, sedangkan yang berwenang ${people} orang.`,
      en: `This would need ${needed} approvers besides whoever asks, and ${people} people may approve.`,
    },
    why: {
      id: 'Tidak satu pun permintaan akan dapat disetujui.',
      en: 'No request could ever be approved.',
    },
    todo: { id: 'Beri peran kepada orang lain dahulu.', en: 'Give the role to more people first.' },
  }
}
