import { availableParallelism } from 'node:os'
import type { Day } from '../../values/days.ts'
import { letGoOfMemory } from '../platform/memory.ts'
import type { Meetings } from './meetings.ts'
import type { LinkageModel } from './model.ts'
import { type ModelMade, madeBefore, makeModel, unheard } from './newcomer-weighing.ts'
import type { Newcomers } from './newcomers.ts'
import { countLines } from './person-lines.ts'
import { type Hands, startHands } from './search-threads.ts'
import type { Weights } from './weights.ts'

/** Pieces of whole lines (`person-lines.ts`), each in memory of its own, which the search gives back when it has gone through them. */
export type Lines = AsyncIterable<Uint8Array<ArrayBuffer>>

/** Where the people of a search come from. Each is asked for when the one before has been read to its end. */
export type SearchSources = {
  readonly newcomers: () => Lines
  /** A sample of those known, for how common names are. */
  readonly sample: () => Lines
  /** Everybody the newcomers are compared with, other than each other, by where they stand; ids are those of the source. */
  readonly known: readonly (() => Lines)[]
}

export type SearchTerms = {
  /** There is so little to do that this thread does it at once. */
  readonly isSmall: boolean
  /** How many newcomers and known people there are, about. */
  readonly population: number
  readonly weights: Weights | undefined
  /** The model to compare by, when an earlier search of the same people has made one. */
  readonly model?: LinkageModel | undefined
  readonly today: Day
  /** Hears how many people were compared so far. */
  readonly onCompared: (people: number) => void
}

/** What came of a search: meetings of newcomers with each other (first) and with those of each known source, and the model used. */
export type Searched = {
  readonly meetings: readonly Meetings[]
  readonly model: LinkageModel
  /** Weights learned on the way, to be stored. */
  readonly learned: Weights | undefined
}

/**
 * Finds who among the newcomers is one person with another of them or with somebody known. Those known stream by once, in constant
 * memory; the newcomers are held, about 350 bytes each. Works in threads of its own unless there is little to do.
 */
export async function searchNewcomers(sources: SearchSources, terms: SearchTerms): Promise<Searched> {
  if (!terms.isSmall) letGoOfMemory()
  const { newcomers, model, learned } = await prepare(sources, terms)
  const hands = startHands(terms.isSmall ? 0 : Math.min(4, Math.max(2, availableParallelism())))
  try {
    await Promise.all(hands.all.map((hand) => hand.ask({ task: 'begin', newcomers, model })))
    const meetings = [await meetEachOther(hands, newcomers.count)]
    let before = 0
    for (const known of sources.known) {
      const met = await meetAll(hands, known(), (people) => terms.onCompared(before + people))
      before += met.people
      meetings.push(met.meetings)
    }
    return { meetings, model, learned }
  } finally {
    await hands.close()
  }
}

type Prepared = { newcomers: Newcomers } & ModelMade

/**
 * Puts the newcomers in order and makes the model to compare by, each in a thread that ends with it: what that took of memory is free before
 * the search begins.
 */
async function prepare(sources: SearchSources, terms: SearchTerms): Promise<Prepared> {
  const hands = startHands(terms.isSmall ? 0 : terms.model === undefined ? 2 : 1)
  try {
    const weighing =
      terms.model === undefined
        ? makeModel(hands.last, { ...terms, sample: await allOf(sources.sample()) })
        : madeBefore(terms.model)
    let collected: Promise<unknown> = Promise.resolve()
    for await (const lines of sources.newcomers()) {
      weighing.show(lines)
      await collected
      collected = unheard(hands.first.ask({ task: 'collect', lines }))
    }
    await collected
    const newcomers = await hands.first.ask({ task: 'arrange' })
    return { newcomers, ...(await weighing.made()) }
  } finally {
    await hands.close()
  }
}

async function allOf(lines: Lines): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of lines) pieces.push(piece)
  return pieces
}

/** So many newcomers meet those before them in one piece of work. */
const pieceSize = 2000

async function meetEachOther(hands: Hands, count: number): Promise<Meetings> {
  for (let from = 0; from < count; from += pieceSize)
    await hands.give({ task: 'meetEachOther', from, to: Math.min(count, from + pieceSize) })
  return collected(hands)
}

async function meetAll(
  hands: Hands,
  known: Lines,
  onCompared: SearchTerms['onCompared'],
): Promise<{ people: number; meetings: Meetings }> {
  let people = 0
  for await (const lines of known) {
    people += countLines(lines)
    await hands.give({ task: 'meet', lines })
    onCompared(people)
  }
  return { people, meetings: await collected(hands) }
}

async function collected(hands: Hands): Promise<Meetings> {
  await hands.rest()
  const parts = await Promise.all(hands.all.map((hand) => hand.ask({ task: 'finish' })))
  const floats = (column: 'newcomers' | 'others' | 'probabilities') =>
    Float64Array.from(parts.flatMap((part) => Array.from(part[column])))
  const bytes = (column: 'kinds' | 'levels') => Uint8Array.from(parts.flatMap((part) => Array.from(part[column])))
  return {
    newcomers: floats('newcomers'),
    others: floats('others'),
    probabilities: floats('probabilities'),
    kinds: bytes('kinds'),
    levels: bytes('levels'),
  }
}
