import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { listIntakeRows, readIntakeSummary } from '../../src/intake/api.ts'
import { groupWritten, listRepairs, type mendable, repairCell, showCells } from '../../src/intake/repairs-api.ts'
import type { z } from 'zod'
import { call, isProblem } from '../app/call.ts'
import { shownOf } from '../app/problem.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText, useWording } from '../text/language.tsx'
import { useTell } from '../ui/tell.ts'
import type { IntakeRow } from './states.ts'

/** A cell that can be mended here. */
export type MendableField = z.infer<typeof mendable>

type Cell = { key: string; field: MendableField }

type Mending = {
  /** The cell somebody is writing in. */
  cell: Cell | undefined
  /** What was written in cells that the server is still checking, by `cellKey`. */
  pending: Readonly<Record<string, string>>
  /** Cells of a row in the order in which Tab visits them. */
  fields: readonly MendableField[]
  begin: (row: IntakeRow, field?: MendableField) => void
  /** Saves what was written and goes on to another cell of the row, or leaves the row. */
  save: (row: IntakeRow, field: MendableField, value: string, then?: MendableField) => void
  /** Goes on to another cell of the row without saving, or leaves the row. */
  move: (row: IntakeRow, to: MendableField | undefined) => void
  leave: () => void
  /** Leaves a cell, unless somebody is writing in another by now. */
  leaveIf: (row: IntakeRow, field: MendableField) => void
  /** What stands in a cell, whole: numbers of people come from the server, which logs it. */
  read: (row: IntakeRow, field: MendableField) => Promise<string>
}

const MendingContext = createContext<Mending | undefined>(undefined)

/** The mending of cells in the rows below; nothing where this reader does not mend now. */
export function useMending(): Mending | undefined {
  return useContext(MendingContext)
}

type MendingRowsProps = { intakeId: string; isOpen: boolean; fields: readonly MendableField[]; children: ReactNode }

/** Lets the cells of the rows inside be mended where they stand; `isOpen` is whether this reader mends in this intake now. */
export function MendingRows({ intakeId, isOpen, fields, children }: MendingRowsProps) {
  const text = useText(repairText)
  const word = useWording()
  const tell = useTell()
  const queries = useQueryClient()
  const [cell, setCell] = useState<Cell>()
  const [pending, setPending] = useState<Readonly<Record<string, string>>>({})
  const mending = useMemo<Mending | undefined>(() => {
    if (!isOpen) return undefined
    const named = (row: IntakeRow) => ({ fileId: row.fileId, sheet: row.sheet, row: row.row })
    const begin = (row: IntakeRow, field?: MendableField) => {
      const first = field ?? gravestOf(row, fields) ?? fields[0]
      if (first !== undefined) setCell({ key: keyOfRow(row), field: first })
    }
    const save = (row: IntakeRow, field: MendableField, value: string, then?: MendableField) => {
      setCell(then && { key: keyOfRow(row), field: then })
      const key = cellKey(row, field)
      setPending((before) => ({ ...before, [key]: value }))
      const settle = () => setPending(({ [key]: _done, ...others }) => others)
      call(repairCell, { params: { intakeId }, body: { ...named(row), field, value } }).then(
        ({ row: mended }) => {
          settle()
          queries.setQueriesData<InfiniteData<{ rows: IntakeRow[] }>>(
            { queryKey: [listIntakeRows.path] },
            (data) => data && withRow(data, mended),
          )
          for (const { path } of [readIntakeSummary, listRepairs, groupWritten])
            void queries.invalidateQueries({ queryKey: [path] })
          tell('good', text.saved(row.fullName))
        },
        (error: unknown) => {
          settle()
          if (!isProblem(error) || error.reason !== 'unchanged') tell('bad', word(shownOf(error).title))
        },
      )
    }
    const read = async (row: IntakeRow, field: MendableField) => {
      const { cells } = await call(showCells, { params: { intakeId }, body: named(row) })
      return cells.find((one) => one.field === field)?.now ?? ''
    }
    return {
      cell,
      pending,
      fields,
      begin,
      save,
      read,
      move: (row, to) => setCell(to && { key: keyOfRow(row), field: to }),
      leave: () => setCell(undefined),
      leaveIf: (row, field) => setCell((now) => (now?.key === keyOfRow(row) && now.field === field ? undefined : now)),
    }
  }, [isOpen, cell, pending, fields, intakeId, queries, tell, text, word])
  return <MendingContext value={mending}>{children}</MendingContext>
}

const gravity = { refuse: 0, review: 1, note: 2 }

/** The cell in which the gravest thing was found. */
function gravestOf(row: IntakeRow, fields: readonly MendableField[]): MendableField | undefined {
  const sorted = row.findings.toSorted((left, right) => gravity[left.severity] - gravity[right.severity])
  return sorted.flatMap((finding) => fields.find((field) => field === finding.field) ?? [])[0]
}

/** The row where it stands: it keeps its place though it may now be judged otherwise. Others that were compared with it are read anew later. */
function withRow(data: InfiniteData<{ rows: IntakeRow[] }>, mended: IntakeRow): InfiniteData<{ rows: IntakeRow[] }> {
  const key = keyOfRow(mended)
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, rows: page.rows.map((row) => (keyOfRow(row) === key ? mended : row)) })),
  }
}

/** Names a cell among all cells of an intake. */
export function cellKey(row: IntakeRow, field: MendableField): string {
  return `${keyOfRow(row)} ${field}`
}

/** Names a row among all rows of an intake. */
export function keyOfRow(row: Pick<IntakeRow, 'fileId' | 'sheet' | 'row'>): string {
  return `${row.fileId} ${row.sheet} ${row.row}`
}
