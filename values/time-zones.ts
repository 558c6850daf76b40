import type { Region } from './areas.ts'

const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96', '97'])

/** The clock a region lives by: WIB, WITA or WIT, by its province. */
export function timeZoneOf(region: Region): string {
  const province = region.slice(0, 2)
  if (central.has(province)) return 'Asia/Makassar'
  return eastern.has(province) ? 'Asia/Jayapura' : 'Asia/Jakarta'
}
