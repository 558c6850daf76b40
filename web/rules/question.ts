import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { type Address, useAddress } from '../ui/address.ts'
import { type RawFacts, readFactsText, writeFactsText } from './facts.ts'

/** What is asked of a rule: the day (ISO, or text that is none yet) and the facts as they were typed. */
export type Question = { readonly on: string; readonly facts: RawFacts }

/**
 * The question of the calculator. It shows what is typed at once and writes it into the page's address when the reader pauses, so that
 * the address can be shared; an address that changes by itself (a link, the way back) is taken over.
 */
export function useQuestion(today: string): { question: Question; ask: (next: Question, rule?: string) => void } {
  const { address, change } = useAddress()
  const stands = textOf(address['on'], address['facts'])
  const [question, setQuestion] = useState(() => questionIn(address, today))
  const [seen, setSeen] = useState(stands)
  const [ours] = useState(() => new Set<string>())
  if (stands !== seen) {
    setSeen(stands)
    if (!ours.has(stands)) setQuestion(questionIn(address, today))
  }
  const write = (next: Question, rule?: string) => {
    const facts = writeFactsText(next.facts)
    ours.add(textOf(next.on, facts))
    change({ on: next.on, facts, ...(rule !== undefined && { rule }) })
  }
  const writeLater = useDebouncedCallback(write, 300)
  const ask = (next: Question, rule?: string) => {
    setQuestion(next)
    writeLater.cancel()
    if (rule === undefined) writeLater(next)
    else write(next, rule)
  }
  return { question, ask }
}

function questionIn(address: Address, today: string): Question {
  return { on: address['on'] ?? today, facts: readFactsText(address['facts']) }
}

function textOf(on: string | undefined, facts: string | undefined): string {
  return `${on ?? ''} ${facts ?? ''}`
}
