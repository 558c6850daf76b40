import { Button } from '@mantine/core'
import { useState } from 'react'
import { readCustomary } from '../../src/coverage/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAnswer } from '../app/load.ts'
import { coverageText } from '../text/coverage.ts'
import { useText } from '../text/language.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { useAreaColumns } from './area-columns.tsx'
import style from './coverage.module.css'
import type { CoverageQuery } from './gap-section.tsx'

type Customary = AnswerOf<typeof readCustomary>['customaryVillages'][number]

/** Coverage by customary village; these overlap, so they have no total. */
export function CustomarySection({ query }: { query: CoverageQuery }) {
  const text = useText(coverageText)
  const [showsAll, setShowsAll] = useState(false)
  const columns = useAreaColumns<Customary>()
  const all = useAnswer(readCustomary, { query }).data?.customaryVillages ?? []
  if (all.length === 0) return null
  return (
    <section>
      <h2>{text.customary}</h2>
      <p className={`quiet ${style.heading}`}>{text.customaryWhat}</p>
      <NumbersTable
        label={text.customary}
        rows={showsAll ? all : all.slice(0, 10)}
        keyOf={(row) => String(row.id)}
        columns={[
          { id: 'name', title: text.customaryName, cell: (row) => (row.isDemo ? text.demoMark(row.name) : row.name) },
          ...columns.filter((column) => column.id !== 'source'),
        ]}
      />
      {!showsAll && all.length > 10 && (
        <Button className={style.more ?? ''} variant="default" onClick={() => setShowsAll(true)}>
          {text.showAll}
        </Button>
      )}
    </section>
  )
}
