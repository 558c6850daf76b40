import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { type Day, formatDay } from '../../values/days.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Conflict, Entry, Parameter } from '../../rules/kit/parameter.ts'
import { showValue, sourceTexts } from '../../rules/kit/show.ts'
import { instruments } from '../../rules/law/instruments.ts'
import type { SourceId } from '../../rules/law/sources.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { FigureTable } from './figure-table.tsx'
import { rulesUsing, standingOn } from './figures.ts'
import style from './rules.module.css'

/** Everything known of a figure: each value with law, sources and the day it was checked; conflicts; its rows; the rules that use it. */
export function FigureHistory({ figure, on }: { figure: Parameter; on: Day }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { entry: inForce } = standingOn(figure, on)
  const users = rulesUsing(figure)
  return (
    <div className={style.history}>
      <ol className={style.entries}>
        {figure.history.map((entry) => (
          <HistoryEntry key={entry.from.toString()} figure={figure} entry={entry} isInForce={entry === inForce} />
        ))}
      </ol>
      {inForce && <FigureTable value={inForce.value} />}
      {users.length > 0 && (
        <p className="small">
          <span className="quiet">{text.usedBy}: </span>
          {users.map((rule, place) => (
            <span key={rule.name}>
              {place > 0 && ', '}
              <PageLink to={paths.rule(rule.name)}>{rule.title[language]}</PageLink>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function HistoryEntry({ figure, entry, isInForce }: { figure: Parameter; entry: Entry<unknown>; isInForce: boolean }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  return (
    <li className={style.entry} data-in-force={isInForce || undefined}>
      <div>
        <div className="quiet small">{text.since(formatDay(entry.from, language))}</div>
        <strong>{entry.value === null ? text.noValue : showValue(figure, entry.value, language)}</strong>
        {isInForce && <div className={`small ${style.inForce}`}>{text.now}</div>}
      </div>
      <div className={style.entryWords}>
        <div>
          {citationText(entry.law, language)}
          <span className="quiet"> · {instruments[entry.law.law].title[language]}</span>
        </div>
        {entry.note && <p>{entry.note[language]}</p>}
        <div className={style.verdict}>
          <StatusBadge tone={entry.verified ? 'good' : 'warn'}>{entry.verified ? text.verified : text.unverified}</StatusBadge>
          <span className="quiet small">{formatDay(entry.checkedOn, language)}</span>
          {!entry.verified && <span className="quiet small">{text.unverifiedWhy}</span>}
        </div>
        <Sources ids={entry.sources} />
        {entry.conflict && <Readings conflict={entry.conflict} />}
      </div>
    </li>
  )
}

function Sources({ ids }: { ids: readonly SourceId[] | undefined }) {
  const texts = sourceTexts(ids)
  if (texts.length === 0) return null
  return (
    <ul className={`quiet small ${style.sources}`}>
      {texts.map((source) => (
        <li key={source}>{source}</li>
      ))}
    </ul>
  )
}

/** What each source says, which reading is followed, and why. */
function Readings({ conflict }: { conflict: Conflict }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  return (
    <div className={style.conflict}>
      <strong>
        <IconAlertTriangle size={14} aria-hidden /> {text.readings}
      </strong>
      <ul>
        {conflict.readings.map(({ says, sources }, place) => (
          <li key={says.id} data-chosen={place === conflict.chosen || undefined}>
            <span className={style.reading}>
              {place === conflict.chosen && <IconCheck size={14} aria-hidden />}
              {place === conflict.chosen ? text.chosen : text.otherReading}
            </span>
            <span>
              {says[language]} <span className="quiet small">({sources.length === 0 ? text.noSource : sources.join(', ')})</span>
            </span>
          </li>
        ))}
        <li>
          <span className={style.reading}>{text.whyChosen}</span>
          <span>{conflict.why[language]}</span>
        </li>
      </ul>
    </div>
  )
}
