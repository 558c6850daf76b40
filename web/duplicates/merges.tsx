import { Button } from '@mantine/core'
import { useState } from 'react'
import { choosable, listMerges, undoMerge } from '../../src/duplicates/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { Stateful } from '../ui/page-frame.tsx'
import style from './duplicates.module.css'

type Merge = AnswerOf<typeof listMerges>['merges'][number]
type MergesProps = { state: 'waiting' | 'merged' | 'undone' }

/** Merges that wait for a second person, that stand and may be taken back, or that were. */
export function Merges({ state }: MergesProps) {
  const text = useText(duplicatesText)
  const loaded = useLoad(listMerges, { query: { state } })
  const words = { title: text.title, empty: { title: text.noMerges, what: text.noneWhat }, forbidden: text.forWhom }
  const actsOf = { waiting: SeeRequest, merged: TakeBack, undone: () => null }
  const Acts = actsOf[state]
  return (
    <Stateful state={loaded} words={words}>
      {({ merges }) =>
        merges.length === 0 ? (
          <EmptyState {...words.empty} />
        ) : (
          <section className={pageStyle.panel}>
            {merges.map((merge) => (
              <article key={merge.id} className={style.merge}>
                <MergeShown merge={merge} />
                <Acts merge={merge} />
              </article>
            ))}
          </section>
        )
      }
    </Stateful>
  )
}

function MergeShown({ merge }: { merge: Merge }) {
  const text = useText(duplicatesText)
  const fields = choosable.filter((field) => merge.fields.includes(field)).map((field) => text[field])
  return (
    <div>
      <p>
        {text.kept}: <PageLink to={paths.worker(String(merge.kept))}>{merge.keptName}</PageLink>{' '}
        <span className="figures quiet">{merge.keptNik}</span>
      </p>
      <p>
        {text.merged}: <PageLink to={paths.worker(String(merge.merged))}>{merge.mergedName}</PageLink>{' '}
        <span className="figures quiet">{merge.mergedNik}</span>
      </p>
      <p className="small quiet">{fields.length > 0 ? text.tookOver(fields.join(', ')) : text.tookNothing}</p>
      <p className="small quiet">
        {text.askedBy} {merge.requestedByName}, <MomentText iso={merge.requestedAt} />
      </p>
      {merge.undoneAt && (
        <p className="small quiet">
          {text.undoneOn} {merge.undoneByName}, <MomentText iso={merge.undoneAt} />
          {merge.undoReason && `: ${merge.undoReason}`}
        </p>
      )}
    </div>
  )
}

function TakeBack({ merge }: { merge: Merge }) {
  const text = useText(duplicatesText)
  const [isAsking, setAsking] = useState(false)
  const undo = useAct(undoMerge, { onDone: () => setAsking(false) })
  const mayUndo = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  if (!mayUndo) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {text.separate}
      </Button>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={text.separateTitle}
        willHappen={[
          text.separateWill(merge.keptName, merge.mergedName),
          text.separateFields(merge.fields.length),
          text.separateAsks,
        ]}
        act={text.separate}
        asksReason
        isBusy={undo.isPending}
        problem={undo.error ? shownOf(undo.error) : undefined}
        onConfirm={(because) => undo.mutate({ params: { mergeId: merge.id }, body: { because } })}
      />
    </>
  )
}

function SeeRequest({ merge }: { merge: Merge }) {
  const text = useText(duplicatesText)
  if (merge.requestId === null) return null
  return <PageLink to={paths.approval(merge.requestId)}>{text.seeRequest}</PageLink>
}
