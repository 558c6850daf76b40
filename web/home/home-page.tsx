import { readHome } from '../../src/home/api.ts'
import { useLoad } from '../app/load.ts'
import { useSession } from '../app/session.tsx'
import { isUnderWay, TaskList, useTasks } from '../app/tasks.tsx'
import { useYear } from '../app/year.tsx'
import { homeText } from '../text/home.ts'
import { useText } from '../text/language.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageHead, Stateful, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import { Costs } from './costs.tsx'
import style from './home.module.css'
import { HowFar } from './how-far.tsx'
import { Queues } from './queues.tsx'
import { Warnings } from './warnings.tsx'

/** The first page: how far are we, what waits for me, what is about to go wrong, what does it cost. */
export function HomePage() {
  const text = useText(homeText)
  const { account, today } = useSession()
  const { year } = useYear()
  const state = useLoad(readHome, { query: { year } })
  const words = { title: text.title, empty: { title: text.nothing, what: text.nothingWhat }, forbidden: text.forWhom }
  useTabTitle(text.title)
  return (
    <div className={pageStyle.page}>
      <PageHead title={text.greeting(account.fullName)} over={<DayText iso={today} />} />
      <UnderWay />
      <Stateful state={state} words={words}>
        {(home) => (
          <div className={style.questions}>
            <HowFar home={home} />
            <Queues queues={home.queues} />
            {home.warnings && <Warnings warnings={home.warnings} breaches={home.breaches} />}
            {home.costs && <Costs costs={home.costs} year={home.year} />}
          </div>
        )}
      </Stateful>
    </div>
  )
}

/** Work that runs now; nothing when none does. */
function UnderWay() {
  const text = useText(homeText)
  const tasks = useTasks().filter(isUnderWay)
  if (tasks.length === 0) return null
  return (
    <section className={`${pageStyle.panel} ${pageStyle.section}`} aria-label={text.work}>
      <TaskList tasks={tasks} />
    </section>
  )
}
