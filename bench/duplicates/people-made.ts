import { type Random, seeded } from './random.ts'
import { otherName, slippedDate, slippedNik } from './slips.ts'
import { bali, sunda } from './words.ts'

/** One line of a made list, and the number of the human being it is about. */
export type MadeRow = { readonly person: number; readonly cells: readonly string[] }

/** The headings of the made lists. */
export const madeHeadings = ['id', 'nik', 'name', 'sex', 'birth_date', 'village', 'mother', 'phone', 'kk', 'address']

/** Serial numbers already given out, by area, birth date and sex: no two people have the same NIK. */
type Serials = Map<string, number>

type Person = {
  person: number
  nik: string
  name: string
  sex: 'L' | 'P'
  birth: string
  village: string
  mother: string
  phone: string
  kk: string
  address: string
}

const two = (value: number) => String(value).padStart(2, '0')

/**
 * Makes about `count` people of Badung and Bekasi, the same in every run: households with siblings and twins, namesakes of one
 * birth date, some who use a relative's NIK, and for eight in a hundred a further record with the slips of real lists.
 */
export function* madePeople(count: number, seed = 2026): Generator<MadeRow> {
  const random = seeded(seed)
  const serials: Serials = new Map()
  const earlier: Person[] = []
  let person = 0
  let row = 0
  const write = (one: Person): MadeRow => ({
    person: one.person,
    cells: [String(++row), one.nik, one.name, one.sex, one.birth, one.village, one.mother, one.phone, one.kk, one.address],
  })
  while (person < count) {
    const family = household(random)
    const size = random.chance(0.12) ? 2 + random.below(2) : 1
    let elder: Person | undefined
    for (let child = 0; child < size; child++) {
      const one = makePerson(++person, family, random, serials)
      if (elder !== undefined) makeKin(one, elder, random, serials)
      if (earlier.length > 100 && random.chance(0.004)) makeNamesake(one, random.pick(earlier), serials)
      yield write(one)
      if (random.chance(0.075)) yield write(damaged(one, random))
      if (random.chance(0.008)) yield write(damaged(one, random))
      elder = one
      if (earlier.length < 1000) earlier.push({ ...one })
      else if (random.chance(0.02)) earlier[random.below(1000)] = { ...one }
    }
  }
}

type Household = { balinese: boolean; village: string; mother: string; phone: string; kk: string; address: string }

function household(random: Random): Household {
  const balinese = random.chance(0.4)
  const district = 1 + random.below(balinese ? 6 : 23)
  const village = `${balinese ? '51.03' : '32.16'}.${two(district)}.${2001 + random.below(balinese ? 12 : 9)}`
  return {
    balinese,
    village,
    mother: random.chance(0.07) ? '' : nameOf(balinese, 'P', random),
    phone: random.chance(0.14) ? '' : newPhone(random),
    ...home(village, random),
  }
}

/** A family card is numbered by where and when it was issued; a house has no more of an address than its hamlet. */
function home(village: string, random: Random): { kk: string; address: string } {
  const issued = `${two(1 + random.below(28))}${two(1 + random.below(12))}${two(5 + random.below(20))}`
  const kk = `${village.replaceAll('.', '').slice(0, 6)}${issued}${String(1 + random.below(9999)).padStart(4, '0')}`
  return { kk, address: `BR ${random.pick(hamlets)}` }
}

const hamlets = 'KAJA KELOD TENGAH KANGIN KAUH ANYAR GEDE PANDE PASEK BATAN PENGABETAN UMA LEBAH TEGAL BUNUTAN'.split(' ')

function nameOf(balinese: boolean, sex: 'L' | 'P', random: Random): string {
  if (!balinese) {
    const first = random.pickCommon(sex === 'L' ? sunda.men : sunda.women)
    if (random.chance(0.12)) return first
    const second = random.chance(0.2) ? [random.pickCommon(sex === 'L' ? sunda.men : sunda.women)] : []
    return [first, ...second, random.pickCommon(sex === 'L' ? sunda.mensLast : sunda.womensLast)].join(' ')
  }
  const particle = random.chance(0.8) ? [sex === 'L' ? 'I' : 'NI'] : []
  const caste = random.chance(0.15) ? random.pickCommon(sex === 'L' ? bali.castes : bali.womensCastes).split(' ') : []
  const middle = random.chance(0.45) ? [random.pickCommon(bali.middle)] : []
  const order = random.pickCommon(sex === 'L' ? bali.order : bali.womensOrder)
  return [...particle, ...caste, order, ...middle, random.pickCommon(sex === 'L' ? bali.last : bali.womensLast)].join(' ')
}

const newPhone = (random: Random) =>
  `08${random.pick(['12', '13', '52', '57', '77', '87', '95'])}${String(random.below(100_000_000)).padStart(8, '0')}`

function makePerson(person: number, family: Household, random: Random, serials: Serials): Person {
  const sex = random.chance(0.55) ? 'L' : 'P'
  const birth = birthDate(random)
  const area = random.chance(0.92)
    ? family.village.replaceAll('.', '').slice(0, 6)
    : `${random.pick(['3201', '3275', '3302', '3328', '5171', '5104', '3510'])}${two(1 + random.below(12))}`
  const phone = random.chance(0.5) ? family.phone : random.chance(0.14) ? '' : newPhone(random)
  return {
    person,
    nik: nikOf(area, birth, sex, serials),
    name: nameOf(family.balinese, sex, random),
    sex,
    birth,
    village: family.village,
    mother: family.mother,
    phone,
    kk: family.kk,
    address: family.address,
  }
}

function birthDate(random: Random): string {
  const year = 1962 + random.below(46)
  if (random.chance(0.05)) return `${year}-${random.pick(['01-01', '12-31', '07-01', '01-01'])}`
  return `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
}

function nikOf(area: string, birth: string, sex: 'L' | 'P', serials: Serials): string {
  const [year = '', month = '', day = ''] = birth.split('-')
  const stem = `${area}${two(Number(day) + (sex === 'P' ? 40 : 0))}${month}${year.slice(2)}`
  const serial = (serials.get(stem) ?? 0) + 1
  serials.set(stem, serial)
  return `${stem}${String(serial).padStart(4, '0')}`
}

/** A younger sibling: sometimes a twin, sometimes entered with the elder's NIK. */
function makeKin(one: Person, elder: Person, random: Random, serials: Serials): void {
  if (random.chance(0.03)) {
    one.birth = elder.birth
    one.nik = nikOf(elder.nik.slice(0, 6), one.birth, one.sex, serials)
  }
  if (random.chance(0.02)) one.nik = elder.nik
}

function makeNamesake(one: Person, other: Person, serials: Serials): void {
  one.name = other.name
  one.sex = other.sex
  one.birth = other.birth
  one.nik = nikOf(one.village.replaceAll('.', '').slice(0, 6), one.birth, one.sex, serials)
}

/** A further record of the same person, from another list. */
function damaged(one: Person, random: Random): Person {
  const copy = { ...one }
  if (random.chance(0.15)) copy.nik = ''
  else if (random.chance(0.4)) copy.nik = slippedNik(copy.nik, random)
  if (random.chance(0.5)) copy.name = otherName(copy.name, random)
  if (random.chance(0.1)) copy.name = otherName(copy.name, random)
  if (random.chance(0.25)) copy.birth = slippedDate(copy.birth, random)
  if (random.chance(0.28)) copy.mother = ''
  else if (random.chance(0.3)) copy.mother = otherName(copy.mother, random)
  if (random.chance(0.12)) copy.village = `${copy.village.slice(0, 6)}${two(1 + random.below(6))}.${2001 + random.below(9)}`
  if (random.chance(0.28)) copy.phone = ''
  else if (random.chance(0.3)) copy.phone = newPhone(random)
  if (random.chance(0.15)) copy.kk = ''
  else if (random.chance(0.08)) copy.kk = slippedNik(copy.kk, random)
  if (random.chance(0.15)) copy.address = ''
  return copy
}
