import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (terms: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

/**
 * Gives memory that nothing holds any more back at once, the room for new things included, as when memory runs out. For the moment between two
 * heavy steps, so that their highest marks do not add up.
 */
export function letGoOfMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as Collect
  setFlagsFromString('--no-expose-gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
