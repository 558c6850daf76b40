import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'
import { seedDemo } from '../../src/demo/demo.ts'
import { addAccount } from '../../src/platform/accounts.ts'
import { type Role, systemActor } from '../../src/platform/actor.ts'
import { carryOut } from '../../src/platform/context.ts'
import type { Endpoint } from '../../src/platform/endpoint.ts'
import { makeServer } from '../../src/platform/http.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { routes } from '../../src/routes.ts'
import { areaCode, region } from '../../values/areas.ts'
import { openTestPlatform } from '../database.ts'

export const badung = region('51.03')
const password = 'kata sandi untuk uji'

/** A signed-in browser: its cookie and the token its changing requests carry. */
export type Browser = { cookie: string; csrf: string }

/** A running server over a small demonstration, and a way to sign in as anybody with one role on one area. */
export type AccessStage = {
  platform: Platform
  app: FastifyInstance
  signIn(role: Role, area: string): Promise<Browser>
  stop(): Promise<void>
}

/** Opens a server on a database of its own; `people` fill it with the demonstration, 0 leaves it empty. */
export async function openAccessStage(people: number): Promise<AccessStage> {
  const platform = await openTestPlatform()
  if (people > 0) await seedDemo(platform, { people })
  const app = await makeServer(platform, routes)
  const known = new Map<string, Promise<Browser>>()
  const signIn = (role: Role, area: string): Promise<Browser> => {
    const key = `${role}-${area}`
    const browser = known.get(key) ?? addPerson(platform, key, role, area).then((id) => openBrowser(platform, id, area))
    known.set(key, browser)
    return browser
  }
  const stop = async () => {
    await app.close()
    await platform.stop()
  }
  return { platform, app, signIn, stop }
}

async function addPerson(platform: Platform, username: string, role: Role, area: string): Promise<string> {
  const account = { username, fullName: `Contoh ${username}`, office: 'Uji', password, isDemo: false }
  const added = await carryOut(platform, { actor: systemActor, region: badung }, (ctx) =>
    addAccount(ctx, { ...account, grants: [{ role, area: areaCode(area) }] }),
  )
  if (!added.ok) throw new Error(added.refusal.reason)
  return added.value.id
}

/** Opens a session in the database itself: whoever signs in is tried elsewhere. */
async function openBrowser(platform: Platform, accountId: string, area: string): Promise<Browser> {
  const token = randomUUID()
  const csrf = randomUUID()
  await platform.owner.query(
    `insert into session (token_hash, account_id, csrf_token, region, expires_at, second_factor_at)
     values (sha256(convert_to($1, 'UTF8')), $2, $3, $4, now() + interval '1 hour', now())`,
    [token, accountId, csrf, area.slice(0, 2) + area.slice(3, 5)],
  )
  return { cookie: `ucok_session=${token}`, csrf }
}

/** Calls an endpoint with parameters and a query of the right kind; `params` names some of them, the others are of nothing there is. */
export function callEndpoint(
  app: FastifyInstance,
  endpoint: Endpoint,
  as: Partial<Browser>,
  params: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? fitting(endpoint.params?.shape[name]))
  const query = Object.entries(endpoint.query?.shape ?? {}).flatMap(([name, shape]) => askedOf(name, shape as z.ZodType))
  return app.inject({
    method: endpoint.method,
    url: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: { ...(as.cookie && { cookie: as.cookie }), ...(as.csrf && { 'x-ucok-csrf': as.csrf }) },
  })
}

/** Texts of every kind a parameter may be of, none of which names anything. */
const candidates = [
  '00000000-0000-4000-8000-000000000000',
  '987654321',
  'TIDAK-ADA',
  '2026-11',
  '2026-11-01',
  'bpjs',
  '1234567890123456',
]

function fitting(shape: unknown): string {
  return candidates.find((text) => (shape as z.ZodType | undefined)?.safeParse(text).success ?? true) ?? 'TIDAK-ADA'
}

function askedOf(name: string, shape: z.ZodType): string[] {
  if (name === 'format' && shape.safeParse('csv').success) return ['format=csv']
  return shape.safeParse(undefined).success ? [] : [`${name}=${fitting(shape)}`]
}
