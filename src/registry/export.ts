import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { type SheetColumn, type SheetFormat, sheetBytes } from './sheets.ts'
import { type ExportedWorker, readAllWorkers } from './store.ts'
import type { WorkerFilter } from './workers.ts'

/** What an export holds: the workers of a filter, with whole or masked numbers. */
export type WorkerExport = { filter: WorkerFilter; format: SheetFormat; showsNik: boolean; title: string }

/** The bytes of an export, made while they travel: exactly the workers of the filter, in the order of names. */
export function exportedWorkers(ctx: Context, wanted: WorkerExport): AsyncIterable<Uint8Array | string> {
  return sheetBytes(wanted.format, {
    name: 'Pekerja',
    titles: [wanted.title, `Dibuat ${ctx.today.toString()} oleh ${ctx.actor.name}`],
    columns: columns(wanted.showsNik),
    batches: readAllWorkers(ctx, wanted.filter),
  })
}

function columns(showsNik: boolean): SheetColumn<ExportedWorker>[] {
  const number = (text: string | null) => (text === null || showsNik ? text : maskNik(text))
  return [
    { header: 'NIK', width: 20, isDigits: true, value: (row) => number(row.nik) },
    { header: 'NO_KK', width: 20, isDigits: true, value: (row) => number(row.familyCard) },
    { header: 'NAMA', width: 32, value: (row) => row.fullName },
    { header: 'TEMPAT_LAHIR', width: 18, value: (row) => row.birthPlace },
    { header: 'TANGGAL_LAHIR', width: 14, value: (row) => row.birthDate },
    { header: 'JENIS_KELAMIN', width: 8, value: (row) => row.sex },
    { header: 'PEKERJAAN', width: 24, value: (row) => row.occupation },
    { header: 'ALAMAT', width: 32, value: (row) => row.address },
    { header: 'KODE_DESA', width: 15, value: (row) => row.village },
    { header: 'DESA_KELURAHAN', width: 20, value: (row) => row.villageName },
    { header: 'KECAMATAN', width: 20, value: (row) => row.districtName },
    { header: 'NO_HP', width: 16, isDigits: true, value: (row) => number(row.phone) },
    { header: 'DUKCAPIL', width: 16, value: (row) => civilWords[row.civil ?? 'not-asked'] },
    { header: 'NAMA_SESUAI', width: 10, value: (row) => agreement(row.nameAgrees) },
    { header: 'TGL_LAHIR_SESUAI', width: 10, value: (row) => agreement(row.birthDateAgrees) },
    { header: 'BPJS_TK', width: 16, value: (row) => row.coveredBy },
    { header: 'DESIL', width: 8, value: (row) => row.decile },
    { header: 'KELAYAKAN', width: 14, value: (row) => eligibilityWord(row.isEligible) },
    { header: 'SYARAT_TIDAK_TERPENUHI', width: 32, value: (row) => row.unmet?.join(' ') ?? '' },
  ]
}

const civilWords: Record<string, string> = {
  alive: 'HIDUP',
  deceased: 'MENINGGAL',
  unknown: 'TIDAK DIKENAL',
  'not-asked': 'BELUM DITANYA',
}

function agreement(agrees: boolean | null): string {
  return agrees === null ? '' : agrees ? 'SESUAI' : 'TIDAK SESUAI'
}

function eligibilityWord(isEligible: boolean | null): string {
  return isEligible === null ? 'BELUM DINILAI' : isEligible ? 'LAYAK' : 'TIDAK LAYAK'
}
