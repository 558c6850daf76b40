import { useText, useWording } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { useRegisterName } from '../matching/words-of-registers.ts'
import { registers } from '../../src/matching/api.ts'
import { paths } from '../paths.ts'
import { Count } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import type { RunOfProgramme } from './programme-page.tsx'
import type { Programme } from './words-of-programmes.ts'

/** Why the others are not eligible: by ground, once each at the first that stopped them, and in all; every count leads to its people. */
export function WhyNot({ programme, run }: { programme: Programme; run: RunOfProgramme | undefined }) {
  const text = useText(programmesText)
  const word = useWording()
  const registerName = useRegisterName()
  if (programme.eligibilityRunId === null) return <p className="quiet">{text.notJudgedWhy}</p>
  if (run === undefined) return null
  const silent = registers.filter((register) => run.neverAsked.includes(register)).map(registerName)
  const stopped = run.people - run.eligible
  const to = (filter: Record<string, string>, count: number) =>
    count === 0 ? (
      <Count of={0} />
    ) : (
      <PageLink to={paths.workers({ ...filter, run: run.id })}>
        <Count of={count} />
      </PageLink>
    )
  return (
    <>
      {silent.length > 0 && <p className="quiet">{text.neverAsked(silent.join(', '))}</p>}
      {run.grounds.length === 0 ? (
        <p className="quiet">{text.allEligible}</p>
      ) : (
        <>
          <NumbersTable
            label={text.why}
            rows={run.grounds}
            keyOf={(ground) => ground.ground}
            columns={[
              { id: 'ground', title: text.ground, cell: (ground) => word(ground.condition), total: text.total },
              { id: 'law', title: text.law, cell: (ground) => <span className="quiet">{word(ground.law)}</span> },
              {
                id: 'first',
                title: text.firstStopped,
                isNumber: true,
                cell: (ground) => <Count of={ground.first} />,
                total: to({ eligibility: 'ineligible' }, stopped),
              },
              {
                id: 'unmet',
                title: text.inAll,
                isNumber: true,
                cell: (ground) => to({ eligibility: 'ineligible', ground: ground.ground }, ground.unmet),
              },
              {
                id: 'unknown',
                title: text.notKnown,
                isNumber: true,
                cell: (ground) => (
                  <>
                    {to({ openGround: ground.ground }, ground.unknown)}
                    {ground.isOpen && ground.unknown > 0 && <div className="quiet small">{text.open}</div>}
                  </>
                ),
              },
            ]}
          />
          <p className="quiet small">{text.whyNote}</p>
        </>
      )}
    </>
  )
}
