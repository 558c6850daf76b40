import type { MembersOfProgramme } from './programme-page.tsx'

type Words = { ended: string; notOpened: string; replaced: (count: number) => string }

/** Whom the decree named, who came from the waiting list since, whose cover ended, and who is covered or about to be. */
export function coversOf(
  named: number,
  members: Pick<MembersOfProgramme, 'upcoming' | 'active' | 'lapsing' | 'ended'>,
  words: Words,
) {
  const on = members.upcoming + members.active + members.lapsing
  const opened = on + members.ended
  const replaced = Math.max(0, opened - named)
  return {
    comesIn: named + replaced,
    goesOn: on,
    held: [
      { reason: words.ended, count: members.ended },
      { reason: words.notOpened, count: Math.max(0, named - opened) },
    ],
    ...(replaced > 0 && { note: words.replaced(replaced) }),
  }
}
