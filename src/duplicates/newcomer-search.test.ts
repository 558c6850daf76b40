import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { meetingKinds, reasonsOf } from './meetings.ts'
import { type Lines, searchNewcomers } from './newcomer-search.ts'

const two = (value: number) => String(value).padStart(2, '0')
const given = 'NYOMAN KETUT WAYAN MADE PUTU KADEK GEDE'.split(' ')
const last = 'SUKERTA WIRATA ARDIKA MUDITA PARWATA GUNARTA TIRTA LABA JAPA KARSA OKA'.split(' ')

/** A person by number, as the cells of a line. */
function cellsOf(number: number): string[] {
  const [year, month, date] = [1960 + (number % 41), 1 + (number % 12), 1 + (number % 28)]
  return [
    `510301${two(date)}${two(month)}${two(year % 100)}${String(1 + (number % 7)).padStart(4, '0')}`,
    String(5_103_010_000_000_000 + number * 791_999_137),
    `${given[number % 7] ?? ''} ${last[number % 11] ?? ''} ${last[(number * 3) % 11] ?? ''}`,
    `${year}-${two(month)}-${two(date)}`,
    'L',
    `NI ${given[Math.floor(number / 7) % 7] ?? ''} ${last[Math.floor(number / 11) % 11] ?? ''}`,
    'BR KAJA',
    '51.03.01.1002',
    '',
  ]
}

const line = (id: number, cells: readonly string[]) => `${id}\t${cells.join('\t')}\n`
const known = Array.from({ length: 400 }, (_, at) => line(1000 + at, cellsOf(at)))
const newcomers = [
  line(1, cellsOf(17).with(0, '')),
  line(2, cellsOf(17).with(0, `${cellsOf(17)[0]?.slice(0, 15) ?? ''}0`)),
  line(3, cellsOf(5000)),
  line(4, cellsOf(230).with(2, 'COKORDA RAKA SUDARMA').with(5, 'X').with(1, '')),
]

function linesOf(lines: readonly string[]): () => Lines {
  return async function* () {
    for (let from = 0; from < lines.length; from += 100) yield new TextEncoder().encode(lines.slice(from, from + 100).join(''))
  }
}

async function search(isSmall: boolean) {
  const heard: number[] = []
  const { meetings, model, learned } = await searchNewcomers(
    { newcomers: linesOf(newcomers), sample: linesOf(known), known: [linesOf(known)] },
    { isSmall, population: 404, weights: undefined, today: day('2026-11-01'), onCompared: (people) => heard.push(people) },
  )
  const told = meetings.flatMap((met, source) => {
    const reasons = reasonsOf(met, model)
    return Array.from(met.newcomers, (newcomer, at) => ({
      source,
      pair: `${newcomer} ${met.others[at] ?? 0}`,
      kind: meetingKinds[met.kinds[at] ?? 0],
      probability: Math.round((met.probabilities[at] ?? 0) * 1000) / 1000,
      nik: reasons(at).find(({ field }) => field === 'nik')?.level ?? 'missing',
    }))
  })
  return { told: told.sort((a, b) => a.source - b.source || a.pair.localeCompare(b.pair)), learned, heard }
}

test('newcomers are found among each other and among those known, two people under one NIK are told from one person, and strangers pass', async () => {
  const { told, learned } = await search(true)
  expect(told.map(({ source, pair, kind, nik }) => [source, pair, kind, nik])).toEqual([
    [0, '1 2', 'duplicate', 'missing'],
    [1, '1 1017', 'duplicate', 'missing'],
    [1, '2 1017', 'duplicate', 'last digit lost'],
    [1, '4 1230', 'nik-shared', 'same'],
  ])
  for (const one of told.slice(0, 3)) expect(one.probability).toBeGreaterThan(0.9)
  expect(learned).toBeUndefined()
})

test('threads find what one alone finds, and tell how far they are', async () => {
  const [alone, together] = [await search(true), await search(false)]
  expect(together.told).toEqual(alone.told)
  expect(together.heard).toEqual([100, 200, 300, 400])
}, 20_000)
