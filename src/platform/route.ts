import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Outcome } from '../../values/outcome.ts'
import { type Asking, carryOut, type Context, look } from './context.ts'
import type { AnswerOf, Endpoint } from './endpoint.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'
import type { Session } from './sessions.ts'

/** A file to save: its bytes may be made while they travel. */
export type FileAnswer = { fileName: string; mediaType: string; bytes: Readable | Buffer | string }

/** Another address of ours, or of the sign-in provider, that the browser goes to. */
export type Redirect = { to: string }

type Taken<Part> = Part extends z.ZodType ? z.output<Part> : undefined
type Part<Described, Key extends string> = Described extends Record<Key, infer Found> ? Taken<Found> : undefined

/** One request that passed: parsed, and permitted to this person. */
export type Call<Described extends Endpoint> = {
  platform: Platform
  session: Session
  asking: Asking
  params: Part<Described, 'params'>
  query: Part<Described, 'query'>
  body: Part<Described, 'body'>
  request: FastifyRequest
  reply: FastifyReply
  /** Runs an operation in a transaction of this person; kept when the outcome is `ok`. */
  carryOut<Value, Refusal extends { reason: string }>(
    operation: (ctx: Context) => Promise<Outcome<Value, Refusal>>,
  ): Promise<Outcome<Value, Refusal>>
  /** Reads in a transaction of this person. */
  look<Value>(reading: (ctx: Context) => Promise<Value>): Promise<Value>
}

/** What a handler gives back for an endpoint: its JSON, a file, a stream of events, or where to go. */
export type Given<Described extends Endpoint> = Described['answer'] extends 'file'
  ? FileAnswer
  : Described['answer'] extends 'events'
    ? AsyncIterable<unknown>
    : Described['answer'] extends 'redirect'
      ? Redirect
      : AnswerOf<Described>

export type Route = { endpoint: Endpoint; handle: (call: Call<Endpoint>) => Promise<Outcome<unknown, WordedRefusal>> }

/** Joins an endpoint to what answers it. The handler only translates: the operation decides. */
export function route<const Described extends Endpoint>(
  endpoint: Described,
  handle: (call: Call<Described>) => Promise<Outcome<Given<Described>, WordedRefusal>>,
): Route {
  return { endpoint, handle: handle as unknown as Route['handle'] }
}

/** Builds the call of a request from its parsed parts and its session; a public route has none, and must not ask for it. */
export function callOf(
  platform: Platform,
  session: Session | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Call<Endpoint> {
  const signedIn = (): Session => {
    if (session === undefined) throw new Error('a public route asks who is signed in')
    return session
  }
  const asking = (): Asking => ({ actor: signedIn().actor, region: signedIn().region })
  return {
    platform,
    get session() {
      return signedIn()
    },
    get asking() {
      return asking()
    },
    params: request.params as undefined,
    query: request.query as undefined,
    body: request.body as undefined,
    request,
    reply,
    carryOut: (operation) => carryOut(platform, asking(), operation),
    look: (reading) => look(platform, asking(), reading),
  }
}
