import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { languages } from '../../values/language.ts'
import { findRule, rules } from '../../rules/book.ts'
import type { DescribedFacts, Fact } from '../../rules/kit/facts.ts'
import { memberWords } from '../text/fact-words.ts'
import {
  choiceLabel,
  dayMeaning,
  factLines,
  factsKnownTo,
  findTypedDay,
  labelOf,
  rawOf,
  type RawFacts,
  readFactsText,
  writeFactsText,
} from './facts.ts'

function factsOf(name: string): DescribedFacts {
  return findRule(name)?.facts ?? {}
}

test.each(rules.flatMap((rule) => rule.cases.map((each) => [rule.name, each.name.en, rule, each] as const)))(
  'a worked case shared as an address is answered the same: %s, %s',
  (_rule, _name, rule, each) => {
    const answer = rule.ask(readFactsText(writeFactsText(rawOf(each.facts))), each.on)
    expect(answer).toMatchObject({ ok: true, value: { granted: each.granted, amount: each.amount } })
  },
)

function everyFact(facts: DescribedFacts): [string, Fact<unknown>][] {
  return Object.entries(facts).flatMap(([name, fact]) => [[name, fact], ...everyFact(fact.of ?? {})])
}

test('every answer of every choice has a name', () => {
  const codes = rules.flatMap((rule) => everyFact(rule.facts).flatMap(([, fact]) => fact.choices ?? []))
  const unnamed = codes.filter((code) => languages.some((each) => /^[A-Z0-9_]{6,}$|^[a-z-]+$/.test(choiceLabel(code, each))))
  expect(codes.length).toBeGreaterThan(50)
  expect(unnamed).toEqual([])
})

test('every list has a word for its members', () => {
  const lists = rules.flatMap((rule) => everyFact(rule.facts).filter(([, fact]) => fact.of !== undefined))
  expect(lists.map(([name]) => name).filter((name) => memberWords[name] === undefined)).toEqual([])
})

test('the day of a question speaks of other facts as the form calls them', () => {
  const rule = findRule('jkm') ?? rules[0]
  expect(rule && dayMeaning(rule, 'id')).toBe('Hari meninggal, kecuali “Hari meninggal” diisi')
  const names = rules.flatMap((each) => languages.map((language) => dayMeaning(each, language)))
  expect(names.filter((said) => /[a-z][A-Z]/.test(said))).toEqual([])
})

test.each([
  ['hari meninggal; kosong berarti hari pertanyaan', 'Hari meninggal', 'Kosong berarti hari pertanyaan'],
  ['sektor (keringanan PP 50/2025)', 'Sektor', 'Keringanan PP 50/2025'],
  ['desil kesejahteraan (1–10)', 'Desil kesejahteraan (1–10)', undefined],
  ['siapa yang membayar', 'Siapa yang membayar', undefined],
])('“%s” is labelled “%s”', (meaning, label, hint) => {
  expect(labelOf(meaning)).toEqual({ label, hint })
})

test.each([
  ['2026-11-01', '2026-11-01'],
  ['1/11/2026', '2026-11-01'],
  ['01-11-2026', '2026-11-01'],
  ['1 November 2026', '2026-11-01'],
  ['17 Agustus 2026', '2026-08-17'],
  ['17 Aug 2026', '2026-08-17'],
  ['31/2/2026', undefined],
  ['1/11/1899', undefined],
  ['1/1/2041', undefined],
  ['kemarin', undefined],
  ['', undefined],
])('a day typed %j is %j', (typed, iso) => {
  expect(findTypedDay(typed)).toBe(iso)
})

test('facts read as a person would say them', () => {
  const raw: RawFacts = {
    cause: 'jkm-death',
    children: [{ birthDate: '2015-05-03', level: 'SD', grade: 4 }],
    monthsPaid: 40,
    eventDate: null,
  }
  expect(factLines(factsOf('scholarship'), raw, 'id').map(({ label, value }) => `${label}: ${value}`)).toEqual([
    'Sebab beasiswa: Meninggal, bukan karena kerja (JKM)',
    'Anak-anak, dalam urutan yang dipilih keluarga: tanggal lahir anak 3 Mei 2015, SD, tahun ke berapa pada jenjang itu 4',
    'Bulan iuran yang sudah dibayar: 40 bulan',
  ])
})

test('another rule keeps the facts it knows and forgets the others', () => {
  const raw = { memberSince: '2024-01-01', workRelated: true, income: 1_500_000 }
  expect(factsKnownTo(factsOf('jkm'), raw)).toEqual({ memberSince: '2024-01-01', workRelated: true })
})

test('an address nobody can read holds no facts', () => {
  for (const text of [undefined, '', '{', '[1]', '"x"', '7']) expect(readFactsText(text)).toEqual({})
  expect(writeFactsText({ income: '', children: [] })).toBeUndefined()
})

test('a worked case keeps its days when it travels', () => {
  expect(rawOf({ memberSince: day('2024-01-01'), nik: null })).toEqual({ memberSince: '2024-01-01' })
})
