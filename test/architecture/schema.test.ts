import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Platform } from '../../src/platform/platform.ts'
import { schemaSnapshot, schemaTypes } from '../../src/platform/schema-snapshot.ts'
import { openTestPlatform } from '../database.ts'
import { root } from './sources.ts'

describe('The schema', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
  })
  afterAll(() => platform.stop())

  test('is the one in db/schema.sql', async () => {
    expect(await schemaSnapshot(platform.owner)).toBe(readFileSync(`${root}db/schema.sql`, 'utf8'))
  })

  test('has the types in db/schema.ts', async () => {
    expect(await schemaTypes(platform.owner)).toBe(readFileSync(`${root}db/schema.ts`, 'utf8'))
  })

  test('scopes every table that has a region by row-level security', async () => {
    const { rows } = await platform.owner.query<{ name: string; is_scoped: boolean }>(
      `select c.relname as name, c.relrowsecurity as is_scoped from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'region'
       where c.relnamespace = 'ucok'::regnamespace and c.relkind = 'r'`,
    )
    expect(rows.length).toBeGreaterThan(20)
    expect(
      rows
        .filter((row) => !row.is_scoped)
        .map((row) => row.name)
        .sort(),
    ).toEqual(['region_profile'])
  })

  test('changes when a table changes', async () => {
    await platform.owner.query('create table surplus (a int)')
    expect(await schemaSnapshot(platform.owner)).toContain('table surplus\n  a integer\n')
  })
})
