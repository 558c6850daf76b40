import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse'
import { type AreaCode, areaCode, levelOf } from '../../values/areas.ts'
import { copyValue, openCopy } from '../platform/copying.ts'
import type { Context } from '../platform/context.ts'
import { kindOf } from './places.ts'

/** The npm package that carries the Kemendagri code list (code MIT, data ODbL). */
const packageName = 'idn-area-data'

const files = ['provinces', 'regencies', 'districts', 'villages']

/** Loads the Kemendagri code list, all 38 provinces to 83,762 villages, when this release of it is not loaded yet. Says how many areas were loaded. */
export async function loadCodeList(ctx: Context): Promise<number> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve(packageName)))
  const source = `${packageName}@${(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version}`
  const known = await ctx.db.selectFrom('area_release').select('source').where('source', '=', source).executeTakeFirst()
  if (known !== undefined) return 0
  await ctx.client.query('create temporary table incoming_area (code text, name text, level text, kind text) on commit drop')
  const copy = openCopy(ctx, 'incoming_area', ['code', 'name', 'level', 'kind'])
  let areas = 0
  for (const file of files) areas += await copyFile(join(folder, 'data', `${file}.csv`), copy.write)
  await copy.end()
  await ctx.client.query(`insert into area (code, parent, level, name, kind)
    select code, nullif(regexp_replace(code, '\\.?[^.]+$', ''), ''), level, name, kind from incoming_area order by length(code)
    on conflict (code) do update set name = excluded.name, kind = excluded.kind where (area.name, area.kind) is distinct from (excluded.name, excluded.kind)`)
  await ctx.db.insertInto('area_release').values({ source, areas }).execute()
  return areas
}

async function copyFile(path: string, write: (text: string) => Promise<void>): Promise<number> {
  let areas = 0
  let chunk = ''
  const rows = createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<{ code: string; name: string }>
  for await (const row of rows) {
    const code: AreaCode = areaCode(row.code)
    chunk += `${code}\t${copyValue(row.name)}\t${levelOf(code)}\t${kindOf(code)}\n`
    areas += 1
    if (chunk.length < 65_536) continue
    await write(chunk)
    chunk = ''
  }
  await write(chunk)
  return areas
}
