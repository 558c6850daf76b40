import type { ReactNode } from 'react'
import style from './fact-list.module.css'

/** One fact: what it is, and what is known; a dash where nothing is. */
export type Fact = { label: string; value: ReactNode }

/** Facts under one another, names at the left: identity, the terms of a programme, a decree. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={style.facts}>
      {facts.map((fact) => (
        <div key={fact.label} className={style.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value === null || fact.value === undefined || fact.value === '' ? '–' : fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
