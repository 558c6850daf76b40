import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Licences that ask nothing of the region but to name the authors. */
const free = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]

/** What is taken all the same, and why. */
const exceptions: Readonly<Record<string, string>> = {
  lightningcss: 'MPL-2.0, unmodified, a tool of the build; nothing of it reaches a reader',
  'png-js': 'its package names no licence; the file LICENSE beside it is MIT',
}

type Package = { dev?: boolean; devOptional?: boolean; license?: string }

test('Everything the programme runs on comes from the registry of packages, pinned by its hash, under a licence that asks nothing back', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Record<string, Package & { resolved?: string; integrity?: string }>
  }
  const used = Object.entries(packages).filter(([path, found]) => path !== '' && found.dev !== true)
  expect(used.length).toBeGreaterThan(50)
  expect(used.filter(([, found]) => found.integrity === undefined).map(([path]) => path)).toEqual([])
  expect(
    used
      .filter(([path, found]) => !isFree(licenceOf(path, found)) && !isException(path))
      .map(([path, found]) => `${path}: ${licenceOf(path, found)}`),
  ).toEqual([])
})

function licenceOf(path: string, found: Package): string {
  if (found.license !== undefined) return found.license
  const own = `${root}${path}/package.json`
  return existsSync(own) ? String((JSON.parse(readFileSync(own, 'utf8')) as Package).license) : 'unknown'
}

function isException(path: string): boolean {
  const name = path.split('node_modules/').at(-1) ?? ''
  return Object.keys(exceptions).some((known) => name === known || name.startsWith(`${known}-`))
}

/** `(MIT OR GPL-2.0)` is free when one of its choices is; `MIT AND ISC` when both are. */
function isFree(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((part) => free.includes(part.trim())))
}
