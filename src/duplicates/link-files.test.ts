import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkFiles } from './link-files.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const given = 'mitchell harley madeline isabelle taylor toby harry olivia jacob blake amber stirling mya chloe barnaby'.split(' ')
const surnames =
  'green mccarthy mason webb stubbs hathaway shepherd egan whiteway glass pamplin reid tylkowski robson painter'.split(' ')

const two = (value: number) => String(value).padStart(2, '0')

/** Six hundred people in a file of their own; `slip` writes the same people as another clerk would. */
function english(slip: boolean): string {
  let state = 5
  const draw = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * limit)
  }
  const lines = Array.from({ length: 600 }, (_, person) => {
    const name = given[draw(given.length)] ?? ''
    const surname = surnames[draw(surnames.length)] ?? ''
    const street = `${1 + draw(90)} ${surnames[draw(surnames.length)] ?? ''} street`
    const born = `${1930 + draw(60)}${two(1 + draw(12))}${two(1 + draw(28))}`
    const swapped = slip && person % 5 === 0
    const names = swapped ? [surname, name] : [name, surname]
    return [person, ...names, slip && person % 4 === 0 ? `${street}t` : street, slip && person % 9 === 0 ? '' : born].join(', ')
  })
  return `rec_id, given_name, surname, address_1, date_of_birth\n${lines.join('\n')}\n`
}

const map = { id: 'rec_id', givenName: 'given_name', surname: 'surname', address: 'address_1', birthDate: 'date_of_birth' }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ucok-link-'))
  writeFileSync(at('left.csv'), english(false))
  writeFileSync(at('right.csv.gz'), gzipSync(english(true)))
  writeFileSync(at('map.json'), JSON.stringify(map))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('people of two English files are linked, plain or gzipped, without a NIK', async () => {
  const linked = await linkFiles({
    left: at('left.csv'),
    right: at('right.csv.gz'),
    map: at('map.json'),
    out: at('pairs.csv'),
    threshold: 0.5,
  })
  expect(linked).toMatchObject({ ok: true, value: { records: 1200 } })
  const pairs = readFileSync(at('pairs.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  const right = pairs.filter(([left, other]) => left === other).length
  expect(right / pairs.length).toBeGreaterThan(0.98)
  expect(right / 600).toBeGreaterThan(0.97)
}, 60_000)

test.each([
  ['a file that is not there', { left: 'nowhere.csv', map: 'map.json' }, 'file-not-readable'],
  ['a map that is not there', { left: 'left.csv', map: 'nowhere.json' }, 'file-not-readable'],
  ['a map that is no JSON', { left: 'left.csv', map: 'left.csv' }, 'map-not-readable'],
])('%s is refused', async (_, { left, map }, reason) => {
  const linked = await linkFiles({ left: at(left), map: at(map), out: at('none.csv'), threshold: 0.5 })
  expect(linked).toMatchObject({ ok: false, refusal: { reason } })
})

test('a column the file does not have is named, with those it has', async () => {
  writeFileSync(at('wrong.json'), JSON.stringify({ ...map, nik: 'NIK' }))
  const linked = await linkFiles({ left: at('left.csv'), map: at('wrong.json'), out: at('none.csv'), threshold: 0.5 })
  expect(linked).toMatchObject({
    ok: false,
    refusal: {
      reason: 'column-missing',
      column: 'NIK',
      headings: ['rec_id', 'given_name', 'surname', 'address_1', 'date_of_birth'],
    },
  })
})

test('a file with headings only links nobody and says so', async () => {
  writeFileSync(at('empty.csv'), 'rec_id,given_name,surname,address_1,date_of_birth\n')
  const linked = await linkFiles({ left: at('empty.csv'), map: at('map.json'), out: at('none.csv'), threshold: 0.5 })
  expect(linked).toMatchObject({ ok: false, refusal: { reason: 'file-without-rows' } })
})
