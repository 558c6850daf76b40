import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSettings, settingDescriptions, settingsGuide } from './settings.ts'

describe('The settings', () => {
  test('are all in the guide', () => {
    expect(readFileSync(new URL('../../docs/guides/settings.md', import.meta.url), 'utf8')).toBe(settingsGuide())
  })

  test('have a fallback each when the environment is silent', () => {
    expect(readSettings({}, {})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: undefined,
      uploadLimit: 209_715_200,
    })
    expect(settingDescriptions.length).toBeGreaterThan(5)
  })

  test('of the command line win over the environment: a data folder means the embedded database', () => {
    const settings = readSettings({ data: '/srv/ucok', port: 9000 }, { DATABASE_URL: 'postgres://x', UCOK_PORT: '1' })
    expect(settings).toMatchObject({ dataFolder: '/srv/ucok', port: 9000, databaseUrl: undefined })
  })
})
