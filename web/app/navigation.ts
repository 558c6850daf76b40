import {
  IconChartBar,
  IconChecklist,
  IconCoins,
  IconFileImport,
  IconGavel,
  IconHistory,
  IconHome,
  IconId,
  IconLink,
  IconMapPin,
  IconScale,
  IconShieldLock,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Role } from '../../src/platform/actor.ts'
import type { Wording } from '../../values/language.ts'
import type { appText } from '../text/app.ts'
import { paths } from '../paths.ts'

/** One place in the navigation. Those whose page does not exist, or whose roles the reader lacks, are not shown. */
export type Place = { id: PlaceId; to: string; label: Label; icon: TablerIcon; roles?: readonly Role[] }

type Label = { [Key in keyof typeof appText]: (typeof appText)[Key] extends Wording ? Key : never }[keyof typeof appText]

export type PlaceId =
  | 'home'
  | 'approvals'
  | 'intake'
  | 'workers'
  | 'duplicates'
  | 'matching'
  | 'programmes'
  | 'membership'
  | 'contributions'
  | 'coverage'
  | 'rules'
  | 'places'
  | 'audit'
  | 'privacy'
  | 'people'

/** Roles whose work is the whole region. */
const regional: readonly Role[] = ['officer', 'approver', 'treasurer', 'planner', 'auditor', 'administrator']

/** The navigation in groups, in the order of a worker's way through the programme. */
export const navigation: readonly { label?: Label; places: readonly Place[] }[] = [
  {
    places: [
      { id: 'home', to: paths.home(), label: 'home', icon: IconHome },
      { id: 'approvals', to: paths.approvals(), label: 'approvals', icon: IconChecklist, roles: regional },
    ],
  },
  {
    label: 'groupPeople',
    places: [
      { id: 'intake', to: paths.intakes(), label: 'intake', icon: IconFileImport },
      { id: 'workers', to: paths.workers(), label: 'workers', icon: IconUsers },
      {
        id: 'duplicates',
        to: paths.duplicates(),
        label: 'duplicates',
        icon: IconUsersGroup,
        roles: ['officer', 'approver', 'auditor', 'administrator'],
      },
      { id: 'matching', to: paths.matching(), label: 'matching', icon: IconLink, roles: regional },
    ],
  },
  {
    label: 'groupProgramme',
    places: [
      { id: 'programmes', to: paths.programmes(), label: 'programmes', icon: IconGavel, roles: regional },
      { id: 'membership', to: paths.memberships(), label: 'membership', icon: IconId },
      { id: 'contributions', to: paths.contributions(), label: 'contributions', icon: IconCoins },
      { id: 'coverage', to: paths.coverage(), label: 'coverage', icon: IconChartBar },
    ],
  },
  {
    label: 'groupKnow',
    places: [
      { id: 'rules', to: paths.rules(), label: 'rules', icon: IconScale },
      { id: 'places', to: paths.places(), label: 'places', icon: IconMapPin },
    ],
  },
  {
    label: 'groupAdministration',
    places: [
      {
        id: 'audit',
        to: paths.auditTrail(),
        label: 'auditTrail',
        icon: IconHistory,
        roles: ['administrator', 'auditor', 'approver'],
      },
      {
        id: 'privacy',
        to: paths.privacy(),
        label: 'privacy',
        icon: IconShieldLock,
        roles: ['administrator', 'officer', 'approver', 'auditor'],
      },
      { id: 'people', to: paths.people(), label: 'people', icon: IconUserCog, roles: ['administrator', 'auditor'] },
    ],
  },
]

/** The four places a phone keeps at the bottom, as far as they exist for the reader. */
export const commonest: readonly PlaceId[] = ['home', 'intake', 'workers', 'coverage']
