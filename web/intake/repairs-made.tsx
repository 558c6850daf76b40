import { Button } from '@mantine/core'
import { listRepairs, undoRepair } from '../../src/intake/repairs-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText } from '../text/language.tsx'
import { MomentText } from '../ui/day-text.tsx'
import pageStyle from '../ui/page.module.css'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useTell } from '../ui/tell.ts'
import workStyle from '../ui/work.module.css'
import { useFieldName } from './field-names.ts'
import style from './intake.module.css'

type Repair = AnswerOf<typeof listRepairs>['repairs'][number]

/** What was mended in an intake: what stood there, what stands there now, who and when; each can be taken back while the intake is open. */
export function RepairsMade({ intakeId, mayUndo }: { intakeId: string; mayUndo: boolean }) {
  const text = useText(repairText)
  const tell = useTell()
  const repairs = useAnswer(listRepairs, { params: { intakeId } }).data?.repairs ?? []
  const undo = useAct(undoRepair, {
    onDone: ({ taskId, rows }) => tell('good', taskId === null ? text.doneTakenBack(rows) : text.begunMany),
  })
  if (repairs.length === 0) return null
  return (
    <section aria-label={text.made}>
      <h2 className={workStyle.heading}>{text.made}</h2>
      {undo.error && <ProblemNotice problem={shownOf(undo.error)} />}
      <div className={`${pageStyle.panel} ${style.repairs}`}>
        <ul>
          {repairs.map((repair) => (
            <Made
              key={repair.id}
              repair={repair}
              isBusy={undo.isPending && undo.variables.params.repairId === repair.id}
              onUndo={
                mayUndo && repair.isReaders && repair.undoneAt === null
                  ? () => undo.mutate({ params: { intakeId, repairId: repair.id }, body: {} })
                  : undefined
              }
            />
          ))}
        </ul>
      </div>
    </section>
  )
}

function Made({ repair, isBusy, onUndo }: { repair: Repair; isBusy: boolean; onUndo: (() => void) | undefined }) {
  const text = useText(repairText)
  const nameOf = useFieldName()
  const said = (words: string | null) => (words === null ? text.various : words === '' ? text.empty : words)
  const what = `${nameOf(repair.field)}: ${said(repair.written)} → ${said(repair.repaired)}`
  return (
    <li data-undone={repair.undoneAt !== null || undefined}>
      <div>
        <span>{what}</span>
        <div className="quiet small">
          {repair.name ?? text.madeOf(repair.rows)} · {repair.madeBy} · <MomentText iso={repair.madeAt} />
        </div>
      </div>
      {repair.undoneBy && <StatusBadge tone="calm">{text.takenBack(repair.undoneBy)}</StatusBadge>}
      {onUndo && (
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={onUndo} aria-label={text.takeBackOf(what)}>
          {text.takeBack}
        </Button>
      )}
    </li>
  )
}
