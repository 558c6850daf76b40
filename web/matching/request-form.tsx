import { Select } from '@mantine/core'
import { useState } from 'react'
import { askRegister, layouts, listRequests, readAges, type Scope, scopes } from '../../src/matching/asking-api.ts'
import { registers } from '../../src/matching/api.ts'
import { readVillages } from '../../src/places/api.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useText, useWording } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type Register, useRegisterName } from './words-of-registers.ts'

type RequestFormProps = { opened: boolean; onClose: () => void; onMade: (taskId: string) => void }

/** Asks a register: which one, about whom, telling what, in which format. */
export function RequestForm({ opened, onClose, onMade }: RequestFormProps) {
  const text = useText(matchingText)
  const word = useWording()
  const name = useRegisterName()
  const [register, setRegister] = useState<Register>('dukcapil')
  const [who, setWho] = useState<Scope>('due')
  const [village, setVillage] = useState<string | null>(null)
  const [layout, setLayout] = useState('nik')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const due = useAnswer(readAges).data?.registers.find((one) => one.register === register)?.due ?? 0
  const villages = useAnswer(readVillages).data?.villages ?? []
  const ask = useAct(askRegister, { touches: [listRequests, readAges], onDone: ({ taskId }) => onMade(taskId) })
  const whoms: Record<Scope, string> = { due: text.whoDue(due), never: text.whoNever, all: text.whoAll }
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.ask}
      act={text.askAct}
      isBusy={ask.isPending}
      problem={ask.error ? shownOf(ask.error) : undefined}
      onSubmit={() => ask.mutate({ body: { register, who, layout, format, ...(village && { village }) } })}
    >
      {() => (
        <>
          <Select
            label={text.register}
            data={registers.map((value) => ({ value, label: name(value) }))}
            value={register}
            allowDeselect={false}
            onChange={(chosen) => {
              setRegister(registers.find((one) => one === chosen) ?? register)
              setLayout('nik')
            }}
          />
          <Select
            label={text.who}
            data={scopes.map((value) => ({ value, label: whoms[value] }))}
            value={who}
            allowDeselect={false}
            onChange={(chosen) => setWho(scopes.find((one) => one === chosen) ?? who)}
          />
          <Select
            label={text.village}
            placeholder={text.allVillages}
            data={villages.map(({ code, name: label, districtName }) => ({ value: code, label: `${label} (${districtName})` }))}
            value={village}
            searchable
            clearable
            onChange={setVillage}
          />
          <Select
            label={text.layout}
            description={text.layoutWhy}
            data={layouts[register].map((one) => ({ value: one.id, label: word(one.name) }))}
            value={layout}
            allowDeselect={false}
            onChange={(chosen) => setLayout(chosen ?? layout)}
          />
          <Select
            label={text.format}
            data={['xlsx', 'csv'].map((value) => ({ value, label: value.toUpperCase() }))}
            value={format}
            allowDeselect={false}
            onChange={(chosen) => setFormat(chosen === 'csv' ? 'csv' : 'xlsx')}
          />
        </>
      )}
    </FormDrawer>
  )
}
