import type { Route } from '../src/platform/route.ts'
import type { Grown } from './lists-registry.ts'

/** A request of the bench: what it asks for, in words, and who asks; by default an officer of the region. */
export type Asked = { name: string; url: string; as?: 'operator' | 'auditor' | 'bendahara' | 'admin' }

/** Every list and every search there is, with the filters people set. */
export function requests(grown: Grown): Asked[] {
  return [
    ...ofWorkers(grown),
    ...ofIntakes(grown),
    ...ofMatching(grown),
    ...ofMembers(grown),
    ...ofProgrammes(grown),
    ...others(),
  ]
}

/** GET routes that are neither list nor search: one thing by its number, reports over a whole year, settings, streams. */
const notLists: readonly RegExp[] = [
  /^\/api\/(session|welcome|health|own-account|tasks\/events|intake-template|rules\/book|audit\/verification)/,
  /^\/api\/coverage/,
  /^\/api\/intakes\/:intakeId\/(report|lists\/:fileId\/columns)$/,
  /^\/api\/(accounts\/:accountId|approvals\/:id|approvals\/rules|confidential\/:workerId|eligibility\/runs\/:id|programmes\/:code)/,
  /^\/api\/contributions\/(runs\/:runId|rehearsal|people\/:workerId)$/,
  /^\/api\/(privacy\/breaches\/:breachId|duplicates\/pairs\/:left\/:right)/,
]

/** Lists of the API that no request asks for; the bench is to have one for each. */
export function unasked(routes: readonly Route[], asked: readonly Asked[]): string[] {
  return routes.flatMap(({ endpoint }) => {
    if (endpoint.method !== 'GET' || endpoint.answer === 'file') return []
    const pattern = new RegExp(`^${endpoint.path.replace(/:\w+/g, '[^/?]+')}(\\?|$)`)
    if (asked.some(({ url }) => pattern.test(url)) || notLists.some((kind) => kind.test(endpoint.path))) return []
    return [endpoint.path]
  })
}

const each = (name: string, address: string, queries: readonly string[], as?: Asked['as']): Asked[] =>
  queries.map((query) => ({
    name: query === '' ? name : `${name} ?${query}`,
    url: `${address}${address.includes('?') ? '&' : '?'}${query}`,
    ...(as && { as }),
  }))

const named = (texts: readonly string[]) => texts.map((text) => `text=${encodeURIComponent(text)}`)

function ofWorkers(grown: Grown): Asked[] {
  const standings = ['clear', 'deceased', 'covered', 'unknown', 'name-differs', 'birth-date-differs', 'no-decile', 'not-asked']
  const orders = ['name', 'village', 'birth-date', 'id'].flatMap((order) => [order, `-${order}`])
  const names = ['wayan', 'i', 'sudarma', 'i wayan sudarma', 'i wayan agus sudarma', 'rasm', 'tidak ada namanya']
  const workers = (queries: readonly string[], as?: Asked['as']) =>
    each('workers', '/api/registry/workers?limit=200', queries, as)
  return [
    ...workers(['', ...orders.map((order) => `sort=${order}`)]),
    ...workers(named([...names, '510301', '5103010000123456', '510301******3456'])),
    ...workers(['text=wayan&sort=-birth-date', 'text=wayan&sort=village']),
    ...workers([`village=${grown.village}`, `village=${grown.village}&sort=-birth-date`]),
    ...workers([`district=${grown.district}`, `district=${grown.district}&text=wayan`]),
    ...workers(standings.map((standing) => `standing=${standing}`)),
    ...workers(['standing=deceased&sort=-village', `standing=covered&village=${grown.village}`]),
    ...workers(['clear', 'unknown', 'deceased'].map((standing) => `standing=${standing}&text=wayan&sort=village`)),
    ...workers(['coveredBy=PU', 'decile=3']),
    ...workers(['eligible', 'ineligible', 'unjudged'].map((result) => `eligibility=${result}`)),
    ...workers(['ground=age', 'ground=age&text=wayan', 'openGround=age', 'standing=deceased&eligibility=eligible']),
    ...workers(['', 'text=wayan', 'standing=deceased', 'eligibility=unjudged'], 'operator'),
    { name: 'a worker', url: `/api/registry/workers/77777` },
    { name: 'answers about a worker', url: '/api/matching/workers/77777' },
    { name: 'grounds of a worker', url: '/api/eligibility/workers/77777' },
    { name: 'a worker in programmes', url: '/api/programmes/workers/77777' },
    { name: 'covers of a worker', url: '/api/membership/people/77777' },
    { name: 'the log of a worker', url: '/api/privacy/workers/77777/log' },
    { name: 'corrections of a worker', url: '/api/privacy/workers/77777/corrections' },
  ]
}

function ofIntakes({ intakeId, fileId }: Grown): Asked[] {
  const intake = `/api/intakes/${intakeId}`
  return [
    ...each('intakes', '/api/intakes?limit=200', ['', 'text=5103']),
    { name: 'an intake of 75,903 rows', url: intake },
    ...each('rows of an intake', `${intake}/rows?limit=300`, [
      '',
      'verdict=review',
      'verdict=accepted',
      'code=duplicate',
      'code=occupation-unknown',
      'code=birth-date-unreadable&verdict=review',
      'open=true',
      'text=wayan',
      'text=tidakada',
      'text=510301',
      `fileId=${fileId}`,
      `fileId=${fileId}&text=wayan`,
    ]),
    ...each('rows of an intake', `${intake}/rows?limit=300`, [''], 'operator'),
    { name: 'written alike in an intake', url: `${intake}/findings/occupation-unknown/written` },
    { name: 'rows without a village', url: `${intake}/rows-without-village` },
    { name: 'repairs of an intake', url: `${intake}/repairs` },
    { name: 'corrections of an intake', url: `${intake}/corrections` },
    { name: 'rows a list corrected', url: `${intake}/lists/${fileId}/corrected-rows` },
    { name: 'progress of an intake', url: `${intake}/progress` },
  ]
}

function ofMatching({ village }: Grown): Asked[] {
  const due = ['due', 'waiting'].flatMap((awaiting) =>
    ['dukcapil', 'bpjs', 'dtsen'].map((register) => `register=${register}&awaiting=${awaiting}`),
  )
  return [
    { name: 'summary of matching', url: '/api/matching/summary' },
    { name: 'ages of answers', url: '/api/matching/ages' },
    { name: 'answers of registers', url: '/api/matching/exchanges' },
    { name: 'requests to registers', url: '/api/matching/requests' },
    { name: 'decisions about differences', url: '/api/matching/decisions' },
    ...each('differences', '/api/matching/differences?limit=200', ['', 'state=ours', 'field=family_card', `village=${village}`]),
    ...each('counts of differences', '/api/matching/differences/counts', ['', `village=${village}`]),
    ...each('due again', '/api/matching/due?limit=200', [...due, `register=bpjs&awaiting=due&village=${village}`]),
    ...each('pairs of duplicates', '/api/duplicates/pairs', ['', 'queue=different', `village=${village}`]),
    { name: 'counts of duplicates', url: '/api/duplicates/summary' },
    { name: 'merges', url: '/api/duplicates/merges' },
  ]
}

function ofMembers({ village, district, programmeId }: Grown): Asked[] {
  const names = named(['wayan', 'sudarma', 'tidakada', '510301', '5103010000123456', '510301******3456'])
  return [
    ...each('members', '/api/membership/periods?limit=200', ['', 'state=upcoming', 'state=ended', ...names]),
    ...each('members', '/api/membership/periods?limit=200', [
      `area=${village}`,
      `area=${district}`,
      `area=${district}&text=wayan`,
    ]),
    ...each('members', '/api/membership/periods?limit=200', [
      `programmeId=${programmeId}`,
      `programmeId=${programmeId}&text=wayan`,
    ]),
    ...each('members', '/api/membership/periods?limit=200', ['deceased=not-ended']),
    { name: 'counts of members', url: '/api/membership/counts' },
  ]
}

function ofProgrammes({ village, district, programmeCode, contributionRunId }: Grown): Asked[] {
  const names = named(['wayan', 'sudarma', 'tidakada', '510301', '5103010000123456', '510301******3456'])
  const ranked = ['', 'place=waiting', ...names, `village=${village}`, `district=${district}&text=wayan`]
  const run = `/api/contributions/runs/${contributionRunId}`
  return [
    { name: 'programmes', url: '/api/programmes' },
    ...each('ranking', `/api/programmes/${programmeCode}/ranking?limit=200`, ranked),
    ...each('decree', `/api/programmes/${programmeCode}/decree/lines?limit=200`, ranked),
    ...each('people of a contribution run', `${run}/lines?limit=200`, [''], 'bendahara'),
    ...each('left out of a contribution run', `${run}/omissions?limit=200`, [''], 'bendahara'),
    ...['runs', 'ledger', 'calendar', 'budget', 'trial-balance', 'reclaims'].flatMap((list) =>
      each(`contributions: ${list}`, `/api/contributions/${list}`, [''], 'bendahara'),
    ),
    { name: 'runs of eligibility', url: '/api/eligibility/runs' },
    { name: 'rule sets', url: '/api/eligibility/rule-sets' },
  ]
}

function others(): Asked[] {
  return [
    ...each('audit trail', '/api/audit?limit=100', ['', 'act=intake.accepted', 'actor=Contoh%20Dua', 'before=100000'], 'auditor'),
    ...['inbox', 'own'].flatMap((list) => each(`approvals: ${list}`, `/api/approvals/${list}`, [''])),
    { name: 'approvals', url: '/api/approvals' },
    { name: 'villages', url: '/api/places/villages' },
    { name: 'customary villages', url: '/api/places/customary-villages' },
    { name: 'universe', url: '/api/places/universe' },
    ...each('places', '/api/places/search', ['text=kuta']),
    { name: 'accounts', url: '/api/accounts', as: 'admin' },
    ...['requests', 'retention', 'processing', 'breaches'].flatMap((list) =>
      each(`privacy: ${list}`, `/api/privacy/${list}`, [''], 'admin'),
    ),
    { name: 'work under way', url: '/api/tasks' },
    { name: 'queues of home', url: '/api/home/queues' },
    { name: 'home', url: '/api/home' },
  ]
}
