import { Button } from '@mantine/core'
import { useState } from 'react'
import { listRuleSets } from '../../src/eligibility/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { eligibilityText } from '../text/eligibility.ts'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { MomentText } from '../ui/day-text.tsx'
import { PageLink, useGo } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { RuleSetForm } from './rule-set-form.tsx'
import { useRuleWords } from './rule-words.ts'

export type RuleSet = AnswerOf<typeof listRuleSets>['ruleSets'][number]

/** Every version of the rules of eligibility, the newest first, and adding one. */
export function RuleSetsPage() {
  const text = useText(eligibilityText)
  const programmes = useText(programmesText)
  const go = useGo()
  const loaded = useLoad(listRuleSets)
  const [isAdding, setAdding] = useState(false)
  const mayAdd = useHasRole('officer')
  const columns = useColumns()
  const add = mayAdd && <Button onClick={() => setAdding(true)}>{text.add}</Button>
  const state: PageState<ListValue<RuleSet>> =
    loaded.is === 'here' ? { is: 'here', value: { rows: loaded.value.ruleSets, count: loaded.value.ruleSets.length } } : loaded
  const newest = loaded.is === 'here' ? loaded.value.ruleSets[0] : undefined
  return (
    <ListPage
      id="rule-sets"
      words={{ title: text.title, empty: { title: text.none, what: text.noneWhat, action: add }, forbidden: text.forWhom }}
      over={<PageLink to={paths.programmes()}>{programmes.title}</PageLink>}
      state={state}
      columns={columns}
      keyOf={(row) => row.id}
      linkOf={(row) => paths.ruleSet(row.id)}
      acts={add}
    >
      {loaded.is === 'here' && (
        <RuleSetForm
          opened={isAdding}
          onClose={() => setAdding(false)}
          from={newest}
          onAsked={(requestId) => {
            setAdding(false)
            go(paths.approval(requestId))
          }}
        />
      )}
    </ListPage>
  )
}

function useColumns(): ListColumn<RuleSet>[] {
  const text = useText(eligibilityText)
  const words = useRuleWords()
  return [
    { id: 'title', title: text.name, width: 216, phone: 'first', cell: (row) => row.title },
    { id: 'version', title: text.version, width: 128, phone: 'side', cell: (row) => text.versionIs(row.year, row.version) },
    { id: 'ages', title: text.ages, width: 200, phone: 'second', cell: (row) => words.ages(row.rules) },
    { id: 'decile', title: text.decile, width: 144, cell: (row) => words.decile(row.rules) },
    {
      id: 'basis',
      title: text.legalBasis,
      width: 216,
      cell: (row) => row.legalBasis || <span className="quiet">{text.draft}</span>,
    },
    { id: 'made', title: text.made, width: 184, cell: (row) => <MomentText iso={row.madeAt} /> },
  ]
}
