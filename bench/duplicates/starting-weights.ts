import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Day } from '../../values/days.ts'
import { learnWeights } from '../../src/duplicates/weights-learning.ts'
import { lineBuilder } from '../../src/duplicates/meetings.ts'
import { lineFields } from '../../src/duplicates/person-lines.ts'
import { madeHeadings, madePeople } from './people-made.ts'

/** Learns the weights that a region begins with from invented people, and writes them where the programme reads them. */
const headings = {
  nik: 'nik',
  kk: 'kk',
  fullName: 'name',
  birthDate: 'birth_date',
  sex: 'sex',
  motherName: 'mother',
  address: 'address',
}
const columns = lineFields.map(({ name }) => madeHeadings.indexOf((headings as Record<string, string>)[name] ?? name))
const builder = lineBuilder({ fields: lineFields })
let records = 0
for (const { cells } of madePeople(60_000)) {
  builder.add(columns.map((column) => cells[column] ?? ''))
  records++
}
const { weights } = await learnWeights(builder, { today: Temporal.Now.plainDateISO() as Day })
const rounded = (value: number) => Number(value.toPrecision(4))
/** The commonest words of names; the rest is rare enough. */
const commonWords: Record<string, number> = {}
for (const { name, column } of builder.finish().fields) {
  if (name !== 'fullName' || column.kind !== 'words') continue
  column.wordTexts.forEach((word, at) => {
    const share = rounded(2 ** -(column.wordBits[at] ?? 0))
    if (share >= 0.002) commonWords[word] = share
  })
}
const classes = weights.mixture.classes.map((one) => ({
  ...one,
  share: rounded(one.share),
  chances: one.chances.map((row) => row.map(rounded)),
}))
const target = fileURLToPath(new URL('../../src/duplicates/starting-weights.json', import.meta.url))
writeFileSync(target, `${JSON.stringify({ ...weights, mixture: { classes }, commonWords })}\n`)
process.stdout.write(`learned from ${records} records\n`)
