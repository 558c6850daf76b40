import { z } from 'zod'
import { languages } from '../../values/language.ts'
import { endpoint } from '../platform/endpoint.ts'

/** The rule book as a file, in the language that leads; the other stands beside it. */
export const takeBook = endpoint({
  method: 'GET',
  path: '/api/rules/book',
  summary: { id: 'Buku aturan: setiap angka dan aturan', en: 'The rule book: every figure and rule' },
  roles: 'signed-in',
  query: z.object({ format: z.enum(['pdf', 'html']).default('pdf'), language: z.enum(languages).default('id') }),
  answer: 'file',
})
