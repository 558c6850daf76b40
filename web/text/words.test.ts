import { expect, test } from 'vitest'
import { formatCount } from '../../values/numbers.ts'
import { say, words } from './words.ts'

const sample = words({
  freeze: { id: 'Bekukan daftar', en: 'Freeze the list' },
  frozen: (people: number) => ({
    id: `${formatCount(people, 'id')} orang dibekukan`,
    en: `${formatCount(people, 'en')} people frozen`,
  }),
})

test('a dictionary speaks the language it is asked for', () => {
  expect(say(sample, 'id').freeze).toBe('Bekukan daftar')
  expect(say(sample, 'en').freeze).toBe('Freeze the list')
})

test('a sentence writes its numbers the way its language does', () => {
  expect(say(sample, 'id').frozen(34_912)).toBe('34.912 orang dibekukan')
  expect(say(sample, 'en').frozen(34_912)).toBe('34,912 people frozen')
})

test('the words of a language are the same object each time they are asked for', () => {
  expect(say(sample, 'id')).toBe(say(sample, 'id'))
  expect(say(sample, 'id')).not.toBe(say(sample, 'en'))
})
