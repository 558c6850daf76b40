import { describe, expect, test } from 'vitest'
import { listFiles, listSources, root } from './sources.ts'

const excepted = /\.(cases|test)\.tsx?$|^rules\/parameters\/|^db\/schema\.ts$|^web\/text\//
const emptyNames = /(^|\/)(utils?|helpers?|common|misc|services?|core|lib|manager|data|info|stuff|temp|new|old|v2)(\.|\/|$)/i

describe('The house', () => {
  test('has no file over 500 lines', () => {
    const sources = listSources().filter((source) => !excepted.test(source.path))
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.filter((source) => source.lines > 500).map((source) => `${source.path}: ${source.lines}`)).toEqual([])
  })

  test('has no folder or file whose name says nothing', () => {
    expect(listFiles(root).filter((path) => emptyNames.test(path))).toEqual([])
  })

  test.each(['src/utils/a.ts', 'src/claims/helpers.ts', 'web/common.tsx'])('would see that `%s` says nothing', (path) => {
    expect(emptyNames.test(path)).toBe(true)
  })

  test('leaves no debugging, no skipped test and no silenced check behind', () => {
    const leftovers = /\b(?:test|describe|it)\.(?:only|todo)\(|@ts-ignore|\bdebugger\b|\bTODO\b|\bFIXME\b/
    expect(leftovers.test(['test', 'only('].join('.'))).toBe(true)
    const found = listSources().filter((source) => leftovers.test(source.text) && !source.path.startsWith('test/architecture/'))
    expect(found.map((source) => source.path)).toEqual([])
  })
})
