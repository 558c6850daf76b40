import { Button } from '@mantine/core'
import { useState } from 'react'
import { readGaps } from '../../src/coverage/api.ts'
import type { CoverageSegment } from '../../src/coverage/segments-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAnswer } from '../app/load.ts'
import { paths } from '../paths.ts'
import { coverageText } from '../text/coverage.ts'
import { useText } from '../text/language.tsx'
import { PageLink } from '../ui/link.tsx'
import { type NumbersColumn, NumbersTable } from '../ui/numbers-table.tsx'
import { useAreaColumns } from './area-columns.tsx'
import style from './coverage.module.css'

type Village = AnswerOf<typeof readGaps>['villages'][number]

/** How a part of the page asks: whose coverage, and on which day. */
export type CoverageQuery = { segment: CoverageSegment; on?: string }

/** Villages by how many of their workers are not protected yet, largest first. */
export function GapSection({ query }: { query: CoverageQuery }) {
  const text = useText(coverageText)
  const [limit, setLimit] = useState(10)
  const columns = useColumns()
  const villages = useAnswer(readGaps, { query: { ...query, limit } }).data?.villages ?? []
  if (villages.length === 0) return null
  return (
    <section>
      <h2>{text.gaps}</h2>
      <p className={`quiet ${style.heading}`}>{text.gapsWhat}</p>
      <NumbersTable label={text.gaps} rows={villages} keyOf={(row) => row.area} columns={columns} />
      {villages.length === limit && (
        <Button className={style.more ?? ''} variant="default" onClick={() => setLimit(500)}>
          {text.showAll}
        </Button>
      )}
    </section>
  )
}

function useColumns(): NumbersColumn<Village>[] {
  const text = useText(coverageText)
  const numbers = useAreaColumns<Village>()
  const cell = (row: Village) => <PageLink to={paths.memberships({ area: row.area })}>{row.name}</PageLink>
  return [{ id: 'name', title: text.village, cell }, ...numbers]
}
