import { type Day, day } from '../../values/days.ts'

/** The day somebody last read the sources of these figures. */
export const readOn: Day = day('2026-11-20')

/** The day PP 44/2015 began: nothing here answers for an earlier day. */
export const startOfLaw: Day = day('2015-07-01')
