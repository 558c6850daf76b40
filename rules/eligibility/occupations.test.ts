import { describe, expect, test } from 'vitest'
import { classifyOccupation, occupations } from './occupations.ts'

describe('what villages write', () => {
  test.each([
    'PNS',
    'P.N.S.',
    'Pegawai Negeri Sipil (PNS)',
    'ASN',
    'TNI',
    'Tentara Nasional Indonesia (TNI)',
    'POLRI',
    'Kepolisian RI (POLRI)',
    'PPPK',
    'P3K',
    'Karyawan Swasta',
    'KARYAWAN SWASTA',
    'Kary. Swasta',
    'karyawati swasta',
    'Karyawan BUMN',
    'Karyawan Honorer',
  ])('%s is barred', (text) => {
    expect(classifyOccupation(text).kind).toBe('barred')
  })

  test.each([
    'Mengurus Rumah Tangga',
    'IRT',
    'Ibu Rumah Tangga',
    'mengurus  rumah tangga',
    'Pelajar/Mahasiswa',
    'PELAJAR / MAHASISWA',
    'Siswa',
    'Belum/Tidak Bekerja',
    'BELUM / TIDAK BEKERJA',
    'Blm/Tdk Bekerja',
    'Tidak bekerja',
    'Pensiunan',
    'Pensiunan PNS',
    'Purnawirawan TNI',
  ])('%s does not work', (text) => {
    expect(classifyOccupation(text).kind).toBe('not-working')
  })

  test.each([
    ['BURUH TANI/PERKEBUNAN', 'farm-labourer'],
    ['Br. Tani', 'farm-labourer'],
    ['petani/pekebun', 'farmer'],
    ['Tani', 'farmer'],
    ['Nelayan/Perikanan', 'fisher'],
    ['Ojek Online', 'ride-hailing-driver'],
    ['OJOL', 'ride-hailing-driver'],
    ['Tukang Ojek', 'ojek-driver'],
    ['Supir Angkot', 'driver'],
    ['BHL', 'casual-labourer'],
    ['Buruh', 'casual-labourer'],
    ['Pembantu Rumah Tangga', 'domestic-worker'],
    ['Asisten RT', 'domestic-worker'],
    ['ART', 'domestic-worker'],
    ['PKL', 'trader'],
    ['Wiraswasta (dagang)', 'trader'],
    ['Jualan', 'trader'],
    ['Jero Mangku', 'temple-priest'],
    ['Kelihan Adat', 'customary-officer'],
    ['Pekaseh', 'subak-head'],
    ['Pecalang', 'customary-guard'],
    ['Kuli Bangunan', 'builder'],
    ['Tukang Kayu', 'carpenter'],
    ['Wiraswasta', 'self-employed'],
  ])('%s works as %s', (text, code) => {
    expect(classifyOccupation(text)).toEqual({ kind: 'working', code })
  })

  test.each(['', '-', '  ', '0', 'Xyzzy'])('“%s” is not recognised', (text) => {
    expect(classifyOccupation(text)).toEqual({ kind: 'unknown' })
  })
})

test('every occupation on the list is recognised by its own example', () => {
  for (const { code, kind, example } of occupations) expect(classifyOccupation(example.toUpperCase())).toEqual({ kind, code })
})
