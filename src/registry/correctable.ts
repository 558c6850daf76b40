import type { Wording } from '../../values/language.ts'

/** The fields of a worker that a correction may set right; the village changes by a move, not by a correction. */
export const correctableFields = [
  'full_name',
  'nik',
  'family_card',
  'birth_place',
  'birth_date',
  'sex',
  'mother_name',
  'address',
  'phone',
  'occupation',
] as const
export type CorrectableField = (typeof correctableFields)[number]

export const correctableFieldNames: Record<CorrectableField, Wording> = {
  full_name: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  family_card: { id: 'Nomor KK', en: 'Family card' },
  birth_place: { id: 'Tempat lahir', en: 'Place of birth' },
  birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  mother_name: { id: 'Nama ibu kandung', en: 'Mother’s name' },
  address: { id: 'Alamat', en: 'Address' },
  phone: { id: 'Nomor HP', en: 'Phone' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
}
