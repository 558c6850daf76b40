import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorAnalysis } from './errors.ts'
import { measure, readPersons } from './measure.ts'
import { measureVillageLists } from './village-lists.ts'

const indonesian = {
  id: 'id',
  nik: 'nik',
  fullName: 'name',
  sex: 'sex',
  birthDate: 'birth_date',
  village: 'village',
  motherName: 'mother',
  phone: 'phone',
}
const english = {
  id: 'rec_id',
  givenName: 'given_name',
  surname: 'surname',
  streetNumber: 'street_number',
  address: 'address_1',
  suburb: 'suburb',
  postcode: 'postcode',
  state: 'state',
  birthDate: 'date_of_birth',
}
const data = process.argv[3] ?? join('..', 'shared', 'data')
const shared = join(data, 'people')
const lists = join(data, 'badung')
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** One measurement a process, so that the peak of memory is its own: `run.ts`, or `run.ts lists|lists-without-card|shared|english|100000|1000000 [DATA]`. */
async function run(what: string): Promise<void> {
  if (what === 'all') {
    for (const one of ['lists', 'lists-without-card', 'shared', 'english', '100000', '1000000'])
      spawnSync(process.execPath, [here('run.ts'), one, data], { stdio: 'inherit' })
  } else if (what.startsWith('lists')) {
    if (!existsSync(lists)) process.stdout.write('village lists: skipped, the files are not here\n')
    else await measureVillageLists(lists, what === 'lists')
  } else if (what === 'shared') {
    const file = join(shared, 'people_100k.csv.gz')
    if (!existsSync(file)) process.stdout.write('shared people: skipped, the files are not here\n')
    else
      await measure({
        name: 'shared people',
        file,
        map: indonesian,
        personOf: await readPersons(join(shared, 'truth_100k.csv.gz'), 0, 1),
        explain: await errorAnalysis(file, join(shared, 'truth_100k.csv.gz')),
      })
  } else await measureMade(what)
}

async function measureMade(what: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ucok-made-'))
  const [file, truth] = [join(folder, 'list.csv'), join(folder, 'truth.csv')]
  const isEnglish = what === 'english'
  spawnSync(process.execPath, [here('make.ts'), isEnglish ? 'english' : 'people', isEnglish ? '20000' : what, file, truth], {
    stdio: 'inherit',
  })
  await measure({
    name: isEnglish ? 'made English people' : `made ${what}`,
    file,
    map: isEnglish ? english : indonesian,
    personOf: await readPersons(truth, 0, 1),
  })
  rmSync(folder, { recursive: true })
}

await run(process.argv[2] ?? 'all')
