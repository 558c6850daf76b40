import { areasOf, hasRole, type Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { WordedRefusal } from '../platform/refusal.ts'

/** Why a person may not do what they ask, whatever the record says. */
export type AuthorityRefusal = { reason: 'role-missing'; roles: readonly Role[] } | { reason: 'whole-region-needed' }

/** Looks whether the actor holds one of the roles and sees the whole region: work on a whole programme may not miss villages. */
export function findLackOfAuthority(ctx: Context, roles: readonly Role[]): AuthorityRefusal | undefined {
  if (!hasRole(ctx.actor, roles, ctx.region)) return { reason: 'role-missing', roles }
  return areasOf(ctx.actor, ctx.region) === 'all' ? undefined : { reason: 'whole-region-needed' }
}

const roleNames: Partial<Record<Role, { id: string; en: string }>> = {
  officer: { id: 'petugas Disnaker', en: 'programme officer' },
  approver: { id: 'pejabat penyetuju', en: 'approver' },
  treasurer: { id: 'bendahara', en: 'treasurer' },
}

/** Puts a lack of authority into words. */
export function wordAuthorityRefusal(refusal: AuthorityRefusal): WordedRefusal {
  if (refusal.reason === 'whole-region-needed') {
    return {
      reason: refusal.reason,
      status: 403,
      title: {
        id: 'Tindakan ini menyangkut seluruh daerah, sedangkan tugas Anda mencakup sebagian desa.',
        en: 'This concerns the whole region, while your task covers some of its villages.',
      },
      why: {
        id: 'Bila diteruskan, peserta di desa lain akan terlewat.',
        en: 'If it went on, members of other villages would be missed.',
      },
      todo: { id: 'Minta petugas tingkat kabupaten/kota melakukannya.', en: 'Ask a colleague at regional level to do it.' },
    }
  }
  const names = (language: 'id' | 'en') =>
    refusal.roles.map((role) => roleNames[role]?.[language] ?? role).join(language === 'id' ? ' atau ' : ' or ')
  return {
    reason: refusal.reason,
    status: 403,
    title: { id: `Tindakan ini hanya untuk ${names('id')}.`, en: `Only the ${names('en')} may do this.` },
    why: {
      id: 'Tugas dipisahkan agar tidak seorang pun memeriksa pekerjaannya sendiri.',
      en: 'Tasks are kept apart so that nobody checks their own work.',
    },
    todo: { id: 'Minta kepada rekan yang berwenang.', en: 'Ask a colleague whose task it is.' },
  }
}
