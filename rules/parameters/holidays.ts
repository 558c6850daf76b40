/**
 * National public holidays whose date moves, by year, as the joint ministerial decrees list them; `MM-DD`. From general
 * knowledge, not read in the decrees: unverified. Days that stand still are in `fixedHolidays`.
 */
export const movingHolidays: Readonly<Record<number, readonly string[]>> = {
  2023: ['01-22', '02-18', '03-22', '04-07', '04-22', '04-23', '05-18', '06-04', '06-29', '07-19', '09-28'],
  2024: ['02-08', '02-10', '03-11', '03-29', '04-10', '04-11', '05-09', '05-23', '06-17', '07-07', '09-16'],
  2025: ['01-27', '01-29', '03-29', '03-31', '04-01', '04-18', '05-12', '05-29', '06-06', '06-27', '09-05'],
  2026: ['01-16', '02-17', '03-19', '03-21', '03-22', '04-03', '05-14', '05-27', '05-31', '06-16', '08-25'],
  2027: ['01-05', '02-06', '03-08', '03-10', '03-11', '03-26', '05-06', '05-17', '05-20', '06-06', '08-15'],
}

/** Holidays that stand still, and the first year of each: New Year, Labour Day, Pancasila Day, Independence, Christmas. */
export const fixedHolidays: readonly { readonly on: string; readonly since: number }[] = [
  { on: '01-01', since: 1945 },
  { on: '05-01', since: 2014 },
  { on: '06-01', since: 2017 },
  { on: '08-17', since: 1945 },
  { on: '12-25', since: 1945 },
]

/** Nobody has compared the moving days with the decrees yet. */
export const holidaysVerified = false
