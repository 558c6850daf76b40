import { sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from '../registry/cursor.ts'
import { type SheetColumn, sheetBytes, type SheetFormat } from '../registry/sheets.ts'
import { type DifferenceFilter, type ListedDifference, matching, selectedDifferences } from './differences.ts'
import type { DifferingField } from './layouts-api.ts'

/** The bytes of an export of exactly the differences of a filter; NIKs and family cards are masked. */
export function exportedDifferences(
  ctx: Context,
  filter: DifferenceFilter,
  format: SheetFormat,
): AsyncIterable<Uint8Array | string> {
  return sheetBytes(format, {
    name: 'Perbedaan',
    titles: ['Perbedaan dengan Dukcapil', `Dibuat ${ctx.today.toString()} oleh ${ctx.actor.name}`],
    columns,
    batches: cursorBatches(ctx, selectedDifferences(sql`select * from register_difference d where ${matching(ctx, filter)}`)),
  })
}

const heads: Record<DifferingField, string> = {
  full_name: 'NAMA',
  birth_date: 'TANGGAL_LAHIR',
  sex: 'JENIS_KELAMIN',
  mother_name: 'NAMA_IBU',
  family_card: 'NO_KK',
  birth_place: 'TEMPAT_LAHIR',
  address: 'ALAMAT',
}

const shown = (row: ListedDifference, value: string | null) =>
  value !== null && row.field === 'family_card' ? maskNik(value) : value

const columns: SheetColumn<ListedDifference>[] = [
  { header: 'NIK', width: 20, isDigits: true, value: (row) => (row.nik === null ? null : maskNik(row.nik)) },
  { header: 'NAMA', width: 32, value: (row) => row.name },
  { header: 'DESA_KELURAHAN', width: 20, value: (row) => row.villageName },
  { header: 'KOLOM', width: 16, value: (row) => heads[row.field] },
  { header: 'NILAI_KAMI', width: 32, isDigits: true, value: (row) => shown(row, row.ours) },
  { header: 'NILAI_DUKCAPIL', width: 32, isDigits: true, value: (row) => shown(row, row.theirs) ?? 'TIDAK SESUAI' },
  { header: 'KEMIRIPAN', width: 10, value: (row) => row.similarity },
  { header: 'TANGGAL_JAWABAN', width: 14, value: (row) => row.answeredOn },
]
