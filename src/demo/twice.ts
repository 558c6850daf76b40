import { sql } from 'kysely'
import type { AreaCode } from '../../values/areas.ts'
import type { Day } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import { enterWorkers } from '../registry/entries.ts'
import type { Chance } from './chance.ts'
import { type DemoPerson, inventPerson, nikOf } from './people.ts'

/** Records of people as they stand in an older list of the office: the same person once more, with the slips such lists have, or a lookalike. */
export type WrittenTwice = readonly DemoPerson[]

/**
 * Invents who stands in the registry twice: people of this year's programme written once more, people new to it written two or three
 * times, and lookalikes who are two people: twins, and namesakes in two villages.
 */
export function inventTwice(
  chance: Chance,
  known: readonly DemoPerson[],
  villages: readonly { code: AreaCode }[],
  { today, serial }: { today: Day; serial: number },
): WrittenTwice {
  const wanted = Math.max(8, Math.min(60, Math.round(known.length * 0.012)))
  let last = serial
  const invent = () => inventPerson(chance, chance.pick(villages).code, today, (last += 1))
  const again = Array.from({ length: wanted }, () => slipped(chance, chance.pick(known), villages))
  const fresh = Array.from({ length: wanted * 2 }, (_, at) => {
    const person = invent()
    const second = slipped(chance, person, villages)
    return at % 8 === 0 ? [person, second, slipped(chance, person, villages)] : [person, second]
  }).flat()
  const twins = Array.from({ length: Math.ceil(wanted / 2) }, () => {
    const one = invent()
    const nik = nikOf(one.nik.slice(0, 6), one.birthDate, one.sex, (last += 1))
    return [one, { ...one, nik, fullName: otherName(chance, one), phone: `08${chance.between(100_000_000, 999_999_999)}` }]
  }).flat()
  const namesakes = Array.from({ length: Math.ceil(wanted / 2) }, () => {
    const one = invent()
    return [one, { ...invent(), fullName: one.fullName, sex: one.sex }]
  }).flat()
  return [...again, ...fresh, ...twins, ...namesakes]
}

/** The same person as another hand wrote them. */
function slipped(chance: Chance, person: DemoPerson, villages: readonly { code: AreaCode }[]): DemoPerson {
  const slips = [nikSlip, nameSlip, dateSlip, placeSlip]
  const first = nikSlip(chance, person, villages)
  return chance.happens(0.6) ? chance.pick(slips.slice(1))(chance, first, villages) : first
}

type Slip = (chance: Chance, person: DemoPerson, villages: readonly { code: AreaCode }[]) => DemoPerson

const nikSlip: Slip = (chance, person) => {
  const { nik } = person
  const at = chance.pick([9, 12, 13, 14, 15])
  const other = String((Number(nik[at]) + chance.between(1, 8)) % 10)
  const swapped = nik.slice(0, 13) + (nik[14] ?? '') + (nik[13] ?? '') + nik.slice(15)
  const isSwapped = chance.happens(0.25) && swapped !== nik
  return { ...person, nik: isSwapped ? swapped : nik.slice(0, at) + other + nik.slice(at + 1) }
}

const nameSlip: Slip = (chance, person) => {
  const words = person.fullName.split(' ')
  const spelled = person.fullName.replace(/dh?a/, 'dha').replace(/u(?=[rs])/, 'oe')
  const shortened = words.length > 2 ? words.slice(1).join(' ') : person.fullName
  return {
    ...person,
    fullName: chance.pick([spelled, shortened, person.fullName.replace('Wayan', 'Wyn').replace('Ketut', 'Kt')]),
  }
}

const dateSlip: Slip = (chance, person) => {
  const { birthDate } = person
  const swaps = birthDate.day <= 12 && chance.happens(0.5)
  return {
    ...person,
    birthDate: swaps
      ? birthDate.with({ month: birthDate.day, day: birthDate.month })
      : birthDate.with({ day: Math.min(28, birthDate.day + 1) }),
  }
}

const placeSlip: Slip = (chance, person, villages) => ({
  ...person,
  village: chance.pick(villages).code,
  occupation: chance.pick(['Buruh Harian Lepas', 'Pedagang Pasar', person.occupation]),
  phone: chance.happens(0.5) ? `08${chance.between(100_000_000, 999_999_999)}` : person.phone,
})

function otherName(chance: Chance, { fullName, sex }: DemoPerson): string {
  const words = fullName.split(' ')
  const given = chance.pick(sex === 'L' ? ['Sudiksa', 'Wirata', 'Sumantra', 'Arimbawa'] : ['Sukreni', 'Wiraswati', 'Sumarni'])
  return [...words.slice(0, -1), given].join(' ')
}

/** Enters them as the office took them over from its older list, before lists were compared. */
export async function enterTwice(ctx: Context, people: WrittenTwice): Promise<number> {
  const rows = people.map(({ familyCard, fullName, birthPlace, birthDate, motherName, hamlet, monthlyIncome, ...rest }) => ({
    ...rest,
    family_card: familyCard,
    full_name: fullName,
    birth_place: birthPlace,
    birth_date: birthDate.toString(),
    mother_name: motherName,
    address: hamlet,
    occupation_kind: 'working',
    monthly_income: monthlyIncome,
    intake_file_id: null,
  }))
  return enterWorkers(
    ctx,
    sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (village text, nik text, family_card text, full_name text,
      birth_place text, birth_date date, sex text, mother_name text, address text, neighbourhood text, occupation text,
      occupation_kind text, monthly_income bigint, phone text, intake_file_id uuid)`,
  )
}
