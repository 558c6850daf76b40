import type { Configuration, IDToken } from 'openid-client'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Region } from '../../values/areas.ts'
import { audit } from './audit.ts'
import { keep } from './context.ts'
import type { Platform } from './platform.ts'
import { openText, sealText } from './sealing.ts'
import type { ProviderSettings } from './settings.ts'
import { enter, type SignedIn, type Visitor } from './sign-in.ts'

/** Why a sign-in through the provider did not lead in; the sign-in page puts each into words. */
export type ProviderRefusal = { reason: 'provider-unreachable' | 'provider-declined' | 'identity-unverified' | 'nobody-invited' }

/** What the browser keeps, sealed, while it is at the provider: what the answer must fit. */
type UnderWay = { state: string; nonce: string; verifier: string; startedAt: number }

/** Milliseconds a person may take at the provider. */
const longestStay = 600_000

const place = { table: 'cookie', column: 'provider', row: [] }

/** Where to send a browser that wants to sign in through the provider, and what it must bring back. */
export async function startProviderSignIn(platform: Platform): Promise<Outcome<{ to: string; cookie: string }, ProviderRefusal>> {
  const found = await configurationOf(platform)
  if (found === undefined) return refused({ reason: 'provider-unreachable' })
  const { client, configuration, provider } = found
  const underWay: UnderWay = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    startedAt: Date.now(),
  }
  const to = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress(platform),
    scope: provider.scopes,
    state: underWay.state,
    nonce: underWay.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
    code_challenge_method: 'S256',
  })
  return done({ to: to.href, cookie: sealText(platform.keys, JSON.stringify(underWay), place) })
}

/**
 * Takes a browser that comes back from the provider. Its answer must fit what we asked (state, nonce, PKCE); the person must be one whom
 * the provider named before, or whose verified claim an administrator wrote into an account that nobody is bound to yet. Nobody registers.
 */
export async function finishProviderSignIn(
  platform: Platform,
  input: { address: string; cookie: string | undefined; visitor: Visitor },
): Promise<Outcome<SignedIn, ProviderRefusal>> {
  const underWay = underWayOf(platform, input.cookie)
  const found = await configurationOf(platform)
  if (found === undefined) return refused({ reason: 'provider-unreachable' })
  if (underWay === undefined) return refused({ reason: 'provider-declined' })
  const claims = await claimsOf(platform, found, input.address, underWay)
  if (claims === undefined) return refused({ reason: 'provider-declined' })
  const account = await findBound(platform, claims, found.provider)
  if (!account.ok) return account
  const hasShownFactor = Array.isArray(claims.amr) && claims.amr.includes('mfa')
  return done(
    await enter(platform, { account: account.value, visitor: input.visitor, brakes: [], openedBy: 'provider', hasShownFactor }),
  )
}

/** The address at which the provider gives a browser back; it is registered there. */
export function returnAddress(platform: Platform): string {
  const { publicUrl, host, port } = platform.settings
  return new URL('/api/session/provider/return', publicUrl ?? `http://${host}:${port}`).href
}

type Found = { client: typeof import('openid-client'); configuration: Configuration; provider: ProviderSettings }

const discovered = new WeakMap<ProviderSettings, Promise<Found>>()

/** What the provider says of itself, asked once; a provider that could not be reached is asked again next time. */
async function configurationOf(platform: Platform): Promise<Found | undefined> {
  const { provider } = platform.settings
  if (provider === undefined) return undefined
  const asked = discovered.get(provider) ?? discover(provider)
  discovered.set(provider, asked)
  try {
    return await asked
  } catch (error) {
    discovered.delete(provider)
    platform.log.warn({ err: error, issuer: provider.issuer }, 'the sign-in provider cannot be reached')
    return undefined
  }
}

async function discover(provider: ProviderSettings): Promise<Found> {
  const client = await import('openid-client')
  const issuer = new URL(provider.issuer)
  // Without TLS only a provider on this very machine is spoken to.
  const isLocal = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
  const configuration = await client.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
    timeout: 10,
    ...(isLocal && { execute: [client.allowInsecureRequests] }),
  })
  return { client, configuration, provider }
}

function underWayOf(platform: Platform, cookie: string | undefined): UnderWay | undefined {
  if (cookie === undefined) return undefined
  try {
    const underWay = JSON.parse(openText(platform.keys, cookie, place)) as UnderWay
    return Date.now() - underWay.startedAt < longestStay ? underWay : undefined
  } catch {
    // Sealed by another key, or by nobody: whoever brings it did not start here.
    return undefined
  }
}

type Claims = IDToken & Record<string, unknown>

async function claimsOf(platform: Platform, found: Found, address: string, underWay: UnderWay): Promise<Claims | undefined> {
  const { client, configuration, provider } = found
  try {
    const url = new URL(new URL(address, 'http://here').search, returnAddress(platform))
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: underWay.verifier,
      expectedState: underWay.state,
      expectedNonce: underWay.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || claims[provider.claim] !== undefined) return claims as Claims | undefined
    const more = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
    return { ...more, ...claims } as Claims
  } catch (error) {
    platform.log.warn({ err: error }, 'an answer of the sign-in provider was refused')
    return undefined
  }
}

type Bound = { id: string; full_name: string; region: Region }

async function findBound(
  platform: Platform,
  claims: Claims,
  provider: ProviderSettings,
): Promise<Outcome<Bound, ProviderRefusal>> {
  const { rows } = await platform.pool.query<Bound>(
    'select id, full_name, region from account where provider_issuer = $1 and provider_subject = $2 and is_active',
    [claims.iss, claims.sub],
  )
  if (rows[0] !== undefined) return done(rows[0])
  const identity = claims[provider.claim]
  if (typeof identity !== 'string' || identity === '') return refused({ reason: 'nobody-invited' })
  if (provider.claim === 'email' && claims['email_verified'] !== true) return refused({ reason: 'identity-unverified' })
  const { rows: bound } = await platform.pool.query<Bound>(
    `update account set provider_issuer = $1, provider_subject = $2
     where lower(provider_identity) = lower($3) and provider_subject is null and is_active and not is_demo returning id, full_name, region`,
    [claims.iss, claims.sub, identity],
  )
  const account = bound[0]
  if (account === undefined) return refused({ reason: 'nobody-invited' })
  const actor = { id: account.id, name: account.full_name, kind: 'person' as const, grants: [] }
  await keep(platform, { actor, region: account.region }, (ctx) =>
    audit(ctx, 'account.bound-to-provider', { kind: 'account', id: account.id }, { issuer: claims.iss }),
  )
  return done(account)
}
