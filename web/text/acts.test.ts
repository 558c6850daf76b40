import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runStates } from '../../src/contributions/steps-api.ts'
import { actText, subjectText } from './acts.ts'

const source = fileURLToPath(new URL('../../src', import.meta.url))
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))

/** Every act and every kind of subject that some operation writes into the audit trail. */
function written(pattern: RegExp): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))]
}

test('every act that is ever written into the audit trail can be read in words', () => {
  const acts = written(/\baudit\(\s*ctx,\s*'([^']+)'/g)
  expect(acts).toContain('intake.accepted')
  const steps = runStates.filter((state) => state !== 'computed').map((state) => `contributions.${state}`)
  expect([...acts, ...steps].filter((act) => !(act in actText))).toEqual([])
})

test('every kind of record an audit line is about has a name', () => {
  const kinds = written(/\baudit\(\s*ctx,\s*['`][^'`]+['`],\s*\{ kind: '([^']+)'/g)
  expect(kinds).toContain('worker')
  expect(kinds.filter((kind) => !(kind in subjectText))).toEqual([])
})
