import { Select } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'
import { useSession } from './session.tsx'

/** The programme year the reader works in, remembered in this browser; at first the year of today. */
export function useYear(): { year: number; choose: (year: number) => void; years: readonly number[] } {
  const thisYear = Number(useSession().today.slice(0, 4))
  const [year, choose] = useLocalStorage<number>({ key: 'ucok.year', defaultValue: thisYear, getInitialValueInEffect: false })
  return { year, choose, years: [thisYear - 2, thisYear - 1, thisYear, thisYear + 1] }
}

/** Chooses the programme year. */
export function YearChoice() {
  const text = useText(appText)
  const { year, choose, years } = useYear()
  return (
    <Select
      w={92}
      flex="none"
      size="sm"
      aria-label={text.year}
      data={years.map(String)}
      value={String(year)}
      allowDeselect={false}
      onChange={(chosen) => choose(Number(chosen))}
    />
  )
}
