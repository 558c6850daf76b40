import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{values,rules,src,web,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    globalSetup: ['test/server.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
  },
})
