import { defineConfig } from '@playwright/test'
import { browserLaunch } from './test/browser.ts'

/** Journeys run in a real Chromium against a real server with the demonstration region, which the fixture starts on a free port. */
export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'dist/journeys',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'dist/reports/playwright.json' }]],
  use: {
    launchOptions: await browserLaunch(),
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
  },
})
