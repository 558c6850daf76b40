import { Button, Group } from '@mantine/core'
import { listMerges, undoMerge } from '../../src/duplicates/api.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { ProblemNotice } from '../ui/problem-notice.tsx'

/** Merges that wait for a second person, or that stand and may be taken back. */
export function Merges({ state }: { state: 'waiting' | 'merged' }) {
  const text = useText(duplicatesText)
  const loaded = useLoad(listMerges, { query: { state } })
  const undo = useAct(undoMerge)
  const reviews = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  if (loaded.is === 'failed') return <ProblemNotice problem={loaded.problem} />
  if (loaded.is !== 'here') return null
  const { merges } = loaded.value
  if (merges.length === 0) return <p className="quiet">{text.noMerges}</p>
  return (
    <>
      {undo.error && <ProblemNotice problem={shownOf(undo.error)} />}
      {merges.map((merge) => (
        <section key={merge.id} className={`${pageStyle.panel} ${pageStyle.section}`}>
          <p>
            {text.kept}: <PageLink to={paths.worker(String(merge.kept))}>{merge.keptName}</PageLink> {merge.keptNik}
          </p>
          <p>
            {text.merged}: <PageLink to={paths.worker(String(merge.merged))}>{merge.mergedName}</PageLink> {merge.mergedNik}
          </p>
          <p className="small quiet">
            {text.askedBy} {merge.requestedByName}
          </p>
          <Group gap="xs">
            {state === 'merged' && reviews && (
              <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate({ params: { mergeId: merge.id } })}>
                {text.separate}
              </Button>
            )}
            {merge.requestId !== null && <PageLink to={paths.approval(merge.requestId)}>{text.seeRequest}</PageLink>}
          </Group>
        </section>
      ))}
    </>
  )
}
