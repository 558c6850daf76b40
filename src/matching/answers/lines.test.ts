import { describe, expect, test } from 'vitest'
import { day } from '../../../values/days.ts'
import type { Cell, SheetRow } from '../../reading/rows.ts'
import type { Register } from '../registers.ts'
import { dayIn, readAnswerLine } from './lines.ts'
import { findTable } from './table.ts'

const on = day('2026-11-15')
const nik = '5103010101800001'
const row = (number: number, cells: readonly Cell[]): SheetRow => ({ sheet: '', row: number, cells })

/** Reads the last of the lines given, below the heading, as the file of a register. */
function read(register: Register, heading: string, ...lines: readonly (readonly Cell[])[]) {
  const rows = [heading.split(','), ...lines].map((cells, at) => row(at + 1, cells))
  const table = findTable(rows, register)
  const last = rows.at(-1)
  if (table === undefined || last === undefined) return 'no table'
  return readAnswerLine(register, last, table, on)
}

describe('A day as registers write it', () => {
  test.each([
    ['2026-11-01', '2026-11-01'],
    ['01/11/2026', '2026-11-01'],
    ['1-11-2026', '2026-11-01'],
    ['1 November 2026', '2026-11-01'],
    ['17-AGU-1985', '1985-08-17'],
    ['17/08/85', '1985-08-17'],
    ['20261101', '2026-11-01'],
    ['01112026', '2026-11-01'],
    ['31276', '1985-08-17'],
    ['2026-11-01 10:30:00', '2026-11-01'],
    ['', null],
    ['31-02-2026', undefined],
    ['kemarin', undefined],
  ])('`%s` is %s', (text, iso) => {
    expect(dayIn(text, on)).toBe(iso)
  })
})

const record = (...values: unknown[]) => ({ kind: 'record', values })
const civil = (isAlive: boolean | null, verdicts: string | null = null) =>
  record(nik, null, null, null, null, null, null, isAlive, verdicts)

describe('A line of an answer', () => {
  test.each<[Register, string, Cell[], unknown]>([
    ['dukcapil', 'nik,status', [`'${nik}`, 'HIDUP'], civil(true)],
    ['dukcapil', 'NIK,STATUS_HIDUP', [{ kind: 'number', text: nik }, 'Meninggal'], civil(false)],
    ['dukcapil', 'nik,status', [nik, 'TIDAK DITEMUKAN'], { kind: 'not-known', nik, isBlank: false }],
    ['dukcapil', 'nik,status', [nik, 'NIK tidak terdaftar'], { kind: 'not-known', nik, isBlank: false }],
    ['dukcapil', 'nik,keterangan', [nik, 'Data ditemukan, status meninggal dunia'], civil(false)],
    ['dukcapil', 'nik,status', [nik, 'belum meninggal'], civil(true)],
    ['dukcapil', 'nik,status', [nik, '???'], { kind: 'fault', reason: 'status-unreadable', value: '???', nik }],
    ['dukcapil', 'nik,status', [nik, ''], { kind: 'fault', reason: 'answer-empty', value: '', nik }],
    [
      'dukcapil',
      'nik,status,tgl lahir',
      [nik, 'HIDUP', '32-13-1980'],
      { kind: 'fault', reason: 'day-unreadable', value: '32-13-1980', nik },
    ],
    ['dukcapil', 'nik,status', ['', 'HIDUP'], { kind: 'fault', reason: 'nik-missing', value: '' }],
    ['dukcapil', 'nik,status', ['51030101', 'HIDUP'], { kind: 'fault', reason: 'nik-not-16-digits', value: '51030101' }],
    ['dukcapil', 'nik,status', ['5,10301E+15', 'HIDUP'], { kind: 'fault', reason: 'nik-rounded', value: '5,10301E+15' }],
    [
      'bpjs',
      'nik,segmen,status,program',
      [nik, 'bpu provinsi', 'Aktif', 'JKK JKM'],
      record(nik, 'BPU-PROVINSI', true, 'JKK JKM'),
    ],
    ['bpjs', 'nik,status', [nik, 'TIDAK AKTIF'], record(nik, 'BPU', false, '')],
    ['bpjs', 'nik,status kepesertaan', [nik, 'Peserta penerima upah - aktif'], record(nik, 'BPU', true, '')],
    ['bpjs', 'nik,status', [nik, 'Belum terdaftar'], { kind: 'not-known', nik, isBlank: false }],
    ['bpjs', 'nik,status', [nik, 'NON-AKTIF per 2026'], record(nik, 'BPU', false, '')],
    ['bpjs', 'nik,status,segmen', [nik, '', ''], { kind: 'not-known', nik, isBlank: true }],
    ['dtsen', 'nik,desil', [nik, 'Desil 3'], record(nik, 3)],
    ['dtsen', 'nik,desil nasional', [nik, { kind: 'number', text: '4' }], record(nik, 4)],
    ['dtsen', 'nik,desil', [nik, '11'], { kind: 'fault', reason: 'decile-unreadable', value: '11', nik }],
    ['dtsen', 'nik,desil', [nik, ''], { kind: 'not-known', nik, isBlank: true }],
    ['dtsen', 'nik,desil', [nik, 'TIDAK TERDAFTAR'], { kind: 'not-known', nik, isBlank: false }],
    ['deaths', 'nik,status,tanggal meninggal', [nik, '', ''], { kind: 'not-known', nik, isBlank: true }],
    ['deaths', 'nik,status,tanggal meninggal', [nik, 'MENINGGAL', ''], record(nik, null, null, null)],
    ['deaths', 'nik,nama,tanggal meninggal', [nik, 'NI CONTOH', '2026-01-02'], record(nik, 'NI CONTOH', '2026-01-02', null)],
    [
      'deaths',
      'nik,nama,tanggal meninggal',
      [nik, 'NI CONTOH', ''],
      { kind: 'fault', reason: 'day-missing', value: 'NI CONTOH', nik },
    ],
    [
      'deaths',
      'nik,nama,tanggal meninggal',
      [nik, 'NI CONTOH', '2026-12-02'],
      { kind: 'fault', reason: 'day-in-future', value: '2026-12-02', nik },
    ],
  ])('of %s under `%s` reading %o says so', (register, heading, line, found) => {
    expect(read(register, heading, line)).toEqual(found)
  })

  test.each([
    ['a total', ['', 'JUMLAH', '1.204']],
    ['a signature', ['', '', 'Kepala Dinas Kependudukan']],
    ['the heading again', ['NIK', 'NAMA', 'STATUS']],
    ['the numbers of the columns', ['(1)', '(2)', '(3)']],
    ['nothing', ['', '', '']],
  ])('that is %s is about nobody', (_what, line) => {
    expect(read('dukcapil', 'NIK,NAMA,STATUS', [nik, 'NI CONTOH', 'HIDUP'], line)).toEqual({ kind: 'left-out' })
  })
})

const verdicts = (read: unknown) => {
  const found = read as { values: readonly unknown[] }
  return JSON.parse(String(found.values[8])) as unknown
}

describe('A line of Dukcapil that compares', () => {
  test('says of each field whether ours agrees, and how near it is', () => {
    const heading = 'NIK,NAMA_LGKP,TGL_LHR,JENIS_KLMIN,ALAMAT,NO_KK'
    const line = [nik, 'Sesuai (100)', 'Tidak Sesuai', 'SESUAI', 'Tidak Sesuai (45)', 'Sesuai']
    expect(verdicts(read('dukcapil', heading, line))).toEqual({
      full_name: { agrees: true, similarity: 100 },
      birth_date: { agrees: false },
      sex: { agrees: true },
      address: { agrees: false, similarity: 45 },
      family_card: { agrees: true },
    })
    expect(read('dukcapil', heading, line)).toMatchObject({
      values: [nik, null, null, null, null, null, null, null, expect.any(String)],
    })
  })

  test('never takes what we told for its own value, and remembers it as what the verdict is about', () => {
    const heading = 'NIK,NAMA,TGL LAHIR,HASIL NAMA,HASIL TGL LAHIR,STATUS'
    const told = 'NIK,NAMA_DIAJUKAN,TGL_LAHIR_DIAJUKAN,HASIL_NAMA,HASIL_TANGGAL_LAHIR,STATUS'
    const line = [nik, 'NI WAYAN CONTOH', '01-01-1980', 'TIDAK SESUAI', 'SESUAI', 'HIDUP']
    expect(read('dukcapil', heading, line)).toMatchObject({
      values: [nik, null, null, null, null, null, null, true, expect.any(String)],
    })
    expect(verdicts(read('dukcapil', told, line))).toEqual({
      full_name: { agrees: false, about: 'NI WAYAN CONTOH' },
      birth_date: { agrees: true, about: '1980-01-01' },
    })
  })

  test('gives its own values where the heading says that they are its own', () => {
    const line = [nik, 'NI WAYAN CONTO', 'TIDAK SESUAI', 'HIDUP']
    expect(read('dukcapil', 'NIK,NAMA DUKCAPIL,HASIL NAMA,STATUS', line)).toMatchObject({
      values: [nik, null, 'NI WAYAN CONTO', null, null, null, null, true, '{"full_name":{"agrees":false}}'],
    })
  })

  test.each([
    ['NAMA TIDAK SESUAI', { full_name: { agrees: false } }],
    ['NIK SESUAI, NAMA SESUAI, TGL LAHIR TIDAK SESUAI', { full_name: { agrees: true }, birth_date: { agrees: false } }],
    ['Tidak sesuai: nama, tgl lahir', { full_name: { agrees: false }, birth_date: { agrees: false } }],
    ['NAMA/TGL LAHIR TIDAK PADAN', { full_name: { agrees: false }, birth_date: { agrees: false } }],
    ['Nama dan tanggal lahir tidak sesuai', { full_name: { agrees: false }, birth_date: { agrees: false } }],
    ['TIDAK PADAN', { full_name: { agrees: false } }],
  ])('is understood from the sentence `%s`', (sentence, found) => {
    expect(verdicts(read('dukcapil', 'NIK,KETERANGAN', [nik, sentence]))).toEqual(found)
  })

  test('says that it found nobody in whichever column it writes that', () => {
    const found = [nik, 'Sesuai', 'Sesuai']
    const lost = [nik, 'Data Tidak Ditemukan', '']
    expect(read('dukcapil', 'NIK,NAMA_LGKP,TGL_LHR', found, found, lost)).toEqual({ kind: 'not-known', nik, isBlank: false })
  })
})
