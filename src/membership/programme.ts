import type { Kysely } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { Region } from '../../values/areas.ts'

/** What membership and contributions need to know of a programme. */
export type ProgrammeFacts = {
  id: string
  code: string
  name: string
  year: number
  firstMonth: string
  lastMonth: string
  package: string
  payer: string
  quota: number
  decreeId: string | null
  decreeNumber: string | null
}

/** Finds a programme by its code or its id, with its decree when the list is frozen; nothing when there is none. */
export async function findProgrammeFacts(db: Kysely<DB>, region: Region, codeOrId: string): Promise<ProgrammeFacts | undefined> {
  const isId = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(codeOrId)
  return reading(db, region)
    .where(isId ? 'p.id' : 'p.code', '=', codeOrId)
    .executeTakeFirst()
}

/** Every programme of a region, newest year first. */
export async function listProgrammeFacts(db: Kysely<DB>, region: Region): Promise<ProgrammeFacts[]> {
  return reading(db, region).orderBy('p.year', 'desc').orderBy('p.code').limit(500).execute()
}

function reading(db: Kysely<DB>, region: Region) {
  return db
    .selectFrom('programme as p')
    .leftJoin('decree as d', (join) => join.onRef('d.region', '=', 'p.region').onRef('d.programme_id', '=', 'p.id'))
    .where('p.region', '=', region)
    .select([
      'p.id',
      'p.code',
      'p.name',
      'p.year',
      'p.first_month as firstMonth',
      'p.last_month as lastMonth',
      'p.package',
      'p.payer',
      'p.quota',
      'd.id as decreeId',
      'd.number as decreeNumber',
    ])
}
