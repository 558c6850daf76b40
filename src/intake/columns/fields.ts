import type { Wording } from '../../../values/language.ts'

/** What a column of a village list may hold. `birthPlaceAndDate` is one column with both, `rtRw` one with RT and RW. */
export const fieldLabels = {
  rowNumber: { id: 'No. urut', en: 'Row number' },
  nik: { id: 'NIK', en: 'NIK (national identity number)' },
  familyCard: { id: 'No. KK', en: 'Family card number' },
  fullName: { id: 'Nama lengkap', en: 'Full name' },
  birthPlace: { id: 'Tempat lahir', en: 'Place of birth' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  birthPlaceAndDate: { id: 'Tempat, tanggal lahir', en: 'Place and date of birth' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  motherName: { id: 'Nama ibu kandung', en: "Mother's name" },
  address: { id: 'Alamat', en: 'Address' },
  hamlet: { id: 'Dusun/banjar/lingkungan', en: 'Hamlet' },
  rtRw: { id: 'RT/RW', en: 'RT/RW' },
  rt: { id: 'RT', en: 'RT' },
  rw: { id: 'RW', en: 'RW' },
  village: { id: 'Desa/kelurahan', en: 'Village' },
  district: { id: 'Kecamatan', en: 'District' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  income: { id: 'Penghasilan per bulan', en: 'Income per month' },
  phone: { id: 'No. HP', en: 'Phone' },
  email: { id: 'Email', en: 'Email' },
} as const satisfies Record<string, Wording>

export type Field = keyof typeof fieldLabels

export const fields = Object.keys(fieldLabels) as readonly Field[]

/** Tells whether a text from outside names a field. */
export function isField(text: string): text is Field {
  return Object.hasOwn(fieldLabels, text)
}
