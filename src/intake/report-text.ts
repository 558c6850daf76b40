import type { Language } from '../../values/language.ts'
import { formatCount } from '../../values/numbers.ts'
import type { CorrectingList } from './correction-views.ts'
import type { ListReport } from './report.ts'

/** What is told of lists that were taken: the counts of each, and those of each correction. */
export type Told = { files: readonly ListReport[]; corrections: readonly CorrectingList[] }

/** What the command line says of lists that were taken: their counts, what they correct, and how many people entered. */
export function asText({ files, corrections }: Told, entered: number, language: Language): string {
  const heading = {
    id: ['daftar', 'baris', 'diterima', 'ditinjau', 'ditolak'],
    en: ['list', 'rows', 'accepted', 'review', 'refused'],
  }
  const count = (value: number) => formatCount(value, language).padStart(11)
  const width = Math.max(20, ...files.map((file) => file.file.length))
  const line = (file: ListReport) =>
    file.file.padEnd(width) + [file.rows, file.accepted, file.review, file.refused].map(count).join('')
  const total = { file: 'total', rows: 0, accepted: 0, review: 0, refused: 0 }
  for (const file of files) for (const key of ['rows', 'accepted', 'review', 'refused'] as const) total[key] += file[key]
  const [name = '', ...counts] = heading[language]
  const sentence = {
    id: `${formatCount(entered, 'id')} orang masuk registri.`,
    en: `${formatCount(entered, 'en')} people entered the registry.`,
  }
  return [
    name.padEnd(width) + counts.map((word) => word.padStart(11)).join(''),
    ...files.map(line),
    line(total),
    '',
    ...corrections.map((correction) => correctionText(correction, language)),
    sentence[language],
  ].join('\n')
}

/** What a returned workbook, or a list sent again, mended of earlier ones. */
function correctionText(correction: CorrectingList, language: Language): string {
  const { name, of, corrected, stillFaulty, unchanged, unchangedFaulty, added, late } = correction
  const count = (value: number) => formatCount(value, language)
  const earlier = of.map((list) => list.name).join(', ')
  const sentences = {
    id: [
      `${name} mengoreksi ${earlier}: ${count(corrected)} baris diperbaiki, ${count(stillFaulty)} masih salah,`,
      `${count(unchanged)} tidak berubah (${count(unchangedFaulty)} di antaranya masih salah), ${count(added)} baris baru,`,
      `${count(late)} sudah di registri dan diubah di sana.`,
    ],
    en: [
      `${name} corrects ${earlier}: ${count(corrected)} rows mended, ${count(stillFaulty)} still faulty,`,
      `${count(unchanged)} unchanged (${count(unchangedFaulty)} of them still faulty), ${count(added)} new,`,
      `${count(late)} in the registry already, to be changed there.`,
    ],
  }
  return sentences[language].join(' ')
}
