import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { objectionTo, order } from './order.ts'
import { listSources, readSource, root } from './sources.ts'

const isTest = /\.(test|cases)\.tsx?$|^test\/|^bench\/|^scripts\//
const sources = listSources().filter((source) => !isTest.test(source.path))

describe('The order of folders', () => {
  test('is kept by every import', () => {
    expect(sources.length).toBeGreaterThan(50)
    const objections = sources.flatMap((source) => source.imports.flatMap((target) => objectionTo(source, target) ?? []))
    expect(objections).toEqual([])
  })

  test('has a place for every folder of src', () => {
    const folders = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((folder) => `src/${folder.name}`).filter((folder) => !order.some((place) => place === folder))).toEqual([])
  })

  test.each([
    ['an earlier slice that imports a later one', 'src/places/places.ts', `import { a } from '../coverage/coverage.ts'`],
    ['a law that imports the database', 'rules/contributions/x.ts', `import { a } from '../../src/platform/context.ts'`],
    ['a slice that imports the private store of another', 'src/coverage/coverage.ts', `import { a } from '../places/store.ts'`],
    ['a page that imports an operation', 'web/places/page.tsx', `import { a } from '../../src/places/operations.ts'`],
  ])('is seen to be broken by %s', (_name, path, text) => {
    const source = readSource(path, text)
    expect(source.imports.flatMap((target) => objectionTo(source, target) ?? [])).toHaveLength(1)
  })
})

describe('The law', () => {
  const impurities = /\bnew Date\(|Date\.now|Temporal\.Now|Math\.random|process\.|node:/

  test('reads no clock, environment or chance', () => {
    const law = sources.filter((source) => source.path.startsWith('rules/') || source.path.startsWith('values/'))
    expect(law.length).toBeGreaterThan(5)
    expect(law.filter((source) => impurities.test(source.text)).map((source) => source.path)).toEqual([])
  })

  test.each(['const a = Date.now()', "import fs from 'node:fs'", 'const b = Math.random()'])(
    'would be seen to read them in `%s`',
    (text) => {
      expect(impurities.test(text)).toBe(true)
    },
  )
})
