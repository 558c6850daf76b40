import type { Day } from '../../values/days.ts'
import { type EpochDay, toEpochDay } from '../kit/epoch.ts'
import { dayFact, type FactSchema } from '../kit/facts.ts'
import { groundKind } from '../kit/ground.ts'

/** The unbroken membership in which something happened; no last day says that it still runs. */
export type Membership = { readonly memberSince: Day; readonly memberUntil?: Day | undefined }

/** How membership is asked for, the same in every benefit. */
export const membershipFacts: FactSchema<Membership> = {
  memberSince: dayFact({
    id: 'hari pertama kepesertaan yang tidak terputus (setelah terputus: hari pendaftaran ulang)',
    en: 'first day of the unbroken membership (after a lapse: the day of re-registration)',
  }),
  memberUntil: dayFact(
    { id: 'hari terakhir terlindungi; kosong bila masih aktif', en: 'last day covered; empty while still active' },
    { absent: undefined },
  ),
}

export const neverEnds = 2_932_896 as EpochDay

/** The last day covered as a day number; the year 9999 while the membership runs. */
export function lastDayNumber(membership: Membership): EpochDay {
  return membership.memberUntil === undefined ? neverEnds : toEpochDay(membership.memberUntil)
}

export const diedAsMember = groundKind({
  id: 'death-in-membership',
  condition: { id: 'Meninggal dalam masa kepesertaan aktif', en: 'Died inside the active membership' },
  law: { law: 'pp-44-2015', sources: ['S04a'] },
})

export const injuredAsMember = groundKind({
  id: 'accident-in-membership',
  condition: {
    id: 'Kecelakaan atau diagnosis terjadi dalam masa kepesertaan aktif',
    en: 'Accident or diagnosis inside the active membership',
  },
  law: { law: 'pp-44-2015', sources: ['S15'] },
})
