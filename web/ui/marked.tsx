import type { Stretch } from '../../values/differing.ts'
import style from './marked.module.css'

/** A value with the letters that the other one has not marked; a dash where there is none. */
export function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  if (stretches.length === 0) return <span className="quiet">–</span>
  return stretches.map(({ text, differs }, at) => {
    const key = `${at} ${text}`
    return differs ? (
      <mark key={key} className={style.mark}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
