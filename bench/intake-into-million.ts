import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { from as copyFrom } from 'pg-copy-streams'
import { openPlatform, type Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { madeHeadings, madePeople } from './duplicates/people-made.ts'
import { measureProcess, say, ucokProgram } from './measured.ts'

// Lists of 75,903 rows through `ucok intake` into a registry of a million people, every row compared with all of them; about one row in twelve
// is somebody who stands there already, damaged the way lists are. node bench/intake-into-million.ts [ROWS] [REGISTRY]
const rows = Number(process.argv[2] ?? 75_903)
const registered = Number(process.argv[3] ?? 1_000_000)
const most = { seconds: 30, megabytes: 500, memoryRatio: 1.25 }
const least = { duplicatesHeld: 0.97, newEntered: 0.995 }

/** One further record in so many is handed in: they are to make a twelfth of the rows. */
const everyCopy = Math.max(1, Math.round((registered * 0.083) / (rows / 12)))

const headings = 'NO,NIK,NO KK,NAMA LENGKAP,TANGGAL LAHIR,JENIS KELAMIN,NAMA IBU KANDUNG,ALAMAT,PEKERJAAN,NO HP'

type Row = { person: number; cells: readonly string[] }
/** Somebody who is in the registry; somebody new; somebody new who stands in the lists twice, or under a NIK that somebody else has. */
type Expected = 'duplicate' | 'new' | 'other'
const at = Object.fromEntries(madeHeadings.map((heading, place) => [heading, place]))
const cell = (cells: readonly string[], heading: string) => cells[at[heading] ?? -1] ?? ''

const home = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
try {
  const data = join(home, 'registry')
  await measureProcess([fileURLToPath(new URL('open-region.ts', import.meta.url)), data])
  const { handed, villages } = await fillRegistry(data)
  const half = join(home, 'half')
  cpSync(data, half, { recursive: true, filter: (path) => !path.includes('.s.PGSQL') })
  const whole = await handIn(data, handed, villages)
  const ofHalf = await handIn(half, handed.slice(0, Math.ceil(handed.length / 2)), villages)
  say(`${ofHalf.rows} rows into ${registered}: ${ofHalf.seconds.toFixed(1)} s, peak ${Math.round(ofHalf.peakMegabytes)} MB`)
  say(
    `${whole.rows} rows into ${registered}: ${whole.seconds.toFixed(1)} s (at most ${most.seconds}; ${whole.processorSeconds.toFixed(1)} s of processor time beside the database's), peak ${Math.round(whole.peakMegabytes)} MB (at most ${most.megabytes})`,
  )
  const ratio = whole.peakMegabytes / ofHalf.peakMegabytes
  say(`memory beside half the rows: ${ratio.toFixed(2)} (at most ${most.memoryRatio})`)
  const held = whole.verdicts.get('duplicate')
  const fresh = whole.verdicts.get('new')
  say(
    `known people held back: ${share(held)} of ${held?.all ?? 0} (at least ${least.duplicatesHeld}); new people let in: ${share(fresh, true)} of ${fresh?.all ?? 0} (at least ${least.newEntered})`,
  )
  const holds =
    whole.seconds <= most.seconds &&
    whole.peakMegabytes <= most.megabytes &&
    ratio <= most.memoryRatio &&
    heldShare(held) >= least.duplicatesHeld &&
    1 - heldShare(fresh) >= least.newEntered
  say(holds ? 'every bound holds' : 'a bound does not hold')
  process.exitCode = holds ? 0 : 1
} finally {
  rmSync(home, { recursive: true, force: true })
}

type Counted = { all: number; held: number }

function heldShare(counted: Counted | undefined): number {
  return counted === undefined ? 0 : counted.held / counted.all
}

function share(counted: Counted | undefined, isLetIn = false): string {
  return (isLetIn ? 1 - heldShare(counted) : heldShare(counted)).toFixed(4)
}

/** The first record of the first people enters the registry; some of their further records, and people beyond them, are handed in. */
async function fillRegistry(data: string): Promise<{ handed: Row[]; villages: string[] }> {
  const platform = await openPlatform(readSettings({ data }))
  const villages = (
    await platform.owner.query<{ code: string }>(
      `select code from area where level = 'village' and code like '51.03.%' order by code`,
    )
  ).rows.map(({ code }) => code)
  const handed: Row[] = []
  try {
    await copyWorkers(platform, workersAmong(handed, villages))
    return { handed, villages }
  } finally {
    await platform.stop()
  }
}

function* workersAmong(handed: Row[], villages: readonly string[]): Generator<string> {
  const niks = new Set<string>()
  let last = 0
  let copies = 0
  for (const row of madePeople(registered + rows)) {
    const isFirst = row.person !== last
    last = row.person
    if (row.person > registered) {
      if (handed.length === rows) return
      handed.push(row)
    } else if (!isFirst) {
      if (copies++ % everyCopy === 0) handed.push(row)
    } else {
      const nik = cell(row.cells, 'nik')
      if (niks.has(nik)) continue
      niks.add(nik)
      const values = [
        '5103',
        villageOf(row, villages),
        nik,
        cell(row.cells, 'kk'),
        cell(row.cells, 'name'),
        cell(row.cells, 'birth_date'),
        cell(row.cells, 'sex'),
        cell(row.cells, 'mother'),
        cell(row.cells, 'address'),
        cell(row.cells, 'phone'),
      ]
      yield `${values.map((value) => (value === '' ? '\\N' : value)).join('\t')}\n`
    }
  }
}

/** Real villages in place of the made ones: the same one for all of a made village. */
function villageOf({ cells }: Row, villages: readonly string[]): string {
  const digits = Number(cell(cells, 'village').replace(/\D/g, ''))
  return villages[digits % villages.length] ?? ''
}

async function copyWorkers(platform: Platform, lines: Iterable<string>): Promise<void> {
  const client = await platform.owner.connect()
  try {
    const target = client.query(
      copyFrom(
        'copy worker (region, village, nik, family_card, full_name, birth_date, sex, mother_name, address, phone) from stdin',
      ),
    )
    await pipeline(Readable.from(lines), target)
    await client.query('vacuum analyze worker')
  } finally {
    client.release()
  }
}

/** Hands rows in, a list a village, and tells what became of them. */
async function handIn(data: string, handed: readonly Row[], villages: readonly string[]) {
  const folder = mkdtempSync(join(home, 'lists-'))
  const places = writeLists(folder, handed, villages)
  const measured = await measureProcess([
    ucokProgram,
    'intake',
    folder,
    '--region',
    '51.03',
    '--on',
    '2026-11-01',
    '--data',
    data,
  ])
  const platform = await openPlatform(readSettings({ data }))
  const { rows: found } = await platform.owner.query<{
    place: string
    verdict: string
  }>(`select f.name || '|' || r.row_number as place, r.verdict
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id`)
  await platform.stop()
  const verdicts = new Map<Expected, Counted>()
  for (const { place, verdict } of found) {
    const expected = places.get(place) ?? 'new'
    const counted = verdicts.get(expected) ?? { all: 0, held: 0 }
    verdicts.set(expected, { all: counted.all + 1, held: counted.held + (verdict === 'accepted' ? 0 : 1) })
  }
  return { ...measured, rows: found.length, verdicts }
}

/** Writes the lists and says of every row, by its place, what it is. */
function writeLists(folder: string, handed: readonly Row[], villages: readonly string[]): Map<string, Expected> {
  mkdirSync(folder, { recursive: true })
  const lists = new Map<string, string[]>()
  const places = new Map<string, Expected>()
  const times = new Map<number, number>()
  const niks = new Map<string, number>()
  for (const { person, cells } of handed) {
    times.set(person, (times.get(person) ?? 0) + 1)
    niks.set(cell(cells, 'nik'), (niks.get(cell(cells, 'nik')) ?? 0) + 1)
  }
  for (const row of handed) {
    const name = `${villageOf(row, villages).replaceAll('.', '')}-daftar.csv`
    const lines = lists.get(name) ?? [headings]
    lists.set(name, lines)
    const [year = '', month = '', day = ''] = cell(row.cells, 'birth_date').split('-')
    const cells = ['nik', 'kk', 'name', 'birth_date', 'sex', 'mother', 'address'].map((heading) =>
      heading === 'birth_date' ? `${day}-${month}-${year}` : cell(row.cells, heading),
    )
    lines.push(
      [lines.length, ...cells.map((text) => (text.includes(',') ? `"${text}"` : text)), 'Petani', cell(row.cells, 'phone')].join(
        ',',
      ),
    )
    places.set(
      `${name}|${lines.length}`,
      row.person <= registered
        ? 'duplicate'
        : times.get(row.person) === 1 && niks.get(cell(row.cells, 'nik')) === 1
          ? 'new'
          : 'other',
    )
  }
  for (const [name, lines] of lists) writeFileSync(join(folder, name), lines.join('\r\n'))
  return places
}
