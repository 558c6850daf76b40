import type { z } from 'zod'
import type { standings, workerRow } from '../../src/registry/api.ts'
import { useText } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import type { Tone } from '../ui/status-badge.tsx'

type Row = Pick<z.output<typeof workerRow>, 'civil' | 'isDeceased' | 'coveredBy' | 'nameAgrees' | 'birthDateAgrees'>
export type Standing = (typeof standings)[number]

/** What the registers say of a worker, the gravest first. */
export function standingOf(row: Row): Standing {
  if (row.isDeceased) return 'deceased'
  if (row.coveredBy !== null) return 'covered'
  if (row.civil === 'unknown') return 'unknown'
  if (row.nameAgrees === false) return 'name-differs'
  if (row.birthDateAgrees === false) return 'birth-date-differs'
  return row.civil === 'not-asked' ? 'not-asked' : 'clear'
}

/** How grave a standing is. */
export const toneOfStanding: Record<Standing, Tone> = {
  clear: 'good',
  deceased: 'bad',
  covered: 'calm',
  unknown: 'warn',
  'name-differs': 'warn',
  'birth-date-differs': 'warn',
  'no-decile': 'calm',
  'not-asked': 'calm',
}

/** Names a standing in the reader's language. */
export function useStandingName(): (standing: Standing) => string {
  const text = useText(registryText)
  const names: Record<Standing, string> = {
    clear: text.clear,
    deceased: text.deceased,
    covered: text.covered,
    unknown: text.unknown,
    'name-differs': text.nameDiffers,
    'birth-date-differs': text.birthDateDiffers,
    'no-decile': text.noDecile,
    'not-asked': text.notAsked,
  }
  return (standing) => names[standing]
}

/** Names a segment of BPJS; one nobody here knows stands as BPJS wrote it. */
export function useSegmentName(): (segment: string) => string {
  const text = useText(registryText)
  const names: Record<string, string> = {
    PU: text.wageEarner,
    BPU: text.nonWage,
    'BPU-MANDIRI': text.selfPaying,
    'BPU-PROVINSI': text.paidByProvince,
    'BPU-DESA': text.paidByVillage,
    JAKON: text.construction,
    PMI: text.migrant,
  }
  return (segment) => names[segment] ?? segment
}
