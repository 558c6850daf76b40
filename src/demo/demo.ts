import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AreaCode, region } from '../../values/areas.ts'
import { type Day, day } from '../../values/days.ts'
import { handInFiles } from '../intake/hand-in.ts'
import { runDuplicates } from '../duplicates/run.ts'
import { receiveAnswer, rematch } from '../matching/operations.ts'
import type { Register } from '../matching/registers.ts'
import { openRegion, recordTargets, recordUniverse } from '../places/operations.ts'
import { listRegionVillages } from '../places/villages.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { type Asking, carryOut, look, todayIn } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { addDemoAccounts } from './accounts.ts'
import { type Chance, makeChance } from './chance.ts'
import { inventCustomaryVillages } from './customary.ts'
import { type DemoPerson, inventPerson } from './people.ts'
import { inventRegisters } from './registers.ts'
import { askDemoRequests } from './requests.ts'
import { enterTwice, inventTwice, type WrittenTwice } from './twice.ts'
import { runDemoYear } from './year.ts'
import { type DemoList, writeList } from './village-lists.ts'
import { inventTargets, inventUniverse } from './universe.ts'

const badung = region('51.03')

/** The people who act in the demonstration, and the day it is told from. */
export type Cast = { officer: Actor; approver: Actor; treasurer: Actor; today: Day }

/** Lists that the villages have just handed in: they wait for the officer, so that errors can be seen first. */
const listsStillOpen = 3

/**
 * Fills an empty database with a demonstration of Kabupaten Badung: real places, invented people, every state of the programme. It is made
 * by the operations themselves, as if officials had worked for a year.
 */
export async function seedDemo(platform: Platform, options: { people: number }): Promise<void> {
  const today = todayIn(badung)
  const chance = makeChance(5103)
  const system: Asking = { actor: systemActor, region: badung, today }
  await kept(carryOut(platform, system, (ctx) => openRegion(ctx, { isDemo: true })))
  const villages = await look(platform, system, (ctx) => listRegionVillages(ctx))
  const people = inventPeople(chance, villages, today, options.people)
  const actors = await kept(
    carryOut(platform, system, async (ctx) => {
      await inventCustomaryVillages(ctx, villages)
      await recordUniverse(ctx, inventUniverse(chance, countByVillage(people), today))
      await recordTargets(ctx, inventTargets(today))
      return { ok: true, value: await addDemoAccounts(ctx) }
    }),
  )
  const cast: Cast = {
    officer: named(actors, 'petugas'),
    approver: named(actors, 'kabid'),
    treasurer: named(actors, 'bendahara'),
    today,
  }
  const folder = mkdtempSync(join(tmpdir(), 'ucok-demo-'))
  try {
    const lists = villages.map((village) =>
      writeList(
        chance,
        village,
        people.filter((person) => person.village === village.code),
      ),
    )
    const started = day(`${today.year - 1}-12-01`)
    await takeLists(
      platform,
      { actor: cast.officer, region: badung, today: started },
      { folder, lists: lists.slice(0, -listsStillOpen), accepts: true },
    )
    await takeRegisters(platform, cast, { folder, chance, people, on: started.add({ days: 4 }) })
    await runDemoYear(platform, badung, cast)
    await askDemoRequests(platform, badung, {
      ...cast,
      administrator: named(actors, 'admin'),
      planner: named(actors, 'perencana'),
    })
    await takeDeaths(platform, cast, { folder, chance, people })
    await takeOlderList(platform, cast, inventTwice(chance, people, villages, { today, serial: people.length }))
    await takeLists(
      platform,
      { actor: cast.officer, region: badung, today },
      { folder, lists: lists.slice(-listsStillOpen), accepts: false },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Gives the value of an outcome that must be `ok`: the demonstration asks for nothing that may be refused. */
export async function kept<Value>(
  outcome: Promise<{ ok: true; value: Value } | { ok: false; refusal: { reason: string } }>,
): Promise<Value> {
  const settled = await outcome
  if (settled.ok) return settled.value
  throw new Error(`the demonstration was refused: ${JSON.stringify(settled.refusal)}`)
}

function named(actors: Record<string, Actor>, username: string): Actor {
  const actor = actors[username]
  if (actor === undefined) throw new Error(`no demonstration account ${username}`)
  return actor
}

type Village = { code: AreaCode; name: string }

function inventPeople(chance: Chance, villages: readonly Village[], today: Day, wanted: number): DemoPerson[] {
  const weights = villages.map(() => 0.4 + chance.share())
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let serial = 0
  return villages.flatMap((village, index) => {
    const count = Math.max(1, Math.round((wanted * (weights[index] ?? 0)) / all))
    return Array.from({ length: count }, () => inventPerson(chance, village.code, today, (serial += 1)))
  })
}

function countByVillage(people: readonly DemoPerson[]): Map<AreaCode, number> {
  const counts = new Map<AreaCode, number>()
  for (const person of people) counts.set(person.village, (counts.get(person.village) ?? 0) + 1)
  return counts
}

type Lists = { folder: string; lists: readonly DemoList[]; accepts: boolean }

async function takeLists(platform: Platform, asking: Asking, { folder, lists, accepts }: Lists): Promise<void> {
  const paths = lists.map((list) => {
    const path = join(folder, list.name)
    writeFileSync(path, list.csv)
    return path
  })
  const judgedOn = (asking.today ?? todayIn(asking.region)).toString()
  await kept(handInFiles(platform, asking, { paths, judgedOn, accepts, progress: () => {} }))
}

/** What stood in an older list of the office, entered before lists were compared: the registry holds some people twice. */
async function takeOlderList(platform: Platform, cast: Cast, people: WrittenTwice): Promise<void> {
  const asking = { actor: cast.officer, region: badung, today: cast.today }
  await kept(
    carryOut(platform, asking, async (ctx) => {
      await enterTwice(ctx, people)
      await rematch(ctx)
      return { ok: true, value: undefined }
    }),
  )
  await kept(runDuplicates(platform, asking, { progress: () => {} }))
}

type Registry = { folder: string; chance: Chance; people: readonly DemoPerson[]; on: Day }

async function takeRegisters(platform: Platform, cast: Cast, { folder, chance, people, on }: Registry): Promise<void> {
  const answers = inventRegisters(chance, people, on)
  for (const register of ['dukcapil', 'bpjs', 'dtsen', 'deaths'] as const) {
    await takeAnswer(platform, { actor: cast.officer, region: badung, today: on }, { folder, register, csv: answers[register] })
  }
}

/** Deaths reported since: some of them are members, whose families do not know yet. */
async function takeDeaths(platform: Platform, cast: Cast, { folder, chance, people }: Omit<Registry, 'on'>): Promise<void> {
  const since = day(`${cast.today.year}-02-01`)
  const span = Math.max(1, since.until(cast.today).days - 5)
  const dead = people.filter(() => chance.happens(0.0025))
  const lines = dead.map((person, index) => {
    const on = since.add({ days: chance.between(0, span) })
    return `${person.nik},${person.fullName.toUpperCase()},${on},5103-KM-${on.toString().replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`
  })
  const csv = ['nik,nama,tanggal_meninggal,no_akta_kematian', ...lines, ''].join('\r\n')
  await takeAnswer(platform, { actor: cast.officer, region: badung, today: cast.today }, { folder, register: 'deaths', csv })
}

async function takeAnswer(
  platform: Platform,
  asking: Asking,
  answer: { folder: string; register: Register; csv: string },
): Promise<void> {
  // In a small demonstration it can happen that nobody has died.
  if (answer.csv.trim().split('\n').length < 2) return
  const name = `${answer.register}-${asking.today}.csv`
  const path = join(answer.folder, name)
  writeFileSync(path, answer.csv)
  await kept(carryOut(platform, asking, (ctx) => receiveAnswer(ctx, { register: answer.register, file: { name, path } })))
}
