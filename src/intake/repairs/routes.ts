import { maskNik } from '../../../values/nik.ts'
import { done } from '../../../values/outcome.ts'
import { hasRole } from '../../platform/actor.ts'
import { worded } from '../../platform/refusal.ts'
import { type Route, route } from '../../platform/route.ts'
import * as api from '../repairs-api.ts'
import { findShownRow } from '../row-views.ts'
import * as alike from './alike.ts'
import type { MendableField } from './corrections.ts'
import * as operations from './operations.ts'
import { wordRepairRefusal } from './refusals.ts'
import { startMending } from './long-repairs.ts'
import { listActs } from './store.ts'
import { listUnplaced, villageNames } from './villages.ts'

export const repairRoutes: Route[] = [
  route(api.repairCell, async ({ carryOut, params, body }) => {
    const { field, value, ...row } = body
    const outcome = await carryOut(async (ctx) => {
      const repaired = await operations.repairCell(ctx, { ...params, row, field, value })
      if (!repaired.ok) return repaired
      const shown = await findShownRow(ctx, params.intakeId, row)
      if (shown === undefined) throw new Error('a mended row is gone')
      return done({ ...repaired.value, row: shown })
    })
    return worded(outcome, wordRepairRefusal)
  }),
  route(api.foreseeAlike, async ({ look, params, body }) => {
    const outcome = await look((ctx) => alike.foreseeAlike(ctx, { ...params, alike: body }))
    if (!outcome.ok) return worded(outcome, wordRepairRefusal)
    const examples = outcome.value.examples.map((example) => ({
      ...example,
      written: shownText(body.field, example.written),
      becomes: shownText(body.field, example.becomes),
    }))
    return done({ ...outcome.value, examples })
  }),
  route(api.repairAlike, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => startMending(ctx, { ...params, mending: { kind: 'alike', alike: body } })), wordRepairRefusal),
  ),
  route(api.listUnplaced, async ({ look, params }) => done({ groups: await look((ctx) => listUnplaced(ctx, params.intakeId)) })),
  route(api.placeRows, async ({ carryOut, params, body }) =>
    worded(
      await carryOut((ctx) => startMending(ctx, { ...params, mending: { kind: 'village', placing: body } })),
      wordRepairRefusal,
    ),
  ),
  route(api.groupWritten, async ({ look, params }) => {
    const outcome = await look((ctx) => alike.groupWritten(ctx, params))
    if (!outcome.ok) return worded(outcome, wordRepairRefusal)
    const { field, kinds, groups } = outcome.value
    // Numbers of people are mended one by one: no two are alike, and lists show them masked.
    return done({ field, kinds, groups: field === 'nik' || field === 'familyCard' ? [] : groups })
  }),
  route(api.listRepairs, async ({ look, asking, params }) => {
    const [acts, villages] = await look(async (ctx) => {
      const made = await listActs(ctx, params.intakeId)
      const named = made.flatMap(({ field, repaired }) => (field === 'village' && repaired !== null ? [repaired] : []))
      return [made, await villageNames(ctx, named)] as const
    })
    const isOfficer = hasRole(asking.actor, ['officer'], asking.region)
    const repairs = acts.map(({ code: _code, madeById, ...act }) => {
      const field = act.field as MendableField | 'village'
      const repaired = field === 'village' ? (villages.get(act.repaired ?? '') ?? act.repaired) : act.repaired
      return {
        ...act,
        field,
        written: act.written === null ? null : shownText(field, act.written),
        repaired: repaired === null ? null : shownText(field, repaired),
        isReaders: isOfficer || madeById === asking.actor.id,
      }
    })
    return done({ repairs })
  }),
  route(api.undoRepair, async ({ carryOut, asking, params }) => {
    const mayUndoOthers = hasRole(asking.actor, ['officer'], asking.region)
    const mending = { kind: 'undo', repairId: params.repairId, mayUndoOthers } as const
    return worded(await carryOut((ctx) => startMending(ctx, { intakeId: params.intakeId, mending })), wordRepairRefusal)
  }),
  route(api.showCells, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => operations.showCells(ctx, { ...params, row: body })), wordRepairRefusal),
  ),
]

function shownText(field: MendableField | 'village', text: string): string {
  return field === 'nik' || field === 'familyCard' ? maskNik(text) : text
}
