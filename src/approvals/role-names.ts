import type { Language, Wording } from '../../values/language.ts'
import type { Role } from '../platform/actor.ts'

const roleNames: Readonly<Record<Role, Wording>> = {
  administrator: { id: 'administrator', en: 'administrator' },
  officer: { id: 'petugas Disnaker', en: 'programme officer' },
  approver: { id: 'pejabat penyetuju', en: 'approver' },
  treasurer: { id: 'bendahara', en: 'treasurer' },
  'village-operator': { id: 'operator desa', en: 'village operator' },
  'task-force': { id: 'anggota satgas', en: 'task-force member' },
  insurer: { id: 'petugas BPJS', en: 'officer of BPJS' },
  planner: { id: 'perencana', en: 'planner' },
  assessor: { id: 'penilai', en: 'assessor' },
  auditor: { id: 'auditor', en: 'auditor' },
}

/** Roles as a sentence names them: "pejabat penyetuju atau bendahara". */
export function namesOfRoles(roles: readonly Role[], language: Language): string {
  return roles.map((role) => roleNames[role][language]).join(language === 'id' ? ' atau ' : ' or ')
}
