import { useParams } from '@tanstack/react-router'
import { listRuleSets } from '../../src/eligibility/api.ts'
import { listProgrammes } from '../../src/programmes/api.ts'
import { useAnswer, useLoad } from '../app/load.ts'
import { eligibilityText } from '../text/eligibility.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { RecordPage } from '../ui/record-page.tsx'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useRuleWords } from './rule-words.ts'
import type { RuleSet } from './rule-sets-page.tsx'
import { type Programme, toneOfState, usePriorities, useStateName, useWindow } from './words-of-programmes.ts'

/** One version of the rules of eligibility: every ground, what it is set to, and its law; and who uses it. */
export function RuleSetPage() {
  const text = useText(eligibilityText)
  const { id } = useParams({ strict: false }) as { id?: string }
  const loaded = useLoad(listRuleSets)
  const programmes = (useAnswer(listProgrammes).data?.programmes ?? []).filter((one) => one.ruleSetId === id)
  const state: PageState<RuleSet | undefined> =
    loaded.is === 'here' ? { is: 'here', value: loaded.value.ruleSets.find((one) => one.id === id) } : loaded
  return (
    <RecordPage
      words={{ title: text.one, empty: { title: text.noSuch, what: text.noSuchWhat }, forbidden: text.forWhom }}
      over={<PageLink to={paths.ruleSets()}>{text.title}</PageLink>}
      state={state}
      view={(ruleSet) => ({
        name: ruleSet.title,
        facts: (
          <>
            <span>{text.versionIs(ruleSet.year, ruleSet.version)}</span>
            <span>
              {text.legalBasis}: {ruleSet.legalBasis || text.draft}
            </span>
          </>
        ),
        tabs: [
          { id: 'syarat', label: text.tabRules, content: <Rules ruleSet={ruleSet} /> },
          {
            id: 'program',
            label: text.tabPrograms,
            count: programmes.length,
            content: <UsedBy programmes={programmes} />,
          },
        ],
        timeline: [
          { id: 'made', at: ruleSet.madeAt, what: text.didAdd, who: ruleSet.madeBy },
          ...(ruleSet.approvedBy === null
            ? []
            : [{ id: 'approved', at: ruleSet.madeAt, what: text.approvedBy, who: ruleSet.approvedBy }]),
        ],
      })}
    />
  )
}

function Rules({ ruleSet }: { ruleSet: RuleSet }) {
  const text = useText(eligibilityText)
  const { written } = useRuleWords()
  const orderOf = usePriorities()
  return (
    <>
      <NumbersTable
        label={text.tabRules}
        rows={written(ruleSet.rules)}
        keyOf={(rule) => rule.id}
        columns={[
          { id: 'ground', title: text.ground, cell: (rule) => rule.condition },
          { id: 'setTo', title: text.setTo, cell: (rule) => rule.setTo },
          { id: 'law', title: text.law, cell: (rule) => <span className="quiet">{rule.law}</span> },
        ]}
      />
      <div style={{ marginTop: 16 }}>
        <FactList
          facts={[
            { label: text.priorities, value: orderOf(ruleSet.rules.priorities) },
            {
              label: text.unasked,
              value: ruleSet.rules.unaskedRegisters === 'admit' ? text.unaskedAdmit : text.unaskedWait,
            },
          ]}
        />
      </div>
    </>
  )
}

function UsedBy({ programmes }: { programmes: readonly Programme[] }) {
  const text = useText(eligibilityText)
  const stateName = useStateName()
  const windowOf = useWindow()
  if (programmes.length === 0) return <EmptyState title={text.noProgrammes} what={text.noProgrammesWhat} />
  return (
    <NumbersTable
      label={text.usedBy}
      rows={programmes}
      keyOf={(programme) => programme.id}
      columns={[
        {
          id: 'programme',
          title: text.usedBy,
          cell: (programme) => <PageLink to={paths.programme(programme.code)}>{programme.name}</PageLink>,
        },
        { id: 'window', title: text.months, cell: windowOf },
        {
          id: 'state',
          title: text.state,
          cell: (programme) => <StatusBadge tone={toneOfState[programme.state]}>{stateName(programme.state)}</StatusBadge>,
        },
      ]}
    />
  )
}
