import { Button } from '@mantine/core'
import { useState } from 'react'
import { listRules } from '../../src/approvals/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useLoad } from '../app/load.ts'
import { useRoleName } from '../app/roles.ts'
import { useHasRole } from '../app/session.tsx'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { useGo } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import type { ListValue } from '../ui/list-types.ts'
import { Boxes } from './boxes.tsx'
import { RuleForm } from './rule-form.tsx'

export type Rule = AnswerOf<typeof listRules>['rules'][number]

/** What takes two people in this region, who asks and who approves; an administrator may ask for more. */
export function ApprovalRulesPage() {
  const text = useText(approvalsText)
  const go = useGo()
  const loaded = useLoad(listRules)
  const [changing, setChanging] = useState<Rule>()
  const state: PageState<ListValue<Rule>> =
    loaded.is === 'here' ? { is: 'here', value: { rows: loaded.value.rules, count: loaded.value.rules.length } } : loaded
  return (
    <ListPage
      id="approval-rules"
      words={{ title: text.rulesTitle, empty: { title: text.noneAtAll, what: text.rulesNote }, forbidden: text.forWhom }}
      above={
        <>
          <Boxes box="rules" />
          <p className="quiet">{text.rulesNote}</p>
        </>
      }
      state={state}
      columns={useColumns(setChanging)}
      keyOf={(rule) => rule.operation}
    >
      {changing && (
        <RuleForm
          rule={changing}
          onClose={() => setChanging(undefined)}
          onAsked={(requestId) => {
            setChanging(undefined)
            go(paths.approval(requestId))
          }}
        />
      )}
    </ListPage>
  )
}

function useColumns(onChange: (rule: Rule) => void): ListColumn<Rule>[] {
  const text = useText(approvalsText)
  const word = useWording()
  const roleName = useRoleName()
  const mayChange = useHasRole('administrator')
  const columns: ListColumn<Rule>[] = [
    { id: 'name', title: text.operation, width: 240, phone: 'first', cell: (rule) => word(rule.name) },
    { id: 'ask', title: text.mayAsk, width: 210, phone: 'second', cell: (rule) => rule.ask.map(roleName).join(', ') },
    { id: 'approve', title: text.mayApprove, width: 280, cell: (rule) => rule.roles.map(roleName).join(', ') },
    { id: 'needed', title: text.needed, width: 144, align: 'end', phone: 'side', cell: (rule) => rule.needed },
    {
      id: 'stands',
      title: text.standsFor,
      width: 130,
      cell: (rule) => (rule.expiresAfterDays === null ? text.untilAnswered : text.days(rule.expiresAfterDays)),
    },
  ]
  const why: ListColumn<Rule> = {
    id: 'why',
    title: text.whyTwo,
    width: 360,
    isHiddenAtFirst: true,
    cell: (rule) => word(rule.why),
  }
  const change: ListColumn<Rule> = {
    id: 'change',
    title: text.changeRule,
    width: 160,
    cell: (rule) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${text.changeRule}: ${word(rule.name)}`}
        onClick={() => onChange(rule)}
      >
        {text.changeRule}
      </Button>
    ),
  }
  return mayChange ? [...columns, change, why] : [...columns, why]
}
