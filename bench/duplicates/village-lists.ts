import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { linkPeople } from '../../src/duplicates/linking.ts'
import { lineFields } from '../../src/duplicates/person-lines.ts'
import { lineBuilder } from '../../src/duplicates/meetings.ts'
import type { CheckedRow } from '../../src/intake/checks/check-row.ts'
import { usualEntryAges } from '../../src/intake/checks/check-row.ts'
import { readPeople } from '../../src/intake/read-people.ts'
import { day } from '../../values/days.ts'
import { type Outcome, tellOutcome } from './outcome.ts'
import { countTruePairs, scorePairs } from './score.ts'

type Truth = { file: string; sheet: string; row: string; person: string; expect: string; kin: string }

/** Reads village lists as intake does, links all their rows, and scores the pairs by the truth beside them. */
export async function measureVillageLists(folder: string, withFamilyCard: boolean): Promise<void> {
  const start = performance.now()
  const fields = lineFields.filter(({ name }) => withFamilyCard || name !== 'kk')
  const builder = lineBuilder({ fields })
  const truth = new Map(
    (parse(readFileSync(join(folder, 'truth.csv')), { columns: true }) as Truth[]).map((one) => [
      `${one.file}|${one.sheet}|${one.row}`,
      one,
    ]),
  )
  const rows: (Truth & { isReadable: boolean })[] = []
  for (const file of readdirSync(join(folder, 'lists')).sort()) {
    const terms = { on: day('2026-11-01'), ...usualEntryAges }
    for await (const part of readPeople({ name: file, path: join(folder, 'lists', file) }, terms)) {
      for (const row of part.kind === 'people' ? part.rows : []) {
        builder.add(cellsOf(row, file.slice(0, 10)))
        const known = truth.get(`${file}|${row.sheet}|${row.row}`)
        if (known === undefined) throw new Error(`no truth about ${file} ${row.sheet} ${row.row}`)
        rows.push({ ...known, isReadable: row.nik !== '' || (row.fullName !== '' && row.birthDate !== '') })
      }
    }
  }
  const read = performance.now()
  const linked = await linkPeople(builder.finish(), { threshold: 0.01 })
  const pairs = linked.pairs.map(({ left, right, probability }) => ({
    probability,
    isTrue: rows[left]?.person === rows[right]?.person,
    isReadable: rows[left]?.isReadable === true && rows[right]?.isReadable === true,
    areAlike: areLookalikes(rows[left], rows[right]),
  }))
  const readable = rows.filter((row) => row.isReadable).map(({ person }) => ({ person, side: 0 }))
  const all = scorePairs(
    pairs,
    countTruePairs(
      rows.map(({ person }) => ({ person, side: 0 })),
      false,
    ),
    0.5,
  )
  const legible = scorePairs(
    pairs.filter((pair) => pair.isReadable),
    countTruePairs(readable, false),
    0.5,
  )
  tellOutcome({
    name: withFamilyCard ? 'village lists' : 'village lists without the family card',
    records: rows.length,
    score: { ...all, recall: legible.recall },
    seconds: (performance.now() - start) / 1000,
    notes: [
      `reading the lists ${((read - start) / 1000).toFixed(1)} s; ${linked.steps.map(({ step, milliseconds }) => `${step} ${(milliseconds / 1000).toFixed(1)} s`).join(', ')}`,
      `look-alikes above 0.5: ${pairs.filter((pair) => pair.areAlike && pair.probability >= 0.5).length}, above 0.9: ${pairs.filter((pair) => pair.areAlike && pair.probability >= 0.9).length}, of ${rows.filter((row) => row.expect.includes('lookalike')).length}; merged or refused by themselves: none ever is`,
    ],
  } satisfies Outcome)
}

function areLookalikes(left: Truth | undefined, right: Truth | undefined): boolean {
  return left !== undefined && right !== undefined && (left.kin === right.person || right.kin === left.person)
}

/** The cells of a row in the order of the line fields: a family card in the place of the NIK counts as the card it is. */
function cellsOf(row: CheckedRow, village: string): string[] {
  const hasCard = row.findings.some(({ code }) => code === 'kk-in-nik')
  const values: Record<(typeof lineFields)[number]['name'], string> = {
    nik: hasCard ? '' : row.nik || row.nikWritten,
    kk: hasCard ? row.nikWritten : row.familyCard,
    fullName: row.fullName,
    birthDate: row.birthDate,
    sex: row.sex,
    motherName: row.motherName,
    address: [row.address, row.hamlet].filter(Boolean).join(', '),
    village,
    phone: row.phone,
  }
  return lineFields.map(({ name }) => values[name])
}
