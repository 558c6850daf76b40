import { Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import type { BulkAct } from './list-types.ts'
import style from './list.module.css'

/** The rows a reader has chosen, by key. */
export type Selection = { keys: ReadonlySet<string>; toggle: (key: string) => void; set: (keys: Iterable<string>) => void }

/** Keeps which rows are chosen. */
export function useSelection(): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) => {
    const chosen = new Set(keys)
    if (!chosen.delete(key)) chosen.add(key)
    setKeys(chosen)
  }
  return { keys, toggle, set: (wanted) => setKeys(new Set(wanted)) }
}

type SelectionBarProps<Row> = { chosen: Row[]; acts: readonly BulkAct<Row>[]; onClear: () => void }

/** What can be done to the chosen rows; appears only when some are chosen. */
export function SelectionBar<Row>({ chosen, acts, onClear }: SelectionBarProps<Row>) {
  const text = useText(uiText)
  return (
    <div className={style.selection} role="toolbar" aria-label={text.selected(chosen.length)}>
      <strong>{text.selected(chosen.length)}</strong>
      {acts.map((act) => {
        const why = act.whyNot?.(chosen)
        return (
          <Tooltip key={act.label} label={why} disabled={why === undefined}>
            <Button
              size="compact-sm"
              variant="default"
              data-disabled={why !== undefined || undefined}
              onClick={() => why === undefined && act.run(chosen)}
            >
              {act.label}
            </Button>
          </Tooltip>
        )
      })}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {text.clearSelection}
      </Button>
    </div>
  )
}
