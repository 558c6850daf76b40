import type { Region } from '../../values/areas.ts'
import { areaOfRegion } from '../../values/areas.ts'
import { proposeRoles } from '../accounts/grants.ts'
import { answerRequest } from '../approvals/operations.ts'
import { defaultRules } from '../eligibility/rule-sets.ts'
import { requestRuleSet, ruleSetWork } from '../eligibility/rule-set-request.ts'
import type { Actor } from '../platform/actor.ts'
import { type Asking, carryOut } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { requestDecree } from '../programmes/decree-request.ts'
import { runEligibility } from '../programmes/operations.ts'
import { type Cast, kept } from './demo.ts'

/** Leaves something of every kind in the inbox of approvals, and one refusal in its history. */
export async function askDemoRequests(
  platform: Platform,
  region: Region,
  cast: Cast & { administrator: Actor; planner: Actor },
): Promise<void> {
  const { today, officer, approver, administrator, planner } = cast
  const as = (actor: Actor): Asking => ({ actor, region, today })
  const next = today.year + 1
  const rules = (decileCeiling: number, because: string) =>
    kept(
      carryOut(platform, as(officer), (ctx) =>
        requestRuleSet(ctx, {
          year: next,
          title: `Perbup pekerja rentan ${next}`,
          legalBasis: `Contoh: rancangan Peraturan Bupati ${next}`,
          rules: { ...defaultRules, decileCeiling },
          because,
        }),
      ),
    )
  const tooNarrow = await rules(2, 'Menyesuaikan pagu tahun depan')
  const reason = 'Desil 2 menyisihkan separuh nelayan; hitung lagi dengan desil 4'
  const refusal = { requestId: tooNarrow.requestId, verdict: 'refuse' as const, reason }
  await kept(carryOut(platform, as(approver), (ctx) => answerRequest(ctx, refusal, { 'eligibility.rule-set': ruleSetWork })))
  await rules(4, 'Hasil rapat: desil 1 sampai 4, sesuai pagu tahun depan')
  const programme = `RENTAN-${next}`
  await kept(carryOut(platform, as(officer), (ctx) => runEligibility(ctx, { programme })))
  const number = `560/1102/HK/${today.year}`
  await kept(
    carryOut(platform, as(officer), (ctx) =>
      requestDecree(ctx, { programme, number, decidedOn: today, because: 'Naskah SK sudah diparaf Bagian Hukum' }),
    ),
  )
  const role = { role: 'assessor' as const, area: areaOfRegion(region), firstDay: today, lastDay: null }
  await kept(
    carryOut(platform, as(administrator), (ctx) =>
      proposeRoles(ctx, { accountId: planner.id, roles: [role], because: 'Anggota tim penilai Paritrana' }),
    ),
  )
}
