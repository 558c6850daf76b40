import { columnsText } from '../text/columns.ts'
import { useText, useWording } from '../text/language.tsx'
import { DayText } from '../ui/day-text.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import workStyle from '../ui/work.module.css'
import type { Preview } from './columns-choice.ts'
import style from './columns.module.css'

type Person = Preview['people'][number]
const tones: Record<Person['verdict'], Tone> = { accepted: 'good', review: 'warn', refused: 'bad' }

/** Ten people as the columns now chosen would give them, and how many of the first rows are good; read out as it changes. */
export function ColumnsPreview({ preview, isOld }: { preview: Preview; isOld: boolean }) {
  const text = useText(columnsText)
  const { people, accepted, review, refused, leftOut } = preview.counts
  return (
    <section className={style.preview} aria-busy={isOld}>
      <h2 className={workStyle.heading}>{text.preview}</h2>
      <p role="status">{people === 0 ? text.previewNobody : text.previewCounts(people, accepted, review, refused, leftOut)}</p>
      {people > 0 && <People people={preview.people} />}
    </section>
  )
}

function People({ people }: { people: readonly Person[] }) {
  const text = useText(columnsText)
  const word = useWording()
  const found = (person: Person) => {
    const told = person.findings.filter(({ severity }) => severity !== 'note')
    const names = told.map(({ name }) => word(name)).join(', ')
    return <StatusBadge tone={tones[person.verdict]}>{names === '' ? text.clean : names}</StatusBadge>
  }
  return (
    <NumbersTable
      label={text.preview}
      rows={people}
      keyOf={({ row }) => String(row)}
      columns={[
        { id: 'row', title: text.row, cell: ({ row }) => row },
        { id: 'name', title: text.name, cell: ({ fullName }) => fullName },
        { id: 'nik', title: text.nik, cell: ({ nik }) => nik },
        { id: 'birthDate', title: text.birthDate, cell: ({ birthDate }) => birthDate !== '' && <DayText iso={birthDate} /> },
        { id: 'sex', title: text.sex, cell: ({ sex }) => sex },
        { id: 'mother', title: text.mother, cell: ({ motherName }) => motherName },
        { id: 'occupation', title: text.occupation, cell: ({ occupation }) => occupation },
        { id: 'address', title: text.address, cell: ({ address }) => address },
        { id: 'found', title: text.found, cell: found },
      ]}
    />
  )
}
