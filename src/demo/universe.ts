import { type AreaCode, areaCode } from '../../values/areas.ts'
import type { Day } from '../../values/days.ts'
import type { Segment, Target, Universe } from '../places/places.ts'
import type { Chance } from './chance.ts'

const source = 'Angka contoh, bukan data resmi'

/** Workers for every worker listed: the lists of a demonstration reach most of the vulnerable, and some of all. */
const shares: Record<'RENTAN' | 'BPU' | 'ALL', number> = { RENTAN: 1.3, BPU: 2.1, ALL: 4.2 }

/** Invents the universe of workers of every village, with the sums of districts and of the regency; all marked as demonstration. */
export function inventUniverse(chance: Chance, peopleByVillage: ReadonlyMap<AreaCode, number>, today: Day): Universe[] {
  const figures = new Map<string, Universe>()
  const add = (area: AreaCode, segment: Segment, workers: number) => {
    const key = `${area} ${segment}`
    const known = figures.get(key)
    figures.set(key, {
      area,
      year: today.year,
      segment,
      workers: (known?.workers ?? 0) + workers,
      source,
      sourceDate: `${today.year - 1}-08-31`,
      isDemo: true,
    })
  }
  for (const [village, people] of peopleByVillage) {
    const vulnerable = Math.round(people * shares.RENTAN * (0.85 + chance.share() * 0.5))
    const counts: [Segment, number][] = [
      ['RENTAN', vulnerable],
      ['BPU', Math.round((vulnerable * shares.BPU) / shares.RENTAN)],
      ['ALL', Math.round((vulnerable * shares.ALL) / shares.RENTAN)],
    ]
    for (const [segment, workers] of counts) {
      for (const area of [village, village.slice(0, 8), village.slice(0, 5)]) add(areaCode(area), segment, workers)
    }
  }
  return [...figures.values()]
}

/** The targets of a demonstration: the vulnerable all covered next year, as Badung announced for 2026. */
export function inventTargets(today: Day): Target[] {
  return [
    { year: today.year - 1, segment: 'RENTAN', share: 0.6, source },
    { year: today.year, segment: 'RENTAN', share: 0.8, source },
    { year: today.year + 1, segment: 'RENTAN', share: 1, source },
  ]
}
