import type { Source } from './sources.ts'

/** The one order of folders: a file imports from its own folder and from earlier ones. `ARCHITECTURE.md` shows the same list. */
export const order = [
  'values',
  'rules',
  'src/platform',
  'src/reading',
  'src/approvals',
  'src/rules',
  'src/places',
  'src/registry',
  'src/accounts',
  'src/confidential',
  'src/duplicates',
  'src/matching',
  'src/intake',
  'src/eligibility',
  'src/programmes',
  'src/membership',
  'src/contributions',
  'src/cards',
  'src/claims',
  'src/coverage',
  'src/privacy',
  'src/home',
  'src/demo',
  'src',
] as const

/** Files of a slice that only the slice itself and the doors may import. */
const privateFiles = /\/(store|routes|commands)\.ts$/

/** Why an import is not allowed; nothing when it is. */
export function objectionTo(source: Source, target: string): string | undefined {
  const from = placeOf(source.path)
  const to = placeOf(target)
  if (from === undefined || to === undefined) return undefined
  if (from === to) return undefined
  if (from === 'web') return objectionToWeb(target, to)
  if (to === 'web') return `${source.path} imports the web (${target})`
  if (order.indexOf(from) < order.indexOf(to)) return `${source.path} imports ${target}: ${to} comes after ${from}`
  if (from !== 'src' && to !== 'values' && to !== 'rules' && to !== 'src/platform' && privateFiles.test(target))
    return `${source.path} imports ${target}, which is private to ${to}`
  return undefined
}

function objectionToWeb(target: string, to: string): string | undefined {
  if (to === 'values' || to === 'rules') return undefined
  return /(^|-)api\.ts$|\/endpoint\.ts$|\/actor\.ts$/.test(target.split('/').at(-1) ?? '') ||
    /platform\/(endpoint|actor)\.ts$/.test(target)
    ? undefined
    : `the web imports ${target}: only a slice's api.ts may be imported`
}

type Place = (typeof order)[number] | 'web'

function placeOf(path: string): Place | undefined {
  if (path.startsWith('web/')) return 'web'
  const [top, second, third] = path.split('/')
  if (top === 'src') return third === undefined ? 'src' : order.find((place) => place === `src/${second}`)
  return order.find((place) => place === top)
}
