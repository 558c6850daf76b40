import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const web = fileURLToPath(new URL('web', import.meta.url))

const server = process.env['UCOK_ADDRESS'] ?? 'http://127.0.0.1:5103'

export default defineConfig({
  root: web,
  publicDir: false,
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: true },
  server: { proxy: { '/api': server } },
  test: { root: '.' },
})
