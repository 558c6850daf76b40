import type { Wording } from '../../values/language.ts'
import type { Register } from './registers.ts'

/** What a request may tell a register of a person. Their answer never needs more than this. */
export type AskedColumn = 'nik' | 'familyCard' | 'name' | 'birthDate' | 'sex'

/** A layout of a request: what we tell, and the empty columns the register fills in; the same file comes back as the answer. */
export type RequestLayout = {
  readonly id: string
  readonly name: Wording
  readonly asked: readonly AskedColumn[]
  readonly answered: readonly string[]
}

/**
 * The heads of what we tell. They are none that an answer is read by, so that our own values are never taken for the register's when the
 * file comes back.
 */
export const askedHeads: Readonly<Record<AskedColumn, string>> = {
  nik: 'NIK',
  familyCard: 'NO_KK_DIAJUKAN',
  name: 'NAMA_DIAJUKAN',
  birthDate: 'TGL_LAHIR_DIAJUKAN',
  sex: 'JENIS_KELAMIN_DIAJUKAN',
}

const byNik = (answered: readonly string[]): RequestLayout => ({
  id: 'nik',
  name: { id: 'NIK saja', en: 'NIK only' },
  asked: ['nik'],
  answered,
})

const byIdentity = (answered: readonly string[]): RequestLayout => ({
  id: 'identity',
  name: { id: 'NIK, nama, dan tanggal lahir', en: 'NIK, name and birth date' },
  asked: ['nik', 'name', 'birthDate'],
  answered,
})

const civil = ['STATUS', 'NAMA', 'TANGGAL_LAHIR', 'JENIS_KELAMIN', 'NAMA_IBU', 'NO_KK', 'KODE_DESA']
const insured = ['STATUS', 'SEGMEN', 'PROGRAM']
const died = ['STATUS', 'TANGGAL_MENINGGAL', 'NO_AKTA_KEMATIAN']

/** The layouts of each register, the one that tells least first. */
export const layouts: Readonly<Record<Register, readonly [RequestLayout, ...RequestLayout[]]>> = {
  dukcapil: [
    byNik(civil),
    byIdentity(['STATUS', 'NAMA', 'TANGGAL_LAHIR']),
    {
      id: 'compared',
      name: { id: 'Dibandingkan per kolom (SESUAI / TIDAK SESUAI)', en: 'Compared field by field (agrees or not)' },
      asked: ['nik', 'name', 'birthDate', 'sex'],
      answered: ['STATUS', 'HASIL_NAMA', 'HASIL_TANGGAL_LAHIR', 'HASIL_JENIS_KELAMIN'],
    },
  ],
  bpjs: [byNik(insured), byIdentity(insured)],
  dtsen: [
    byNik(['DESIL']),
    {
      id: 'family',
      name: { id: 'NIK dan nomor KK', en: 'NIK and family card' },
      asked: ['nik', 'familyCard'],
      answered: ['DESIL'],
    },
  ],
  deaths: [byNik(died), byIdentity(died)],
}

/** Whom a request asks about: everybody, who was never asked and has no answer, or whose answer has grown too old. */
export const scopes = ['due', 'never', 'all'] as const
export type Scope = (typeof scopes)[number]

/** After how many days an answer is due for asking again, where the region set nothing else. */
export const usualDays: Readonly<Record<Register, number>> = { dukcapil: 180, bpjs: 30, dtsen: 180, deaths: 30 }

/** The fields in which the civil registry may differ from us. */
export const differingFields = ['full_name', 'birth_date', 'sex', 'mother_name', 'family_card', 'birth_place', 'address'] as const
export type DifferingField = (typeof differingFields)[number]

/** Of these, the fields whose value an answer may tell, so that it can be taken over; of the others it only says that ours differs. */
export const tellableFields = ['full_name', 'birth_date', 'sex', 'mother_name', 'family_card'] as const satisfies DifferingField[]
export type TellableField = (typeof tellableFields)[number]

/** How old answers are counted: up to so many days; then older, and never answered. */
export const ageBounds = [30, 90, 180, 365] as const
