import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatShare } from '../../../values/numbers.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { uiText } from '../../text/ui.ts'
import { PageLink } from '../link.tsx'
import { NumbersTable } from '../numbers-table.tsx'
import style from './tile-map.module.css'

/** One village with its part and its whole; `undefined` where no figure is known. */
export type Tile = { id: string; name: string; part: number | undefined; whole: number; href?: string }
export type TileGroup = { id: string; name: string; tiles: readonly Tile[] }

type TileMapProps = {
  label: string
  groups: readonly TileGroup[]
  partName: string
  wholeName: string
  /** Where the steps of colour begin, as shares of one, rising; by default every fifth. */
  steps?: readonly number[]
}

const fifths = [0, 0.2, 0.4, 0.6, 0.8]

/** Villages as tiles, grouped by district, in steps of one hue; each tile says its name and share, and the same numbers stand as a table. */
export function TileMap({ label, groups, partName, wholeName, steps = fifths }: TileMapProps) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const [shows, setShows] = useState('picture')
  return (
    <section aria-label={label}>
      <div className={style.head}>
        <Legend steps={steps} />
        <SegmentedControl
          size="xs"
          value={shows}
          onChange={setShows}
          aria-label={label}
          data={[
            { value: 'picture', label: text.asPicture },
            { value: 'table', label: text.asTable },
          ]}
        />
      </div>
      {shows === 'picture' ? (
        groups.map((group) => <Group key={group.id} group={group} steps={steps} />)
      ) : (
        <NumbersTable
          label={label}
          rows={groups.flatMap((group) => group.tiles.map((tile) => ({ ...tile, group: group.name })))}
          keyOf={(tile) => tile.id}
          columns={[
            { id: 'name', title: text.area, cell: (tile) => `${tile.name}, ${tile.group}` },
            {
              id: 'part',
              title: partName,
              isNumber: true,
              cell: (tile) => (tile.part === undefined ? text.noFigure : formatCount(tile.part, language)),
            },
            { id: 'whole', title: wholeName, isNumber: true, cell: (tile) => formatCount(tile.whole, language) },
            { id: 'share', title: '%', isNumber: true, cell: (tile) => shareOf(tile, language) },
          ]}
        />
      )}
    </section>
  )
}

function Group({ group, steps }: { group: TileGroup; steps: readonly number[] }) {
  const { language } = useLanguage()
  return (
    <div className={style.group}>
      <h2>{group.name}</h2>
      <ul className={style.tiles}>
        {group.tiles.map((tile) => {
          const inside = (
            <>
              <span className={style.name}>{tile.name}</span>
              <span className={style.share}>{shareOf(tile, language)}</span>
            </>
          )
          const numbers = `${tile.name}: ${tile.part === undefined ? '–' : formatCount(tile.part, language)} / ${formatCount(tile.whole, language)}`
          return (
            <li key={tile.id} className={style.tile} data-step={stepOf(tile, steps)} title={numbers}>
              {tile.href ? <PageLink to={tile.href}>{inside}</PageLink> : <div>{inside}</div>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Legend({ steps }: { steps: readonly number[] }) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const percent = (share: number) => formatShare(share, language).replace(/[.,]0 %$/, '')
  return (
    <ul className={style.legend} aria-label={text.legend}>
      {steps.map((from, place) => (
        <li key={from} data-step={place + 1} className={style.tile}>
          {percent(from)}–{percent(steps[place + 1] ?? 1)} %
        </li>
      ))}
      <li data-step="none" className={style.tile}>
        {text.noFigure}
      </li>
    </ul>
  )
}

function shareOf(tile: Tile, language: 'id' | 'en'): string {
  return tile.part === undefined || tile.whole === 0 ? '–' : formatShare(tile.part / tile.whole, language)
}

function stepOf(tile: Tile, steps: readonly number[]): string {
  const { part, whole } = tile
  if (part === undefined || whole === 0) return 'none'
  return String(Math.max(1, steps.filter((from) => part / whole >= from).length))
}
