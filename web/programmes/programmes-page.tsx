import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { listProgrammes } from '../../src/programmes/api.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { Amount, Count } from '../ui/amounts.tsx'
import { useGo } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { type Programme, toneOfState, useStateName, useWindow } from './words-of-programmes.ts'

/** Every programme of the region; at `/program/baru` the form of a new one stands beside the list. */
export function ProgrammesPage() {
  const text = useText(programmesText)
  const go = useGo()
  const loaded = useLoad(listProgrammes)
  const mayCreate = useHasRole('officer')
  const isCreating = useLocation({ select: (location) => location.pathname === paths.programmeNew() })
  const columns = useProgrammeColumns()
  const create = mayCreate && <Button onClick={() => go(paths.programmeNew())}>{text.create}</Button>
  const state: PageState<ListValue<Programme>> =
    loaded.is === 'here'
      ? { is: 'here', value: { rows: loaded.value.programmes, count: loaded.value.programmes.length } }
      : loaded
  return (
    <ListPage
      id="programmes"
      words={{ title: text.title, empty: { title: text.none, what: text.noneWhat, action: create }, forbidden: text.forWhom }}
      state={state}
      columns={columns}
      keyOf={(row) => row.id}
      linkOf={(row) => paths.programme(row.code)}
      acts={
        <>
          <Button variant="default" onClick={() => go(paths.ruleSets())}>
            {text.ruleSets}
          </Button>
          {create}
        </>
      }
    >
      <ProgrammeForm
        opened={isCreating && mayCreate}
        onClose={() => go(paths.programmes())}
        onSaved={(code) => go(paths.programme(code))}
      />
    </ListPage>
  )
}

function useProgrammeColumns(): ListColumn<Programme>[] {
  const text = useText(programmesText)
  const stateName = useStateName()
  const windowOf = useWindow()
  return [
    { id: 'name', title: text.programme, width: 264, phone: 'first', cell: (row) => row.name },
    { id: 'code', title: text.code, width: 128, cell: (row) => row.code },
    { id: 'window', title: text.window, width: 232, phone: 'second', cell: windowOf },
    {
      id: 'state',
      title: text.state,
      width: 136,
      phone: 'side',
      cell: (row) => <StatusBadge tone={toneOfState[row.state]}>{stateName(row.state)}</StatusBadge>,
    },
    { id: 'quota', title: text.quotaShort, width: 96, align: 'end', cell: (row) => <Count of={row.quota} /> },
    { id: 'within', title: text.withinQuota, width: 112, align: 'end', cell: (row) => <Count of={row.withinQuota} /> },
    { id: 'waiting', title: text.waitingList, width: 120, align: 'end', cell: (row) => <Count of={row.waiting} /> },
    { id: 'cost', title: text.cost, width: 144, align: 'end', cell: (row) => <Amount rupiah={row.cost} /> },
    { id: 'ceiling', title: text.ceiling, width: 144, align: 'end', cell: (row) => <Amount rupiah={row.ceiling} /> },
  ]
}
