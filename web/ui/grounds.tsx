import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { formatDay } from '../../values/days.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import type { Said } from '../text/words.ts'
import style from './parts.module.css'

/** One condition of the law: whether it is met (`undefined`: not known yet), what was found, and where it is written. */
export type ShownGround = {
  isMet: boolean | undefined
  says: string
  /** Changes only an amount: where it is not met it simply does not apply, and nothing is wrong. */
  isOptional?: boolean
  found?: ReactNode
  source: { name: string; article?: string; href?: string; checkedOn?: string }
}

/** One ground with its source. */
export function Ground({ says, found, source, ...ground }: ShownGround) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const { Icon, tone, word } = markOf(ground, text)
  const cited = [source.name, source.article].filter(Boolean).join(', ')
  return (
    <li className={style.ground}>
      <span className={style.groundMark} data-tone={tone}>
        <Icon size={14} stroke={2.5} aria-hidden />
        {word}
      </span>
      <div>
        <div>{says}</div>
        {found && <div className="quiet">{found}</div>}
        <div className="quiet small">
          {source.href ? <a href={source.href}>{cited}</a> : cited}
          {source.checkedOn && ` · ${text.checkedOn(formatDay(source.checkedOn, language))}`}
        </div>
      </div>
    </li>
  )
}

function markOf({ isMet, isOptional }: Pick<ShownGround, 'isMet' | 'isOptional'>, text: Said<typeof uiText>) {
  if (isMet === undefined) return { Icon: IconQuestionMark, tone: 'warn', word: text.notKnown }
  if (isMet) return { Icon: IconCheck, tone: 'good', word: text.met }
  return isOptional ? { Icon: IconMinus, tone: 'calm', word: text.notApplied } : { Icon: IconX, tone: 'bad', word: text.notMet }
}

type GroundsListProps = {
  grounds: readonly ShownGround[]
  /** Shut at first, with only the summary line; by default open when something is not met. */
  isOpen?: boolean
  title?: string
}

/** Every ground of a decision, those not met first; a line sums them up and opens the rest. */
export function GroundsList({ grounds, isOpen, title }: GroundsListProps) {
  const text = useText(uiText)
  const id = useId()
  const counted = grounds.filter((ground) => ground.isMet !== false || !ground.isOptional)
  const met = counted.filter((ground) => ground.isMet === true).length
  const [open, setOpen] = useState(isOpen ?? met < counted.length)
  const ordered = [...grounds].sort((left, right) => rank(left) - rank(right))
  return (
    <section className={style.grounds}>
      <UnstyledButton className={style.groundsHead} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <IconChevronDown size={16} className={style.chevron} aria-hidden />
        <strong>{title ?? text.why}</strong>
        <span className="quiet">{text.grounds(met, counted.length)}</span>
      </UnstyledButton>
      <ul id={id} hidden={!open} className={style.groundsList}>
        {ordered.map((ground) => (
          <Ground key={ground.says} {...ground} />
        ))}
      </ul>
    </section>
  )
}

function rank(ground: ShownGround): number {
  if (ground.isMet === undefined) return 1
  if (ground.isMet) return 2
  return ground.isOptional ? 3 : 0
}
