import { formatShare } from '../../values/numbers.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useLanguage, useText } from '../text/language.tsx'
import type { PairShown } from './choice.ts'
import style from './duplicates.module.css'

/** Who else hangs together with the two, pair by pair: nothing where they are only two. */
export function GroupOfPair({ pair }: { pair: PairShown }) {
  const text = useText(duplicatesText)
  const { language } = useLanguage()
  if (pair.group.length === 0) return null
  const people = new Set(pair.group.flatMap(({ left, right }) => [left, right]))
  const states = {
    open: text.stateOpen,
    same: text.stateSame,
    different: text.stateDifferent,
    unsure: text.stateUnsure,
  }
  return (
    <section className={style.group}>
      <h3 className="small">{text.group(people.size)}</h3>
      <ul>
        {pair.group.map((one) => {
          const isHere = one.left === pair.left.id && one.right === pair.right.id
          return (
            <li key={`${one.left} ${one.right}`} className={isHere ? undefined : 'quiet'}>
              {one.leftName} · {one.rightName}: {formatShare(Math.min(0.999, one.probability), language)},{' '}
              {isHere ? text.groupHere : states[one.state]}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
