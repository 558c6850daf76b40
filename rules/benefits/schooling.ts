import { ageOn, type Day, isBefore } from '../../values/days.ts'
import { findValue } from '../kit/parameter.ts'
import {
  schoolLevels,
  type SchoolLevel,
  scholarshipEndAge,
  scholarshipPerYear,
  scholarshipYears,
} from '../parameters/scholarship.ts'

/** A child at school, or not yet: `level` and `grade` are those of the school year of the question. */
export type Child = {
  readonly birthDate: Day
  readonly level?: SchoolLevel | undefined
  readonly grade?: number | undefined
  readonly working?: boolean | undefined
  readonly married?: boolean | undefined
}

/** One school year of one child: `2026` stands for 2026/2027. */
export type SchoolYear = { readonly year: number; readonly level: SchoolLevel; readonly grade: number; readonly amount: number }

const firstMonthOfSchool = 7
const ageAtKindergarten = 4

/** The school year a day lies in, named by the year it begins in July. */
export function schoolYearOf(on: Day): number {
  return on.month >= firstMonthOfSchool ? on.year : on.year - 1
}

/**
 * Every school year a child may still be paid for, from the school year of `from` on: through the levels in order, each for
 * its years, as long as the child is under 23 when the school year begins. A child not yet at school starts kindergarten at
 * four, its second year at five, primary school at six or later. Amounts are those of the law on `law`.
 */
export function schoolYearsOf(child: Child, from: Day, law: Day): SchoolYear[] {
  const first = Math.max(schoolYearOf(from), child.level === undefined ? startOfKindergarten(child.birthDate) : 0)
  const path = pathFrom(
    child.level === undefined ? { ...child, ...entryAt(ageOn(child.birthDate, schoolStart(first))) } : child,
    law,
  )
  const endAge = findValue(scholarshipEndAge, law) ?? 23
  return path
    .map((step, place) => ({ ...step, year: first + place }))
    .filter(({ year }) => ageOn(child.birthDate, laterOf(from, schoolStart(year))) < endAge)
}

/** Whether a child may have a scholarship at all on a day: not working, not married, under 23. */
export function mayStudyOnScholarship(child: Child, on: Day, law: Day): boolean {
  return (
    child.working !== true && child.married !== true && ageOn(child.birthDate, on) < (findValue(scholarshipEndAge, law) ?? 23)
  )
}

type Step = Omit<SchoolYear, 'year'>

function pathFrom(child: Child, law: Day): Step[] {
  const level = child.level ?? 'TK'
  const levels = schoolLevels.slice(schoolLevels.indexOf(level))
  return levels.flatMap((each) => {
    const years = findValue(scholarshipYears[each], law) ?? 0
    const amount = findValue(scholarshipPerYear[each], law) ?? 0
    const firstGrade = each === level ? Math.max(1, child.grade ?? 1) : 1
    return Array.from({ length: Math.max(0, years - firstGrade + 1) }, (_, place) => ({
      level: each,
      grade: firstGrade + place,
      amount,
    }))
  })
}

function entryAt(age: number): Required<Pick<Child, 'level' | 'grade'>> {
  if (age > ageAtKindergarten + 1) return { level: 'SD', grade: 1 }
  return { level: 'TK', grade: age > ageAtKindergarten ? 2 : 1 }
}

function startOfKindergarten(birthDate: Day): number {
  const fourth = birthDate.add({ years: ageAtKindergarten })
  return isBefore(schoolStart(fourth.year), fourth) ? fourth.year + 1 : fourth.year
}

function schoolStart(year: number): Day {
  return Temporal.PlainDate.from({ year, month: firstMonthOfSchool, day: 1 })
}

function laterOf(left: Day, right: Day): Day {
  return isBefore(left, right) ? right : left
}
