import { createRequire } from 'node:module'
import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Settings } from '../platform/settings.ts'
import { cursorBatches } from '../registry/cursor.ts'
import { type SheetColumn, sheetBytes } from '../registry/sheets.ts'
import { type AnnexFormat, type AnnexHead, type AnnexLine, type AnnexVariant, nikFor, titlesOf } from './annex-head.ts'
import { annexPdf } from './annex-pdf.ts'
import type { ProgrammeRefusal } from './refusals.ts'
import { findDecree, findProgramme } from './store.ts'

export type AnnexRequest = { programme: string; format: AnnexFormat; variant: AnnexVariant; baseAddress: string }

const packageFile = createRequire(import.meta.url)('../../package.json') as { version: string }

/** Prepares the annex of a programme's decree. Refuses while the list is not frozen. Leaves an audit line that says who took which variant. */
export async function beginAnnex(ctx: Context, input: AnnexRequest): Promise<Outcome<AnnexHead, ProgrammeRefusal>> {
  const programme = await findProgramme(ctx, input.programme)
  if (programme === undefined) return refused({ reason: 'no-such-programme' })
  const decree = await findDecree(ctx, programme.id)
  if (decree === undefined) return refused({ reason: 'not-decreed', code: programme.code })
  const profile = await ctx.db.selectFrom('region_profile').selectAll().where('region', '=', ctx.region).executeTakeFirst()
  const { format, variant } = input
  await audit(ctx, 'programmes.annex-made', { kind: 'decree', id: decree.id }, { format, variant, people: decree.people })
  return done({
    programme,
    decree,
    regionName: profile?.name ?? ctx.region,
    office: profile?.office ?? '',
    variant,
    madeOn: ctx.today.toString(),
    madeBy: ctx.actor.name,
    release: packageFile.version,
    address: `${input.baseAddress}/program/${encodeURIComponent(programme.code)}`,
  })
}

/** The bytes of an annex, made from the frozen lines while they travel. */
export function annexBytes(ctx: Context, head: AnnexHead, format: AnnexFormat): AsyncIterable<Uint8Array | string> {
  const batches = readLines(ctx, head.decree.id)
  if (format === 'pdf') return annexPdf(head, batches)
  return sheetBytes('xlsx', { name: 'Lampiran SK', titles: titlesOf(head), columns: columnsFor(head.variant), batches })
}

function columnsFor(variant: AnnexVariant): SheetColumn<AnnexLine>[] {
  const address: SheetColumn<AnnexLine> = { header: 'ALAMAT', width: 32, value: (line) => line.address }
  return [
    { header: 'NO', width: 8, value: (line) => line.position },
    { header: 'NIK', width: 20, isDigits: true, value: (line) => nikFor(variant, line.nik) },
    { header: 'NAMA', width: 32, value: (line) => line.fullName },
    { header: 'TANGGAL_LAHIR', width: 14, value: (line) => line.birthDate },
    { header: 'JENIS_KELAMIN', width: 8, value: (line) => line.sex },
    { header: 'PEKERJAAN', width: 24, value: (line) => line.occupation },
    ...(variant === 'official' ? [address] : []),
    { header: 'DESA_KELURAHAN', width: 20, value: (line) => line.villageName },
    { header: 'KECAMATAN', width: 20, value: (line) => line.districtName },
    { header: 'DESIL', width: 8, value: (line) => line.decile },
  ]
}

function readLines(ctx: Context, decreeId: string): AsyncGenerator<AnnexLine[]> {
  return cursorBatches(
    ctx,
    sql<AnnexLine>`select l.position, l.nik, l.full_name as "fullName", l.birth_date as "birthDate", l.sex, l.address, l.occupation,
      village.name as "villageName", district.name as "districtName", l.decile
      from decree_line l join area village on village.code = l.village join area district on district.code = village.parent
      where l.region = ${ctx.region} and l.decree_id = ${decreeId} and l.place = 'quota' order by l.position`,
    2000,
  )
}

/** Where people reach the app: its public address, else the one it listens on. */
export function baseAddressOf({ publicUrl, host, port }: Settings): string {
  return (publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '')
}
