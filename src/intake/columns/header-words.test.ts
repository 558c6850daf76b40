import { describe, expect, test } from 'vitest'
import { meaningOfHeader } from './header-words.ts'

const meanings = (header: string, separator: string | RegExp = ' ') =>
  header
    .split(separator)
    .map((word) => meaningOfHeader(word)?.field ?? '-')
    .join(' ')

describe('headings are known', () => {
  test.each([
    [
      'OpenSID',
      'alamat dusun rw rt nama no_kk nik sex tempatlahir tanggallahir agama_id pendidikan_kk_id pekerjaan_id status_kawin kk_level nama_ayah nama_ibu telepon',
      'address hamlet rw rt fullName familyCard nik sex birthPlace birthDate ignored ignored occupation ignored ignored ignored motherName phone',
    ],
    [
      'SIAK',
      'NO_KK NIK NAMA_LGKP TMPT_LHR TGL_LHR JENIS_KLMIN NAMA_LGKP_IBU NAMA_LGKP_AYAH JENIS_PKRJN NO_RT NO_RW NAMA_KEC NAMA_KEL',
      'familyCard nik fullName birthPlace birthDate sex motherName ignored occupation rt rw district village',
    ],
    [
      'DTSEN',
      'nomor_kartu_keluarga nomor_induk_kependudukan nama_anggota_keluarga tgl_lahir jenis_kelamin hub_kepala_keluarga pekerjaan_utama desil kecamatan kelurahan',
      'familyCard nik fullName birthDate sex ignored occupation - district village',
    ],
    [
      'SIPP',
      'NO_PEGAWAI NAMA_LENGKAP GELAR TELEPON_RUMAH HP EMAIL TEMPAT_LAHIR TANGGAL_LAHIR NAMA_IBU_KANDUNG JENIS_IDENTITAS NO_IDENTITAS MASA_LAKU_IDENTITAS JENIS_KELAMIN STATUS_KAWIN NPWP UPAH ALAMAT KODE_POS LOKASI_PEKERJAAN STATUS_PEGAWAI',
      'rowNumber fullName - phone phone email birthPlace birthDate motherName ignored nik ignored sex ignored ignored income address ignored occupation ignored',
    ],
  ])('of %s', (_, header, fields) => {
    expect(meanings(header)).toBe(fields)
  })

  test.each([
    ['No. KTP / NIK', 'nik'],
    ['NO KTP/NIK', 'nik'],
    ['NIK (sesuai e-KTP)', 'nik'],
    ['Nomor KK', 'familyCard'],
    ['Nama Pekerja Rentan', 'fullName'],
    ['Nama Lengkap (tanpa gelar)', 'fullName'],
    ['Tempat & Tanggal Lahir', 'birthPlaceAndDate'],
    ['Tgl/Bln/Thn Lahir', 'birthDate'],
    ['Tanggal Lahir (dd/mm/yyyy)', 'birthDate'],
    ['L / P', 'sex'],
    ['Nama Ibu Kandung (wajib)', 'motherName'],
    ['Alamat sesuai KTP', 'address'],
    ['RT / RW', 'rtRw'],
    ['Banjar / Lingkungan', 'hamlet'],
    ['Jenis Pekerjaan / Profesi', 'occupation'],
    ['Penghasilan rata-rata per bulan (Rp)', 'income'],
    ['No. HP / WA aktif', 'phone'],
    ['Nama Suami/Istri', 'ignored'],
    ['NIK Ahli Waris', 'ignored'],
    ['Status Perkawinan', 'ignored'],
    ['Keterangan', 'ignored'],
    ["Mother's Maiden Name", 'motherName'],
    ['Place of Birth', 'birthPlace'],
    ['Family Card No.', 'familyCard'],
    ['PEMERINTAH KABUPATEN CONTOH', undefined],
    ['Jumlah', undefined],
  ])('%s is %s', (header, field) => {
    expect(meaningOfHeader(header)?.field).toBe(field)
  })
})
