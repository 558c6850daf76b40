import { expect, test } from 'vitest'
import { asText } from './report-text.ts'

const files = [{ file: 'diperbaiki.xlsx', rows: 1204, accepted: 1200, review: 3, refused: 1 }]
const counts = { corrected: 1190, stillFaulty: 4, unchanged: 30, unchangedFaulty: 2, added: 10, late: 1 }
const earlier = { fileId: 'a', intakeId: 'b', name: 'kuta.xlsx' }
const corrections = [{ fileId: 'c', name: 'diperbaiki.xlsx', of: [earlier], ...counts }]

test('The command line says what a returned workbook mended, in both languages', () => {
  expect(asText({ files, corrections }, 1200, 'id').split('\n').slice(-3)).toEqual([
    '',
    'diperbaiki.xlsx mengoreksi kuta.xlsx: 1.190 baris diperbaiki, 4 masih salah, 30 tidak berubah (2 di antaranya masih salah), 10 baris baru, 1 sudah di registri dan diubah di sana.',
    '1.200 orang masuk registri.',
  ])
  expect(asText({ files, corrections }, 1200, 'en')).toContain(
    'corrects kuta.xlsx: 1,190 rows mended, 4 still faulty, 30 unchanged',
  )
})

test('It says nothing of corrections where there are none', () => {
  expect(asText({ files, corrections: [] }, 0, 'id').split('\n')).toHaveLength(5)
})
