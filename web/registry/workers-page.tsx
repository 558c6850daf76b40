import { Alert, Button } from '@mantine/core'
import type { z } from 'zod'
import { eligibilityGrounds } from '../../rules/eligibility/grounds.ts'
import { readMatchSummary } from '../../src/matching/api.ts'
import { exportWorkers, listWorkers, standings, workerFilters, type workerRow } from '../../src/registry/api.ts'
import { addressOf } from '../app/call.ts'
import { useAnswer, useList } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { useText, useWording } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import { paths } from '../paths.ts'
import { type Address, useAddress } from '../ui/address.ts'
import { Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter } from '../ui/list-types.ts'
import { Masked } from '../ui/masked.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useVillageFilters } from './village-filters.ts'
import { standingOf, toneOfStanding, useSegmentName, useStandingName } from './words-of-standing.ts'

type Row = z.output<typeof workerRow>

/** Every worker of the region, or of the reader's villages: searched, filtered, sorted, exported. */
export function WorkersPage() {
  const text = useText(registryText)
  const list = useList(listWorkers, Object.keys(workerFilters))
  const mayExport = useHasRole('officer', 'approver', 'auditor', 'administrator')
  const columns = useWorkerColumns()
  const filters = useWorkerFilters(list.address)
  return (
    <ListPage
      id="workers"
      words={{
        title: text.title,
        empty: {
          title: text.none,
          what: text.noneWhat,
          action: <PageLink to={paths.intakes()}>{text.toIntake}</PageLink>,
        },
        forbidden: text.forWhom,
      }}
      state={list.state}
      onMore={list.onMore}
      columns={columns}
      keyOf={(row) => String(row.id)}
      linkOf={(row) => paths.worker(String(row.id))}
      filters={filters}
      {...(mayExport && {
        exports: {
          csv: addressOf(exportWorkers, { query: { format: 'csv' } }),
          xlsx: addressOf(exportWorkers, { query: { format: 'xlsx' } }),
        },
      })}
      above={<RunNotice />}
    />
  )
}

/** Says when eligibility is that of one run, and leads back to the newest. */
function RunNotice() {
  const text = useText(registryText)
  const { address, change } = useAddress()
  if (!address['run']) return null
  return (
    <Alert color="gray" variant="outline" py={8}>
      {text.ofOneRun}{' '}
      <Button variant="subtle" size="compact-sm" onClick={() => change({ run: undefined })}>
        {text.toNewestRun}
      </Button>
    </Alert>
  )
}

function useWorkerColumns(): ListColumn<Row>[] {
  const text = useText(registryText)
  return [
    { id: 'name', title: text.name, width: 232, isSortable: true, phone: 'first', cell: (row) => row.fullName },
    {
      id: 'nik',
      title: text.nik,
      width: 152,
      phone: 'second',
      cell: (row) => (row.nik === null ? '–' : <Masked nik={row.nik} />),
    },
    { id: 'village', title: text.village, width: 136, isSortable: true, phone: 'second', cell: (row) => row.villageName },
    { id: 'district', title: text.district, width: 120, isHiddenAtFirst: true, cell: (row) => row.districtName },
    {
      id: 'birth-date',
      title: text.birthDate,
      width: 152,
      isSortable: true,
      cell: (row) => (row.birthDate === null ? '–' : <DayText iso={row.birthDate} />),
    },
    {
      id: 'sex',
      title: text.sex,
      width: 104,
      isHiddenAtFirst: true,
      cell: (row) => (row.sex === null ? '–' : row.sex === 'L' ? text.man : text.woman),
    },
    { id: 'occupation', title: text.occupation, width: 144, isHiddenAtFirst: true, cell: (row) => row.occupation ?? '–' },
    { id: 'standing', title: text.standing, width: 208, cell: (row) => <StandingBadge row={row} /> },
    {
      id: 'decile',
      title: text.decile,
      width: 72,
      align: 'end',
      cell: (row) => (row.decile === null ? '–' : <Count of={row.decile} />),
    },
    { id: 'eligibility', title: text.eligibility, width: 128, phone: 'side', cell: (row) => <EligibilityBadge row={row} /> },
  ]
}

/** What the registers say of a worker, as a badge. */
export function StandingBadge({ row }: { row: Parameters<typeof standingOf>[0] }) {
  const text = useText(registryText)
  const name = useStandingName()
  const segment = useSegmentName()
  const standing = standingOf(row)
  const said = standing === 'covered' && row.coveredBy !== null ? text.coveredAs(segment(row.coveredBy)) : name(standing)
  return <StatusBadge tone={toneOfStanding[standing]}>{said}</StatusBadge>
}

function EligibilityBadge({ row }: { row: Row }) {
  const text = useText(registryText)
  if (row.isEligible === null) return <StatusBadge tone="calm">{text.unjudged}</StatusBadge>
  return row.isEligible ? (
    <StatusBadge tone="good">{text.eligible}</StatusBadge>
  ) : (
    <StatusBadge tone="warn">{text.ineligible}</StatusBadge>
  )
}

/** The filters; those that narrow another show once that one is chosen, or when the page was opened with them. */
function useWorkerFilters(address: Address): ListFilter[] {
  const text = useText(registryText)
  const word = useWording()
  const standingName = useStandingName()
  const segmentName = useSegmentName()
  const segments = useAnswer(readMatchSummary).data?.covered ?? []
  const villages = useVillageFilters(address)
  const grounds = Object.values(eligibilityGrounds).map((kind) => ({ value: kind.id, label: word(kind.met.condition) }))
  const isShown = (name: string, over = false) => over || address[name] !== undefined
  const more: (ListFilter & { isShown: boolean })[] = [
    {
      kind: 'choice',
      name: 'coveredBy',
      label: text.coveredBy,
      options: segments.map(({ segment }) => ({ value: segment, label: segmentName(segment) })),
      isShown: isShown('coveredBy', address['standing'] === 'covered'),
    },
    {
      kind: 'choice',
      name: 'ground',
      label: text.ground,
      options: grounds,
      isShown: isShown('ground', address['eligibility'] === 'ineligible'),
    },
    { kind: 'choice', name: 'openGround', label: text.openGround, options: grounds, isShown: isShown('openGround') },
  ]
  return [
    { kind: 'search', name: 'text', label: text.search },
    ...villages,
    {
      kind: 'choice',
      name: 'standing',
      label: text.standing,
      options: standings.map((standing) => ({ value: standing, label: standingName(standing) })),
    },
    {
      kind: 'choice',
      name: 'eligibility',
      label: text.eligibility,
      options: [
        { value: 'eligible', label: text.eligible },
        { value: 'ineligible', label: text.ineligible },
        { value: 'unjudged', label: text.unjudged },
      ],
    },
    ...more.filter((filter) => filter.isShown),
  ]
}
