import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The programme as a person starts it. */
export const ucokProgram = fileURLToPath(new URL('../bin/ucok.js', import.meta.url))

export type Measured = { seconds: number; processorSeconds: number; peakMegabytes: number; output: string }

/** Runs a Node program in a process of its own and measures its time on the clock and its highest resident memory (not its database's). */
export async function measureProcess(args: readonly string[]): Promise<Measured> {
  const started = performance.now()
  const child = spawn(process.execPath, [...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', UCOK_LOG: 'error' },
  })
  let output = ''
  let peak = 0
  let processor = 0
  child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-10_000)))
  const watch = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid ?? 0))
    processor = Math.max(processor, processorTime(child.pid ?? 0))
  }, 50)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${String(code)}`)
  return { seconds: (performance.now() - started) / 1000, processorSeconds: processor, peakMegabytes: peak, output }
}

function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Seconds of processor time so far, all threads together; a hundred ticks make a second on Linux. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
  } catch {
    return 0
  }
}

/** Writes one line of a bench's answer. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
