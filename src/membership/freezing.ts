import { day } from '../../values/days.ts'
import { done } from '../../values/outcome.ts'
import type { ApprovedWork } from '../approvals/approvals.ts'
import { worded } from '../platform/refusal.ts'
import { freezeDecree } from '../programmes/decree.ts'
import { fingerprintOfList } from '../programmes/decree-request.ts'
import { wordProgrammeRefusal } from '../programmes/refusals.ts'
import { openPeriodsFromDecree } from './operations.ts'
import { wordMembershipRefusal } from './refusals.ts'

/** What two people do when they freeze a list: the decree and the covers of everyone within the quota, both or neither. */
export const decreeWork: ApprovedWork = {
  fingerprint: (ctx, { subject }) => fingerprintOfList(ctx, subject.id),
  carryOut: async (ctx, { subject, payload, askedBy, askedByName }) => {
    const { number, decidedOn } = payload as { number: string; decidedOn: string }
    const input = { programme: subject.id, number, decidedOn: day(decidedOn), askedBy: { id: askedBy, name: askedByName } }
    const frozen = worded(await freezeDecree(ctx, input), wordProgrammeRefusal)
    if (!frozen.ok) return frozen
    const { decree, warnings } = frozen.value
    const opened = worded(await openPeriodsFromDecree(ctx, { decreeId: decree.id }), wordMembershipRefusal)
    if (!opened.ok) return opened
    const changed = warnings.find((warning) => warning.kind === 'changed-since-run')?.people ?? 0
    const { people, waiting } = decree
    return done({ decreeId: decree.id, number: decree.number, people, waiting, opened: opened.value.opened, changed })
  },
}
