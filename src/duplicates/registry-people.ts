import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from '../registry/cursor.ts'
import type { FieldSpec } from './people.ts'

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

/** A stretch of the registry: the number of each worker, and the cells that are compared, in the order of the fields. */
export type PeopleBatch = { readonly ids: readonly number[]; readonly cells: readonly (readonly string[])[] }

/** A registry about to be read: how many people, the fields that anybody has, and its people in batches. */
export type RegistryReading = {
  readonly count: number
  readonly fields: readonly FieldSpec[]
  readonly batches: AsyncIterable<PeopleBatch>
}

/** Opens the registry, as far as the actor sees it, for reading from end to end; no more than a batch is held. */
export async function openRegistry(ctx: Context): Promise<RegistryReading> {
  const counts = compared.map(({ column }) => sql`count(${sql.ref(column)}) as ${sql.ref(column)}`)
  const { rows } = await sql<Record<string, number>>`select count(*) as all_people, ${sql.join(counts)} from worker
    where region = ${ctx.region} and removed_at is null`.execute(ctx.db)
  const filled = compared.filter(({ column }) => (rows[0]?.[column] ?? 0) > 0)
  return {
    count: rows[0]?.['all_people'] ?? 0,
    fields: filled.map(({ name, kind }, cell) => ({ name, kind, cells: [cell] })),
    batches: readBatches(
      ctx,
      filled.map(({ column }) => column),
    ),
  }
}

async function* readBatches(ctx: Context, columns: readonly string[]): AsyncGenerator<PeopleBatch> {
  const read = sql.join([sql.ref('id'), ...columns.map((column) => sql.ref(column))])
  const query = sql<Record<string, string | null> & { id: number }>`select ${read} from worker
    where region = ${ctx.region} and removed_at is null order by id`
  for await (const rows of cursorBatches(ctx, query))
    yield { ids: rows.map(({ id }) => id), cells: rows.map((row) => columns.map((column) => row[column] ?? '')) }
}
