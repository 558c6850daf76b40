import { describe, expect, test } from 'vitest'
import { readAnswerLine } from './answer-lines.ts'
import { readHeader, type Register } from './registers.ts'
import { readWrittenDay } from './written-days.ts'

describe('A day as registers write it', () => {
  test.each([
    ['2026-11-01', '2026-11-01'],
    ['01/11/2026', '2026-11-01'],
    ['1-11-2026', '2026-11-01'],
    ['1 November 2026', '2026-11-01'],
    ['17-AGU-1985', '1985-08-17'],
    ['20261101', '2026-11-01'],
    ['01112026', '2026-11-01'],
    ['2026-11-01 10:30:00', '2026-11-01'],
    ['', null],
    ['31-02-2026', undefined],
    ['kemarin', undefined],
    ['01/11/26', undefined],
  ])('`%s` is %s', (text, day) => {
    expect(readWrittenDay(text)).toBe(day)
  })
})

describe('A header', () => {
  test('is read whatever its signs, case and order', () => {
    const header = readHeader(['No.', 'Status Hidup', 'NO. KK', 'N I K', 'Nama Lengkap', 'Tgl. Lahir', 'Nama Ibu Kandung'])
    expect([...header.keys()]).toEqual(['status', 'familyCard', 'nik', 'name', 'birthDate', 'motherName'])
  })
})

const read = (register: Register, header: string, line: string) =>
  readAnswerLine(register, line.split(','), readHeader(header.split(',')))

describe('A line of an answer', () => {
  const nik = '5103010101800001'

  test.each<[Register, string, string, unknown]>([
    ['dukcapil', 'nik,status', `'${nik},HIDUP`, { values: [nik, null, null, null, null, null, null, true] }],
    ['dukcapil', 'nik,status', `${nik},Meninggal`, { values: [nik, null, null, null, null, null, null, false] }],
    ['dukcapil', 'nik,status', `${nik},TIDAK DITEMUKAN`, 'not-known'],
    ['dukcapil', 'nik,status', `${nik},???`, { reason: 'status-unreadable', value: '???' }],
    ['dukcapil', 'nik,status,tgl lahir', `${nik},HIDUP,32-13-1980`, { reason: 'day-unreadable', value: '32-13-1980' }],
    ['dukcapil', 'nik,status', ',HIDUP', { reason: 'nik-missing', value: '' }],
    ['dukcapil', 'nik,status', '510301,HIDUP', { reason: 'nik-not-16-digits', value: '510301' }],
    ['dukcapil', 'nik,status', '5.10301E+15,HIDUP', { reason: 'nik-not-16-digits', value: '5.10301E+15' }],
    [
      'bpjs',
      'nik,segmen,status,program',
      `${nik},bpu provinsi,Aktif,"JKK JKM"`,
      { values: [nik, 'BPU-PROVINSI', true, '"JKK JKM"'] },
    ],
    ['bpjs', 'nik,status', `${nik},TIDAK AKTIF`, { values: [nik, 'BPU', false, ''] }],
    ['dtsen', 'nik,desil', `${nik},Desil 3`, { values: [nik, 3] }],
    ['dtsen', 'nik,desil', `${nik},11`, { reason: 'decile-unreadable', value: '11' }],
    ['bpjs', 'nik,status,segmen', `${nik},,`, 'not-known'],
    ['dtsen', 'nik,desil', `${nik},`, 'not-known'],
    ['deaths', 'nik,status,tanggal meninggal', `${nik},,`, 'not-known'],
    ['deaths', 'nik,status,tanggal meninggal', `${nik},MENINGGAL,`, { values: [nik, null, null, null] }],
    ['deaths', 'nik,nama,tanggal meninggal', `${nik},NI CONTOH,2026-01-02`, { values: [nik, 'NI CONTOH', '2026-01-02', null] }],
  ])('of %s under `%s` reading `%s` gives %o', (register, header, line, found) => {
    expect(read(register, header, line)).toEqual(found)
  })
})
