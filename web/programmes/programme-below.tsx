import { formatRupiah } from '../../values/rupiah.ts'
import { listRuleSets } from '../../src/eligibility/api.ts'
import { useAnswer } from '../app/load.ts'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { Amount, Count } from '../ui/amounts.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { DecreeFacts } from './decree-facts.tsx'
import { Warnings } from './plan-shown.tsx'
import { type Programme, useWindow } from './words-of-programmes.ts'

/** Under the stages of a programme: what to think of, its decree, its plan, its money. */
export function ProgrammeBelow({ programme }: { programme: Programme }) {
  const text = useText(programmesText)
  return (
    <>
      <Warnings warnings={programme.warnings} />
      {programme.decree && (
        <section>
          <h2 style={{ marginBottom: 8 }}>{text.decree}</h2>
          <DecreeFacts code={programme.code} decree={programme.decree} />
        </section>
      )}
      <section>
        <h2 style={{ marginBottom: 8 }}>{text.terms}</h2>
        <Terms programme={programme} />
      </section>
      <section>
        <h2 style={{ marginBottom: 8 }}>{text.budget}</h2>
        <Budget programme={programme} />
      </section>
    </>
  )
}

function Terms({ programme }: { programme: Programme }) {
  const text = useText(programmesText)
  const windowOf = useWindow()
  const ruleSet = useAnswer(listRuleSets).data?.ruleSets.find((one) => one.id === programme.ruleSetId)
  const { personMonths, pricePerMonth, cost } = programme
  return (
    <FactList
      facts={[
        { label: text.code, value: programme.code },
        { label: text.window, value: windowOf(programme) },
        { label: text.package, value: programme.package === 'JKK_JKM' ? text.accidentAndDeath : text.withSavings },
        { label: text.quota, value: <Count of={programme.quota} /> },
        {
          label: text.cost,
          value:
            personMonths * pricePerMonth === cost
              ? text.costIs(personMonths, pricePerMonth, cost)
              : text.costVaries(personMonths, cost),
        },
        {
          label: text.ruleSet,
          value: ruleSet && <PageLink to={paths.ruleSet(ruleSet.id)}>{text.ruleSetIs(ruleSet.title, ruleSet.version)}</PageLink>,
        },
        { label: text.legalBasis, value: programme.legalBasis },
      ]}
    />
  )
}

function Budget({ programme }: { programme: Programme }) {
  const text = useText(programmesText)
  const left = programme.ceiling - programme.cost
  return (
    <>
      <NumbersTable
        label={text.budget}
        rows={programme.budgetLines}
        keyOf={(line) => `${line.source} ${line.fiscalYear}`}
        columns={[
          { id: 'source', title: text.source, cell: (line) => line.source, total: text.total },
          { id: 'year', title: text.fiscalYear, cell: (line) => line.fiscalYear },
          { id: 'account', title: text.accountCode, cell: (line) => line.accountCode ?? '–' },
          {
            id: 'ceiling',
            title: text.ceiling,
            isNumber: true,
            cell: (line) => <Amount rupiah={line.ceiling} />,
            total: <Amount rupiah={programme.ceiling} />,
          },
        ]}
      />
      <p style={{ marginTop: 8 }}>
        {text.cost} {formatRupiah(programme.cost)}{' '}
        <StatusBadge tone={left >= 0 ? 'good' : 'warn'}>{left >= 0 ? text.left(left) : text.short(-left)}</StatusBadge>
      </p>
    </>
  )
}
