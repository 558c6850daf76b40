import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { readCustomaryVillages, readVillages } from '../../src/places/api.ts'
import { type Role, roles } from '../../src/platform/actor.ts'
import { useAnswer } from '../app/load.ts'
import { useRoleName } from '../app/roles.ts'
import { useSession } from '../app/session.tsx'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import type { FieldErrors } from '../ui/form-drawer.tsx'
import style from './accounts.module.css'

/** A role as it is typed; an empty last day is none. */
export type TypedRole = { role: Role; area: string; firstDay: string; lastDay: string }

/** A role with which the form begins: an officer of the whole region from today. */
export function useFirstRole(): TypedRole {
  const { region, today } = useSession()
  return { role: 'officer', area: region.area, firstDay: today, lastDay: '' }
}

/** A typed role as the server wants it. */
export function roleOf({ lastDay, ...typed }: TypedRole) {
  return { ...typed, lastDay: lastDay === '' ? null : lastDay }
}

type RoleFieldsProps = { typed: readonly TypedRole[]; onChange: (typed: TypedRole[]) => void; errorOf: FieldErrors }

/** The roles of a form: each with its area and its days. */
export function RoleFields({ typed, onChange, errorOf }: RoleFieldsProps) {
  const text = useText(accountsText)
  const first = useFirstRole()
  const put = (place: number, part: Partial<TypedRole>) =>
    onChange(typed.map((role, at) => (at === place ? { ...role, ...part } : role)))
  return (
    <div className={style.roles}>
      {typed.map((role, place) => (
        // A line has no name of its own; it is told by its place.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={place} className={style.roleLine}>
          <RoleLine role={role} onChange={(part) => put(place, part)} errorOf={errorOf} />
          <ActionIcon
            variant="subtle"
            color="gray"
            className={style.removeRole}
            aria-label={text.removeRole}
            onClick={() => onChange(typed.filter((_, at) => at !== place))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </fieldset>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...typed, first])}
      >
        {text.addRole}
      </Button>
    </div>
  )
}

type RoleLineProps = { role: TypedRole; onChange: (part: Partial<TypedRole>) => void; errorOf: FieldErrors }

function RoleLine({ role, onChange, errorOf }: RoleLineProps) {
  const text = useText(accountsText)
  const roleName = useRoleName()
  const areas = useAreas()
  return (
    <>
      <Select
        label={text.role}
        data={roles.map((value) => ({ value, label: roleName(value) }))}
        value={role.role}
        allowDeselect={false}
        onChange={(chosen) => onChange({ role: roles.find((value) => value === chosen) ?? role.role })}
      />
      <Select
        label={text.area}
        data={areas}
        value={role.area}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        limit={60}
        error={errorOf('area')}
        onChange={(area) => onChange({ area: area ?? role.area })}
      />
      <Group gap="xs" grow align="flex-end">
        <TextInput
          type="date"
          label={text.firstDay}
          value={role.firstDay}
          onChange={(event) => onChange({ firstDay: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={text.lastDay}
          value={role.lastDay}
          error={errorOf('lastDay')}
          onChange={(event) => onChange({ lastDay: event.currentTarget.value })}
        />
      </Group>
    </>
  )
}

/** The areas a role may be given on: the region, its districts, its villages, its customary villages. */
function useAreas() {
  const text = useText(accountsText)
  const { region } = useSession()
  const villages = useAnswer(readVillages).data?.villages
  const customary = useAnswer(readCustomaryVillages).data?.customaryVillages
  return useMemo(() => {
    const districts = [...new Map((villages ?? []).map((one) => [one.districtCode, one.districtName]))]
    return [
      { group: text.wholeRegion, items: [{ value: region.area, label: region.name }] },
      { group: text.districts, items: districts.map(([value, label]) => ({ value, label })) },
      {
        group: text.villages,
        items: (villages ?? []).map((one) => ({ value: one.code, label: `${one.name}, ${one.districtName}` })),
      },
      {
        group: text.customaryVillages,
        items: (customary ?? []).map((one) => ({
          value: `${region.area}.adat-${one.id}`,
          label: text.customaryReach(one.name, one.villages.length),
        })),
      },
    ]
  }, [villages, customary, region, text])
}
