import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from '../registry/cursor.ts'
import { type FieldSpec, type People, peopleBuilder } from './people.ts'

/** The people of a registry ready to be linked; `ids` holds the worker behind each record number. */
export type RegistryPeople = { readonly people: People; readonly ids: readonly number[] }

/** What is compared of a worker: the engine's name of the field, how it is read, and the column that holds it. */
const compared = [
  { name: 'nik', kind: 'nik', column: 'nik' },
  { name: 'kk', kind: 'words', column: 'family_card' },
  { name: 'fullName', kind: 'name', column: 'full_name' },
  { name: 'birthDate', kind: 'date', column: 'birth_date' },
  { name: 'sex', kind: 'sex', column: 'sex' },
  { name: 'motherName', kind: 'name', column: 'mother_name' },
  { name: 'address', kind: 'words', column: 'address' },
  { name: 'village', kind: 'area', column: 'village' },
  { name: 'phone', kind: 'phone', column: 'phone' },
] as const satisfies readonly { name: string; kind: FieldSpec['kind']; column: string }[]

/** The columns of a worker on which an answer about them rests. */
export const comparedColumns: readonly string[] = compared.map(({ column }) => column)

/** Streams the whole registry, as far as the actor sees it, into columns; no row is kept. Fields that nobody has are left out. */
export async function readRegistry(ctx: Context, onRead: (people: number, all: number) => void): Promise<RegistryPeople> {
  const counts = compared.map(({ column }) => sql`count(${sql.ref(column)}) as ${sql.ref(column)}`)
  const { rows } = await sql<Record<string, number>>`select count(*) as all_people, ${sql.join(counts)} from worker
    where region = ${ctx.region} and removed_at is null`.execute(ctx.db)
  const filled = compared.filter(({ column }) => (rows[0]?.[column] ?? 0) > 0)
  const builder = peopleBuilder(filled.map(({ name, kind }, cell) => ({ name, kind, cells: [cell] })))
  const ids: number[] = []
  const columns = sql.join([sql.ref('id'), ...filled.map(({ column }) => sql.ref(column))])
  const query = sql<Record<string, string | null> & { id: number }>`select ${columns} from worker
    where region = ${ctx.region} and removed_at is null order by id`
  for await (const batch of cursorBatches(ctx, query)) {
    for (const row of batch) {
      ids.push(row.id)
      builder.add(filled.map(({ column }) => row[column] ?? ''))
    }
    onRead(ids.length, rows[0]?.['all_people'] ?? ids.length)
  }
  return { people: builder.finish(), ids }
}
