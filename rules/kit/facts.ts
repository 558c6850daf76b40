import { type Day, findDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { findMonth, type Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'

export type FactType = 'day' | 'month' | 'rupiah' | 'count' | 'percent' | 'yes-no' | 'text' | 'choice' | 'list'

/** What a rule needs to know: its type, whether it must be given, and what it means. */
export type Fact<Value> = {
  readonly type: FactType
  readonly required: boolean
  readonly meaning: Wording
  readonly unit?: Wording
  readonly choices?: readonly string[]
  /** For a list: what each member is made of. */
  readonly of?: DescribedFacts
  /** What an absent fact counts as. */
  readonly absent: Value | undefined
  /** Reads what came from outside (JSON, a CSV cell); nothing when it is no such value. */
  readonly read: (raw: unknown) => { readonly value: Value } | FactProblem[]
}

/** One description for every fact of a rule; a fact left out does not compile. */
export type FactSchema<Facts> = { readonly [Name in keyof Facts]-?: Fact<Facts[Name]> }

/** The same of a rule whose facts’ type is not known here. */
export type DescribedFacts = Readonly<Record<string, Fact<unknown>>>

/** What is missing or wrong, by the fact’s own name. */
export type FactProblem = { readonly fact: string; readonly problem: Wording }

export type BadFacts = { readonly reason: 'bad-facts'; readonly problems: readonly FactProblem[] }

type Options<Value> = { readonly unit?: Wording; readonly absent?: Value }

const required = { required: true, absent: undefined } as const
const asPresence = <Value>(options: Options<Value> | undefined) =>
  options !== undefined && 'absent' in options ? { required: false, absent: options.absent } : required

/** Makes descriptions of one type; give `absent` to make the fact optional. */
function factOf<Raw>(type: FactType, wrong: Wording, find: (raw: unknown) => Raw | undefined) {
  return <Value = Raw>(meaning: Wording, options?: Options<Raw | Value>): Fact<Raw | Value> => ({
    type,
    meaning,
    ...(options?.unit === undefined ? {} : { unit: options.unit }),
    ...asPresence(options),
    read: (raw) => {
      const value = find(raw)
      return value === undefined ? [{ fact: '', problem: wrong }] : { value }
    },
  })
}

export const dayFact = factOf<Day>(
  'day',
  {
    id: 'harus hari yang ditulis tahun-bulan-tanggal, misalnya 2026-11-01',
    en: 'must be a day written year-month-day, such as 2026-11-01',
  },
  (raw) => (typeof raw === 'string' ? findDay(raw.trim()) : undefined),
)
export const monthFact = factOf<Month>(
  'month',
  { id: 'harus bulan yang ditulis tahun-bulan, misalnya 2026-11', en: 'must be a month written year-month, such as 2026-11' },
  (raw) => (typeof raw === 'string' ? findMonth(raw.trim().slice(0, 7)) : undefined),
)
export const rupiahFact = factOf<number>(
  'rupiah',
  {
    id: 'harus bilangan bulat rupiah, nol atau lebih, tanpa titik',
    en: 'must be a whole number of rupiah, zero or more, without separators',
  },
  wholeNumber,
)
export const countFact = factOf<number>(
  'count',
  { id: 'harus bilangan bulat, nol atau lebih', en: 'must be a whole number, zero or more' },
  wholeNumber,
)
export const percentFact = factOf<number>(
  'percent',
  { id: 'harus angka 0 sampai 100', en: 'must be a number from 0 to 100' },
  (raw) => {
    const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
    return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined
  },
)
export const quantityFact = factOf<number>(
  'count',
  { id: 'harus angka, nol atau lebih', en: 'must be a number, zero or more' },
  (raw) => {
    const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
  },
)
const yesWords = new Set(['true', 'ya', 'yes', 'y', '1'])
const noWords = new Set(['false', 'tidak', 'no', 't', 'n', '0'])
export const yesNoFact = factOf<boolean>(
  'yes-no',
  { id: 'harus ya atau tidak (true/false)', en: 'must be yes or no (true/false)' },
  (raw) => {
    const word = String(raw).trim().toLowerCase()
    return yesWords.has(word) ? true : noWords.has(word) ? false : undefined
  },
)
export const textFact = factOf<string>('text', { id: 'harus teks', en: 'must be text' }, (raw) =>
  typeof raw === 'string' ? raw : undefined,
)

/** A fact with a fixed list of answers. */
export function choiceFact<const Choice extends string>(
  choices: readonly Choice[],
  meaning: Wording,
  options?: Options<Choice | undefined>,
): Fact<Choice> {
  const listed = choices.join(', ')
  const make = factOf<Choice>('choice', { id: `harus salah satu dari: ${listed}`, en: `must be one of: ${listed}` }, (raw) =>
    choices.find((choice) => choice === (typeof raw === 'string' ? raw.trim() : raw)),
  )
  return { ...make(meaning, options as Options<Choice>), choices }
}

/** A list of members, each with facts of its own; in a CSV cell it is written as JSON. */
export function listFact<Member extends object>(
  of: FactSchema<Member>,
  meaning: Wording,
  options?: Options<readonly Member[]>,
): Fact<readonly Member[]> {
  return {
    type: 'list',
    meaning,
    of: of as DescribedFacts,
    ...asPresence(options),
    read: (raw) => {
      const members = typeof raw === 'string' ? parseList(raw) : raw
      if (!Array.isArray(members)) return [{ fact: '', problem: { id: 'harus daftar', en: 'must be a list' } }]
      const read = members.map((member: unknown) => readFacts(of, member))
      const problems = read.flatMap((each, place) =>
        each.ok ? [] : each.refusal.problems.map((found) => ({ ...found, fact: `[${place + 1}].${found.fact}` })),
      )
      return problems.length > 0 ? problems : { value: read.flatMap((each) => (each.ok ? [each.value] : [])) }
    },
  }
}

/** A plain list of words, such as documents already there; in a CSV cell separated by spaces or `|`. */
export function wordsFact<const Word extends string>(words: readonly Word[], meaning: Wording): Fact<readonly Word[]> {
  const listed = words.join(', ')
  return {
    type: 'list',
    meaning,
    choices: words,
    required: false,
    absent: [],
    read: (raw) => {
      const given: readonly unknown[] =
        typeof raw === 'string' ? raw.split(/[|\s]+/).filter(Boolean) : Array.isArray(raw) ? raw : [raw]
      const known = given.flatMap((each) => words.find((word) => word === each) ?? [])
      if (known.length === given.length) return { value: known }
      return [{ fact: '', problem: { id: `harus daftar dari: ${listed}`, en: `must be a list of: ${listed}` } }]
    },
  }
}

/** Reads facts from outside against their description; refuses with everything that is missing, wrong or not a fact of this rule. */
export function readFacts<Facts extends object>(schema: FactSchema<Facts>, raw: unknown): Outcome<Facts, BadFacts> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refused({
      reason: 'bad-facts',
      problems: [{ fact: '', problem: { id: 'harus objek JSON', en: 'must be a JSON object' } }],
    })
  }
  const problems: FactProblem[] = []
  const facts: Record<string, unknown> = {}
  const given = new Map<string, unknown>(Object.entries(raw))
  for (const [name, fact] of Object.entries<Fact<unknown>>(schema)) {
    readInto(facts, problems, { name, fact, raw: given.get(name) })
    given.delete(name)
  }
  for (const name of given.keys()) problems.push({ fact: name, problem: notAFact(Object.keys(schema)) })
  return problems.length > 0 ? refused({ reason: 'bad-facts', problems }) : done(facts as Facts)
}

function readInto(
  facts: Record<string, unknown>,
  problems: FactProblem[],
  one: { name: string; fact: Fact<unknown>; raw: unknown },
): void {
  const { name, fact, raw } = one
  if (raw === undefined || raw === null || raw === '') {
    if (fact.required) problems.push({ fact: name, problem: missing })
    else facts[name] = fact.absent
    return
  }
  const read = fact.read(raw)
  if (Array.isArray(read)) problems.push(...named(name, read))
  else facts[name] = read.value
}

const missing: Wording = { id: 'belum diisi', en: 'is missing' }

function named(name: string, problems: readonly FactProblem[]): FactProblem[] {
  return problems.map((found) => ({ ...found, fact: name + found.fact }))
}

function notAFact(names: readonly string[]): Wording {
  const listed = names.join(', ')
  return { id: `bukan fakta aturan ini; yang dikenal: ${listed}`, en: `is no fact of this rule; it knows: ${listed}` }
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wholeNumber(raw: unknown): number | undefined {
  const value = typeof raw === 'string' && /^\s*\d+\s*$/.test(raw) ? Number(raw) : raw
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

/** Reads the facts of one row of cells; made once for a header, then called for every row. */
export function rowReader<Facts extends object>(
  schema: FactSchema<Facts>,
  columns: readonly string[],
): (cells: readonly string[]) => Outcome<Facts, BadFacts> {
  const plan = Object.entries<Fact<unknown>>(schema).map(([name, fact]) => {
    const remembered: Fact<unknown> = fact.type === 'text' ? fact : { ...fact, read: remembering(fact.read) }
    return { name, fact: remembered, place: columns.indexOf(name) }
  })
  const absent = Object.fromEntries(plan.map(({ name, fact }) => [name, fact.absent]))
  const mayBeThere = plan.filter(({ fact, place }) => fact.required || place >= 0)
  return (cells) => {
    const facts: Record<string, unknown> = { ...absent }
    let problems: FactProblem[] | undefined
    for (const { name, fact, place } of mayBeThere) {
      const cell = cells[place]
      if (cell === undefined || cell === '') {
        if (fact.required) problems = [...(problems ?? []), { fact: name, problem: missing }]
        continue
      }
      const read = fact.read(cell)
      if (Array.isArray(read)) problems = [...(problems ?? []), ...named(name, read)]
      else facts[name] = read.value
    }
    return problems === undefined ? done(facts as Facts) : refused({ reason: 'bad-facts', problems })
  }
}

const rememberedCells = 50_000
/** Longer texts are slices that would keep the piece of file they were cut from alive. */
const rememberedLength = 12

/** A column repeats its values (days, choices): what was read once is not read again. */
function remembering(read: Fact<unknown>['read']): Fact<unknown>['read'] {
  const known = new Map<unknown, ReturnType<typeof read>>()
  return (raw) => {
    const before = known.get(raw)
    if (before !== undefined) return before
    const found = read(raw)
    if (known.size < rememberedCells && typeof raw === 'string' && raw.length <= rememberedLength) known.set(raw, found)
    return found
  }
}
