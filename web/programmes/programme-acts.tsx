import { Button } from '@mantine/core'
import { runEligibility } from '../../src/programmes/api.ts'
import { readMatchSummary } from '../../src/matching/api.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { useGo } from '../ui/link.tsx'
import { FreezeAct } from './freeze-act.tsx'
import type { Programme } from './words-of-programmes.ts'

/** What the officer has asked for and not yet confirmed. */
export type Asked = 'change' | 'judge' | 'freeze'

type ActsProps = {
  programme: Programme
  isJudging: boolean
  asked: Asked | undefined
  onAsk: (asked: Asked | undefined) => void
  onJudging: (taskId: string) => void
}

/** What may be done with a programme now; a button that cannot be used says why. */
export function ProgrammeActs({ programme, isJudging, asked, onAsk, onJudging }: ActsProps) {
  const text = useText(programmesText)
  const go = useGo()
  const isOfficer = useHasRole('officer')
  const { decree } = programme
  const list = decree ? paths.decree(programme.code, decree.id) : paths.candidates(programme.code)
  const whyNotFreeze = useWhyNotFreeze()(programme)
  const whyNot = isJudging ? text.underWay : whyNotFreeze
  const { freezing } = programme
  return (
    <>
      {programme.state !== 'planned' && (
        <Button variant="default" onClick={() => go(list)}>
          {decree ? text.seeList : text.seeRanking}
        </Button>
      )}
      {freezing && (
        <Button variant="filled" onClick={() => go(paths.approval(freezing.requestId))}>
          {text.seeFreezing}
        </Button>
      )}
      {isOfficer && decree === null && freezing === null && (
        <>
          <Button variant="default" disabled={isJudging} onClick={() => onAsk('change')}>
            {text.change}
          </Button>
          <Button variant={whyNotFreeze === undefined ? 'default' : 'filled'} loading={isJudging} onClick={() => onAsk('judge')}>
            {programme.state === 'planned' ? text.judge : text.judgeAgain}
          </Button>
          <Button
            variant={whyNotFreeze === undefined ? 'filled' : 'default'}
            disabled={whyNot !== undefined}
            title={whyNot}
            onClick={() => onAsk('freeze')}
          >
            {text.freeze}
          </Button>
          <JudgeAct programme={programme} opened={asked === 'judge'} onClose={() => onAsk(undefined)} onJudging={onJudging} />
          <FreezeAct programme={programme} opened={asked === 'freeze'} onClose={() => onAsk(undefined)} />
        </>
      )}
    </>
  )
}

/** Why a list cannot be frozen yet; nothing when it can. */
export function useWhyNotFreeze(): (programme: Programme) => string | undefined {
  const text = useText(programmesText)
  return ({ state, withinQuota }) =>
    state === 'planned' ? text.whyNotFreeze : withinQuota === 0 ? text.whyNotFreezeEmpty : undefined
}

type JudgeProps = { programme: Programme; opened: boolean; onClose: () => void; onJudging: (taskId: string) => void }

function JudgeAct({ programme, opened, onClose, onJudging }: JudgeProps) {
  const text = useText(programmesText)
  const people = useAnswer(readMatchSummary).data?.workers ?? 0
  const judge = useAct(runEligibility, {
    touches: [],
    onDone: ({ taskId }) => {
      onJudging(taskId)
      onClose()
    },
  })
  const willReplace = programme.state === 'judged' ? [text.willReplace(programme.withinQuota, programme.waiting)] : []
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.judge}
      act={programme.state === 'planned' ? text.judge : text.judgeAgain}
      willHappen={[text.willJudge(people), ...willReplace, text.willKeepOthers]}
      isBusy={judge.isPending}
      problem={judge.error ? shownOf(judge.error) : undefined}
      onConfirm={() => judge.mutate({ params: { code: programme.code }, body: {} })}
    />
  )
}
