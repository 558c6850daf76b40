import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '../../src/platform/endpoint.ts'
import { addressOf, call, keepToken } from './call.ts'
import { Problem } from './problem.ts'

const summary = { id: 'Contoh', en: 'Example' }
const read = endpoint({
  method: 'GET',
  path: '/api/workers/:id',
  summary,
  roles: 'signed-in',
  params: z.object({ id: z.string() }),
  query: z.object({ on: z.string().optional() }),
  answer: z.object({ name: z.string() }),
})
const freeze = endpoint({
  method: 'POST',
  path: '/api/freeze',
  summary,
  roles: ['officer'],
  body: z.object({ number: z.string() }),
  answer: 'nothing',
})

afterEach(() => vi.unstubAllGlobals())

function serverSays(answer: Response) {
  const asked = vi.fn<typeof fetch>(async () => answer)
  vi.stubGlobal('fetch', asked)
  return asked
}

test('an address carries its parameters and leaves out what was not asked', () => {
  expect(addressOf(read, { params: { id: 'a/b' }, query: { on: undefined } })).toBe('/api/workers/a%2Fb')
  expect(addressOf(read, { params: { id: '7' }, query: { on: '2026-11-01' } })).toBe('/api/workers/7?on=2026-11-01')
})

test('an answer comes back as the endpoint says', async () => {
  serverSays(Response.json({ name: 'Ni Wayan Sari' }))
  await expect(call(read, { params: { id: '7' }, query: {} })).resolves.toEqual({ name: 'Ni Wayan Sari' })
})

test('what changes something carries the token of the session', async () => {
  const asked = serverSays(new Response(null, { status: 204 }))
  keepToken('secret')
  await call(freeze, { body: { number: '12/2026' } })
  expect(asked.mock.calls[0]?.[1]?.headers).toMatchObject({ 'x-ucok-csrf': 'secret', 'content-type': 'application/json' })
})

test('a refusal is thrown with its words and the fields that are wrong', async () => {
  const wording = { title: { id: 'Nomor sudah dipakai.', en: 'The number is taken.' } }
  const fields = { number: { id: 'Pakai nomor lain.', en: 'Use another.' } }
  const document = { type: 'x', status: 409, title: 'x', reason: 'number-taken', wording, fields }
  serverSays(
    new Response(JSON.stringify(document), {
      status: 409,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    }),
  )
  const problem = await call(freeze, { body: { number: '1' } }).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 409, reason: 'number-taken', shown: { ...wording, fields } })
})

test('a server that cannot be reached says that nothing was changed', async () => {
  vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('failed')))
  await expect(call(read, { params: { id: '7' }, query: {} })).rejects.toMatchObject({ reason: 'unreachable' })
})
