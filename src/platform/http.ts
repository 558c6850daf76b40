import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit'
import files from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  fastifyZodOpenApiPlugin,
  fastifyZodOpenApiTransformers,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-zod-openapi'
import { z } from 'zod'
import { admit, isAudience, sessionOf } from './admission.ts'
import { cookieOf, isSecure } from './cookies.ts'
import type { Platform } from './platform.ts'
import { holdsNul } from './nul.ts'
import { problemOf, sendProblem, unknownAddress, unreadable } from './problems.ts'
import { callOf, type FileAnswer, type Redirect, type Route } from './route.ts'

/** Stands in the built page where the nonce of its styles comes; `vite.config.ts` writes it. */
const nonceMark = '__STYLE_NONCE__'

const webFolder = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/** Builds the web server: every route from its endpoint, the app's files, the OpenAPI document. It is not yet listening. */
export async function makeServer(platform: Platform, routes: readonly Route[]): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    trustProxy: platform.settings.trustedProxies ?? false,
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error, request, reply) => sendProblem(reply, problemOf(error, request)))
  await registerPlugins(app, platform)
  await app.register(async (api) => {
    for (const route of routes) addRoute(api, platform, route)
    api.get('/api/openapi.json', { schema: { hide: true } }, async () => api.swagger())
  })
  await serveWeb(app)
  return app
}

async function registerPlugins(app: FastifyInstance, platform: Platform): Promise<void> {
  const hasTls = isSecure(platform.settings)
  await app.register(cookie)
  await app.register(helmet, {
    // Styles that the app makes while it runs carry the nonce of the page that was served; nothing else that is inline counts.
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(hasTls && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: hasTls,
  })
  await app.register(multipart, { limits: { fileSize: platform.settings.uploadLimit, files: 500, fields: 20 } })
  await app.register(rateLimit, { global: false })
  await app.register(fastifyZodOpenApiPlugin)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'UCOK', version: '0.1.0', description: 'Universal Coverage Ketenagakerjaan' } },
    ...fastifyZodOpenApiTransformers,
  })
}

/** How often a minute one address may ask where something can be guessed: passwords, codes, links. */
const guessesPerMinute = 20

/** How often a minute one session may take the same kind of file away: a person does not, a program that copies everything does. */
const downloadsPerMinute = 60

/** How often an address may be asked; nothing where the page sizes and the queue are limit enough. */
function limitOf(platform: Platform, endpoint: Route['endpoint']): { rateLimit?: RateLimitOptions } {
  const timeWindow = '1 minute'
  if (endpoint.isGuessable) return { rateLimit: { max: guessesPerMinute, timeWindow } }
  if (endpoint.answer !== 'file' || endpoint.roles === 'public') return {}
  const keyGenerator = (request: FastifyRequest) => cookieOf(platform.settings, request, 'session') ?? request.ip
  return { rateLimit: { max: downloadsPerMinute, timeWindow, keyGenerator } }
}

function addRoute(app: FastifyInstance, platform: Platform, route: Route): void {
  const { endpoint } = route
  if (!isAudience(endpoint.roles)) throw new Error(`${endpoint.method} ${endpoint.path} names no audience`)
  const schema = {
    summary: `${endpoint.summary.id} / ${endpoint.summary.en}`,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body instanceof z.ZodType && { body: endpoint.body }),
    ...(endpoint.answer instanceof z.ZodType && { response: { 200: endpoint.answer } }),
  }
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema,
    config: limitOf(platform, endpoint),
    preValidation: async (request, reply) => {
      if (await admit(platform, route, request, reply)) return
      if ([request.params, request.query, request.body].some(holdsNul)) sendProblem(reply, unreadable)
    },
    handler: async (request, reply) => {
      const outcome = await route.handle(callOf(platform, sessionOf(request), request, reply))
      if (!outcome.ok) return sendProblem(reply, outcome.refusal)
      return send(reply, endpoint.answer, outcome.value)
    },
  })
}

function send(reply: FastifyReply, answer: Route['endpoint']['answer'], value: unknown): FastifyReply | Promise<FastifyReply> {
  reply.header('cache-control', 'no-store')
  if (answer === 'nothing') return reply.code(204).send()
  if (answer === 'file') {
    const file = value as FileAnswer
    const name = encodeURIComponent(file.fileName)
    return reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(file.bytes)
  }
  if (answer === 'redirect') return reply.redirect((value as Redirect).to, 303)
  if (answer === 'events') {
    return reply
      .header('content-type', 'text/event-stream')
      .header('x-accel-buffering', 'no')
      .send(Readable.from(asEvents(value as AsyncIterable<unknown>)))
  }
  return reply.send(value)
}

async function* asEvents(events: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const event of events) yield event === undefined ? ': still here\n\n' : `data: ${JSON.stringify(event)}\n\n`
}

/** The app's files; any other address that is not of the API is a page of the app. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  const isBuilt = existsSync(`${webFolder}index.html`)
  if (isBuilt)
    await app.register(files, {
      root: webFolder,
      wildcard: false,
      immutable: true,
      maxAge: '365d',
      index: false,
      preCompressed: true,
    })
  const page = isBuilt ? readFileSync(`${webFolder}index.html`, 'utf8') : undefined
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (wantsPage && page !== undefined)
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(page.replaceAll(nonceMark, reply.cspNonce.style))
    return sendProblem(reply, unknownAddress)
  })
}
