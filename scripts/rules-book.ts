import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { bookHtml } from '../src/rules/book.ts'
import { writeBookPdf } from '../src/rules/book-pdf.ts'

// Writes the rule book as a page and as a document: node scripts/rules-book.ts [folder], dist/rules by default.
const folder = process.argv[2] ?? 'dist/rules'
const today = Temporal.Now.plainDateISO('Asia/Jakarta')
await mkdir(folder, { recursive: true })
await writeFile(`${folder}/rules.html`, bookHtml(today))
await writeBookPdf(today, createWriteStream(`${folder}/rules.pdf`))
process.stdout.write(`${folder}/rules.html\n${folder}/rules.pdf\n`)
