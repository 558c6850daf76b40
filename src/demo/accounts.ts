import { areaCode } from '../../values/areas.ts'
import { addAccount } from '../platform/accounts.ts'
import type { Actor, Grant, Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { demoPassword } from '../platform/passwords.ts'

type DemoAccount = { username: string; fullName: string; office: string; role: Role; area: string }

/** The people of the demonstration, all invented: one for each office that the first capabilities need. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    username: 'petugas',
    fullName: 'Ni Luh Contoh Petugas',
    office: 'Disperinaker, petugas program',
    role: 'officer',
    area: '51.03',
  },
  { username: 'kabid', fullName: 'I Made Contoh Kabid', office: 'Disperinaker, kepala bidang', role: 'approver', area: '51.03' },
  { username: 'bendahara', fullName: 'I Ketut Contoh Bendahara', office: 'BPKAD, bendahara', role: 'treasurer', area: '51.03' },
  {
    username: 'operator',
    fullName: 'Ni Kadek Contoh Operator',
    office: 'Kelurahan Kuta, operator',
    role: 'village-operator',
    area: '51.03.01.1002',
  },
  { username: 'perencana', fullName: 'I Gede Contoh Perencana', office: 'Bappeda, perencana', role: 'planner', area: '51.03' },
  { username: 'auditor', fullName: 'Ni Wayan Contoh Auditor', office: 'Inspektorat, auditor', role: 'auditor', area: '51.03' },
  {
    username: 'admin',
    fullName: 'I Nyoman Contoh Admin',
    office: 'Diskominfo, administrator',
    role: 'administrator',
    area: '51.03',
  },
]

/** Adds the demonstration accounts and gives them back as actors, by user name. */
export async function addDemoAccounts(ctx: Context): Promise<Record<string, Actor>> {
  const actors: Record<string, Actor> = {}
  for (const account of demoAccounts) {
    const grants: Grant[] = [{ role: account.role, area: areaCode(account.area) }]
    const added = await addAccount(ctx, {
      username: account.username,
      fullName: account.fullName,
      office: account.office,
      password: demoPassword,
      isDemo: true,
      grants,
    })
    if (added.ok) actors[account.username] = { id: added.value.id, name: account.fullName, kind: 'person', grants }
  }
  return actors
}
