import { describe, expect, test } from 'vitest'
import { day } from '../../../values/days.ts'
import { type CheckedRow, usualEntryAges } from '../checks/check-row.ts'
import { readPeople } from '../read-people.ts'
import type { Layout } from './layout.ts'

async function read(text: string): Promise<{ rows: CheckedRow[]; layout: Layout | undefined }> {
  const rows: CheckedRow[] = []
  let layout: Layout | undefined
  const source = { name: 'daftar.csv', bytes: Buffer.from(text) }
  for await (const part of readPeople(source, { on: day('2026-11-01'), ...usualEntryAges })) {
    if (part.kind === 'layout') layout = part.layout
    if (part.kind === 'people') rows.push(...part.rows)
  }
  return { rows, layout }
}

const ketut = '5103011708850001'
const card = '5103011203080004'

/** Lists as programmes write them, each with one person, and what is read of them. */
const lists: Record<string, string> = {
  OpenSID: [
    'alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,pendidikan_kk_id,pekerjaan_id,status_kawin,kk_level,nama_ayah,nama_ibu,telepon',
    `Jl. Raya 1,Br. Kaja,001,003,I KETUT CONTOH,${card},${ketut},1,BADUNG,1985-08-17,4,5,Petani,2,1,I AYAH,SARI CONTOH,081234567890`,
  ].join('\n'),
  SIAK: [
    'NO_KK;NIK;NAMA_LGKP;TMPT_LHR;TGL_LHR;JENIS_KLMIN;NAMA_LGKP_IBU;NAMA_LGKP_AYAH;JENIS_PKRJN;ALAMAT;NO_RT;NO_RW;NAMA_KEC;NAMA_KEL;TELP',
    `${card};${ketut};I KETUT CONTOH;BADUNG;17-08-1985;L;SARI CONTOH;I AYAH;Petani;Jl. Raya 1, Br. Kaja;3;1;KUTA;KUTA;081234567890`,
  ].join('\n'),
  'DTSEN and Regsosek': [
    'nomor_kartu_keluarga|nomor_induk_kependudukan|nama_anggota_keluarga|tempat_lahir|tgl_lahir|jenis_kelamin|hub_kepala_keluarga|nama_ibu_kandung|pekerjaan_utama|desil|alamat|sls|kecamatan|kelurahan',
    `${card}|${ketut}|I KETUT CONTOH|BADUNG|17/08/1985|1|1|SARI CONTOH|Petani|2|Jl. Raya 1|Br. Kaja|KUTA|KUTA`,
  ].join('\n'),
  BPJS: [
    'NO_PEGAWAI;NAMA_LENGKAP;GELAR;HP;EMAIL;TEMPAT_LAHIR;TANGGAL_LAHIR;NAMA_IBU_KANDUNG;JENIS_IDENTITAS;NO_IDENTITAS;MASA_LAKU_IDENTITAS;JENIS_KELAMIN;STATUS_KAWIN;NPWP;UPAH;ALAMAT;KODE_POS;LOKASI_PEKERJAAN',
    `1;I KETUT CONTOH;;081234567890;;BADUNG;1985-08-17;SARI CONTOH;KTP;${ketut};;L;K;;1000000;Jl. Raya 1, Br. Kaja;80361;Petani`,
  ].join('\n'),
  'a village clerk': [
    'DAFTAR PEKERJA RENTAN BR. KAJA;;;;;;;',
    'No.;Nama (sesuai KTP);No. KTP;No. KK;Tempat/Tgl Lahir;L/P;Ibu Kandung;Pekerjaan',
    `1.;I Ketut Contoh;'${ketut};${card};Badung, 17 Agustus 1985;Laki-laki;Sari Contoh;Petani`,
  ].join('\n'),
}

describe('A list is recognised by heading and content as it comes from', () => {
  test.each(Object.entries(lists))('%s', async (_, text) => {
    const { rows, layout } = await read(text)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ nik: ketut, birthDate: '1985-08-17', sex: 'L', occupation: 'Petani', verdict: 'accepted' })
    expect([rows[0]?.fullName.toUpperCase(), rows[0]?.motherName.toUpperCase(), rows[0]?.birthPlace.toUpperCase()]).toEqual([
      'I KETUT CONTOH',
      'SARI CONTOH',
      'BADUNG',
    ])
    expect(rows[0]?.familyCard).toBe(text.includes(card) ? card : '')
    const sure = layout?.columns.filter(({ field }) => field === 'nik' || field === 'fullName')
    expect(sure?.map(({ confidence }) => confidence > 0.7)).toEqual([true, true])
  })

  test.each(Object.entries(lists))('%s, its headings in words nobody knows: by content', async (_, text) => {
    const lines = text.split('\n')
    const [heading = '', ...people] = lines.slice(-2)
    const separator = /[;,|]/.exec(heading)?.[0] ?? ','
    const unknown = heading.split(separator).map((_name, at) => `Uraian ${'abcdefghijklmnopqrs'[at]}`)
    const more = Array.from({ length: 12 }, (_one, at) =>
      people
        .join('')
        .replaceAll(ketut, `51030117088500${10 + at}`)
        .replace(/(I KETUT|I Ketut) (CONTOH|Contoh)/, `$1 $2 ${'ABCDEFGHIJKL'[at]}`),
    )
    const { rows } = await read([unknown.join(separator), ...more].join('\n'))
    expect(rows.map(({ nik }) => nik)).toEqual(Array.from({ length: 12 }, (_one, at) => `51030117088500${10 + at}`))
    expect(new Set(rows.map(({ birthDate }) => birthDate))).toEqual(new Set(['1985-08-17']))
  })
})
