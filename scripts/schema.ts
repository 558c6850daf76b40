import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlatform } from '../src/platform/platform.ts'
import { schemaSnapshot, schemaTypes } from '../src/platform/schema-snapshot.ts'
import { readSettings } from '../src/platform/settings.ts'

// Writes db/schema.sql and db/schema.ts from a freshly migrated database.
const data = mkdtempSync(join(tmpdir(), 'ucok-schema-'))
const platform = await openPlatform(readSettings({ data }))
try {
  writeFileSync(new URL('../db/schema.sql', import.meta.url), await schemaSnapshot(platform.owner))
  writeFileSync(new URL('../db/schema.ts', import.meta.url), await schemaTypes(platform.owner))
} finally {
  await platform.stop()
  rmSync(data, { recursive: true, force: true })
}
