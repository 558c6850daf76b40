import { expect, test } from 'vitest'
import { killAtRandom } from './killed.ts'

test(
  'Killed at random moments of intake and of a contribution run, nothing is lost or doubled and the ledger balances',
  { timeout: 240_000 },
  async () => {
    const toll = await killAtRandom({ kills: 4, seed: 7, people: 300 })
    expect(toll.faults).toEqual([])
    expect(toll.intakeKills + toll.runKills).toBeGreaterThanOrEqual(4)
  },
)
