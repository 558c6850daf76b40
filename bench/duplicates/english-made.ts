import { type Random, seeded } from './random.ts'
import { mistyped } from './slips.ts'
import { english } from './words.ts'

/** The headings of the made English list; there is no national number in it. */
export const englishHeadings = [
  'rec_id',
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
]

type Person = {
  given: string
  surname: string
  number: string
  street: string
  suburb: string
  postcode: string
  state: string
  birth: string
}

/**
 * Makes `count` English-language people, the same in every run, a third of them with one to three further records: mistyped, nicknamed,
 * fields empty or exchanged, moved, married. Some live with a family of the same surname and address.
 */
export function* madeEnglish(count: number, seed = 77): Generator<{ person: number; cells: readonly string[] }> {
  const random = seeded(seed)
  let row = 0
  let neighbour: Person | undefined
  for (let person = 1; person <= count; person++) {
    const one = makePerson(random, random.chance(0.15) ? neighbour : undefined)
    neighbour = one
    yield { person, cells: [String(++row), ...cellsOf(one)] }
    const copies = random.chance(0.35) ? 1 + random.below(3) : 0
    for (let copy = 0; copy < copies; copy++) yield { person, cells: [String(++row), ...cellsOf(damaged(one, random))] }
  }
}

const cellsOf = (one: Person) => [one.given, one.surname, one.number, one.street, one.suburb, one.postcode, one.state, one.birth]

function makePerson(random: Random, family: Person | undefined): Person {
  const given = random.pickCommon(random.chance(0.5) ? english.men : english.women)
  const birth = `${1930 + random.below(75)}${String(1 + random.below(12)).padStart(2, '0')}${String(1 + random.below(28)).padStart(2, '0')}`
  if (family !== undefined) return { ...family, given, birth }
  const suburb = random.pickCommon(english.suburbs)
  return {
    given,
    surname: random.chance(0.5)
      ? random.pickCommon(english.surnames)
      : `${random.pick(english.surnames).slice(0, 4)}${random.pick(english.surnames).slice(1, 5)}`,
    number: String(1 + random.below(250)),
    street: `${random.pick(english.streets)} ${random.pick(english.kinds)}`,
    suburb,
    postcode: String(2000 + ((suburb.length * 379 + suburb.charCodeAt(1) * 31) % 5000)),
    state: english.states[suburb.length % english.states.length] ?? '',
    birth,
  }
}

/** One to five things gone wrong in another clerk's record of the same person. */
function damaged(one: Person, random: Random): Person {
  const copy = { ...one }
  const fields = Object.keys(copy) as (keyof Person)[]
  for (let slip = 1 + random.below(5); slip > 0; slip--) {
    const field = random.pick(fields)
    const kind = random.below(10)
    if (kind < 6) copy[field] = mistyped(copy[field].toUpperCase(), random).toLowerCase()
    else if (kind === 6) copy[field] = ''
    else if (kind === 7) [copy.given, copy.surname] = [copy.surname, copy.given]
    else if (kind === 8) copy.given = new Map(Object.entries(english.nicknames)).get(copy.given) ?? copy.given
    else if (random.chance(0.3))
      Object.assign(copy, { ...makePerson(random, undefined), given: copy.given, surname: copy.surname, birth: copy.birth })
  }
  return copy
}
