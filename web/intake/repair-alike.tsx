import { Autocomplete, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { foreseeAlike, groupWritten, repairAlike } from '../../src/intake/repairs-api.ts'
import type { AnswerOf, InputOf } from '../../src/platform/endpoint.ts'
import { call } from '../app/call.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText, useWording } from '../text/language.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useTell } from '../ui/tell.ts'
import { AlikePreview } from './alike-preview.tsx'
import { useFieldName } from './field-names.ts'
import type { Found } from './findings.tsx'
import type { MendableField } from './mending.tsx'

type Alike = InputOf<typeof repairAlike>['body']
type Group = AnswerOf<typeof groupWritten>['groups'][number]

/** Occupations that lists mean most often, offered while somebody writes. */
const usualOccupations = [
  'Petani',
  'Buruh tani',
  'Nelayan',
  'Peternak',
  'Pedagang',
  'Ojek',
  'Sopir',
  'Buruh harian lepas',
  'Tukang bangunan',
  'Pengrajin',
  'Asisten rumah tangga',
  'Pemangku',
]

type RepairAlikeProps = { intakeId: string; found: Found; onClose: () => void }

/** Mends all cells of a kind of fault that are alike: what is written, what it becomes, and first how many rows and some examples. */
export function RepairAlike({ intakeId, found, onClose }: RepairAlikeProps) {
  const text = useText(repairText)
  const word = useWording()
  const tell = useTell()
  const written = useAnswer(groupWritten, { params: { intakeId, code: found.code } }).data
  const form = useAlikeForm(found.code, written?.field ?? null, written?.groups)
  const foreseen = useForeseen(intakeId, form.alike)
  const repair = useAct(repairAlike, {
    onDone: ({ taskId, rows, accepted }) => {
      tell('good', taskId === null ? text.doneAlike(rows, accepted) : text.begunMany)
      onClose()
    },
  })
  const cells = foreseen?.cells ?? 0
  const isForeseeing = form.alike !== undefined && foreseen === undefined
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.alikeTitle(word(found.name))}
      act={cells === 0 ? text.edit : text.repairCount(cells)}
      isBusy={repair.isPending}
      whyNot={isForeseeing ? text.foreseeing : cells === 0 ? text.nothingForeseen : undefined}
      problem={repair.error ? shownOf(repair.error) : undefined}
      onSubmit={() => form.alike && repair.mutate({ params: { intakeId }, body: form.alike })}
    >
      {() =>
        written?.groups.length === 0 ? (
          <p className="quiet">{text.noneAlike}</p>
        ) : (
          <Stack gap="md">
            {written && <Which form={form} groups={written.groups} kinds={written.kinds} />}
            <Becomes form={form} field={written?.field ?? null} />
            {isForeseeing && (
              <p className="quiet" role="status">
                {text.foreseeing}…
              </p>
            )}
            {form.alike && foreseen && <AlikePreview preview={foreseen} />}
            <p className="quiet small">{text.originalKept}</p>
          </Stack>
        )
      }
    </FormDrawer>
  )
}

type Form = ReturnType<typeof useAlikeForm>

/** What is asked: which cells are alike, and the correction; `alike` once it is whole. */
function useAlikeForm(code: string, field: MendableField | null, groups: readonly Group[] | undefined) {
  const [place, setPlace] = useState(0)
  const [likeness, setLikeness] = useState<Alike['likeness']>('written')
  const [kind, setKind] = useState('value')
  const [value, setValue] = useState('')
  const group = groups?.[place]
  const correction: Alike['correction'] | undefined =
    kind === 'date-from-nik'
      ? { kind }
      : kind === 'value'
        ? value.trim() === ''
          ? undefined
          : { kind, value: value.trim() }
        : { kind: 'date-order', order: kind as 'dmy' }
  const alike: Alike | undefined =
    field === null || group === undefined || correction === undefined
      ? undefined
      : { code, field, likeness: kind === 'value' ? 'written' : likeness, written: group.written, correction }
  return { place, setPlace, likeness, setLikeness, kind, setKind, value, setValue, group, alike }
}

/** The preview of what was asked last, a moment after the reader stopped writing. */
function useForeseen(intakeId: string, alike: Alike | undefined): AnswerOf<typeof foreseeAlike> | undefined {
  const [asked] = useDebouncedValue(alike, 250)
  const { data } = useQuery({
    queryKey: [foreseeAlike.path, intakeId, asked],
    queryFn: () => call(foreseeAlike, { params: { intakeId }, body: asked as Alike }),
    enabled: asked !== undefined,
  })
  return asked === undefined || JSON.stringify(asked) !== JSON.stringify(alike) ? undefined : data
}

function Which({ form, groups, kinds }: { form: Form; groups: readonly Group[]; kinds: number }) {
  const text = useText(repairText)
  return (
    <>
      <Select
        label={text.alikeWhich}
        description={text.alikeWhichHint(kinds)}
        data={groups.map((group, place) => ({ value: String(place), label: text.alikeGroup(group.written, group.rows) }))}
        value={String(form.place)}
        onChange={(place) => form.setPlace(Number(place ?? 0))}
        allowDeselect={false}
        searchable
      />
      {form.kind !== 'value' && (
        <Select
          label={text.alikeHow}
          data={[
            { value: 'written', label: text.sameText },
            { value: 'shape', label: text.sameShape(form.group?.shape ?? '') },
            { value: 'kind', label: text.sameKind },
          ]}
          value={form.likeness}
          onChange={(likeness) => form.setLikeness((likeness ?? 'written') as Alike['likeness'])}
          allowDeselect={false}
        />
      )}
    </>
  )
}

function Becomes({ form, field }: { form: Form; field: MendableField | null }) {
  const text = useText(repairText)
  const nameOf = useFieldName()
  const { value, setValue } = form
  const label = field === null ? text.newValue : `${text.newValue}: ${nameOf(field)}`
  const dates = ['dmy', 'mdy', 'ymd', 'ydm'] as const
  return (
    <>
      {field === 'birthDate' && (
        <Select
          label={text.correction}
          data={[
            { value: 'value', label: text.oneValue },
            ...dates.map((order) => ({ value: order, label: text[order] })),
            { value: 'date-from-nik', label: text.fromNik },
          ]}
          value={form.kind}
          onChange={(kind) => {
            form.setKind(kind ?? 'value')
            if (kind !== 'value') form.setLikeness('shape')
          }}
          allowDeselect={false}
        />
      )}
      {form.kind === 'value' &&
        (field === 'occupation' ? (
          <Autocomplete label={label} data={usualOccupations} value={value} onChange={setValue} maxLength={200} />
        ) : field === 'sex' ? (
          <Select label={label} data={['L', 'P']} value={value || null} onChange={(sex) => setValue(sex ?? '')} />
        ) : (
          <TextInput label={label} value={value} onChange={(event) => setValue(event.currentTarget.value)} maxLength={200} />
        ))}
    </>
  )
}
