/** Newcomers put together who are at least probably one person, by their ids. */
export type NewcomerGroups = {
  readonly join: (one: number, other: number) => void
  /** Everybody who was joined to somebody, with the lowest id of their person. */
  readonly members: () => Iterable<readonly [newcomer: number, person: number]>
}

/** Starts with everybody alone. */
export function newcomerGroups(): NewcomerGroups {
  const parents = new Map<number, number>()
  const rootOf = (id: number): number => {
    let root = id
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent
    return root
  }
  return {
    join: (one, other) => {
      const [left, right] = [rootOf(one), rootOf(other)]
      const low = Math.min(left, right)
      parents.set(low, low).set(Math.max(left, right), low)
    },
    members: function* () {
      for (const id of parents.keys()) yield [id, rootOf(id)]
    },
  }
}
