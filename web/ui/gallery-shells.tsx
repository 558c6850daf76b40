import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { galleryText } from '../text/gallery.ts'
import { useText } from '../text/language.tsx'
import { Amount } from './amounts.tsx'
import { ConfirmAct } from './confirm-act.tsx'
import { DayText } from './day-text.tsx'
import { FileDrop } from './file-drop.tsx'
import { FormDrawer } from './form-drawer.tsx'
import type { SampleWorker } from './gallery-samples.ts'
import { GroundsList } from './grounds.tsx'
import { PageLink } from './link.tsx'
import { ListPage } from './list-page.tsx'
import type { ListColumn } from './list-types.ts'
import { Masked } from './masked.tsx'
import { RecordPage } from './record-page.tsx'
import type { PageState, PageWords } from './states.ts'
import { StatusBadge } from './status-badge.tsx'
import { SideBySide, TaskPage } from './task-page.tsx'
import { WorkPage } from './work-page.tsx'

type ShellProps<Value> = { state: PageState<Value> }

/** What every sample says when it is empty or forbidden. */
export function useSampleWords(title: string, isTask = false): PageWords {
  const text = useText(galleryText)
  const empty = isTask
    ? { title: text.taskEmptyTitle, what: text.taskEmptyWhat }
    : { title: text.emptyTitle, what: text.emptyWhat, action: <Button>{text.upload}</Button> }
  return { title, empty, forbidden: text.forbidden }
}

export function SampleList({ state }: ShellProps<SampleWorker[]>) {
  const text = useText(galleryText)
  const [isConfirming, setConfirming] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const [name, setName] = useState('')
  const words = useSampleWords(text.list)
  const columns = useSampleColumns()
  return (
    <ListPage
      id="gallery"
      words={words}
      state={state.is === 'here' ? { is: 'here', value: { rows: state.value, count: state.value.length } } : state}
      columns={columns}
      keyOf={(row) => row.id}
      linkOf={() => '/galeri?shell=record'}
      filters={[
        { kind: 'search', name: 'search', label: text.searchWorkers },
        {
          kind: 'choice',
          name: 'status',
          label: text.status,
          options: [
            { value: 'active', label: text.active },
            { value: 'due', label: text.due },
          ],
        },
      ]}
      bulk={[{ label: text.propose, run: () => setConfirming(true) }]}
      exports={{ csv: '/api/gallery.csv', xlsx: '/api/gallery.xlsx' }}
      acts={
        <>
          <Button variant="default" onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
          <Button onClick={() => setConfirming(true)}>{text.freeze}</Button>
        </>
      }
    >
      <ConfirmAct
        opened={isConfirming}
        onClose={() => setConfirming(false)}
        title={text.freeze}
        act={text.freeze}
        willHappen={[text.willFreeze(34_912, 88), text.cannotUndo]}
        onConfirm={() => setConfirming(false)}
        asksReason
      />
      <FormDrawer
        opened={isEditing}
        onClose={() => setEditing(false)}
        title={text.edit}
        act={text.edit}
        problem={{ title: galleryText.failedTitle, fields: { name: galleryText.laterWhy } }}
        onSubmit={() => setEditing(false)}
      >
        {(errorOf) => (
          <TextInput
            label={text.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errorOf('name')}
          />
        )}
      </FormDrawer>
    </ListPage>
  )
}

function useSampleColumns(): ListColumn<SampleWorker>[] {
  const text = useText(galleryText)
  return [
    { id: 'name', title: text.name, width: 200, isSortable: true, phone: 'first', cell: (row) => row.name },
    { id: 'nik', title: text.nik, width: 160, phone: 'second', cell: (row) => <Masked nik={row.nik} /> },
    { id: 'village', title: text.village, width: 150, isSortable: true, phone: 'second', cell: (row) => row.village },
    { id: 'occupation', title: text.occupation, width: 150, cell: (row) => row.occupation },
    {
      id: 'born',
      title: text.born,
      width: 150,
      isSortable: true,
      isHiddenAtFirst: true,
      cell: (row) => <DayText iso={row.born} />,
    },
    { id: 'status', title: text.status, width: 150, phone: 'side', cell: (row) => <SampleStatus status={row.status} /> },
    { id: 'paid', title: text.paid, width: 130, align: 'end', isSortable: true, cell: (row) => <Amount rupiah={row.paid} /> },
  ]
}

function SampleStatus({ status }: { status: SampleWorker['status'] }) {
  const text = useText(galleryText)
  if (status === 'active') return <StatusBadge tone="good">{text.active}</StatusBadge>
  if (status === 'due') return <StatusBadge tone="warn">{text.due}</StatusBadge>
  return <StatusBadge tone="bad">{text.lapsed}</StatusBadge>
}

export function SampleRecord({ state }: ShellProps<SampleWorker[]>) {
  const text = useText(galleryText)
  const words = useSampleWords(text.list)
  const source = { name: text.decreeSource, article: text.article, checkedOn: '2026-11-01' }
  return (
    <RecordPage
      words={words}
      over={<PageLink to="/galeri">{text.list}</PageLink>}
      state={state.is === 'here' ? { is: 'here', value: state.value[0] } : state}
      view={(worker) => ({
        name: worker.name,
        facts: (
          <>
            <Masked nik={worker.nik} reveal={async () => worker.nik} />
            <span>{worker.village}</span>
            <StatusBadge tone="warn">{text.due}</StatusBadge>
          </>
        ),
        steps: [
          { label: text.stepListed, stands: 'done', note: '12.11.2026' },
          { label: text.stepMatched, stands: 'done' },
          { label: text.stepEligible, stands: 'stopped' },
          { label: text.stepDecided, stands: 'now' },
          { label: text.stepMember, stands: 'later' },
        ],
        acts: <Button variant="default">{text.edit}</Button>,
        tabs: [
          {
            id: 'grounds',
            label: text.tabGrounds,
            content: (
              <GroundsList
                grounds={[
                  { isMet: true, says: text.age, found: text.ageFound, source },
                  { isMet: true, says: text.domicile, source },
                  { isMet: undefined, says: text.decile, found: text.decileFound, source },
                  { isMet: false, says: text.covered, found: text.coveredFound, source },
                ]}
              />
            ),
          },
          { id: 'periods', label: text.tabPeriods, count: 2, content: <DayText iso="2026-12-15" age="due" /> },
        ],
        timeline: [
          { id: '2', at: '2026-11-14T02:31:00Z', what: text.didMatch, who: 'I Made Contoh' },
          { id: '1', at: '2026-11-12T01:05:00Z', what: text.didList, who: 'Ni Luh Contoh' },
        ],
      })}
    />
  )
}

const none = () => {}

export function SampleTask({ state }: ShellProps<SampleWorker[]>) {
  const text = useText(galleryText)
  const words = useSampleWords(text.task, true)
  const shown: PageState<{ task: SampleWorker | undefined; place: number; count: number }> =
    state.is === 'here' ? { is: 'here', value: { task: state.value[0], place: 3, count: state.value.length } } : state
  return (
    <TaskPage
      words={words}
      state={shown}
      onNext={none}
      onPrevious={none}
      view={(worker) => ({
        question: text.ask,
        context: text.askContext,
        evidence: (
          <SideBySide
            label={text.ask}
            sameWord={text.equal}
            differsWord={text.differs}
            leftTitle={worker.name}
            rightTitle={`${worker.name}, S.Pd.`}
            facts={[
              {
                label: text.nik,
                left: <Masked nik={worker.nik} />,
                right: <Masked nik={worker.nik.replace(/.$/, '9')} />,
                differs: true,
              },
              { label: text.born, left: <DayText iso={worker.born} />, right: <DayText iso={worker.born} />, differs: false },
              { label: text.village, left: worker.village, right: worker.village, differs: false },
              { label: text.occupation, left: worker.occupation, right: 'Pengemudi ojek daring', differs: true },
            ]}
          />
        ),
        answers: [
          { label: text.same, key: 'g', act: none, isMain: true },
          { label: text.notSame, key: 'b', act: none },
          { label: text.later, key: 'n', act: none, whyNot: text.laterWhy },
        ],
      })}
    />
  )
}

export function SampleWork({ state }: ShellProps<SampleWorker[]>) {
  const text = useText(galleryText)
  const [files, setFiles] = useState<File[]>([])
  const words = { ...useSampleWords(text.work), empty: { title: text.workEmptyTitle, what: text.workEmptyWhat } }
  const rows = state.is === 'here' ? state.value.length : 0
  return (
    <WorkPage
      words={words}
      state={state.is === 'here' ? { is: 'here', value: rows === 0 ? undefined : rows } : state}
      view={(count) => ({
        status: { tone: 'now', word: text.running },
        progress: { label: text.checking, done: Math.round(count * 0.62), total: count, secondsLeft: 48 },
        stages: [
          {
            id: 'read',
            label: text.stageRead,
            state: { tone: 'good', word: text.done },
            comesIn: count + 12,
            goesOn: count,
            held: [{ reason: text.totals, count: 12 }],
          },
          {
            id: 'check',
            label: text.stageCheck,
            state: { tone: 'now', word: text.now },
            comesIn: count,
            goesOn: count - 41,
            held: [
              { reason: text.badNik, count: 34 },
              { reason: text.tooOld, count: 7 },
            ],
          },
          { id: 'compare', label: text.stageCompare, state: { tone: 'calm', word: text.later2 } },
          { id: 'accept', label: text.stageAccept, state: { tone: 'calm', word: text.later2 } },
        ],
        acts: <Button disabled>{text.freeze}</Button>,
        below: <FileDrop label={text.upload} hint="XLSX, CSV" endings={['.xlsx', '.csv']} files={files} onFiles={setFiles} />,
      })}
    />
  )
}
