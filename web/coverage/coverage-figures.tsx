import { formatDay } from '../../values/days.ts'
import { formatShare } from '../../values/numbers.ts'
import { coverageText } from '../text/coverage.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { Count } from '../ui/amounts.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import type { Coverage } from './coverage-page.tsx'

/** The numerator, the denominator, what is missing, and the target: each with what exactly it counts. */
export function CoverageFigures({ coverage }: { coverage: Coverage }) {
  const text = useText(coverageText)
  const { language } = useLanguage()
  const { whole, target, insuredAnsweredOn, segment } = coverage
  const { universe } = whole
  const wanted = target === null || universe === null ? undefined : Math.ceil(target.share * universe.workers)
  return (
    <>
      <Figures>
        <Figure label={text.covered} value={<Count of={whole.covered} />} definition={text.coveredMeans} />
        {segment !== 'RENTAN' && (
          <Figure
            label={text.others}
            value={<Count of={whole.insuredByOthers} />}
            note={insuredAnsweredOn === null ? text.othersUnknown : text.othersAnswered(formatDay(insuredAnsweredOn, language))}
          />
        )}
        <Figure label={text.paid} value={<Count of={whole.paidForMonth} />} />
        <Figure
          label={text.universe}
          value={universe === null ? '–' : <Count of={universe.workers} />}
          definition={text.universeMeans}
          note={universe && [text.universeYear(universe.year), universe.isDemo && text.demo].filter(Boolean).join(', ')}
        />
        <Figure label={text.gap} value={whole.gap === null ? '–' : <Count of={whole.gap} />} />
        {target && (
          <Figure
            label={text.target}
            value={formatShare(target.share, language)}
            note={
              wanted !== undefined && (whole.covered >= wanted ? text.targetReached : text.targetShort(wanted - whole.covered))
            }
          />
        )}
      </Figures>
      <Remarks coverage={coverage} />
    </>
  )
}

/** What a reader has to know to read the figures rightly. */
function Remarks({ coverage }: { coverage: Coverage }) {
  const text = useText(coverageText)
  const remarks = [
    coverage.isPartial && text.partial,
    coverage.villagesWithoutUniverse > 0 && text.withoutUniverse(coverage.villagesWithoutUniverse),
    coverage.insuredWithoutVillage > 0 && text.noVillage(coverage.insuredWithoutVillage),
  ].filter((remark) => remark !== false)
  return remarks.length === 0 ? null : <p className="quiet">{remarks.join(' ')}</p>
}
