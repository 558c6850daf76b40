import type { AreaCode } from '../../values/areas.ts'
import type { Day } from '../../values/days.ts'
import type { Sex } from '../../values/nik.ts'
import type { Chance } from './chance.ts'
import { inventMother, inventName } from './names.ts'

/** An invented person of the demonstration, as a village would list them. */
export type DemoPerson = {
  nik: string
  familyCard: string
  fullName: string
  birthPlace: string
  birthDate: Day
  sex: Sex
  motherName: string
  hamlet: string
  neighbourhood: string
  occupation: string
  monthlyIncome: number
  phone: string
  village: AreaCode
}

const workingOccupations = (
  'Petani|Buruh Tani|Nelayan|Pedagang Pasar|Ojek|Sopir|Tukang Batu|Tukang Kayu|Tukang Jahit|Pemangku|Pekaseh|Buruh Harian Lepas|Juru Parkir|' +
  'Pengrajin|Penjual Canang|Asisten Rumah Tangga|Peternak|Buruh Angkut|Tukang Cukur'
).split('|')
const otherOccupations = [
  'PNS',
  'Karyawan Swasta',
  'Mengurus Rumah Tangga',
  'Pelajar/Mahasiswa',
  'Pensiunan',
  'Belum/Tidak Bekerja',
  'POLRI',
]
const places = ['Badung', 'Badung', 'Badung', 'Denpasar', 'Tabanan', 'Gianyar', 'Karangasem', 'Buleleng', 'Klungkung']
const banjars = ['Br. Kaja', 'Br. Kelod', 'Br. Tengah', 'Br. Anyar', 'Br. Pande', 'Br. Kauh', 'Br. Kangin']

/** Invents a person of a village: nearly all of working age and occupation, a few not. No serial comes twice. */
export function inventPerson(chance: Chance, village: AreaCode, today: Day, serial: number): DemoPerson {
  const sex: Sex = chance.happens(0.46) ? 'P' : 'L'
  const age = chance.happens(0.03) ? chance.pick([15, 16, 66, 70, 74]) : chance.between(19, 63)
  const birthDate = today.subtract({ years: age, days: chance.between(1, 364) })
  const district = village.slice(0, 8).replaceAll('.', '')
  const card = `${district}${two(chance.between(1, 28))}${two(chance.between(1, 12))}${two(chance.between(5, 20))}`
  return {
    nik: nikOf(district, birthDate, sex, serial),
    familyCard: `${card}${four(serial)}`,
    fullName: inventName(chance, sex),
    birthPlace: chance.pick(places),
    birthDate,
    sex,
    motherName: inventMother(chance),
    hamlet: chance.pick(banjars),
    neighbourhood: String(chance.between(1, 12)).padStart(3, '0'),
    occupation: chance.happens(0.96) ? chance.pick(workingOccupations) : chance.pick(otherOccupations),
    monthlyIncome: chance.between(6, 20) * 100_000,
    phone: `08${chance.between(100_000_000, 999_999_999)}`,
    village,
  }
}

/** A NIK that fits the person: area, birth date (women's days + 40), serial. */
export function nikOf(district: string, birthDate: Day, sex: Sex, serial: number): string {
  const dayField = birthDate.day + (sex === 'P' ? 40 : 0)
  return `${district}${two(dayField)}${two(birthDate.month)}${two(birthDate.year % 100)}${four(serial)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function four(value: number): string {
  return String((value % 9999) + 1).padStart(4, '0')
}
