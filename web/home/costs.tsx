import { formatRupiah } from '../../values/rupiah.ts'
import { paths } from '../paths.ts'
import { homeText } from '../text/home.ts'
import { useText } from '../text/language.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { StackedBar } from '../ui/stacked-bar.tsx'
import style from './home.module.css'
import type { Home } from './home.ts'

type Cost = NonNullable<Home['costs']>[number]

/** The year's budget by source: what is taken of each ceiling, and what is left. */
export function Costs({ costs, year }: { costs: readonly Cost[]; year: number }) {
  const text = useText(homeText)
  return (
    <section className={`${pageStyle.panel} ${style.question} ${style.wide}`}>
      <div className={style.head}>
        <h2>
          {text.costs} <span className="quiet">{year}</span>
        </h2>
        <PageLink to={paths.budget()}>{text.toBudget}</PageLink>
      </div>
      {costs.length === 0 && <p className="quiet">{text.costsNone}</p>}
      <ul className={style.lines}>
        {costs.map((cost) => (
          <Source key={cost.source} cost={cost} />
        ))}
      </ul>
    </section>
  )
}

function Source({ cost }: { cost: Cost }) {
  const text = useText(homeText)
  const used = text.costsOf(formatRupiah(cost.recognised + cost.computed), formatRupiah(cost.ceiling))
  const left = text.costsLeft(formatRupiah(cost.left))
  return (
    <li className={style.source}>
      <div className={style.head}>
        <strong>{cost.source}</strong>
        <span className="figures">
          {used} <span className="quiet">· {left}</span>
        </span>
      </div>
      <StackedBar
        label={`${cost.source}: ${used}, ${left}`}
        whole={cost.ceiling}
        parts={[
          { name: 'paid', value: cost.paid, shown: 'firm' },
          { name: 'owed', value: cost.recognised - cost.paid, shown: 'half' },
          { name: 'computed', value: cost.computed, shown: 'faint' },
        ]}
      />
    </li>
  )
}
