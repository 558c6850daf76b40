import type pg from 'pg'

type Column = {
  table: string
  column: string
  type: string
  is_nullable: boolean
  has_default: boolean
  default_text: string | null
  comment: string | null
}

/** Describes the migrated schema as readable text (tables, constraints, indexes, policies, grants): the snapshot a test compares with. */
export async function schemaSnapshot(client: pg.Pool): Promise<string> {
  const columns = await listColumns(client)
  const rest = await client.query<{ table: string; line: string }>(restOfSchema)
  const tables = [...new Set(columns.map((column) => column.table))]
  const blocks = tables.map((table) => {
    const own = columns.filter((column) => column.table === table)
    const lines = own.map(
      (c) =>
        `  ${c.column} ${c.type}${c.is_nullable ? '' : ' not null'}${c.default_text === null ? '' : ` default ${c.default_text}`}`,
    )
    return [`table ${table}`, ...lines, ...rest.rows.filter((row) => row.table === table).map((row) => `  ${row.line}`)].join(
      '\n',
    )
  })
  return `-- Written by "npm run schema" from a freshly migrated database. A test compares it.\n\n${blocks.join('\n\n')}\n`
}

/** Writes the TypeScript types of every table, for Kysely. */
export async function schemaTypes(client: pg.Pool): Promise<string> {
  const columns = await listColumns(client)
  const tables = [...new Set(columns.map((column) => column.table))]
  const blocks = tables.map((table) => {
    const own = columns.filter((column) => column.table === table)
    return `export type ${typeName(table)}Table = {\n${own.map((column) => `  ${column.column}: ${columnType(column)}`).join('\n')}\n}`
  })
  const all = tables.map((table) => `  ${table}: ${typeName(table)}Table`).join('\n')
  return `// Written by "npm run schema" from a freshly migrated database. Days and moments are ISO text, money whole rupiah.\nimport type { ColumnType, Generated } from 'kysely'\n\n/** A JSON column: read as a parsed value, written as text. */\nexport type Json = ColumnType<unknown, string, string>\n\n${blocks.join('\n\n')}\n\nexport type DB = {\n${all}\n}\n`
}

async function listColumns(client: pg.Pool): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as is_nullable,
      a.atthasdef or a.attidentity <> '' as has_default,
      case when a.attidentity <> '' then 'identity' else pg_get_expr(d.adbin, d.adrelid) end as default_text, col_description(c.oid, a.attnum) as comment
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'ucok'::regnamespace and c.relkind in ('r', 'v', 'p')
    order by c.relname, a.attnum`)
  return rows
}

const restOfSchema = `
  select c.relname as table, line from pg_class c, lateral (
    select 1 as kind, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where conrelid = c.oid and contype <> 'n'
    union all select 2, 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = c.oid
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = c.oid)
    union all select 3, 'policy ' || polname || coalesce(' using ' || regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'),
      ' with check ' || regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g')) from pg_policy where polrelid = c.oid
    union all select 4, 'grant ' || string_agg(privilege_type, ', ' order by privilege_type) || ' to ' || grantee from information_schema.role_table_grants
      where table_schema = 'ucok' and table_name = c.relname and grantee = 'ucok_app' group by grantee
  ) as described where c.relnamespace = 'ucok'::regnamespace and c.relkind in ('r', 'v', 'p') order by c.relname, kind, line collate "C"`

const types: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  'timestamp with time zone': 'string',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'text[]': 'string[]',
  'smallint[]': 'number[]',
  'integer[]': 'number[]',
  'bigint[]': 'number[]',
}

function columnType(column: Column): string {
  if (column.type === 'jsonb' || column.type === 'json')
    return column.is_nullable
      ? 'ColumnType<unknown, string | null, string | null>'
      : column.has_default
        ? 'ColumnType<unknown, string | undefined, string>'
        : 'Json'
  const type = types[column.type] ?? (column.type.startsWith('numeric') ? 'string' : undefined)
  if (type === undefined) throw new Error(`no TypeScript type for ${column.table}.${column.column} (${column.type})`)
  const full = column.is_nullable ? `${type} | null` : type
  return column.has_default ? `Generated<${full}>` : full
}

function typeName(table: string): string {
  return table.replace(/(^|_)([a-z])/g, (_match, _separator, letter: string) => letter.toUpperCase())
}
