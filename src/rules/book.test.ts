import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { parameters, rules } from '../../rules/book.ts'
import { bookHtml } from './book.ts'
import { writeBookPdf } from './book-pdf.ts'

const on = day('2026-11-21')

test('the page has every rule and figure, marks what nobody read, and shows both readings of a conflict', () => {
  const html = bookHtml(on)
  for (const { name } of [...rules, ...parameters]) expect(html).toContain(`id="${name}"`)
  expect(html).toContain('belum diverifikasi')
  expect(html).toContain('Bacaan lain: Santunan Rp8.000.000 dan pemakaman Rp2.000.000 [S16, S17]')
  expect(html).toContain('<svg')
  expect(html).not.toContain('undefined')
})

test('the document is a PDF of several pages', async () => {
  const into = new PassThrough()
  const [written] = await Promise.all([buffer(into), writeBookPdf(on, into)])
  expect(written.subarray(0, 5).toString()).toBe('%PDF-')
  expect(written.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(5)
})
