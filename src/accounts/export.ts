import { namesOfRoles } from '../approvals/role-names.ts'
import type { Context } from '../platform/context.ts'
import { sheetBytes, type SheetFormat } from '../registry/sheets.ts'
import type { AccountState } from './accounts.ts'
import { type AccountFilter, listAccounts, type ListedAccount } from './store.ts'

const states: Record<AccountState, string> = { active: 'AKTIF', invited: 'DIUNDANG', inactive: 'TIDAK AKTIF' }

const atOnce = 500

/** The bytes of a list of people, one line to a role, so that a supervisor can tick each of them off. */
export function exportedAccounts(ctx: Context, filter: AccountFilter, format: SheetFormat): AsyncIterable<Uint8Array | string> {
  return sheetBytes(format, {
    name: 'Orang dan peran',
    titles: [`Dibuat ${ctx.today.toString()} oleh ${ctx.actor.name}`],
    columns: [
      { header: 'NAMA', width: 32, value: ({ account }) => account.fullName },
      { header: 'NAMA_PENGGUNA', width: 20, value: ({ account }) => account.username },
      { header: 'KANTOR', width: 32, value: ({ account }) => account.office },
      { header: 'KEADAAN', width: 12, value: ({ account }) => states[account.state] },
      { header: 'FAKTOR_KEDUA', width: 12, value: ({ account }) => (account.hasFactor ? 'ADA' : 'TIDAK') },
      { header: 'MASUK_TERAKHIR', width: 20, value: ({ account }) => account.lastSignInAt },
      { header: 'PERAN', width: 20, value: ({ grant }) => grant && namesOfRoles([grant.role], 'id') },
      { header: 'KODE_WILAYAH', width: 16, value: ({ grant }) => grant?.area },
      { header: 'WILAYAH', width: 24, value: ({ grant }) => grant?.areaName },
      { header: 'SEJAK', width: 12, value: ({ grant }) => grant?.firstDay },
      { header: 'SAMPAI', width: 12, value: ({ grant }) => grant?.lastDay },
      { header: 'BERLAKU', width: 10, value: ({ grant }) => grant && (grant.isInForce ? 'YA' : 'TIDAK') },
    ],
    batches: batchesOf(ctx, filter),
  })
}

type Line = { account: ListedAccount; grant: ListedAccount['grants'][number] | undefined }

async function* batchesOf(ctx: Context, filter: AccountFilter): AsyncGenerator<Line[]> {
  for (let from = 0; ; from += atOnce) {
    const { rows } = await listAccounts(ctx, filter, { sort: 'name', from, limit: atOnce })
    yield rows.flatMap((account): Line[] =>
      account.grants.length === 0 ? [{ account, grant: undefined }] : account.grants.map((grant) => ({ account, grant })),
    )
    if (rows.length < atOnce) return
  }
}
