import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Settings } from './settings.ts'

/** What a cookie of ours is for: the session, the known device, or a sign-in through a provider that is under way. */
type CookieUse = 'session' | 'device' | 'provider'

const ageOfUse: Record<CookieUse, number | undefined> = { session: undefined, device: 180 * 86_400, provider: 600 }

/** Tells whether browsers reach us through TLS. */
export function isSecure(settings: Pick<Settings, 'publicUrl'>): boolean {
  return settings.publicUrl?.startsWith('https:') ?? false
}

/** Behind TLS the name itself (`__Host-`) makes the browser refuse the cookie from other hosts, other paths and plain HTTP. */
export function cookieName(settings: Pick<Settings, 'publicUrl'>, use: CookieUse): string {
  return `${isSecure(settings) ? '__Host-' : ''}ucok_${use}`
}

/** The value of a cookie in a request; nothing when there is none. */
export function cookieOf(settings: Pick<Settings, 'publicUrl'>, request: FastifyRequest, use: CookieUse): string | undefined {
  return request.cookies[cookieName(settings, use)]
}

/** Gives the browser a cookie that no script can read and no other site can send; only a return from the provider comes from another site. */
export function giveCookie(settings: Pick<Settings, 'publicUrl'>, reply: FastifyReply, use: CookieUse, value: string): void {
  const maxAge = ageOfUse[use]
  reply.setCookie(cookieName(settings, use), value, {
    path: '/',
    httpOnly: true,
    sameSite: use === 'provider' ? 'lax' : 'strict',
    secure: isSecure(settings),
    ...(maxAge !== undefined && { maxAge }),
  })
}

/** Takes a cookie back. */
export function dropCookie(settings: Pick<Settings, 'publicUrl'>, reply: FastifyReply, use: CookieUse): void {
  reply.clearCookie(cookieName(settings, use), { path: '/', httpOnly: true, secure: isSecure(settings) })
}
