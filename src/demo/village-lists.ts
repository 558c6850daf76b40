import type { Chance } from './chance.ts'
import type { DemoPerson } from './people.ts'

/** A list as a village sends it, with the slips that villages make. */
export type DemoList = { name: string; village: string; csv: string }

const headers = [
  'NO;NIK;NO KK;NAMA LENGKAP;TEMPAT LAHIR;TANGGAL LAHIR;JENIS KELAMIN;NAMA IBU KANDUNG;ALAMAT;RT/RW;PEKERJAAN;PENGHASILAN;NO HP',
  'no;nik;no_kk;nama;tempatlahir;tanggallahir;sex;nama_ibu;dusun;rt;pekerjaan;penghasilan;telepon',
  'No.;No. KTP;No. KK;Nama;Tmp Lahir;Tgl Lahir;L/P;Ibu Kandung;Banjar/Dusun;RT;Pekerjaan;Penghasilan/bln;Telp/HP',
]

/** Writes the list of one village: titles above, a signature below, and about one row in twenty with a slip. */
export function writeList(chance: Chance, village: { code: string; name: string }, people: readonly DemoPerson[]): DemoList {
  const title = [`DAFTAR PEKERJA RENTAN ${village.name.toUpperCase()}`, '']
  const rows = people.flatMap((person, index) => {
    const row = rowOf(chance, person, index + 1)
    return chance.happens(0.006) ? [row, row] : [row]
  })
  const end = ['', `Perbekel/Lurah ${village.name}`]
  const slug = village.name.toLowerCase().replace(/[^a-z]+/g, '-')
  const csv = `\uFEFF${[...title, chance.pick(headers), ...rows, ...end].join('\r\n')}\r\n`
  return { name: `${village.code.replaceAll('.', '')}-${slug}.csv`, village: village.code, csv }
}

function rowOf(chance: Chance, person: DemoPerson, number: number): string {
  const { birthDate } = person
  const [day, month] = [birthDate.day, birthDate.month].map((value) => String(value).padStart(2, '0'))
  const written = `${day}/${month}/${birthDate.year}`
  return [
    number,
    slipInNik(chance, person),
    person.familyCard,
    chance.happens(0.5) ? person.fullName.toUpperCase() : person.fullName,
    person.birthPlace,
    chance.happens(0.006) ? 'lupa' : written,
    person.sex,
    person.motherName,
    person.hamlet,
    person.neighbourhood,
    person.occupation,
    `Rp ${person.monthlyIncome.toLocaleString('id-ID')},-`,
    person.phone,
  ].join(';')
}

function slipInNik(chance: Chance, person: DemoPerson): string {
  const { nik } = person
  if (chance.happens(0.97)) return nik
  return chance.pick([
    nik.slice(0, 15),
    '',
    person.familyCard,
    `${nik.slice(0, 15)}O`,
    `${nik.slice(0, 1)},${nik.slice(1, 6)}E+15`,
  ])
}
