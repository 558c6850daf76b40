import { describe, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import type { Register } from '../matching/registers.ts'
import { type FactRow, makeJudge } from './judging.ts'
import { defaultRules, type RegionRules, type StoredRuleSet } from './rule-sets.ts'

const ruleSet = (rules: Partial<RegionRules> = {}): StoredRuleSet => ({
  id: 'r',
  year: 2027,
  version: 1,
  title: 'Contoh',
  legalBasis: '',
  rules: { ...defaultRules, ...rules },
  madeBy: 'uji',
  approvedBy: null,
  madeAt: '',
})

const farmer: FactRow = {
  id: 1,
  village: '51.03.01.1002',
  nik: '5103010101800001',
  birthDate: '1980-01-01',
  occupation: 'Buruh tani',
  civil: 'alive',
  isDeceased: false,
  coveredBy: null,
  decile: 2,
}

type Case = [
  name: string,
  row: Partial<FactRow>,
  neverAsked: Register[],
  rules: Partial<RegionRules>,
  isEligible: boolean,
  unmet: string[],
  unknown: string[],
]

const none: Register[] = []
const all: Register[] = ['dukcapil', 'bpjs', 'dtsen', 'deaths']
const notAsked = { civil: 'not-asked', decile: null }

describe('A worker', () => {
  test.each<Case>([
    ['about whom all is well', {}, none, {}, true, [], []],
    ['who has died', { civil: 'deceased', isDeceased: true }, none, {}, false, ['not-deceased'], []],
    ['whom Dukcapil does not know', { civil: 'unknown' }, none, {}, false, ['known-to-civil-registry'], ['not-deceased']],
    ['who is insured already', { coveredBy: 'PU' }, none, {}, false, ['not-already-covered'], []],
    ['who is a civil servant', { occupation: 'PNS' }, none, {}, false, ['occupation-allowed'], []],
    ['who keeps house', { occupation: 'Mengurus rumah tangga' }, none, {}, false, ['is-working'], []],
    ['whose occupation is empty', { occupation: null }, none, {}, false, [], ['is-working']],
    ['who turns 18 on the day', { birthDate: '2009-01-01' }, none, {}, true, [], []],
    ['who turns 18 the day after', { birthDate: '2009-01-02' }, none, {}, false, ['age-at-entry'], []],
    ['who turns 65 on the day', { birthDate: '1962-01-01' }, none, {}, false, ['age-at-entry'], []],
    ['who turns 65 the day after', { birthDate: '1962-01-02' }, none, {}, true, [], []],
    ['without a birth date', { birthDate: null }, none, {}, false, [], ['age-at-entry']],
    ['without a NIK', { nik: null }, none, {}, false, ['nik-valid'], []],
    ['whose decile is missing', { decile: null }, none, { decileCeiling: 4 }, true, [], []],
    [
      'whose decile is missing where it must be known',
      { decile: null },
      none,
      { decileCeiling: 4, unknownDecile: 'wait' },
      false,
      [],
      ['decile-ceiling'],
    ],
    ['above the decile ceiling', { decile: 5 }, none, { decileCeiling: 4 }, false, ['decile-ceiling'], []],
    [
      'before any register has answered',
      notAsked,
      all,
      {},
      true,
      [],
      ['known-to-civil-registry', 'not-deceased', 'not-already-covered'],
    ],
    [
      'before any answer, where the rules wait for it',
      notAsked,
      all,
      { unaskedRegisters: 'wait' },
      false,
      [],
      ['known-to-civil-registry', 'not-deceased', 'not-already-covered'],
    ],
    [
      'with a death certificate before Dukcapil answered',
      { ...notAsked, isDeceased: true },
      ['dukcapil'],
      {},
      false,
      ['not-deceased'],
      ['known-to-civil-registry'],
    ],
  ])(
    '%s: facts %o, never asked %o, rules %o: eligible %s, unmet %o, unknown %o',
    (_name, row, neverAsked, rules, isEligible, unmet, unknown) => {
      const judge = makeJudge({ ruleSet: ruleSet(rules), on: day('2027-01-01'), neverAsked })
      expect(judge({ ...farmer, ...row })).toMatchObject({ isEligible, unmet, unknown })
    },
  )
})
