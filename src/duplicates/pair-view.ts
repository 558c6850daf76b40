import { maskNik } from '../../values/nik.ts'
import { done, refused } from '../../values/outcome.ts'
import type { Context } from '../platform/context.ts'
import { findCivil, findCovers } from './merges.ts'
import { markNumbers } from './number-marks.ts'
import { findBothPeople, findPair, pairsOfGroup } from './pairs.ts'
import { newerSide, propose } from './survivorship.ts'
import type { Side } from './survivors-api.ts'

type Person = Awaited<ReturnType<typeof findBothPeople>>[number]

/**
 * A pair side by side, with NIK, family card and phone masked down to the digits that differ, why they may be one, which values a merge
 * would keep and why, and who else hangs together with them.
 */
export async function viewPair(ctx: Context, key: { left: number; right: number }) {
  const pair = await findPair(ctx, key.left, key.right)
  const people = await findBothPeople(ctx, key.left, key.right)
  const left = people.find((one) => one.id === key.left)
  const right = people.find((one) => one.id === key.right)
  if (pair === undefined || left === undefined || right === undefined) return refused({ reason: 'no-such-pair' as const })
  const covers = await findCovers(ctx, [left.id, right.id])
  const civil = await findCivil(ctx, [left.nik, right.nik])
  const original = (one: Person) => ({ values: one, recordedAt: one.recorded_at, civil: civil.get(one.nik ?? '') })
  const proposed = propose(original(left), original(right))
  const kept: Side = covers.open.includes(left.id) ? 'left' : covers.open.includes(right.id) ? 'right' : proposed.nik.side
  const group = pair.groupWorker === null ? [] : await pairsOfGroup(ctx, pair.groupWorker)
  return done({
    left: shown(left, covers),
    right: shown(right, covers),
    numbers: {
      nik: markNumbers(left.nik, right.nik),
      family_card: markNumbers(left.family_card, right.family_card),
      phone: markNumbers(left.phone, right.phone),
    },
    probability: pair.probability,
    likelihood: pair.likelihood,
    state: pair.state,
    foundAt: pair.foundAt,
    decidedByName: pair.decidedByName,
    decidedAt: pair.decidedAt,
    reasons: pair.reasons,
    proposed,
    newer: newerSide(original(left), original(right)),
    kept,
    group: group.length > 1 ? group : [],
  })
}

function shown(one: Person, covers: { ever: number[]; open: number[] }) {
  const { id, full_name, birth_place, birth_date, sex, mother_name, occupation, monthly_income } = one
  const { address, neighbourhood, villageName, sourceFile } = one
  return {
    id,
    full_name,
    birth_place,
    birth_date,
    sex,
    mother_name,
    occupation,
    monthly_income,
    address,
    neighbourhood,
    villageName,
    sourceFile,
    nik: mask(one.nik),
    family_card: mask(one.family_card),
    phone: mask(one.phone),
    recordedAt: one.recorded_at,
    isMember: covers.ever.includes(id),
    isCovered: covers.open.includes(id),
  }
}

const mask = (text: string | null) => (text === null ? null : maskNik(text))
