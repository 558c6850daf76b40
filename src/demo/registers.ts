import type { Day } from '../../values/days.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './people.ts'

/** What the other registers answer about the people of a demonstration, as the CSV files they send. */
export type DemoRegisters = { dukcapil: string; bpjs: string; dtsen: string; deaths: string }

const payers = ['PU', 'PU', 'PU', 'BPU-PROVINSI', 'BPU-MANDIRI']

/** Invents the answers: a few unknown, a few dead, some insured already, most with a welfare decile. */
export function inventRegisters(chance: Chance, people: readonly DemoPerson[], today: Day): DemoRegisters {
  const dukcapil = ['nik,no_kk,nama,tanggal_lahir,jenis_kelamin,nama_ibu,kode_desa,status']
  const bpjs = ['nik,segmen,status,program']
  const dtsen = ['nik,desil']
  const deaths = ['nik,nama,tanggal_meninggal,no_akta_kematian']
  for (const [index, person] of people.entries()) {
    if (chance.happens(0.008)) continue
    const isDead = chance.happens(0.011)
    const name = person.fullName.toUpperCase()
    const columns = [
      person.nik,
      // Families move to a new card, and mothers are written with their whole name: the villages do not know of it yet.
      index % 37 === 5 ? `${person.familyCard.slice(0, 12)}${String(9999 - (index % 5000)).padStart(4, '0')}` : person.familyCard,
      name,
      person.birthDate,
      person.sex,
      `${index % 29 === 3 ? 'NI LUH ' : ''}${person.motherName.toUpperCase()}`,
      person.village,
    ]
    dukcapil.push([...columns, isDead ? 'MENINGGAL' : 'HIDUP'].join(','))
    if (isDead) deaths.push(deathOf(chance, person, today))
    if (chance.happens(0.04)) bpjs.push(`${person.nik},${chance.pick(payers)},AKTIF,"JKK,JKM"`)
    if (chance.happens(0.95)) dtsen.push(`${person.nik},${chance.pick([1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7])}`)
  }
  const file = (lines: string[]) => `${lines.join('\r\n')}\r\n`
  return { dukcapil: file(dukcapil), bpjs: file(bpjs), dtsen: file(dtsen), deaths: file(deaths) }
}

function deathOf(chance: Chance, person: DemoPerson, today: Day): string {
  const on = today.subtract({ days: chance.between(5, 500) })
  const written = `${String(on.day).padStart(2, '0')}${String(on.month).padStart(2, '0')}${on.year}`
  return [
    person.nik,
    person.fullName.toUpperCase(),
    on,
    `5103-KM-${written}-${String(chance.between(1, 9999)).padStart(4, '0')}`,
  ].join(',')
}
