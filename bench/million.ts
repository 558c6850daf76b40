import { once } from 'node:events'
import { cpSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { from as copyFrom } from 'pg-copy-streams'
import { makeChance } from '../src/demo/chance.ts'
import { nikOf } from '../src/demo/people.ts'
import { inventMother, inventName } from '../src/demo/names.ts'
import { openPlatform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'
import { day } from '../values/days.ts'
import { measureProcess, say, ucokProgram } from './measured.ts'

// A million clean rows of CSV through `ucok intake` into a registry that holds a million people, against a bare COPY into an unlogged table
// plus INSERT … SELECT into the same registry table. node bench/million.ts [ROWS]
const rows = Number(process.argv[2] ?? 1_000_000)
const most = { ratio: 5, megabytes: 400 }
const village = '51.03.01.1002'
const columns = [
  'NO',
  'NIK',
  'NO KK',
  'NAMA LENGKAP',
  'TEMPAT LAHIR',
  'TANGGAL LAHIR',
  'JENIS KELAMIN',
  'NAMA IBU KANDUNG',
  'ALAMAT',
  'RT/RW',
  'PEKERJAAN',
  'PENGHASILAN',
  'NO HP',
]

const bareTable =
  'no int, nik text, kk text, name text, place text, born text, sex text, mother text, address text, rt text, job text, income text, phone text'
const bareSelect = `insert into worker (region, village, nik, family_card, full_name, birth_place, birth_date, sex, mother_name, address, neighbourhood, occupation, occupation_kind, monthly_income)
  select '5103', '${village}', nik, kk, name, place, to_date(born, 'DD-MM-YYYY'), sex, mother, address, rt, job, 'working', income::bigint from bare_person`

const home = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
try {
  const [own, bare] = [join(home, 'own'), join(home, 'bare')]
  await writePeople(join(home, '5103011002-lama.csv'), 0)
  await writePeople(join(home, '5103011002-baru.csv'), rows)
  await measureProcess([fileURLToPath(new URL('open-region.ts', import.meta.url)), own])
  await fillRegistry(own, join(home, '5103011002-lama.csv'))
  cpSync(own, bare, { recursive: true, filter: (path) => !path.includes('.s.PGSQL') })
  const bareSeconds = await copyAndInsert(bare, join(home, '5103011002-baru.csv'))
  rmSync(bare, { recursive: true, force: true })
  say(`bare COPY and INSERT … SELECT of ${rows} rows: ${bareSeconds.toFixed(1)} s`)
  const intake = await measureProcess([
    ucokProgram,
    'intake',
    join(home, '5103011002-baru.csv'),
    '--region',
    '51.03',
    '--data',
    own,
  ])
  say(`ucok intake: ${intake.seconds.toFixed(1)} s, peak ${Math.round(intake.peakMegabytes)} MB`)
  say(intake.output.trim())
  const ratio = intake.seconds / bareSeconds
  say(
    `ratio ${ratio.toFixed(2)} (at most ${most.ratio}); peak ${Math.round(intake.peakMegabytes)} MB (at most ${most.megabytes})`,
  )
  if (ratio > most.ratio || intake.peakMegabytes > most.megabytes) process.exitCode = 1
} finally {
  rmSync(home, { recursive: true, force: true })
}

/**
 * Invented people whose NIK nobody else has, all clean. Districts of the NIK and family cards are spread as if by chance: were they in the order
 * of the list, people born on one day would nearly share them, as no people do.
 */
async function writePeople(path: string, first: number): Promise<void> {
  const chance = makeChance(first + 1)
  const file = createWriteStream(path)
  file.write(`${columns.join(',')}\r\n`)
  const eldest = day('1964-01-01')
  for (let block = 0; block < rows; block += 5000) {
    let text = ''
    for (let index = block; index < Math.min(rows, block + 5000); index += 1) {
      const number = first + index
      const sex = number % 2 === 0 ? 'L' : 'P'
      const born = eldest.add({ days: number % 15_000 })
      const spread = (number * 7_368_787) % 9_999_991
      const nik = nikOf(`51030${1 + (spread % 6)}`, born, sex, Math.floor(number / 15_000))
      const familyCard = `5103${String(spread).padStart(7, '0')}${String(10_000 + (spread % 89_989)).slice(0, 5)}`
      const written = `${String(born.day).padStart(2, '0')}-${String(born.month).padStart(2, '0')}-${born.year}`
      text += `${index + 1},${nik},${familyCard},${inventName(chance, sex)},Badung,${written},${sex},${inventMother(chance)},Br. Kaja,001,Petani,800000,\r\n`
    }
    if (!file.write(text)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

async function copyAndInsert(data: string, path: string): Promise<number> {
  const platform = await openPlatform(readSettings({ data }))
  const client = await platform.owner.connect()
  try {
    await client.query(`create unlogged table bare_person (${bareTable})`)
    const started = performance.now()
    await pipeline(createReadStream(path), client.query(copyFrom('copy bare_person from stdin (format csv, header)')))
    await client.query(bareSelect)
    return (performance.now() - started) / 1000
  } finally {
    await client.query('drop table if exists bare_person')
    client.release()
    await platform.stop()
  }
}

async function fillRegistry(data: string, path: string): Promise<void> {
  await copyAndInsert(data, path)
  const platform = await openPlatform(readSettings({ data }))
  await platform.owner.query('vacuum analyze worker')
  await platform.stop()
}
