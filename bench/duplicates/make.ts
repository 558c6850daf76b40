import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { englishHeadings, madeEnglish } from './english-made.ts'
import { madeHeadings, madePeople } from './people-made.ts'

/** Writes a made list and, beside it, who each record is: `make.ts people|english COUNT LIST.csv TRUTH.csv`. */
const [kind = 'people', count = '100000', list = 'list.csv', truth = 'truth.csv'] = process.argv.slice(2)

const rows = () => (kind === 'english' ? madeEnglish(Number(count)) : madePeople(Number(count)))

function* listLines(): Generator<string> {
  yield `${(kind === 'english' ? englishHeadings : madeHeadings).join(',')}\n`
  yield* batches((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
}

function* truthLines(): Generator<string> {
  yield 'id,person\n'
  yield* batches(([id = ''], person) => `${id},${person}`)
}

function* batches(line: (cells: readonly string[], person: number) => string): Generator<string> {
  let lines = ''
  for (const { person, cells } of rows()) {
    lines += `${line(cells, person)}\n`
    if (lines.length < 1 << 20) continue
    yield lines
    lines = ''
  }
  yield lines
}

await pipeline(Readable.from(listLines()), createWriteStream(list))
await pipeline(Readable.from(truthLines()), createWriteStream(truth))
