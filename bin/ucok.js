#!/usr/bin/env node
// Starts the command line on the Node that came with the install, whatever Node the machine has.
import { spawn } from 'node:child_process'
import module, { createRequire } from 'node:module'

const neededMajor = 26

// Node keeps what it compiled, for its threads and for the next command: half the processor time of a start.
process.env.NODE_COMPILE_CACHE ??= new URL('../node_modules/.cache/ucok', import.meta.url).pathname

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import('../src/cli.ts')
} else {
  const require = createRequire(import.meta.url)
  const child = spawn(pinnedNode(), [new URL('../src/cli.ts', import.meta.url).pathname, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))

  function pinnedNode() {
    const name = `node-${process.platform}-${process.arch}`
    try {
      return require.resolve(`${name}/bin/node`)
    } catch {
      process.stderr.write(
        `UCOK memerlukan Node ${neededMajor}; paket ${name} tidak terpasang. Jalankan "npm install" tanpa --omit=optional, atau pasang Node ${neededMajor}.\n` +
          `UCOK needs Node ${neededMajor}; the package ${name} is not installed. Run "npm install" without --omit=optional, or install Node ${neededMajor}.\n`,
      )
      return process.exit(1)
    }
  }
}
