import type { Cell } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { Language, Wording } from '../../values/language.ts'
import { type Field, fieldLabels } from './columns/fields.ts'

const templateColumns: readonly (readonly [Field, number, Wording])[] = [
  ['rowNumber', 6, { id: 'Boleh dikosongkan.', en: 'May stay empty.' }],
  [
    'nik',
    20,
    {
      id: '16 angka dari KTP. Kolom ini sudah berformat teks: jangan diubah menjadi angka, nanti angka terakhir hilang.',
      en: 'The 16 digits of the identity card. This column is formatted as text: do not turn it into numbers, or the last digit is lost.',
    },
  ],
  ['familyCard', 20, { id: '16 angka nomor Kartu Keluarga.', en: 'The 16 digits of the family card.' }],
  ['fullName', 28, { id: 'Nama lengkap seperti pada KTP.', en: 'Full name as on the identity card.' }],
  ['birthPlace', 16, { id: 'Kabupaten atau kota kelahiran.', en: 'Regency or city of birth.' }],
  ['birthDate', 14, { id: 'Hari-bulan-tahun, misalnya 17-08-1985.', en: 'Day-month-year, such as 17-08-1985.' }],
  ['sex', 8, { id: 'L atau P.', en: 'L (male) or P (female).' }],
  ['motherName', 24, { id: 'Nama ibu kandung; kosongkan bila tidak diketahui.', en: "Mother's name; leave empty when unknown." }],
  ['address', 30, { id: 'Alamat seperti pada KTP.', en: 'Address as on the identity card.' }],
  ['hamlet', 18, { id: 'Dusun, banjar atau lingkungan.', en: 'Hamlet.' }],
  ['rtRw', 10, { id: 'Misalnya 003/001.', en: 'Such as 003/001.' }],
  [
    'village',
    20,
    {
      id: 'Nama desa atau kelurahan. Tidak perlu diisi bila nama berkas diawali kode desa (misalnya 5103011002).',
      en: 'Name of the village. Not needed when the name of the file begins with the code of the village (such as 5103011002).',
    },
  ],
  [
    'occupation',
    22,
    {
      id: 'Pekerjaan sekarang, misalnya Buruh tani, Nelayan, Tukang ojek.',
      en: 'Present occupation, such as Buruh tani, Nelayan, Tukang ojek.',
    },
  ],
  ['income', 16, { id: 'Rupiah per bulan, misalnya 1000000.', en: 'Rupiah per month, such as 1000000.' }],
  ['phone', 16, { id: 'Misalnya 081234567890.', en: 'Such as 081234567890.' }],
]

/** A blank list for villages: headings with notes, every cell formatted as text so that no digit of a NIK is lost. */
export async function blankTemplate(language: Language): Promise<Uint8Array> {
  const header = templateColumns.map(([field]) => fieldLabels[field][language])
  const cells = new Map<string, Partial<Cell>>(
    templateColumns.map(([field, , note], column) => [
      `0,${column}`,
      {
        value: fieldLabels[field][language],
        type: 'string',
        style: { font: { bold: true }, numFmt: '@' },
        comment: { author: 'UCOK', text: note[language] },
      },
    ]),
  )
  const blank = templateColumns.map(() => '')
  return writeXlsx({
    sheets: [
      {
        name: language === 'id' ? 'Daftar pekerja' : 'Workers',
        columns: templateColumns.map(([, width]) => ({ width, style: { numFmt: '@' } })),
        rows: [header, ...Array.from({ length: 500 }, () => [...blank])],
        cells,
        freezePane: { rows: 1 },
      },
    ],
  })
}
