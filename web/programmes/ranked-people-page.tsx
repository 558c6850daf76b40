import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { listDecreeLines, listRanking, type rankedPerson, readProgramme } from '../../src/programmes/api.ts'
import { useAnswer, useList } from '../app/load.ts'
import { useVillageFilters } from '../registry/village-filters.ts'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { Masked } from '../ui/masked.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { DecreeFacts } from './decree-facts.tsx'

type Person = z.output<typeof rankedPerson>
const filterNames = ['text', 'place', 'district', 'village']

/** The ranking of a programme before its decree: who is within the quota, who waits, in which order. */
export function RankingPage() {
  const text = useText(programmesText)
  const { id: code = '' } = useParams({ strict: false }) as { id?: string }
  const programme = useAnswer(readProgramme, { params: { code } }).data
  const list = useList(listRanking, filterNames, { params: { code } })
  return (
    <PeoplePage
      id="ranking"
      code={code}
      list={list}
      title={programme ? text.rankingOf(programme.name) : text.ranking}
      empty={{ title: text.noRanking, what: text.noRankingWhat }}
    />
  )
}

/** The list a decree froze, with the decree itself above it. */
export function DecreePage() {
  const text = useText(programmesText)
  const { id: code = '' } = useParams({ strict: false }) as { id?: string }
  const decree = useAnswer(readProgramme, { params: { code } }).data?.decree
  const list = useList(listDecreeLines, filterNames, { params: { code } })
  const empty = { title: text.noDecree, what: text.noDecreeWhat }
  return (
    <PeoplePage
      id="decree"
      code={code}
      list={list}
      title={decree ? text.decreeList(decree.number) : text.decree}
      empty={empty}
      above={decree && <DecreeFacts code={code} decree={decree} />}
    />
  )
}

type PeopleProps = {
  id: string
  code: string
  title: string
  list: ReturnType<typeof useList<typeof listRanking>>
  empty: { title: string; what: string }
  above?: ReactNode
}

function PeoplePage({ id, code, title, list, empty, above }: PeopleProps) {
  const text = useText(programmesText)
  const villages = useVillageFilters(list.address)
  const columns = usePeopleColumns()
  return (
    <ListPage
      id={id}
      words={{ title, empty, forbidden: text.forWhom }}
      over={<PageLink to={paths.programme(code)}>{code}</PageLink>}
      state={list.state}
      onMore={list.onMore}
      columns={columns}
      keyOf={(row) => String(row.position)}
      linkOf={(row) => paths.candidate(code, String(row.workerId))}
      filters={[
        { kind: 'search', name: 'text', label: text.searchPeople },
        {
          kind: 'choice',
          name: 'place',
          label: text.place,
          options: [
            { value: 'quota', label: text.withinQuota },
            { value: 'waiting', label: text.waitingList },
          ],
        },
        ...villages,
      ]}
      above={above}
    />
  )
}

function usePeopleColumns(): ListColumn<Person>[] {
  const text = useText(programmesText)
  return [
    { id: 'name', title: text.person, width: 216, phone: 'first', cell: (row) => row.fullName },
    { id: 'position', title: text.position, width: 80, align: 'end', cell: (row) => <Count of={row.position} /> },
    {
      id: 'place',
      title: text.place,
      width: 136,
      phone: 'side',
      cell: (row) => (
        <StatusBadge tone={row.place === 'quota' ? 'good' : 'calm'}>
          {row.place === 'quota' ? text.withinQuota : text.waitingList}
        </StatusBadge>
      ),
    },
    {
      id: 'nik',
      title: text.nik,
      width: 152,
      phone: 'second',
      cell: (row) => (row.nik === null ? '–' : <Masked nik={row.nik} />),
    },
    {
      id: 'decile',
      title: text.decile,
      width: 72,
      align: 'end',
      cell: (row) => (row.decile === null ? '–' : <Count of={row.decile} />),
    },
    { id: 'village', title: text.village, width: 144, phone: 'second', cell: (row) => row.villageName },
    { id: 'district', title: text.districtName, width: 136, cell: (row) => row.districtName },
    {
      id: 'birthDate',
      title: text.birthDate,
      width: 144,
      cell: (row) => (row.birthDate === null ? '–' : <DayText iso={row.birthDate} />),
    },
    { id: 'occupation', title: text.occupation, width: 144, isHiddenAtFirst: true, cell: (row) => row.occupation ?? '–' },
  ]
}
