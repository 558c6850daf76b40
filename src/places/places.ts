import type { AreaCode } from '../../values/areas.ts'
import { levelOf } from '../../values/areas.ts'

/** An area as people choose it. */
export type Place = { code: AreaCode; name: string; level: string; kind: string; parentName: string | null }

/** Which workers a universe counts: all, wage earners, non-wage workers, construction, migrants, or the vulnerable. */
export const segments = ['ALL', 'PU', 'BPU', 'JAKON', 'PMI', 'RENTAN'] as const
export type Segment = (typeof segments)[number]

/** How many workers an area has, by whom that was counted and when. */
export type Universe = {
  area: AreaCode
  year: number
  segment: Segment
  workers: number
  source: string
  sourceDate: string
  isDemo: boolean
}

/** The share of workers to be covered at the end of a year, and who set it. */
export type Target = { year: number; segment: Segment; share: number; source: string }

/** A desa adat to be recorded: the villages it reaches into and its banjar. */
export type NewCustomaryVillage = { name: string; villages: readonly string[]; banjars: readonly string[] }

/** The Indonesian word for what a code stands for; desa, kelurahan and desa adat are told by the first digit of the last part. */
export function kindOf(code: AreaCode): string {
  const level = levelOf(code)
  if (level === 'province') return 'provinsi'
  if (level === 'regency') return Number(code.slice(3, 5)) >= 71 ? 'kota' : 'kabupaten'
  if (level === 'district') return 'kecamatan'
  const kinds: Record<string, string> = { '1': 'kelurahan', '2': 'desa', '3': 'desa adat' }
  return kinds[code.charAt(9)] ?? 'desa'
}
