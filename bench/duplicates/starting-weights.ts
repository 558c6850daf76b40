import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { learnMixture } from '../../src/duplicates/linking.ts'
import { lineBuilder } from '../../src/duplicates/meetings.ts'
import { lineFields } from '../../src/duplicates/person-lines.ts'
import { madeHeadings, madePeople } from './people-made.ts'

/** Learns the weights that a region begins with from invented people, and writes them where the programme reads them. */
const fields = lineFields.map(({ name, kind }) => ({ name, kind }))
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
const builder = lineBuilder({ fields })
let records = 0
for (const { cells } of madePeople(60_000)) {
  builder.add(columns.map((column) => cells[column] ?? ''))
  records++
}
const people = builder.finish()
const { mixture, samePairs } = await learnMixture(people)
const rounded = (value: number) => Number(value.toPrecision(4))
/** The commonest words of names; the rest is rare enough. */
const commonWords: Record<string, number> = {}
for (const { name, column } of people.fields) {
  if (name !== 'fullName' || column.kind !== 'words') continue
  column.wordTexts.forEach((word, at) => {
    const share = rounded(2 ** -(column.wordBits[at] ?? 0))
    if (share >= 0.002) commonWords[word] = share
  })
}
const weights = {
  version: 1,
  trainedOn: Temporal.Now.plainDateISO().toString(),
  records,
  fields,
  mixture: {
    classes: mixture.classes.map((one) => ({
      ...one,
      share: rounded(one.share),
      chances: one.chances.map((row) => row.map(rounded)),
    })),
  },
  commonWords,
}
const target = fileURLToPath(new URL('../../src/duplicates/starting-weights.json', import.meta.url))
writeFileSync(target, `${JSON.stringify(weights)}\n`)
process.stdout.write(`learned from ${records} records, about ${Math.round(samePairs)} pairs of one person\n`)
