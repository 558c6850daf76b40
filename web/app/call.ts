import type { AnswerOf, Endpoint, InputOf } from '../../src/platform/endpoint.ts'
import { Problem, problemOfAnswer, unreachableServer } from './problem.ts'

let csrfToken = ''

/** Keeps the token of the session; every call that changes something carries it. */
export function keepToken(token: string): void {
  csrfToken = token
}

/** Milliseconds without a touch after which what the page asks on its own no longer counts as use of the session. */
const restless = 120_000

let touchedAt = Date.now()
for (const touch of ['pointerdown', 'keydown', 'wheel'] as const)
  globalThis.addEventListener?.(touch, () => (touchedAt = Date.now()), { passive: true, capture: true })

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** The parts an endpoint needs; an endpoint that needs none is called without. */
export type CallInput<Described extends Endpoint> = unknown extends InputOf<Described> ? [] : [input: InputOf<Described>]

/**
 * Asks the server through an endpoint and gives back its answer. Throws a `Problem` with words for the reader when the server
 * refuses, breaks or cannot be reached. The answer was checked against its shape by the server and is not checked again.
 */
export async function call<Described extends Endpoint>(
  endpoint: Described,
  ...[input]: CallInput<Described>
): Promise<AnswerOf<Described>> {
  const parts: Parts = input ?? {}
  const answer = await ask(endpoint, parts)
  if (!answer.ok) throw await problemOfAnswer(answer)
  return (endpoint.answer === 'nothing' ? undefined : await answer.json()) as AnswerOf<Described>
}

/**
 * Sends files through an endpoint and tells how many bytes have left, which `fetch` cannot. Answers and throws as `call` does.
 */
export function sendFiles<Described extends Endpoint>(
  endpoint: Described,
  body: FormData,
  onSent: (sent: number, total: number) => void,
): Promise<AnswerOf<Described>> {
  const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<Described>>()
  const request = new XMLHttpRequest()
  request.open(endpoint.method, writeAddress(endpoint, {}))
  request.setRequestHeader('accept', 'application/json, application/problem+json')
  request.setRequestHeader('x-ucok-csrf', csrfToken)
  request.upload.addEventListener('progress', (event) => onSent(event.loaded, event.total))
  request.addEventListener('error', () => reject(unreachableServer))
  request.addEventListener('load', () => {
    const type = request.getResponseHeader('content-type') ?? ''
    const answer = new Response(request.responseText, { status: request.status, headers: { 'content-type': type } })
    if (answer.ok) answer.json().then(resolve as (value: unknown) => void, reject)
    else problemOfAnswer(answer).then(reject, reject)
  })
  request.send(body)
  return promise
}

/** The address of an endpoint with its parts filled in: for links to files and for streams of events. */
export function addressOf<Described extends Endpoint>(endpoint: Described, ...[input]: CallInput<Described>): string {
  return writeAddress(endpoint, input ?? {})
}

/** The problem in what was thrown, when it is one of a status. */
export function isProblem(error: unknown, status?: number): error is Problem {
  return error instanceof Problem && (status === undefined || error.status === status)
}

async function ask(endpoint: Endpoint, parts: Parts): Promise<Response> {
  const { body } = parts
  const isJson = body !== undefined && !(body instanceof FormData)
  try {
    return await fetch(writeAddress(endpoint, parts), {
      method: endpoint.method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(isJson && { 'content-type': 'application/json' }),
        ...(Date.now() - touchedAt > restless && { 'x-ucok-quiet': '1' }),
        ...(endpoint.method !== 'GET' && { 'x-ucok-csrf': csrfToken }),
      },
      body: body === undefined ? null : isJson ? JSON.stringify(body) : (body as FormData),
    })
  } catch {
    throw unreachableServer
  }
}

function writeAddress(endpoint: Endpoint, { params = {}, query = {} }: Parts): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`${endpoint.path} was called without ${name}`)
    return encodeURIComponent(String(params[name]))
  })
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') asked.append(name, String(one))
    }
  }
  return asked.size === 0 ? path : `${path}?${asked}`
}
