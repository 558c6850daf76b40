import type { Platform } from './platform.ts'

/** Whose tries are counted together. */
export type BrakeSubject =
  | { kind: 'username'; username: string }
  | { kind: 'device'; tokenHash: Buffer; accountId: string }
  | { kind: 'address'; address: string }
  | { kind: 'session'; id: string }

/**
 * How tries are slowed down. `free` tries cost nothing: people mistype. From then on each one waits twice as long as the one before,
 * `first` seconds at first and `longest` at most; a day without a try clears the count.
 *
 * - By user name: strangers may try a name some hundred times a day at most, however many addresses they have; a password of twelve
 *   signs that is on no list stands that for centuries. The name is counted whether or not somebody has it, so waiting tells nothing.
 * - By known device: a browser in which the person has signed in before has a count of its own. Whoever hammers a name from elsewhere
 *   locks out strangers like themselves and not the official at their desk; that is why there is no lock that only an administrator opens.
 * - By session: somebody at a desk that was left open guesses the password there.
 * - By address: one address may not walk through many names. A whole office sits behind one address, so it may mistype more often.
 */
const brakes = {
  username: { free: 5, first: 30, longest: 900 },
  device: { free: 5, first: 30, longest: 900 },
  address: { free: 30, first: 30, longest: 900 },
  session: { free: 5, first: 30, longest: 900 },
} as const

/** Seconds to wait after so many tries in a row without success. */
export function waitAfter(kind: BrakeSubject['kind'], tries: number): number {
  const { free, first, longest } = brakes[kind]
  return tries < free ? 0 : Math.min(longest, first * 2 ** Math.min(tries - free, 20))
}

/**
 * Takes a try before it is made, so that many at once count as many. Gives the seconds still to wait when the last one was too
 * recent; then nothing may be tried and nothing is counted.
 */
export async function takeTry(platform: Platform, subject: BrakeSubject): Promise<number> {
  const { free, first, longest } = brakes[subject.kind]
  const { rowCount } = await platform.pool.query(
    `insert into sign_in_brake as b (subject, tries, last_try_at, blocked_until) values ($1, 1, now(), now())
     on conflict (subject) do update set
       tries = case when b.last_try_at < now() - interval '1 day' then 1 else b.tries + 1 end,
       last_try_at = now(),
       blocked_until = now() + make_interval(secs => case when b.last_try_at < now() - interval '1 day' or b.tries + 1 < $2::int then 0
         else least($4::float8, $3::float8 * power(2, least(b.tries + 1 - $2::int, 20))) end)
     where b.blocked_until <= now()`,
    [nameOf(subject), free, first, longest],
  )
  if (rowCount !== 0) return 0
  const { rows } = await platform.pool.query<{ seconds: number }>(
    `select ceil(extract(epoch from blocked_until - now()))::int as seconds from sign_in_brake where subject = $1`,
    [nameOf(subject)],
  )
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/** A success clears the count of the name or the device; what is old is swept away with it. */
export async function clearTries(platform: Platform, subject: BrakeSubject): Promise<void> {
  await platform.pool.query(`delete from sign_in_brake where subject = $1 or last_try_at < now() - interval '2 days'`, [
    nameOf(subject),
  ])
}

/** Gives one try back: a success from an address takes nothing from the others there, and does not clear what they did. */
export async function returnTry(platform: Platform, subject: BrakeSubject): Promise<void> {
  await platform.pool.query('update sign_in_brake set tries = greatest(tries - 1, 0), blocked_until = now() where subject = $1', [
    nameOf(subject),
  ])
}

function nameOf(subject: BrakeSubject): string {
  switch (subject.kind) {
    case 'username':
      return `username:${subject.username.toLowerCase()}`
    case 'device':
      return `device:${subject.accountId}:${subject.tokenHash.toString('hex')}`
    case 'session':
      return `session:${subject.id}`
    case 'address':
      return `address:${subject.address}`
  }
}
