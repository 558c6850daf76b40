import { IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react'
import type { Language } from '../../values/language.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import type { Ground } from '../../rules/kit/ground.ts'
import { instruments } from '../../rules/law/instruments.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { GroundsList, type ShownGround } from '../ui/grounds.tsx'
import style from './rules.module.css'

/** Every ground of a decision with its law: first the conditions that decide, then what only changes the amount. */
export function DecisionGrounds({ decision, isOpen }: { decision: Decision; isOpen?: boolean }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const required = decision.grounds.filter((ground) => ground.effect === 'required')
  const changing = decision.grounds.filter((ground) => ground.effect === 'changes-amount')
  return (
    <div className={style.grounds}>
      {required.length > 0 && (
        <GroundsList
          title={text.conditions}
          grounds={required.map((ground) => shownGround(ground, language))}
          {...(isOpen !== undefined && { isOpen })}
        />
      )}
      {changing.length > 0 && (
        <section className={style.applies}>
          <strong>{decision.amount === null ? text.whatAppliesYesNo : text.whatApplies}</strong>
          <ul>
            {changing.map((ground, place) => (
              <Applies key={`${ground.id} ${place}`} ground={ground} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** A ground that neither grants nor refuses: it says yes or no, without colour. */
function Applies({ ground }: { ground: Ground }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { says, found, source } = shownGround(ground, language)
  const Icon = ground.met ? IconCheck : ground.known ? IconMinus : IconQuestionMark
  return (
    <li>
      <span className={style.appliesMark} data-met={ground.met || undefined}>
        <Icon size={14} stroke={2.5} aria-hidden />
        {ground.met ? text.yes : ground.known ? text.no : text.notKnown}
      </span>
      <div>
        <div>{says}</div>
        {found && <div className="quiet">{found}</div>}
        <div className="quiet small">{source.name}</div>
      </div>
    </li>
  )
}

/** A ground of the law as the page shows grounds. */
export function shownGround(ground: Ground, language: Language): ShownGround {
  return {
    isMet: ground.met ? true : ground.known ? false : undefined,
    says: ground.condition[language],
    ...(ground.detail && { found: ground.detail[language] }),
    source: { name: `${citationText(ground.law, language)} · ${instruments[ground.law.law].title[language]}` },
  }
}
