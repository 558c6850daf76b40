import { z } from 'zod'
import type { Wording } from '../../values/language.ts'
import type { Role } from './actor.ts'

/**
 * Who may call an endpoint: anyone; any session, even one that still owes a code (`any-session`); anyone who showed all of who they are, even
 * before they have a role (`own-account`: their own password, second factor and sessions); anyone at work; or only people who hold one of the roles.
 */
export type Audience = 'public' | 'any-session' | 'own-account' | 'signed-in' | readonly Role[]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What travels to the server: JSON of a shape, or files with text fields (`multipart/form-data`). */
export type RequestBody = z.ZodType | 'files'

/** What comes back: JSON of a shape, nothing (204), a file to save, a stream of server-sent events, or another address to go to. */
export type AnswerBody = z.ZodType | 'nothing' | 'file' | 'events' | 'redirect'

/**
 * One address of the server, described once: the server registers its route from this, the browser calls through it, and the
 * OpenAPI document is made of it. Shapes describe JSON, so days are ISO text and money is a whole number of rupiah.
 */
export type Endpoint = {
  method: Method
  /** With parameters as `:name`, the way Fastify and the browser both read it. */
  path: `/api/${string}`
  summary: Wording
  roles: Audience
  /** Something can be guessed here (a password, a code, a link): one address may ask only some times a minute. */
  isGuessable?: true
  params?: z.ZodObject
  query?: z.ZodObject
  body?: RequestBody
  answer: AnswerBody
}

/** Describes an endpoint and keeps its exact type, so that callers know what goes in and what comes out. */
export function endpoint<const Described extends Endpoint>(described: Described): Described {
  return described
}

type Given<Part> = Part extends z.ZodType ? z.input<Part> : Part extends 'files' ? FormData : never
type Slot<Described, Key extends string> = Described extends Record<Key, infer Part> ? { [K in Key]: Given<Part> } : unknown

/** What a caller gives: `params`, `query` and `body`, each only where the endpoint has it. */
export type InputOf<Described extends Endpoint> = Slot<Described, 'params'> & Slot<Described, 'query'> & Slot<Described, 'body'>

/** What a caller gets: the JSON of the answer's shape, or nothing. */
export type AnswerOf<Described extends Endpoint> = Described['answer'] extends z.ZodType
  ? z.output<Described['answer']>
  : undefined

/** The shape of the query of every list: filters beside where to go on (`after`) and how many. */
export function listQuery<Filters extends z.ZodRawShape>(filters: Filters) {
  return z.object({
    ...filters,
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  })
}

/** The query of a list whose order can be chosen (`-name` is descending). */
export function sortedListQuery<Filters extends z.ZodRawShape>(filters: Filters) {
  return listQuery({ ...filters, sort: z.string().max(60).optional() })
}

/**
 * The shape of the answer of every list: a stretch of rows, where to go on (null at the end), and how many match in all. Where counting all of
 * very many would take too long, `countIsLeast` says that there are more than `count`.
 */
export function listAnswer<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    next: z.string().nullable(),
    count: z.number().int(),
    countIsLeast: z.boolean().optional(),
  })
}

const wording = z.object({ id: z.string(), en: z.string() })

/**
 * What the server says when it does not do as asked: problem+json (RFC 9457) with the words a person needs, in both languages.
 * `fields` holds one sentence for each field of a form that is wrong, by the field's name in the request.
 */
export const problemDocument = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  reason: z.string(),
  wording: z.object({ title: wording, why: wording.optional(), todo: wording.optional() }),
  fields: z.record(z.string(), wording).optional(),
  requestNumber: z.string().optional(),
})

export type ProblemDocument = z.infer<typeof problemDocument>
