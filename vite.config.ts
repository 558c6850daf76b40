import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const web = fileURLToPath(new URL('web', import.meta.url))
const built = fileURLToPath(new URL('dist/web', import.meta.url))
const server = process.env['UCOK_ADDRESS'] ?? 'http://127.0.0.1:5103'

/** Writes each built text file compressed beside itself, so that the server need not compress while villages wait. */
function compressBuilt(): Plugin {
  return {
    name: 'compress-built',
    apply: 'build',
    closeBundle() {
      const names = readdirSync(built, { recursive: true, encoding: 'utf8' })
      for (const name of names.filter((file) => /\.(js|css|svg)$/.test(file))) {
        const text = readFileSync(join(built, name))
        writeFileSync(join(built, `${name}.gz`), gzipSync(text, { level: 9 }))
        writeFileSync(join(built, `${name}.br`), brotliCompressSync(text))
      }
    },
  }
}

export default defineConfig({
  root: web,
  publicDir: false,
  // The server puts a fresh nonce here each time it hands out the page (src/platform/http.ts).
  html: { cspNonce: '__STYLE_NONCE__' },
  plugins: [react(), compressBuilt()],
  build: { outDir: built, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  server: { proxy: { '/api': server } },
  test: { root: '.' },
})
