import { IconInbox } from '@tabler/icons-react'
import type { Empty } from './states.ts'
import style from './page.module.css'

/** Says what would stand here and the first thing to do. The only thing on a page that is centred. */
export function EmptyState({ title, what, action }: Empty) {
  return (
    <div className={style.state}>
      <IconInbox size={28} stroke={1.5} aria-hidden />
      <h2>{title}</h2>
      <p>{what}</p>
      {action}
    </div>
  )
}
