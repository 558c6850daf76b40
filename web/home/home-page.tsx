import { TaskList, useTasks } from '../app/tasks.tsx'
import { useSession } from '../app/session.tsx'
import { homeText } from '../text/home.ts'
import { useText } from '../text/language.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageHead, useTabTitle } from '../ui/page-frame.tsx'
import style from '../ui/page.module.css'

/** The first page: who and where, and the work under way. */
export function HomePage() {
  const text = useText(homeText)
  const { account, today } = useSession()
  const tasks = useTasks()
  useTabTitle(text.title)
  return (
    <div className={style.page}>
      <PageHead title={text.greeting(account.fullName)} over={<DayText iso={today} />} />
      <section className={`${style.panel} ${style.section}`} aria-label={text.work}>
        <h2>{text.work}</h2>
        <TaskList tasks={tasks} />
      </section>
    </div>
  )
}
