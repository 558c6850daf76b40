import { IconMenu2 } from '@tabler/icons-react'
import { appText } from '../text/app.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { formatCount } from '../../values/numbers.ts'
import { PageLink } from '../ui/link.tsx'
import style from './frame.module.css'
import { commonest, type PlaceId } from './navigation.ts'
import { useIsHere, usePlaces } from './places-shown.ts'

/** How many things wait for this reader, by place. */
export type QueueCounts = Partial<Record<PlaceId, number>>

/** The navigation at the left, in groups, each place with what waits there. */
export function SideNav({ counts, onFollow }: { counts: QueueCounts; onFollow?: () => void }) {
  const text = useText(appText)
  const { language } = useLanguage()
  const groups = usePlaces()
  const isHere = useIsHere()
  return (
    <nav className={style.nav} aria-label={text.navigation}>
      {groups.map((group) => (
        <div key={group.label ?? 'first'} className={style.group}>
          {group.label && <div className={style.groupLabel}>{text[group.label]}</div>}
          {group.places.map((place) => {
            const waiting = counts[place.id] ?? 0
            return (
              <PageLink
                key={place.id}
                to={place.to}
                className={style.place}
                aria-current={isHere(place) ? 'page' : undefined}
                onClick={onFollow}
              >
                <place.icon size={18} stroke={1.6} aria-hidden />
                <span>{text[place.label]}</span>
                {waiting > 0 && (
                  <span className={style.waiting} aria-label={text.waiting(waiting)}>
                    {formatCount(waiting, language)}
                  </span>
                )}
              </PageLink>
            )
          })}
        </div>
      ))}
    </nav>
  )
}

/** The commonest places at the bottom of a phone, and the rest behind one button. */
export function PhoneBar({ onMore, counts }: { onMore: () => void; counts: QueueCounts }) {
  const text = useText(appText)
  const isHere = useIsHere()
  const places = usePlaces()
    .flatMap((group) => group.places)
    .filter((place) => commonest.includes(place.id))
  return (
    <nav className={style.phoneBar} aria-label={text.menu}>
      {places.map((place) => (
        <PageLink key={place.id} to={place.to} className={style.phonePlace} aria-current={isHere(place) ? 'page' : undefined}>
          <place.icon size={20} stroke={1.6} aria-hidden />
          <span>{text[place.label]}</span>
          {(counts[place.id] ?? 0) > 0 && (
            <span className={style.dot}>
              <span className="only-for-readers">{text.waiting(counts[place.id] ?? 0)}</span>
            </span>
          )}
        </PageLink>
      ))}
      <button type="button" className={style.phonePlace} onClick={onMore}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
        <span>{text.more}</span>
      </button>
    </nav>
  )
}
