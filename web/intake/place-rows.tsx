import { Button, Checkbox, Select, Stack } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { listUnplaced, placeRows } from '../../src/intake/repairs-api.ts'
import { readVillages } from '../../src/places/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatCount } from '../../values/numbers.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useTell } from '../ui/tell.ts'
import style from './intake.module.css'
import type { IntakeSummary } from './states.ts'

type Group = AnswerOf<typeof listUnplaced>['groups'][number]

/** How many people of an intake stand in no village, what that means, and the way to set it for all of them. */
export function WithoutVillage({ summary, onPlace }: { summary: IntakeSummary; onPlace: (() => void) | undefined }) {
  const text = useText(repairText)
  const { language } = useLanguage()
  const { rows, lists } = summary.withoutVillage
  if (rows === 0) return null
  return (
    <div className={style.group}>
      <h3>
        <IconMapPin size={14} aria-hidden /> {text.withoutVillage}
      </h3>
      <ul>
        <li className={style.kind}>
          <span className={`figures ${style.kindCount}`}>{formatCount(rows, language)}</span>
          <div className={style.kindWords}>
            <strong>{text.withoutVillageIn(lists)}</strong>
            <p>{text.withoutVillageWhat}</p>
          </div>
          {onPlace && (
            <div className={style.kindActs}>
              <Button size="compact-sm" variant="light" onClick={onPlace}>
                {text.chooseVillage}
              </Button>
            </div>
          )}
        </li>
      </ul>
    </div>
  )
}

const keyOf = ({ fileId, sheet, written }: Group) => JSON.stringify([fileId, sheet, written])

/** Sets the village of rows that lack one: which rows, by list, sheet and what is written there, and which village. */
export function PlaceRows({ intakeId, onClose }: { intakeId: string; onClose: () => void }) {
  const text = useText(repairText)
  const tell = useTell()
  const groups = useAnswer(listUnplaced, { params: { intakeId } }).data?.groups
  const [village, setVillage] = useState<string | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = groups?.filter((group) => !left.has(keyOf(group))) ?? []
  const rows = chosen.reduce((sum, group) => sum + group.rows, 0)
  const place = useAct(placeRows, {
    onDone: ({ taskId, rows: placed }) => {
      tell('good', taskId === null ? text.donePlaced(placed) : text.begunMany)
      onClose()
    },
  })
  const named = chosen.map(({ fileId, sheet, written }) => ({ fileId, sheet, written }))
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.placeTitle}
      act={rows === 0 ? text.chooseVillage : text.placeCount(rows)}
      isBusy={place.isPending}
      whyNot={village === null ? text.noVillageChosen : rows === 0 ? text.noRowsChosen : undefined}
      problem={place.error ? shownOf(place.error) : undefined}
      onSubmit={() => village && place.mutate({ params: { intakeId }, body: { village, groups: named } })}
    >
      {() => (
        <Stack gap="md">
          <VillageChoice value={village} onChange={setVillage} />
          {groups && <Which groups={groups} left={left} onLeft={setLeft} />}
          <p className="quiet small">{text.placeMeans}</p>
        </Stack>
      )}
    </FormDrawer>
  )
}

function VillageChoice({ value, onChange }: { value: string | null; onChange: (village: string | null) => void }) {
  const text = useText(repairText)
  const villages = useAnswer(readVillages).data?.villages
  const data = useMemo(() => {
    const districts = Map.groupBy(villages ?? [], (village) => village.districtName)
    return [...districts].map(([group, items]) => ({
      group,
      items: items.map(({ code, name }) => ({ value: code, label: name })),
    }))
  }, [villages])
  return (
    <Select
      label={text.villageOfRows}
      placeholder={text.villageSearch}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      data-autofocus
      maxDropdownHeight={280}
    />
  )
}

type WhichProps = { groups: readonly Group[]; left: ReadonlySet<string>; onLeft: (left: ReadonlySet<string>) => void }

function Which({ groups, left, onLeft }: WhichProps) {
  const text = useText(repairText)
  const { language } = useLanguage()
  const toggle = (group: Group, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(keyOf(group))
    else next.add(keyOf(group))
    onLeft(next)
  }
  return (
    <fieldset className={style.which}>
      <legend>{text.whichRows}</legend>
      {groups.length > 1 && (
        <Checkbox
          label={text.allRows}
          checked={left.size === 0}
          indeterminate={left.size > 0 && left.size < groups.length}
          onChange={(event) => onLeft(event.currentTarget.checked ? new Set() : new Set(groups.map(keyOf)))}
        />
      )}
      <ul>
        {groups.map((group) => (
          <li key={keyOf(group)}>
            <Checkbox
              label={[group.file, group.sheet, group.written && text.writtenAs(group.written)].filter(Boolean).join(' · ')}
              checked={!left.has(keyOf(group))}
              onChange={(event) => toggle(group, event.currentTarget.checked)}
            />
            <span className="figures quiet">{formatCount(group.rows, language)}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
