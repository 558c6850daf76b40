import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildWebIfStale } from '../src/web-build.ts'
import { measureProcess, say, ucokProgram } from './measured.ts'

// How long `ucok start` on an existing demonstration takes until it answers its first request; the app was built by an earlier start.
// node bench/start.ts [ROUNDS]
const rounds = Number(process.argv[2] ?? 3)
const most = 5
const port = 18_473
const data = mkdtempSync(join(tmpdir(), 'ucok-bench-'))
const times: number[] = []
try {
  await buildWebIfStale()
  await measureProcess([ucokProgram, 'demo', '--data', data, '--json'])
  for (let round = 1; round <= rounds; round += 1) {
    const started = performance.now()
    const server = spawn(process.execPath, [ucokProgram, 'start', '--data', data, '--port', String(port)], { stdio: 'ignore' })
    const ended = new Promise((resolve) => server.once('exit', resolve))
    while (!(await answers())) await wait(20)
    times.push((performance.now() - started) / 1000)
    server.kill('SIGTERM')
    await ended
    say(`round ${round}: first answer after ${times.at(-1)?.toFixed(2)} s`)
  }
  const slowest = Math.max(...times)
  say(`slowest ${slowest.toFixed(2)} s (at most ${most})`)
  if (slowest > most) process.exitCode = 1
} finally {
  rmSync(data, { recursive: true, force: true })
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok
  } catch {
    return false
  }
}
